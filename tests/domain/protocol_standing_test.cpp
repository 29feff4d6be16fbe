// Which version of a protocol is in force on which day, and which differences are hard limits.
#include "core/domain/protocol/protocol_standing.h"

#include <gtest/gtest.h>

#include "core/domain/protocol/protocol_changes.h"
#include "tests/support/core/builders.h"

namespace chairside::domain {
namespace {

base::CalendarDate on(unsigned day) {
    return *base::CalendarDate::of(2025, 1, day);
}

base::Instant noon(unsigned day) {
    return base::Instant::of(on(day).days().time_since_epoch().count() * 86'400'000LL + 43'200'000LL, 0);
}

base::Uuid uuid(std::uint8_t last) {
    base::Uuid::Bytes bytes{};
    bytes.back() = last;
    return base::Uuid(bytes);
}

// Signed on the first of the month for that day.
ProtocolVersion version(int number, unsigned day) {
    ProtocolVersion made{.id = ProtocolVersionId(uuid(static_cast<std::uint8_t>(number))),
                         .protocol = ProtocolId(uuid(99))};
    made.version = number;
    made.state = ProtocolState::Signed;
    made.signedAt = noon(1);
    made.inForceFrom = on(day);
    return made;
}

std::vector<ProtocolStanding> standings(const std::vector<ProtocolVersion>& all, unsigned day) {
    std::vector<ProtocolStanding> found;
    for (const auto& one : all)
        found.push_back(standingOf(one, all, on(day)));
    return found;
}

using enum ProtocolStanding;
using Standings = std::vector<ProtocolStanding>;

TEST(ProtocolStandingOf, TheLastFirstDayWins) {
    const std::vector all{version(1, 1), version(2, 10), version(3, 5)};
    EXPECT_EQ(standings(all, 1), (Standings{Active, Upcoming, Upcoming}));
    EXPECT_EQ(standings(all, 5), (Standings{Replaced, Upcoming, Active}));
    EXPECT_EQ(standings(all, 10), (Standings{Replaced, Active, Replaced}));
    EXPECT_EQ(replacementOf(all[0], all, on(10))->version, 2);
}

TEST(ProtocolStandingOf, OnTheSameDayTheHigherNumberWins) {
    EXPECT_EQ(standings({version(1, 5), version(2, 5)}, 5), (Standings{Replaced, Active}));
}

TEST(ProtocolStandingOf, AVersionFromBeforeThereWereDaysIsInForceFromItsSignature) {
    auto old = version(1, 1);
    old.inForceFrom.reset();
    EXPECT_EQ(inForceOn(old), on(1));
    EXPECT_EQ(standings({old}, 1), Standings{Active});
}

TEST(ProtocolStandingOf, AnotherProtocolIsNoRival) {
    auto other = version(2, 5);
    other.protocol = ProtocolId(uuid(98));
    EXPECT_EQ(standings({version(1, 1), other}, 6), (Standings{Active, Active}));
}

TEST(ProtocolStandingOf, WaitingAndDraftsReplaceNothing) {
    auto waiting = version(2, 5);
    waiting.secondNeeded = true;
    auto draft = version(3, 5);
    draft.state = ProtocolState::Draft;
    draft.signedAt.reset();
    EXPECT_EQ(standings({version(1, 1), waiting, draft}, 6), (Standings{Active, AwaitsSecond, Draft}));
    waiting.secondAt = noon(8);
    EXPECT_EQ(inForceOn(waiting), on(8));
    EXPECT_EQ(standings({version(1, 1), waiting}, 8), (Standings{Replaced, Active}));
}

TEST(ProtocolStandingOf, RetiredBeforeItsDayItWasNeverInForce) {
    auto retired = version(2, 5);
    retired.state = ProtocolState::Retired;
    retired.retiredAt = noon(4);
    EXPECT_EQ(standings({version(1, 1), retired}, 6), (Standings{Active, Retired}));
    retired.retiredAt = noon(5);
    EXPECT_EQ(standings({version(1, 1), retired}, 6), (Standings{Replaced, Retired}));
}

struct LimitCase {
    const char* key;
    bool always, whereTheStartStops;
};

class HardLimit : public testing::TestWithParam<LimitCase> {};

TEST_P(HardLimit, IsOneWhateverTheReason) {
    for (const bool stops : {false, true}) {
        auto before = contentOf(test::aTemplate());
        before.rules.start.hardStop = stops ? 1 : 0;
        auto after = before;
        const auto* field = protocolField(GetParam().key);
        ASSERT_NE(field, nullptr);
        field->set(after.rules, field->get(after.rules) + 1);
        const bool expected = stops ? GetParam().whereTheStartStops : GetParam().always;
        EXPECT_EQ(!hardLimitChanges(before, after).empty(), expected) << stops;
    }
}

INSTANTIATE_TEST_SUITE_P(
    Numbers, HardLimit,
    testing::Values(LimitCase{"dose.min_weight", true, true}, LimitCase{"dose.max_weight", true, true},
                    LimitCase{"dose.min_per_kg", true, true}, LimitCase{"dose.max_per_kg", true, true},
                    LimitCase{"dose.max_dose", true, true}, LimitCase{"dose.max_rate", true, true},
                    LimitCase{"dose.min_minutes", true, true}, LimitCase{"dose.max_minutes", true, true},
                    LimitCase{"start.systolic_min", false, true}, LimitCase{"start.spo2_min", false, true},
                    LimitCase{"monitoring.start_systolic_max", false, true},
                    LimitCase{"dose.soft_per_kg", false, false}, LimitCase{"titration.step", false, false},
                    LimitCase{"monitoring.run_systolic_max", false, false}));

TEST(HardLimitChanges, SwitchingTheHardStopIsOne) {
    const auto before = contentOf(test::aTemplate());
    auto after = before;
    after.rules.start.hardStop = 1 - after.rules.start.hardStop;
    EXPECT_FALSE(hardLimitChanges(before, after).empty());
    EXPECT_FALSE(hardLimitChanges(after, before).empty());
}

TEST(HardLimitChanges, AQuestionThatStopsIsOneAndOneThatInformsIsNot) {
    const auto plain = contentOf(test::aTemplate());
    for (const auto effect : {AnswerEffect::HardStop, AnswerEffect::SoftStop, AnswerEffect::Inform}) {
        auto asking = plain;
        asking.screening = {{.key = "made_up", .text = "Asked?", .favourable = "no", .unfavourable = "yes"}};
        asking.screening.front().effect = effect;
        EXPECT_EQ(!hardLimitChanges(asking, plain).empty(), effect == AnswerEffect::HardStop) << "taken away";
        EXPECT_EQ(!hardLimitChanges(plain, asking).empty(), effect == AnswerEffect::HardStop) << "added";
    }
    auto other = plain;
    other.whys = {{"dose.max_per_kg", "another reason"}};
    EXPECT_TRUE(hardLimitChanges(plain, other).empty()) << "a reason is no limit";
}

} // namespace
} // namespace chairside::domain
