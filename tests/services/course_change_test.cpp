// Decisions during and after a course: dose, dates, follow-up scores, re-treatment.
#include "tests/support/core/service_fixture.h"

namespace chairside::test {
namespace {

using base::Code;
using base::Rule;
using domain::AssessmentKind;
using domain::DecisionKind;
using domain::OrderKind;
using domain::PlanState;

class RunningCourse : public ServiceTest {
protected:
    domain::PatientId anna = clinic.patient();
    domain::CourseId course = clinic.orderedCourse(anna);

    base::Done decide(OrderKind kind, std::optional<domain::DosePerKg> dose, const std::string& reason = "reason",
                      const std::string& password = kPassword) {
        return clinic.services.courses.decideDose(clinic.physician, {course, kind, dose, reason, password});
    }
    base::Done move(int ordinal, const char* to) {
        return clinic.services.courses.movePlanned(clinic.nurse, clinic.planned(course, ordinal).id, date(to));
    }
    base::Done notGiven(int ordinal, PlanState state, const std::string& reason = "reason") {
        return clinic.services.courses.recordNotGiven(clinic.nurse, clinic.planned(course, ordinal).id, state, reason);
    }
    base::Done followUp(AssessmentKind kind, const char* on, std::optional<int> pain,
                        std::optional<domain::MissingReason> missing = {}) {
        return clinic.services.courses.recordFollowUp(
            clinic.nurse, {course, kind, date(on), domain::RecallFrame::Average24h, pain, missing});
    }
    base::Done retreat(DecisionKind kind, std::optional<base::CalendarDate> until,
                       const std::string& reason = "reason") {
        return clinic.services.courses.decideRetreatment(clinic.physician, {course, kind, until, reason});
    }
    void stop() { need(decide(OrderKind::Stop, {})); }
};

TEST_F(RunningCourse, KeepIsAnOrderVersionOfItsOwn) {
    need(decide(OrderKind::Keep, {}, "good response"));
    const auto orders = clinic.review(course).orders;
    ASSERT_EQ(orders.size(), 2U);
    EXPECT_EQ(orders.back().version, 2);
    EXPECT_EQ(orders.back().perKg, perKg(500));
    EXPECT_EQ(orders.back().reason, "good response");
}

TEST_F(RunningCourse, AChangeNeedsATypedDoseInsideTheLimits) {
    expectRefused(
        clinic, [&] { return decide(OrderKind::Change, {}); }, HasProblem("dose_per_kg", Rule::Required));
    expectRefused(
        clinic, [&] { return decide(OrderKind::Change, perKg(2'100)); }, HasProblem("dose_per_kg", Rule::AboveLimit));
    expectRefused(
        clinic, [&] { return decide(OrderKind::Change, perKg(50)); }, HasProblem("dose_per_kg", Rule::BelowLimit));
}

TEST_F(RunningCourse, ADoseThatWouldNotBeAppliedIsRefused) {
    expectRefused(
        clinic, [&] { return decide(OrderKind::Keep, perKg(600)); }, HasProblem("dose_per_kg", Rule::NotAllowed));
    expectRefused(
        clinic, [&] { return decide(OrderKind::Initial, {}); }, HasProblem("kind", Rule::NotAllowed));
}

TEST_F(RunningCourse, EveryDecisionNeedsAReasonAndThePassword) {
    expectRefused(
        clinic, [&] { return decide(OrderKind::Stop, {}, " ", ""); },
        ::testing::AllOf(HasProblem("reason", Rule::Required), HasProblem("password", Rule::Required)));
    EXPECT_THAT(decide(OrderKind::Stop, {}, "reason", "wrong"), FailsWith(Code::SignInFailed));
    EXPECT_EQ(clinic.review(course).orders.size(), 1U);
}

TEST_F(RunningCourse, NothingIsDecidedAboutTheDoseOfAStoppedCourse) {
    stop();
    expectRefused(
        clinic, [&] { return decide(OrderKind::Keep, {}); }, FailsWith(Code::WrongState));
}

TEST_F(RunningCourse, ADateMovesInsideThePlan) {
    need(move(2, "2025-01-10"));
    EXPECT_EQ(clinic.planned(course, 2).date, date("2025-01-10"));
}

TEST_F(RunningCourse, AMoveIsCheckedAgainstTheWholePlan) {
    expectRefused(
        clinic, [&] { return move(2, "2025-01-07"); }, HasProblem("date", Rule::GapTooShort));
    expectRefused(
        clinic, [&] { return move(2, "2025-01-11"); }, HasProblem("date", Rule::NotAClinicDay));
    expectRefused(
        clinic, [&] { return move(2, "2025-01-13"); }, HasProblem("date", Rule::Duplicate));
    expectRefused(
        clinic, [&] { return move(2, "2025-01-17"); }, HasProblem("date", Rule::OutOfOrder));
    expectRefused(
        clinic, [&] { return move(6, "2025-02-20"); }, HasProblem("date", Rule::SpanTooLong));
}

TEST_F(RunningCourse, NothingMovesIntoThePast) {
    clinic.clock.advance(std::chrono::days(2));
    expectRefused(
        clinic, [&] { return move(1, "2025-01-07"); }, HasProblem("date", Rule::InPast));
}

TEST_F(RunningCourse, OnlyWhatIsStillPlannedMoves) {
    [[maybe_unused]] const auto infusion = clinic.openInfusion(course);
    expectRefused(
        clinic, [&] { return move(1, "2025-01-08"); }, FailsWith(Code::WrongState));
    stop();
    expectRefused(
        clinic, [&] { return move(2, "2025-01-10"); }, FailsWith(Code::WrongState));
}

TEST_F(RunningCourse, NotGivenNeedsAReasonAndAFittingState) {
    expectRefused(
        clinic, [&] { return notGiven(1, PlanState::Missed, ""); }, HasProblem("reason", Rule::Required));
    expectRefused(
        clinic, [&] { return notGiven(1, PlanState::Given); }, HasProblem("state", Rule::NotAllowed));
    need(notGiven(1, PlanState::Missed));
    expectRefused(
        clinic, [&] { return notGiven(1, PlanState::Declined); }, FailsWith(Code::WrongState));
}

TEST_F(RunningCourse, AnOpenedInfusionCanStillBeDeclinedBeforeTheStart) {
    const auto infusion = clinic.openInfusion(course);
    need(notGiven(1, PlanState::NotGiven, "blood pressure too high"));
    EXPECT_EQ(clinic.planned(course, 1).state, PlanState::NotGiven);
    EXPECT_THAT(clinic.services.infusions.recordDose(clinic.nurse, aDose(infusion)), FailsWith(Code::WrongState));
}

TEST_F(RunningCourse, AStartedInfusionIsNotMissed) {
    [[maybe_unused]] const auto infusion = clinic.runningInfusion(course);
    expectRefused(
        clinic, [&] { return notGiven(1, PlanState::Missed); }, FailsWith(Code::WrongState));
}

TEST_F(RunningCourse, AFollowUpIsAScoreOrAReason) {
    clinic.give(course, 1, 8, 4);
    expectRefused(
        clinic, [&] { return followUp(AssessmentKind::FollowUp, "2025-01-06", {}); },
        HasProblem("pain", Rule::Required));
    expectRefused(
        clinic, [&] { return followUp(AssessmentKind::FollowUp, "2025-01-06", 5, domain::MissingReason::Declined); },
        HasProblem("pain", Rule::NotAllowed));
    expectRefused(
        clinic, [&] { return followUp(AssessmentKind::FollowUp, "2025-01-06", 11); },
        HasProblem("pain", Rule::OutOfRange));
    need(followUp(AssessmentKind::FollowUp, "2025-01-06", {}, domain::MissingReason::Unavailable));
}

TEST_F(RunningCourse, AnAssessmentBelongsToItsSideOfTheCourse) {
    expectRefused(
        clinic, [&] { return followUp(AssessmentKind::FollowUp, "2025-01-06", 5); },
        HasProblem("date", Rule::BeforeStart));
    clinic.give(course, 1, 8, 4);
    clinic.goTo(date("2025-01-08"));
    expectRefused(
        clinic, [&] { return followUp(AssessmentKind::FollowUp, "2025-01-09", 5); },
        HasProblem("date", Rule::InFuture));
    expectRefused(
        clinic, [&] { return followUp(AssessmentKind::FollowUp, "2025-01-05", 5); },
        HasProblem("date", Rule::BeforeStart));
    expectRefused(
        clinic, [&] { return followUp(AssessmentKind::Baseline, "2025-01-07", 5); },
        HasProblem("date", Rule::AfterEnd));
    need(followUp(AssessmentKind::Baseline, "2025-01-05", 9));
    EXPECT_EQ(clinic.review(course).baseline, domain::Score::ofWhole(9));
}

TEST_F(RunningCourse, RetreatmentIsDecidedAfterTheCourse) {
    expectRefused(
        clinic, [&] { return retreat(DecisionKind::Discharge, {}); }, FailsWith(Code::WrongState));
    stop();
    expectRefused(
        clinic, [&] { return retreat(DecisionKind::Discharge, {}, ""); }, HasProblem("reason", Rule::Required));
    expectRefused(
        clinic, [&] { return retreat(DecisionKind::Postpone, {}); }, HasProblem("until", Rule::Required));
    expectRefused(
        clinic, [&] { return retreat(DecisionKind::Postpone, date("2025-01-06")); }, HasProblem("until", Rule::InPast));
    expectRefused(
        clinic, [&] { return retreat(DecisionKind::Discharge, date("2025-02-06")); },
        HasProblem("until", Rule::NotAllowed));
    need(retreat(DecisionKind::Postpone, date("2025-01-07")));
    EXPECT_EQ(clinic.review(course).decisions.size(), 1U);
}

class TitrationAnswers : public RunningCourse {
protected:
    void SetUp() override { course = clinic.orderedCourse(bert, {{date("2025-01-03"), 8}}); }

    domain::TitrationCount countOf(domain::TitrationRule rule) {
        for (const auto& count : need(clinic.services.reviews.titrationCounts(clinic.physician))) {
            if (count.rule == rule) return count;
        }
        return {};
    }
    // Little better, well tolerated: T-5 suggests a step up.
    void giveThreeWithPoorResponse() {
        clinic.give(course, 1, 8, 6);
        need(decide(OrderKind::Keep, {}));
        clinic.give(course, 2, 7, 5);
        need(decide(OrderKind::Keep, {}));
        clinic.give(course, 3, 7, 5);
    }

    domain::PatientId bert = clinic.patient(aPatient("Bert", "Sample", "KC 0777"));
};

TEST_F(TitrationAnswers, AnOrderThatIsWhatWasSuggestedFollowsIt) {
    giveThreeWithPoorResponse();
    const auto suggestion = clinic.review(course).titration;
    ASSERT_EQ(suggestion.action, domain::TitrationAction::Increase);
    const auto before = countOf(domain::TitrationRule::PoorResponse);
    need(decide(OrderKind::Change, suggestion.perKg));
    const auto after = countOf(domain::TitrationRule::PoorResponse);
    EXPECT_EQ(after.followed, before.followed + 1);
    EXPECT_EQ(after.changed, before.changed);
    EXPECT_EQ(after.ignored, before.ignored);
}

TEST_F(TitrationAnswers, AnotherOrderChangesIt) {
    giveThreeWithPoorResponse();
    const auto before = countOf(domain::TitrationRule::PoorResponse);
    need(decide(OrderKind::Stop, {}));
    EXPECT_EQ(countOf(domain::TitrationRule::PoorResponse).changed, before.changed + 1);
}

TEST_F(TitrationAnswers, TheNextInfusionWithoutAnOrderLeavesItWithoutAnAnswer) {
    giveThreeWithPoorResponse();
    const auto before = countOf(domain::TitrationRule::PoorResponse);
    const auto opened = clinic.openInfusion(course, 4);
    EXPECT_EQ(countOf(domain::TitrationRule::PoorResponse).ignored, before.ignored + 1);
    need(clinic.services.infusions.open(clinic.nurse, clinic.planned(course, 4).id));
    EXPECT_EQ(countOf(domain::TitrationRule::PoorResponse).ignored, before.ignored + 1) << "opened once, told once";
    EXPECT_EQ(clinic.plan(course)[3].infusion, opened);
}

TEST_F(TitrationAnswers, NothingIsCountedWhereTooFewDataSuggestNothing) {
    need(decide(OrderKind::Keep, {}));
    clinic.give(course, 1, 8, 6);
    for (const auto& count : need(clinic.services.reviews.titrationCounts(clinic.physician)))
        EXPECT_EQ(count.all(), 0);
}

TEST_F(TitrationAnswers, AreReadByWhoeverMayReadProtocols) {
    EXPECT_THAT(clinic.services.reviews.titrationCounts(clinic.nurse), IsOk());
    EXPECT_EQ(need(clinic.services.reviews.titrationCounts(clinic.physician)).size(), 6U);
}

} // namespace
} // namespace chairside::test
