#include "core/base/id.h"

#include <set>
#include <type_traits>
#include <unordered_set>

#include <gmock/gmock.h>

#include "core/base/uuid7_source.h"
#include "tests/support/core/fake_clock.h"
#include "tests/support/core/printers.h"

namespace chairside::base {
namespace {

using ::testing::Eq;
using PatientId = Id<struct PatientTag>;
using CourseId = Id<struct CourseTag>;

static_assert(!std::is_default_constructible_v<PatientId>);
static_assert(!std::is_constructible_v<PatientId, CourseId>);
static_assert(!std::is_convertible_v<Uuid, PatientId>);

constexpr const char* kText = "0194640d-9c3e-7abc-8def-0123456789ab";

TEST(Uuid, ReadsAndPrintsItsText) {
    EXPECT_EQ(Uuid::fromText(kText)->text(), kText);
    EXPECT_EQ(Uuid::fromText("0194640D-9C3E-7ABC-8DEF-0123456789AB")->text(), kText);
    EXPECT_EQ(PatientId::fromText(kText)->text(), kText);
}

TEST(Uuid, RefusesEverythingElse) {
    for (const char* text : {"", "0194640d-9c3e-7abc-8def-0123456789a", "0194640d-9c3e-7abc-8def-0123456789abc",
                             "0194640d9c3e-7abc-8def-0123456789abcd", "0194640d-9c3e-7abc-8def-0123456789ag",
                             "{194640d-9c3e-7abc-8def-0123456789a}", "0194640d-9c3e-7abc-8def_0123456789ab"}) {
        EXPECT_THAT(Uuid::fromText(text), Eq(std::nullopt)) << text;
        EXPECT_THAT(PatientId::fromText(text), Eq(std::nullopt)) << text;
    }
}

class Uuid7 : public ::testing::Test {
protected:
    test::FakeClock clock{"2025-01-14T10:42:00Z"};
    std::uint64_t random = 0;
    Uuid7Source source{clock, [this] {
                           return random += 0x9e3779b97f4a7c15ULL;
                       }};
};

TEST_F(Uuid7, CarriesVersionAndVariant) {
    for (int i = 0; i < 1'000; ++i) {
        const auto bytes = source.next().bytes();
        ASSERT_EQ(bytes[6] >> 4, 7);
        ASSERT_EQ(bytes[8] >> 6, 2);
    }
}

TEST_F(Uuid7, BeginsWithTheMilliseconds) {
    const auto bytes = source.next().bytes();
    std::uint64_t ms = 0;
    for (std::size_t at = 0; at < 6; ++at)
        ms = ms << 8 | bytes[at];
    EXPECT_EQ(ms, static_cast<std::uint64_t>(clock.now().utcMs()));
}

TEST_F(Uuid7, SortsInTheOrderOfMakingWithinOneMillisecondAndWhenTheClockGoesBack) {
    Uuid last = source.next();
    for (int i = 0; i < 20'000; ++i) {
        if (i == 9'000) clock.advance(std::chrono::milliseconds(1));
        if (i == 12'000) clock.set("2025-01-14T09:00:00Z");
        const Uuid next = source.next();
        ASSERT_LT(last, next) << i;
        ASSERT_LT(last.text(), next.text()) << i;
        last = next;
    }
}

TEST_F(Uuid7, NeverRepeats) {
    std::unordered_set<PatientId> made;
    for (int i = 0; i < 10'000; ++i)
        made.insert(source.make<PatientTag>());
    EXPECT_EQ(made.size(), 10'000U);
}

} // namespace
} // namespace chairside::base
