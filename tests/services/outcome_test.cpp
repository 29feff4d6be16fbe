// Many courses at once: what is counted, what is left out and why, and what a small group does not tell.
#include "tests/support/core/service_fixture.h"

namespace chairside::test {
namespace {

using domain::PainMoment;
using domain::Proportion;
using services::OutcomeGap;
using services::Reading;
using ::testing::DoubleEq;
using ::testing::ElementsAre;
using ::testing::Pair;
using ::testing::UnorderedElementsAre;

// Groups of three and more are told (aPolicy). Every course has its infusions on 06-Jan and 09-Jan-2025.
class OutcomesTest : public ServiceTest {
protected:
    domain::CourseId ordered(int baseline = 8) {
        const auto number = std::to_string(++m_people);
        const auto patient = clinic.patient(aPatient("Ada", "Sample" + number, "KC " + number, "1970-01-01"));
        return clinic.orderedCourse(patient, {{date("2025-01-05"), baseline}});
    }
    // Both infusions of each, with these scores before the second, then stopped.
    std::vector<domain::CourseId> stopped(const std::vector<int>& beforeSecond) {
        std::vector<domain::CourseId> courses;
        for (std::size_t i = 0; i < beforeSecond.size(); ++i)
            courses.push_back(ordered());
        for (const auto& course : courses)
            clinic.give(course, 1, 8, 4);
        for (std::size_t i = 0; i < courses.size(); ++i)
            clinic.give(courses[i], 2, beforeSecond[i], 2);
        for (const auto& course : courses)
            stop(course);
        return courses;
    }
    void stop(const domain::CourseId& course) {
        need(clinic.services.courses.decideDose(clinic.physician,
                                                {course, domain::OrderKind::Stop, {}, "moved away", kPassword}));
    }
    void followUp(const domain::CourseId& course, const char* on, int pain) {
        clinic.goTo(date(on));
        need(clinic.services.courses.recordFollowUp(
            clinic.nurse,
            {course, domain::AssessmentKind::FollowUp, date(on), domain::RecallFrame::Average24h, pain, {}}));
    }
    services::OutcomeQuery year() { return {date("2025-01-01"), date("2025-12-31"), {}}; }
    services::Outcomes read() {
        return need(clinic.services.outcomes.outcomes(clinic.physician, year(), Reading::Refresh));
    }
    std::vector<std::pair<domain::CourseId, OutcomeGap>> gaps(const services::Outcomes& outcomes) {
        std::vector<std::pair<domain::CourseId, OutcomeGap>> all;
        for (const auto& one : outcomes.unjudged)
            all.emplace_back(one.course.id, one.gap);
        return all;
    }

private:
    int m_people = 0;
};

std::vector<int> reductionsOf(const services::Outcomes& outcomes) {
    std::vector<int> all;
    for (const auto& one : outcomes.judged)
        all.push_back(one.reductionPermille);
    return all;
}

TEST_F(OutcomesTest, RespondersHaveTheirDenominatorDefinitionAndInterval) {
    const auto courses = stopped({7, 7, 7, 7});
    followUp(courses[0], "2025-01-20", 9);
    followUp(courses[1], "2025-01-20", 5);
    followUp(courses[2], "2025-01-20", 7);
    followUp(courses[3], "2025-01-20", 4);
    const auto outcomes = read();
    EXPECT_EQ(outcomes.courses, 4);
    EXPECT_EQ(outcomes.started, 4);
    EXPECT_EQ(outcomes.stopped, 4);
    EXPECT_EQ(outcomes.responders, (Proportion{2, 4}));
    ASSERT_TRUE(outcomes.respondersRange);
    EXPECT_NEAR(outcomes.respondersRange->low, 0.1500, 0.00005); // R 4.2.2, stats 4.2.2, prop.test(correct=FALSE)
    EXPECT_NEAR(outcomes.respondersRange->high, 0.8500, 0.00005);
    EXPECT_THAT(reductionsOf(outcomes), ElementsAre(500, 375, 125, -125));
    EXPECT_EQ(outcomes.judged.front().course, courses[3]);
    EXPECT_EQ(outcomes.judged.front().daysAfter, 11);
    EXPECT_TRUE(outcomes.unjudged.empty());
    ASSERT_EQ(outcomes.definitions.size(), 4U); // each was ordered under a version of its own
    EXPECT_EQ(outcomes.definitions.front().responderPercent, 30);
    EXPECT_EQ(outcomes.definitions.front().followUpDays, 42);
    EXPECT_EQ(outcomes.definitions.front().relapsePercent, 50);
}

TEST_F(OutcomesTest, ACompletedCourseIsCountedAsSuch) {
    const auto course = ordered();
    clinic.giveAll(course, {8, 7, 6, 5, 4, 4});
    followUp(course, "2025-02-10", 5);
    const auto outcomes = read();
    EXPECT_EQ(outcomes.completed, 1);
    EXPECT_EQ(outcomes.stopped + outcomes.running, 0);
    EXPECT_EQ(outcomes.responders, (Proportion{1, 1}));
}

TEST_F(OutcomesTest, ACourseThatCannotBeJudgedIsListedWithItsReason) {
    const auto unstarted = ordered();
    const auto running = ordered();
    const auto zero = ordered(0);
    const auto waiting = ordered();
    const auto blank =
        clinic.orderedCourse(clinic.patient(aPatient("Bo", "Blank", "KC 90", "1971-01-01"))); // no score at all
    clinic.give(running, 1, 8, 4);
    clinic.give(zero, 1, 0, 0);
    clinic.give(waiting, 1, 8, 4);
    const auto infusion = clinic.openInfusion(blank, 1);
    clinic.prepare(infusion);
    clinic.step(infusion, domain::StepKind::Start);
    clinic.finish(infusion);
    for (const auto& course : {zero, waiting, blank})
        stop(course);
    EXPECT_THAT(gaps(read()),
                UnorderedElementsAre(Pair(unstarted, OutcomeGap::NotStarted), Pair(running, OutcomeGap::Running),
                                     Pair(zero, OutcomeGap::BaselineZero), Pair(blank, OutcomeGap::BaselineMissing),
                                     Pair(waiting, OutcomeGap::FollowUpPending)));
    EXPECT_EQ(read().responders, (Proportion{0, 0}));
    EXPECT_EQ(read().started, 4);
    EXPECT_EQ(read().unjudged.front().patient.details.name.family, "Sample1");

    clinic.goTo(date("2025-02-17"));
    EXPECT_THAT(gaps(read()), ::testing::Contains(Pair(waiting, OutcomeGap::FollowUpPending)));
    clinic.goTo(date("2025-02-18"));
    EXPECT_THAT(gaps(read()), ::testing::Contains(Pair(waiting, OutcomeGap::FollowUpMissing)));
}

TEST_F(OutcomesTest, OnlyAFollowUpWithinTheProtocolsDaysIsTheEndScore) {
    const auto courses = stopped({7, 7});
    followUp(courses[0], "2025-02-20", 4); // day 42
    followUp(courses[1], "2025-02-21", 4);
    const auto outcomes = read();
    EXPECT_EQ(outcomes.responders, (Proportion{1, 1}));
    EXPECT_EQ(outcomes.judged.front().course, courses[0]);
    EXPECT_THAT(gaps(outcomes), ElementsAre(Pair(courses[1], OutcomeGap::FollowUpMissing)));
}

TEST_F(OutcomesTest, SmallGroupsHaveCountsAndNothingElse) {
    const auto courses = stopped({4, 4});
    followUp(courses[0], "2025-01-20", 4);
    followUp(courses[1], "2025-01-20", 4);
    const auto outcomes = read();
    EXPECT_EQ(outcomes.smallestGroup, 3);
    EXPECT_EQ(outcomes.responders, (Proportion{2, 2}));
    EXPECT_FALSE(outcomes.respondersRange);
    EXPECT_EQ(outcomes.byInfusion.at(0).before.scores, 2);
    EXPECT_FALSE(outcomes.byInfusion.at(0).before.quartiles);
    EXPECT_EQ(outcomes.gainKept.curve.subjects, 2);
    EXPECT_TRUE(outcomes.gainKept.curve.steps.empty());
    EXPECT_EQ(outcomes.adverse.infusions, 4);
}

TEST_F(OutcomesTest, PainIsSpreadOutByInfusionNumberInTwoSeries) {
    stopped({7, 3, 5, 6});
    const auto spread = read().byInfusion;
    ASSERT_EQ(spread.size(), 2U);
    EXPECT_EQ(spread[0].given, 4);
    EXPECT_THAT(spread[0].before.quartiles->median, DoubleEq(8));
    EXPECT_THAT(spread[0].after.quartiles->median, DoubleEq(4));
    EXPECT_EQ(spread[1].ordinal, 2);
    EXPECT_EQ(spread[1].before.scores, 4);
    EXPECT_THAT(spread[1].before.quartiles->lower, DoubleEq(4.5));
    EXPECT_THAT(spread[1].before.quartiles->median, DoubleEq(5.5));
    EXPECT_THAT(spread[1].before.quartiles->upper, DoubleEq(6.25));
}

TEST_F(OutcomesTest, AGainEndsWithRelapseOrReTreatmentAndIsFollowedToTheNewestScore) {
    const auto courses = stopped({4, 4, 4, 8, 4});
    const auto& relapsing = courses[0];
    followUp(relapsing, "2025-01-16", 4);
    followUp(courses[1], "2025-01-20", 5); // a quarter of the gain is lost
    followUp(relapsing, "2025-01-20", 6);  // half of it
    followUp(relapsing, "2025-01-23", 4);
    clinic.goTo(date("2025-01-27"));
    const auto again = clinic.review(courses[2]).patient.id;
    const auto second = clinic.orderedCourse(again);
    clinic.give(second, 1, 7, 4);
    const auto outcomes = read();
    const auto& kept = outcomes.gainKept;
    std::vector<std::pair<int, bool>> observed;
    for (const auto& one : kept.observations)
        observed.emplace_back(one.days, one.event);
    EXPECT_THAT(observed, UnorderedElementsAre(Pair(11, true), Pair(11, false), Pair(18, true), Pair(0, false)));
    EXPECT_EQ(kept.relapsed, 1);
    EXPECT_EQ(kept.retreated, 1);
    EXPECT_EQ(kept.withoutGain, 1);
    EXPECT_EQ(kept.unknown, 0);
    ASSERT_EQ(kept.curve.steps.size(), 3U);
    EXPECT_EQ(kept.curve.steps[1].atRisk, 3);
    EXPECT_NEAR(kept.curve.steps[1].survival, 2.0 / 3, 1e-9);
    EXPECT_EQ(kept.curve.medianDay, 18);
    EXPECT_EQ(outcomes.running, 1);
}

TEST_F(OutcomesTest, AdverseEventsAreCountedOnceInGivenInfusions) {
    const auto course = ordered();
    const auto event = [&](const domain::InfusionId& infusion, int grade,
                           std::optional<services::Correction> corrects) {
        services::EventEntry entry{
            .infusion = infusion, .term = "nausea", .grade = grade, .corrects = std::move(corrects)};
        return need(clinic.services.infusions.recordEvent(clinic.nurse, entry));
    };
    const auto first = clinic.openInfusion(course, 1);
    clinic.prepare(first);
    clinic.step(first, domain::StepKind::Start);
    const auto wrong = event(first, 3, {});
    event(first, 1, services::Correction{wrong, "typed wrongly"});
    event(first, 2, {});
    clinic.finish(first);
    clinic.give(course, 2, 7, 3);
    clinic.give(course, 3, 7, 3);
    const auto adverse = read().adverse;
    EXPECT_EQ(adverse.infusions, 3);
    EXPECT_EQ(adverse.events, 2);
    EXPECT_THAT(adverse.byGrade, ElementsAre(1, 1, 0, 0, 0));
    EXPECT_NEAR(adverse.perHundred.value(), 200.0 / 3, 1e-9);
}

TEST_F(OutcomesTest, APumpThatRunsIsAGivenInfusion) {
    const auto course = ordered();
    static_cast<void>(clinic.runningInfusion(course));
    EXPECT_EQ(read().started, 1);
    EXPECT_EQ(read().adverse.infusions, 1);
}

TEST_F(OutcomesTest, ThePeriodAndTheVersionChooseTheCourses) {
    const auto course = stopped({4}).front();
    auto query = year();
    const auto count = [&] {
        return need(clinic.services.outcomes.outcomes(clinic.nurse, query, Reading::Refresh)).courses;
    };
    query = {date("2025-01-06"), date("2025-01-06"), {}};
    EXPECT_EQ(count(), 1);
    query.version = clinic.review(course).protocol.id;
    EXPECT_EQ(count(), 1);
    query.version = clinic.signedProtocol("study_03");
    EXPECT_EQ(count(), 0);
    query = {date("2025-01-07"), date("2025-12-31"), {}};
    EXPECT_EQ(count(), 0);
    query.version = *domain::ProtocolVersionId::fromText("00000000-0000-7000-8000-000000000001");
    EXPECT_THAT(clinic.services.outcomes.outcomes(clinic.nurse, query, Reading::Refresh),
                FailsWith(base::Code::NotFound));
    query = {date("2025-01-07"), date("2025-01-06"), {}};
    EXPECT_THAT(clinic.services.outcomes.outcomes(clinic.nurse, query, Reading::Refresh),
                FailsWith(base::Code::Invalid));
}

TEST_F(OutcomesTest, OpeningIsAuditedWithThePeriodAndShowingAgainIsNot) {
    clinic.store.forget();
    need(clinic.services.outcomes.outcomes(clinic.physician, year(), Reading::Open));
    ASSERT_EQ(clinic.store.events().size(), 1U);
    EXPECT_EQ(clinic.store.events().front().action, services::AuditAction::View);
    EXPECT_EQ(clinic.store.events().front().subjectKind, "outcomes");
    EXPECT_EQ(clinic.store.events().front().detail, "2025-01-01..2025-12-31");
    static_cast<void>(read());
    EXPECT_EQ(clinic.store.events().size(), 1U);
}

} // namespace
} // namespace chairside::test
