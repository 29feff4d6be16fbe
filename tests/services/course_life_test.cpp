// A course from the order to the re-treatment decision, as the people of a clinic go through it.
#include "tests/support/core/service_fixture.h"

namespace chairside::test {
namespace {

using domain::PlanState;
using services::NextStep;
using services::Reading;

class CourseLife : public ServiceTest {
protected:
    domain::PatientId anna = clinic.patient();

    NextStep nextFor(const services::Actor& actor) {
        return need(clinic.services.patients.overview(actor, anna, Reading::Refresh)).next;
    }
};

TEST_F(CourseLife, GoesFromTheOrderToTheDecision) {
    EXPECT_EQ(nextFor(clinic.physician), NextStep::OrderCourse);
    EXPECT_EQ(nextFor(clinic.nurse), NextStep::WaitForOrder);

    const auto course = clinic.orderedCourse(anna, {{date("2025-01-03"), 8}, {date("2025-01-05"), 7}});
    EXPECT_EQ(nextFor(clinic.physician), NextStep::ReviewCourse);
    EXPECT_EQ(nextFor(clinic.nurse), NextStep::OpenInfusion);

    clinic.giveAll(course, {8, 7, 6, 5, 4, 4});

    const auto review = clinic.review(course);
    EXPECT_EQ(review.course.state, domain::CourseState::Completed);
    EXPECT_EQ(review.course.closedOn, date("2025-01-23"));
    EXPECT_EQ(review.baseline, domain::Score::ofRaw(7'500));
    EXPECT_EQ(review.baselineScores, 2);
    EXPECT_EQ(review.durableScores, 5);
    EXPECT_EQ(review.durableExpected, 5);
    EXPECT_EQ(review.latest, domain::Score::ofWhole(4));
    EXPECT_EQ(review.overall.reductionPermille, 467);
    EXPECT_EQ(review.window.opens, date("2025-02-20"));
    EXPECT_EQ(review.window.closes, date("2025-03-06"));
    EXPECT_EQ(nextFor(clinic.nurse), NextStep::RecordFollowUp);

    clinic.goTo(date("2025-02-21"));
    need(clinic.services.courses.recordFollowUp(
        clinic.nurse,
        {course, domain::AssessmentKind::FollowUp, date("2025-02-20"), domain::RecallFrame::Average24h, 5, {}}));
    EXPECT_EQ(nextFor(clinic.physician), NextStep::DecideRetreatment);
    EXPECT_EQ(nextFor(clinic.nurse), NextStep::None);

    need(clinic.services.courses.decideRetreatment(clinic.physician,
                                                   {course, domain::DecisionKind::Retreat, {}, "good response"}));
    EXPECT_EQ(nextFor(clinic.physician), NextStep::OrderCourse);

    clinic.goTo(date("2025-02-24"));
    const auto second = clinic.orderedCourse(anna);
    EXPECT_EQ(clinic.review(second).course.number, 2);
    EXPECT_EQ(clinic.review(second).otherCourses.size(), 1U);
}

TEST_F(CourseLife, WritesEveryDoseAndDateIntoTheOverview) {
    const auto course = clinic.orderedCourse(anna);
    clinic.give(course, 1, 8, 3);
    const auto overview = need(clinic.services.patients.overview(clinic.nurse, anna, Reading::Refresh));

    ASSERT_EQ(overview.courses.size(), 1U);
    const auto& summary = overview.courses.front();
    EXPECT_EQ(summary.planned.size(), 6U);
    EXPECT_EQ(summary.doses.front(), mg(35'000));
    EXPECT_EQ(summary.doses.back(), std::nullopt);
    EXPECT_EQ(summary.planned.front().state, PlanState::Given);
    EXPECT_EQ(overview.weight, kg(70'000));
    EXPECT_EQ(overview.weighedOn, date("2025-01-06"));
    EXPECT_EQ(overview.baseline, domain::Score::ofWhole(8));
    ASSERT_EQ(overview.pain.size(), 1U);
    EXPECT_EQ(overview.pain.front().after, domain::Score::ofWhole(3));
    ASSERT_TRUE(overview.latestVitals);
    EXPECT_EQ(overview.latestVitals->row.systolic, 128);
    EXPECT_EQ(overview.nextDate, date("2025-01-09"));
    EXPECT_EQ(overview.next, NextStep::None);
}

TEST_F(CourseLife, ASkippedInfusionStaysInThePlanWithItsReason) {
    const auto course = clinic.orderedCourse(anna);
    clinic.give(course, 1, 8, 3);
    clinic.goTo(date("2025-01-09"));
    need(clinic.services.courses.recordNotGiven(clinic.nurse, clinic.planned(course, 2).id, PlanState::Missed, "snow"));
    need(clinic.services.courses.recordNotGiven(clinic.nurse, clinic.planned(course, 3).id, PlanState::Declined,
                                                "tired"));

    EXPECT_EQ(clinic.planned(course, 2).state, PlanState::Missed);
    EXPECT_EQ(clinic.planned(course, 2).reason, "snow");
    EXPECT_EQ(clinic.planned(course, 3).state, PlanState::Declined);
    EXPECT_THAT(clinic.services.infusions.open(clinic.nurse, clinic.planned(course, 2).id),
                FailsWith(base::Code::WrongState));
    const auto review = clinic.review(course);
    EXPECT_EQ(review.durableExpected, 1); // infusion 2; the third day has not come yet
    EXPECT_EQ(review.durableScores, 0);
}

TEST_F(CourseLife, IsCompleteWhenTheLastOpenInfusionIsMissed) {
    const auto course = clinic.orderedCourse(anna);
    for (int ordinal = 1; ordinal <= 5; ++ordinal)
        clinic.give(course, ordinal, 8, 5);
    clinic.goTo(date("2025-01-23"));
    need(clinic.services.courses.recordNotGiven(clinic.nurse, clinic.planned(course, 6).id, PlanState::Missed, "ill"));

    const auto review = clinic.review(course);
    EXPECT_EQ(review.course.state, domain::CourseState::Completed);
    EXPECT_EQ(review.window.state, domain::WindowState::BeforeWindow);
    EXPECT_EQ(review.window.opens, date("2025-01-20").plusDays(28)); // from the last given one
}

TEST_F(CourseLife, StopCancelsWhatIsStillPlanned) {
    const auto course = clinic.orderedCourse(anna);
    clinic.give(course, 1, 8, 5);
    need(clinic.services.courses.decideDose(clinic.physician,
                                            {course, domain::OrderKind::Stop, {}, "severe reaction", kPassword}));
    const auto review = clinic.review(course);
    EXPECT_EQ(review.course.state, domain::CourseState::Stopped);
    EXPECT_EQ(review.course.stopReason, "severe reaction");
    EXPECT_EQ(review.orders.back().kind, domain::OrderKind::Stop);
    EXPECT_EQ(clinic.planned(course, 1).state, PlanState::Given);
    for (int ordinal = 2; ordinal <= 6; ++ordinal) {
        EXPECT_EQ(clinic.planned(course, ordinal).state, PlanState::Cancelled);
    }
    EXPECT_EQ(review.window.state, domain::WindowState::BeforeWindow);
    EXPECT_THAT(clinic.services.infusions.open(clinic.nurse, clinic.planned(course, 2).id),
                FailsWith(base::Code::WrongState));
}

TEST_F(CourseLife, AnInfusionInHandIsFinishedAlthoughItsCourseWasStopped) {
    const auto course = clinic.orderedCourse(anna);
    const auto infusion = clinic.runningInfusion(course);
    need(
        clinic.services.courses.decideDose(clinic.physician, {course, domain::OrderKind::Stop, {}, "stop", kPassword}));
    EXPECT_EQ(nextFor(clinic.nurse), NextStep::ContinueInfusion);
    clinic.finish(infusion);
    EXPECT_EQ(clinic.planned(course, 1).state, PlanState::Given);
    EXPECT_EQ(clinic.review(course).course.state, domain::CourseState::Stopped);
}

TEST_F(CourseLife, AChangedDoseIsPreparedFromTheNextInfusionOn) {
    const auto course = clinic.orderedCourse(anna);
    clinic.give(course, 1, 8, 7);
    need(clinic.services.courses.decideDose(
        clinic.physician, {course, domain::OrderKind::Change, perKg(600), "little relief", kPassword}));
    const auto second = clinic.give(course, 2, 7, 5);
    EXPECT_EQ(clinic.view(second).record.doseChecks.front().dose, mg(42'000));
    EXPECT_EQ(clinic.view(second).order.version, 2);
    const auto review = clinic.review(course);
    EXPECT_EQ(review.points[0].perKg, perKg(500));
    EXPECT_EQ(review.points[1].perKg, perKg(600));
}

} // namespace
} // namespace chairside::test
