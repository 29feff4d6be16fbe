// What is to be finished before the first patient comes.
#include "core/services/readiness_service.h"

#include <filesystem>

#include "tests/support/core/service_fixture.h"

namespace chairside::test {
namespace {

using enum services::ReadinessPoint;

class BeforeFirstPatient : public ServiceTest {
protected:
    services::Readiness readiness() { return need(clinic.services.readiness.beforeFirstPatient(clinic.administrator)); }
    bool done(services::ReadinessPoint point) {
        for (const auto& line : readiness().lines) {
            if (line.point == point) return line.done;
        }
        ADD_FAILURE() << "no such line";
        return false;
    }
};

TEST_F(BeforeFirstPatient, EachOfTheFiveIsToDoUntilItIsDone) {
    EXPECT_EQ(
        readiness().lines,
        (std::vector<services::ReadinessLine>{
            {ClinicAddress, false}, {Chairs, false}, {Protocol, false}, {SecondPerson, true}, {BackupPlace, false}}));
    EXPECT_TRUE(readiness().noPatientYet);
    need(clinic.services.clinic.change(clinic.administrator, {"Hillside", "1 Hill Street", {}, {}}));
    EXPECT_TRUE(done(ClinicAddress));
    need(clinic.services.chairs.setChairs(clinic.administrator, {"1"}));
    EXPECT_TRUE(done(Chairs));
    (void)clinic.signedProtocol();
    EXPECT_TRUE(done(Protocol));
    const auto folder = std::filesystem::temp_directory_path().string();
    need(clinic.services.backups.setPlan(clinic.administrator, folder, std::chrono::hours(24)));
    EXPECT_TRUE(done(BackupPlace));
    EXPECT_EQ(readiness().open(), 0);
    (void)clinic.patient();
    EXPECT_FALSE(readiness().noPatientYet);
}

TEST_F(BeforeFirstPatient, AProtocolThatIsNotInForceYetIsNotDone) {
    const auto draft = need(clinic.services.protocols.takeOver(clinic.physician, "course_05"));
    EXPECT_FALSE(done(Protocol));
    const auto day = clinic.clock.now().localDate().plusDays(2);
    need(clinic.services.protocols.sign(clinic.physician, draft, kPassword, day));
    EXPECT_FALSE(done(Protocol));
    clinic.goTo(day);
    EXPECT_TRUE(done(Protocol));
}

TEST_F(BeforeFirstPatient, OneNurseAloneIsNoSecondPerson) {
    need(clinic.services.accounts.closeAccount(clinic.administrator, clinic.witness.account));
    need(clinic.services.accounts.closeAccount(clinic.administrator, clinic.physician.account));
    EXPECT_FALSE(done(SecondPerson));
}

TEST_F(BeforeFirstPatient, OnlyWhoeverManagesTheClinicIsTold) {
    EXPECT_THAT(clinic.services.readiness.beforeFirstPatient(clinic.nurse), FailsWith(base::Code::Denied));
}

} // namespace
} // namespace chairside::test
