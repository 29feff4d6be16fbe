// What the record makes of a wall clock that somebody has set.
#include "tests/support/core/service_fixture.h"

namespace chairside::test {
namespace {

using domain::StepKind;
using services::AuditAction;
using services::ClockAdvice;
using std::chrono::hours;
using std::chrono::minutes;

class ClockChange : public ServiceTest {
protected:
    ClockChange() : infusion(clinic.runningInfusion(clinic.orderedCourse(clinic.patient()))) {}
    ClockAdvice change(std::chrono::milliseconds ahead) {
        clinic.clock.set(clinic.clock.now().plus(ahead));
        return need(clinic.services.clock.changed(clinic.steady.ahead(), "chair-1"));
    }
    // The program ends, and the next one goes by the wall clock until it has asked what the last one kept.
    void restart() {
        clinic.steady.adopt();
        clinic.steady.resume(need(clinic.services.clock.keptAhead("chair-1")));
    }
    domain::InfusionId infusion;
};

TEST_F(ClockChange, AndARestartMoveNeitherTheTimerNorWhatIsGiven) {
    for (const auto by : {hours(1), hours(-1)}) {
        SCOPED_TRACE(by.count());
        const auto other = clinic.runningInfusion(clinic.orderedCourse(
            clinic.patient(aPatient("Other", by > hours(0) ? "Forward" : "Back", by > hours(0) ? "KC 71" : "KC 72"))));
        clinic.clock.advance(minutes(30));
        EXPECT_EQ(change(by), ClockAdvice::Keep);
        clinic.clock.advance(minutes(5));
        restart();
        EXPECT_EQ(clinic.view(other).delivery.elapsed, minutes(35));
        clinic.clock.advance(minutes(10));
        EXPECT_EQ(clinic.view(other).delivery.elapsed, minutes(45));
        clinic.step(other, StepKind::Stop, "asked to stop");
        EXPECT_EQ(clinic.view(other).delivery.dose, mg(17'500)) << "half of 35 mg in half of 90 minutes";
        need(clinic.services.clock.adopted("chair-1"));
        clinic.steady.adopt();
    }
}

TEST_F(ClockChange, AClockThatWasPutRightBeforeTheRestartIsGoneBy) {
    clinic.clock.advance(minutes(30));
    change(hours(1));
    clinic.clock.advance(minutes(5));
    clinic.clock.set(clinic.clock.now().plus(hours(-1)));
    restart();
    EXPECT_EQ(clinic.view(infusion).delivery.elapsed, minutes(35));
}

TEST_F(ClockChange, AComputerThatWasStartedAgainKeepsTheTimeAsWell) {
    clinic.clock.advance(minutes(30));
    change(hours(1));
    clinic.clock.advance(minutes(5));
    clinic.clock.advanceMonotonicOnly(-hours(2)); // its ticks begin anew
    restart();
    EXPECT_EQ(clinic.view(infusion).delivery.elapsed, minutes(35));
}

TEST_F(ClockChange, WhatWasGivenUpIsNotTakenUpAgain) {
    clinic.clock.advance(minutes(91));
    clinic.step(infusion, StepKind::Stop);
    change(hours(1));
    need(clinic.services.infusions.accountDrug(clinic.nurse, aDrugEntry(infusion)));
    need(clinic.services.infusions.sign(clinic.nurse, infusion, kPassword));
    need(clinic.services.clock.adopted("chair-1"));
    EXPECT_EQ(clinic.store.events().back().detail, "0 s, adopted");
    clinic.steady.adopt();
    const auto next = clinic.runningInfusion(clinic.orderedCourse(clinic.patient(aPatient("Next", "Tester", "KC 77"))));
    clinic.clock.advance(minutes(10));
    restart();
    EXPECT_EQ(clinic.view(next).delivery.elapsed, minutes(10));
}

TEST_F(ClockChange, WhileAPumpRunsItsTimeIsKept) {
    clinic.clock.advance(minutes(30));
    EXPECT_EQ(change(hours(1)), ClockAdvice::Keep);
    const auto event = clinic.store.events().back();
    EXPECT_EQ(event.action, AuditAction::ClockChange);
    EXPECT_EQ(event.detail, "3600 s, kept");
    EXPECT_EQ(event.workstation, "chair-1");
    clinic.clock.advance(minutes(15));
    EXPECT_EQ(clinic.view(infusion).delivery.elapsed, minutes(45));
    EXPECT_EQ(need(clinic.services.clock.advice()), ClockAdvice::Keep);
}

TEST_F(ClockChange, WhatIsGivenIsCountedByTheMinutesThatPassedAndNotByTheClock) {
    clinic.clock.advance(minutes(45));
    change(hours(1));
    clinic.step(infusion, StepKind::Stop, "asked to stop");
    EXPECT_EQ(clinic.view(infusion).delivery.dose, mg(17'500)) << "half of 35 mg in half of 90 minutes";
}

TEST_F(ClockChange, UntilThePatientHasLeftTheLeastTimeToDischargeRunsOnTheOldClock) {
    clinic.clock.advance(minutes(91));
    clinic.step(infusion, StepKind::Stop);
    EXPECT_EQ(change(hours(-1)), ClockAdvice::Keep);
    need(clinic.services.infusions.accountDrug(clinic.nurse, aDrugEntry(infusion)));
    need(clinic.services.infusions.sign(clinic.nurse, infusion, kPassword));
    EXPECT_EQ(need(clinic.services.clock.advice()), ClockAdvice::Adopt);
}

TEST_F(ClockChange, ARecordThatWasForgottenYesterdayHoldsNothingUp) {
    clinic.clock.advance(hours(25));
    EXPECT_EQ(change(hours(2)), ClockAdvice::Adopt);
    EXPECT_EQ(clinic.store.events().back().detail, "7200 s, adopted");
}

} // namespace
} // namespace chairside::test
