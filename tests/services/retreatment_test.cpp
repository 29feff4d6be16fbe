// The re-treatment list: every patient in exactly one group, nobody ever missing.
#include "tests/support/core/service_fixture.h"

namespace chairside::test {
namespace {

using domain::DecisionKind;
using services::RetreatmentGroup;

class Retreatment : public ServiceTest {
protected:
    domain::PatientId anna = clinic.patient();
    domain::CourseId course = clinic.orderedCourse(anna);

    // The last infusion is on 23-Jan-2025: the window is 20-Feb to 06-Mar-2025.
    void complete() { clinic.giveAll(course, {8, 7, 6, 5, 4, 4}); }
    void followUp(const char* on, int pain) {
        clinic.goTo(date(on));
        need(clinic.services.courses.recordFollowUp(
            clinic.nurse,
            {course, domain::AssessmentKind::FollowUp, date(on), domain::RecallFrame::Average24h, pain, {}}));
    }
    void decide(DecisionKind kind, std::optional<base::CalendarDate> until = {}) {
        need(clinic.services.courses.decideRetreatment(clinic.physician, {course, kind, until, "reason"}));
    }
    std::vector<services::RetreatmentRow> list() {
        return need(clinic.services.reviews.retreatmentList(clinic.physician));
    }
    RetreatmentGroup groupOn(const char* day) {
        clinic.goTo(date(day));
        const auto rows = list();
        EXPECT_EQ(rows.size(), 1U);
        return rows.front().group;
    }
};

TEST_F(Retreatment, ARunningCourseIsListedAsSuch) {
    EXPECT_EQ(groupOn("2025-01-07"), RetreatmentGroup::CourseRunning);
}

TEST_F(Retreatment, WithoutAFollowUpTheWindowIsAGroupOfItsOwn) {
    complete();
    EXPECT_EQ(groupOn("2025-02-19"), RetreatmentGroup::BeforeWindow);
    EXPECT_EQ(groupOn("2025-02-20"), RetreatmentGroup::FollowUpMissing);
    EXPECT_EQ(groupOn("2025-03-06"), RetreatmentGroup::FollowUpMissing);
    EXPECT_EQ(groupOn("2025-04-06"), RetreatmentGroup::FollowUpMissing);
}

TEST_F(Retreatment, WithAFollowUpTheWindowOpensAndLapses) {
    complete();
    followUp("2025-02-10", 5);
    EXPECT_EQ(groupOn("2025-02-19"), RetreatmentGroup::BeforeWindow);
    EXPECT_EQ(groupOn("2025-02-20"), RetreatmentGroup::InWindow);
    EXPECT_EQ(groupOn("2025-03-06"), RetreatmentGroup::InWindow);
    EXPECT_EQ(groupOn("2025-03-07"), RetreatmentGroup::Overdue);
}

TEST_F(Retreatment, HalfOfTheGainLostBeforeTheWindowIsAnEarlyRelapse) {
    complete();
    followUp("2025-02-03", 5);
    EXPECT_EQ(groupOn("2025-02-03"), RetreatmentGroup::BeforeWindow);
    followUp("2025-02-05", 6);
    EXPECT_EQ(groupOn("2025-02-05"), RetreatmentGroup::EarlyRelapse);
}

TEST_F(Retreatment, APostponementLastsUntilItsDate) {
    complete();
    followUp("2025-02-21", 5);
    decide(DecisionKind::Postpone, date("2025-03-20"));
    EXPECT_EQ(groupOn("2025-03-19"), RetreatmentGroup::Postponed);
    EXPECT_EQ(list().front().postponedUntil, date("2025-03-20"));
    EXPECT_EQ(groupOn("2025-03-20"), RetreatmentGroup::Overdue);
}

TEST_F(Retreatment, ADischargedPatientStaysOnTheList) {
    complete();
    followUp("2025-02-21", 5);
    decide(DecisionKind::Discharge);
    EXPECT_EQ(groupOn("2025-06-01"), RetreatmentGroup::Decided);
}

TEST_F(Retreatment, AfterANewOrderTheNewCourseIsListed) {
    complete();
    followUp("2025-02-21", 5);
    decide(DecisionKind::Retreat);
    EXPECT_EQ(groupOn("2025-02-22"), RetreatmentGroup::Decided);
    clinic.goTo(date("2025-02-24"));
    const auto second = clinic.orderedCourse(anna);
    const auto rows = list();
    ASSERT_EQ(rows.size(), 1U);
    EXPECT_EQ(rows.front().course.id, second);
    EXPECT_EQ(rows.front().group, RetreatmentGroup::CourseRunning);
    EXPECT_EQ(rows.front().infusionsGiven, 0);
    EXPECT_EQ(rows.front().infusionsLast365Days, 6);
}

TEST_F(Retreatment, AStoppedCourseCountsFromItsLastGivenInfusion) {
    clinic.give(course, 1, 8, 5);
    need(clinic.services.courses.decideDose(clinic.physician,
                                            {course, domain::OrderKind::Stop, {}, "severe reaction", kPassword}));
    EXPECT_EQ(groupOn("2025-02-02"), RetreatmentGroup::BeforeWindow);
    EXPECT_EQ(groupOn("2025-02-03"), RetreatmentGroup::FollowUpMissing);
}

TEST_F(Retreatment, ACourseWithoutAnyInfusionWaitsForADecision) {
    need(clinic.services.courses.decideDose(clinic.physician,
                                            {course, domain::OrderKind::Stop, {}, "moved", kPassword}));
    EXPECT_EQ(groupOn("2025-01-07"), RetreatmentGroup::Overdue);
    decide(DecisionKind::Discharge);
    EXPECT_EQ(groupOn("2025-01-07"), RetreatmentGroup::Decided);
}

TEST_F(Retreatment, RowsComeByGroupAndThenByDate) {
    complete();
    followUp("2025-02-10", 5);
    const auto other = clinic.patient(aPatient("Robin", "Sample", "KC 2", "1966-02-02"));
    const auto running = clinic.orderedCourse(other);
    clinic.goTo(date("2025-03-07"));
    const auto rows = list();
    ASSERT_EQ(rows.size(), 2U);
    EXPECT_EQ(rows.front().group, RetreatmentGroup::Overdue);
    EXPECT_EQ(rows.front().overall.reductionPermille, 375);
    EXPECT_EQ(rows.front().infusionsGiven, 6);
    EXPECT_EQ(rows.back().course.id, running);
}

} // namespace
} // namespace chairside::test
