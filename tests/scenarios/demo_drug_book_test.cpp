// The controlled-drug book of the whole demo clinic, day by day.
#include <gtest/gtest.h>

#include "app/demo/demo_clinic.h"
#include "app/demo/demo_script.h"
#include "core/base/system_clock.h"
#include "tests/support/core/matchers.h"

namespace chairside::app {
namespace {

TEST(DemoDrugBook, ClosesEveryVialOfEveryDayAtZero) {
    const base::SystemTimeZone zone;
    const auto moment = demoMoment(zone);
    DemoClock clock(moment);
    const auto clinic = Clinic::open({.folder = {}, .inMemory = true, .weakPasswords = true}, clock);
    ASSERT_THAT(clinic, test::IsOk());
    ASSERT_THAT(fillDemoClinic(**clinic, clock, moment), test::IsOk());
    auto& services = (*clinic)->services();
    const auto& nurse = demoAccounts().front();
    const auto actor = services.accounts.signIn(nurse.userName, nurse.password, "test");
    ASSERT_THAT(actor, test::IsOk());
    std::size_t vials = 0;
    for (int back = 0; back <= 200; ++back) {
        const auto day = moment.localDate().plusDays(-back);
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
