// When an unattended screen locks, who may change that, and what the trail says of it.
#include "tests/support/core/service_fixture.h"

namespace chairside::test {
namespace {

using base::Code;
using base::Rule;
using services::AuditAction;
using services::LockCause;
using std::chrono::minutes;

class ScreenLock : public ServiceTest {
protected:
    minutes after() { return need(clinic.services.screenLock.rule()).after; }
    base::Done set(int number) { return clinic.services.screenLock.setMinutes(clinic.administrator, minutes(number)); }
};

TEST_F(ScreenLock, LocksAfterTheMinutesOfThePolicyUntilAnotherTimeIsChosen) {
    EXPECT_EQ(after(), minutes(3));
    EXPECT_EQ(need(clinic.services.screenLock.rule()).warning, std::chrono::seconds(30));
    need(set(10));
    EXPECT_EQ(after(), minutes(10));
    need(set(1));
    EXPECT_EQ(after(), minutes(1));
}

TEST_F(ScreenLock, CanNeitherBeSwitchedOffNorBeTooLong) {
    need(set(5));
    for (const int number : {-1, 0, 11, 1440}) {
        expectRefused(
            clinic, [&] { return set(number); }, FailsWith(Code::Invalid));
        const auto problem = set(number).error().problems.front();
        EXPECT_EQ(problem.rule, Rule::OutOfRange);
        EXPECT_EQ(problem.low, "1");
        EXPECT_EQ(problem.high, "10");
    }
    EXPECT_EQ(after(), minutes(5));
}

TEST_F(ScreenLock, IsTheAdministratorsToChoose) {
    for (const auto& person : {clinic.nurse, clinic.physician}) {
        EXPECT_THAT(clinic.services.screenLock.setMinutes(person, minutes(9)), FailsWith(Code::Denied));
    }
    EXPECT_EQ(after(), minutes(3));
}

TEST_F(ScreenLock, ALockedScreenIsInTheTrailWithItsCause) {
    for (const auto cause : {LockCause::Asked, LockCause::Idle}) {
        need(clinic.services.screenLock.locked(clinic.nurse, cause));
        const auto event = clinic.store.events().back();
        EXPECT_EQ(event.action, AuditAction::Lock);
        EXPECT_EQ(event.who, clinic.nurse.account);
        EXPECT_EQ(event.detail, cause == LockCause::Idle ? "idle" : "asked");
    }
}

} // namespace
} // namespace chairside::test
