// The re-treatment list: every patient in exactly one group, nobody ever missing.
#include <random>
#include <set>

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
    EXPECT_EQ(groupOn("2025-02-27"), RetreatmentGroup::InWindow);
    EXPECT_EQ(groupOn("2025-02-28"), RetreatmentGroup::DueThisWeek) << "closes within the six days after";
    EXPECT_EQ(groupOn("2025-03-06"), RetreatmentGroup::DueThisWeek);
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
    EXPECT_FALSE(list().front().postponedReason.empty());
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

// Whatever happens to courses, in any order, every patient with a course has exactly one row.
TEST_F(Retreatment, NobodyEverDropsOffTheList) {
    std::mt19937 random(20250106);
    const auto one = [&random](int of) {
        return std::uniform_int_distribution<int>(0, of - 1)(random);
    };
    std::vector<domain::CourseId> courses{course};
    std::set<domain::PatientId> patients{anna};
    for (int at = 0; at < 11; ++at) {
        const auto number = std::to_string(at);
        patients.insert(clinic.patient(aPatient("Pat" + number, "Random", "KC 9" + number, "1970-01-01")));
    }
    for (const auto& patient : patients)
        if (patient != anna) courses.push_back(clinic.orderedCourse(patient));
    for (int ordinal = 1; ordinal <= 2; ++ordinal)
        for (const auto& each : courses)
            if (one(3) != 0) clinic.give(each, ordinal, 4 + one(5), one(5));
    for (const auto& each : courses) {
        if (one(4) == 0) continue;
        need(clinic.services.courses.decideDose(clinic.physician,
                                                {each, domain::OrderKind::Stop, {}, "moved", kPassword}));
    }
    for (int days = 0; days < 90; days += 6) {
        clinic.goTo(date("2025-01-10").plusDays(days));
        const auto today = clinic.clock.now().localDate();
        const auto& each = courses[static_cast<std::size_t>(one(static_cast<int>(courses.size())))];
        // A refusal, for example while the course runs, is as good: nothing may be lost by it either.
        if (one(2) == 0) {
            (void)clinic.services.courses.recordFollowUp(
                clinic.nurse, {.course = each, .date = today, .pain = one(11), .missing = {}});
        } else {
            const auto kind = static_cast<DecisionKind>(one(3));
            const auto until =
                kind == DecisionKind::Postpone ? std::optional(today.plusDays(1 + one(20))) : std::nullopt;
            (void)clinic.services.courses.decideRetreatment(clinic.physician, {each, kind, until, "reason"});
        }
        std::multiset<domain::PatientId> listed;
        for (const auto& row : list()) {
            listed.insert(row.patient.id);
            const bool decided = row.group == RetreatmentGroup::Decided;
            const auto decisions = clinic.review(row.course.id).decisions;
            EXPECT_EQ(decided, !decisions.empty() && decisions.back().kind != DecisionKind::Postpone);
        }
        EXPECT_EQ(listed, std::multiset<domain::PatientId>(patients.begin(), patients.end())) << "day " << days;
    }
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
