// The controlled-drug book of the whole demo clinic, day by day.
#include <gtest/gtest.h>

#include "tests/scenarios/demo_in_memory.h"

namespace chairside::app {
namespace {

TEST(DemoDrugBook, ClosesEveryVialOfEveryDayAtZero) {
    test::DemoInMemory demo;
    auto& services = demo.services();
    const auto actor = demo.signIn(domain::Role::Nurse);
    ASSERT_THAT(actor, test::IsOk());
    std::size_t vials = 0;
    for (int back = 0; back <= 200; ++back) {
        const auto day = demo.moment.localDate().plusDays(-back);
        const auto book = services.drugBook.read(*actor, {.day = day, .lot = {}}, services::Reading::Refresh);
        ASSERT_THAT(book, test::IsOk());
        for (const auto& vial : book->vials) {
            ++vials;
            ASSERT_FALSE(vial.lines.empty());
            EXPECT_EQ(vial.lines.back().balance, domain::Dose{}) << day.iso() << ' ' << vial.vial.lot;
            for (const auto& line : vial.lines)
                EXPECT_TRUE(line.patient.has_value());
        }
    }
    EXPECT_GT(vials, 20U);
    const auto differences = services.drugBook.read(*actor, {}, services::Reading::Refresh);
    ASSERT_THAT(differences, test::IsOk());
    EXPECT_TRUE(differences->vials.empty());
}

} // namespace
} // namespace chairside::app
