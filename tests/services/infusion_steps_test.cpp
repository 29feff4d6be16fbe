// The pump: order of its steps, rates, reasons, times, and what was delivered.
#include "tests/support/core/service_fixture.h"

namespace chairside::test {
namespace {

using base::Code;
using base::Rule;
using domain::InfusionState;
using domain::StepKind;
using std::chrono::minutes;

class Steps : public ServiceTest {
protected:
    domain::PatientId anna = clinic.patient();
    domain::CourseId course = clinic.orderedCourse(anna);
    domain::InfusionId infusion = clinic.openInfusion(course);

    base::Result<domain::EntryId> record(StepKind kind, const std::string& reason = {},
                                         std::optional<base::Instant> at = {},
                                         std::optional<domain::FlowRate> rate = {}) {
        services::StepEntry entry{infusion, kind, at, rate, reason};
        return clinic.services.infusions.recordStep(clinic.nurse, entry);
    }
    template <class Matcher>
    void refuse(const Matcher& matcher, StepKind kind, const std::string& reason = {},
                std::optional<base::Instant> at = {}, std::optional<domain::FlowRate> rate = {}) {
        expectRefused(
            clinic, [&] { return record(kind, reason, at, rate); }, matcher);
    }
    void start() {
        clinic.prepare(infusion);
        need(record(StepKind::Start));
    }
};

TEST_F(Steps, NothingStartsWithoutAPreparedDose) {
    refuse(FailsWith(Code::WrongState), StepKind::Start);
    clinic.prepare(infusion);
    need(record(StepKind::Start));
    EXPECT_EQ(clinic.view(infusion).record.steps.front().rate, mlPerHour(66'700));
    EXPECT_EQ(clinic.view(infusion).state, InfusionState::Running);
}

TEST_F(Steps, ComeInAnOrderThatCanBe) {
    clinic.prepare(infusion);
    refuse(HasProblem("step", Rule::OutOfOrder), StepKind::Pause, "r");
    refuse(HasProblem("step", Rule::OutOfOrder), StepKind::Stop, "r");
    need(record(StepKind::Start));
    refuse(HasProblem("step", Rule::Duplicate), StepKind::Start);
    refuse(HasProblem("step", Rule::OutOfOrder), StepKind::Resume);
    clinic.clock.advance(minutes(10));
    need(record(StepKind::Stop, "asked to"));
    refuse(HasProblem("step", Rule::OutOfOrder), StepKind::Resume);
}

TEST_F(Steps, APauseNeedsAReason) {
    start();
    clinic.clock.advance(minutes(10));
    refuse(HasProblem("reason", Rule::Required), StepKind::Pause, "  ");
    need(record(StepKind::Pause, "line blocked"));
    EXPECT_EQ(clinic.view(infusion).state, InfusionState::Paused);
}

TEST_F(Steps, AnEarlyStopNeedsAReasonAndAnEmptyBagDoesNot) {
    start();
    clinic.clock.advance(minutes(54));
    refuse(HasProblem("reason", Rule::Required), StepKind::Stop);
    clinic.clock.advance(minutes(36));
    need(record(StepKind::Stop));
    EXPECT_EQ(clinic.view(infusion).delivery.dose, mg(35'000));
}

TEST_F(Steps, APauseIsNoDelivery) {
    start();
    clinic.clock.advance(minutes(30));
    need(record(StepKind::Pause, "nausea"));
    clinic.clock.advance(minutes(20));
    need(record(StepKind::Resume));
    EXPECT_EQ(clinic.view(infusion).record.steps.back().rate, mlPerHour(66'700));
    clinic.clock.advance(minutes(24));
    need(record(StepKind::Stop, "nausea"));
    const auto delivery = clinic.view(infusion).delivery;
    EXPECT_EQ(delivery.runningTime, minutes(54));
    EXPECT_EQ(delivery.elapsed, minutes(74));
    EXPECT_EQ(delivery.dose, mg(21'000));
    EXPECT_EQ(delivery.bagDose, mg(14'000));
}

TEST_F(Steps, ARateIsTypedAndInsideTheLimit) {
    start();
    clinic.clock.advance(minutes(10));
    refuse(HasProblem("rate", Rule::Required), StepKind::RateChange);
    refuse(HasProblem("rate", Rule::AboveLimit), StepKind::RateChange, {}, {}, mlPerHour(999'100));
    refuse(HasProblem("rate", Rule::OutOfRange), StepKind::RateChange, {}, {}, mlPerHour(0));
    refuse(HasProblem("rate", Rule::NotAllowed), StepKind::Pause, "r", {}, mlPerHour(50'000));
    need(record(StepKind::RateChange, {}, {}, mlPerHour(40'000)));
    need(record(StepKind::Pause, "nausea"));
    need(record(StepKind::Resume));
    EXPECT_EQ(clinic.view(infusion).record.steps.back().rate, mlPerHour(40'000));
}

TEST_F(Steps, ATimeLiesBetweenTheOpeningAndNow) {
    clinic.prepare(infusion);
    const auto opened = clinic.clock.now();
    clinic.clock.advance(minutes(10));
    refuse(HasProblem("at", Rule::BeforeStart), StepKind::Start, {}, opened.plus(minutes(-1)));
    refuse(HasProblem("at", Rule::InFuture), StepKind::Start, {}, opened.plus(minutes(11)));
    need(record(StepKind::Start, {}, opened.plus(minutes(5))));
    refuse(HasProblem("at", Rule::BeforeStart), StepKind::Pause, "r", opened.plus(minutes(4)));
    const auto step = clinic.view(infusion).record.steps.front();
    EXPECT_EQ(step.head.observedAt, opened.plus(minutes(5)));
    EXPECT_EQ(step.head.recordedAt, opened.plus(minutes(10)));
}

TEST_F(Steps, AClockSetBackBeforeTheProgramIsStartedAgainDoesNotTurnTheRecordAround) {
    start();
    clinic.clock.advance(minutes(30));
    need(record(StepKind::Pause, "line"));
    const auto paused = clinic.clock.now();
    clinic.clock.set(paused.plus(std::chrono::hours(-1)));
    clinic.steady.adopt();
    need(record(StepKind::Resume));
    auto view = clinic.view(infusion);
    EXPECT_EQ(view.record.steps.back().kind, StepKind::Resume);
    EXPECT_EQ(view.record.steps.back().head.recordedAt, paused);
    EXPECT_EQ(view.asOf, paused);
    clinic.clock.set(paused.plus(minutes(60)));
    clinic.steady.adopt();
    need(record(StepKind::Stop));
    EXPECT_EQ(clinic.view(infusion).delivery.dose, mg(35'000));
}

TEST_F(Steps, VitalsAreDueFromTheStartToTheStop) {
    EXPECT_EQ(clinic.view(infusion).due, std::nullopt);
    start();
    const auto started = clinic.clock.now();
    need(clinic.services.infusions.recordVitals(clinic.nurse, someVitals(infusion)));
    clinic.clock.advance(minutes(16));
    ASSERT_TRUE(clinic.view(infusion).due);
    EXPECT_EQ(clinic.view(infusion).due->dueAt, started.plus(minutes(15)));
    EXPECT_FALSE(clinic.view(infusion).due->isOverdue(clinic.clock.now()));
    clinic.clock.advance(minutes(5));
    EXPECT_TRUE(clinic.view(infusion).due->isOverdue(clinic.clock.now()));
}

// Berlin sets its clocks forward in the middle of this infusion.
TEST(DaylightSaving, DoesNotShortenAnInfusion) {
    TestClinic clinic("2025-03-30T00:30:00+00:00");
    const auto zone = FakeTimeZone::berlin();
    clinic.clock.follow(zone);
    auto request = anOrder(clinic.patient(), clinic.signedProtocol(), date("2025-03-31"));
    const auto course = need(clinic.services.courses.order(clinic.physician, request));
    const auto infusion = need(clinic.services.infusions.open(clinic.nurse, clinic.planned(course, 1).id));
    clinic.prepare(infusion);
    clinic.step(infusion, StepKind::Start);
    EXPECT_EQ(clinic.view(infusion).record.steps.front().head.observedAt.offsetMinutes(), 60);
    clinic.clock.advance(minutes(90));
    clinic.step(infusion, StepKind::Stop);
    const auto view = clinic.view(infusion);
    EXPECT_EQ(view.record.steps.back().head.observedAt.offsetMinutes(), 120);
    EXPECT_EQ(view.delivery.runningTime, minutes(90));
    EXPECT_EQ(view.delivery.dose, mg(35'000));
    EXPECT_EQ(view.record.infusion.date, date("2025-03-30"));
}

} // namespace
} // namespace chairside::test
