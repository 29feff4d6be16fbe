// What a physician reads: baseline, the two series, titration from real records.
#include "tests/support/core/service_fixture.h"

namespace chairside::test {
namespace {

using domain::PainMoment;
using domain::Score;
using domain::TitrationAction;
using domain::TitrationRule;

class Review : public ServiceTest {
protected:
    domain::PatientId anna = clinic.patient();

    domain::CourseId courseWith(std::vector<services::BaselineScore> baseline = {}) {
        return clinic.orderedCourse(anna, std::move(baseline));
    }
    // One infusion with an event of that grade and that dissociation.
    void giveWith(const domain::CourseId& course, int ordinal, int before, int grade,
                  std::optional<int> dissociation = {}) {
        const auto infusion = clinic.openInfusion(course, ordinal);
        clinic.pain(infusion, PainMoment::Before, before);
        clinic.prepare(infusion);
        clinic.step(infusion, domain::StepKind::Start);
        if (grade > 0) {
            services::EventEntry event{infusion, "nausea", {}, grade, {}, {}, {}, {}, {}};
            need(clinic.services.infusions.recordEvent(clinic.nurse, event));
        }
        if (dissociation) {
            auto vitals = someVitals(infusion);
            vitals.dissociation = dissociation;
            need(clinic.services.infusions.recordVitals(clinic.nurse, vitals));
        }
        clinic.finish(infusion);
    }
};

TEST_F(Review, BaselineIsTheMeanOfTheProtocolsDays) {
    const auto course = courseWith({{date("2024-12-30"), 6}, {date("2024-12-29"), 10}, {date("2025-01-06"), 9}});
    const auto review = clinic.review(course);
    EXPECT_EQ(review.baseline, Score::ofRaw(7'500)); // seven days before, and the day itself; not eight
    EXPECT_EQ(review.baselineScores, 2);
}

TEST_F(Review, WithoutAssessmentsTheScoreBeforeTheFirstInfusionIsTheBaseline) {
    const auto course = courseWith();
    EXPECT_EQ(clinic.review(course).baseline, std::nullopt);
    clinic.give(course, 1, 8, 3);
    EXPECT_EQ(clinic.review(course).baseline, Score::ofWhole(8));
    EXPECT_EQ(clinic.review(course).baselineScores, 1);
}

TEST_F(Review, AnAssessmentOutranksTheScoreBeforeTheFirstInfusion) {
    const auto course = courseWith({{date("2025-01-05"), 6}});
    clinic.give(course, 1, 9, 3);
    EXPECT_EQ(clinic.review(course).baseline, Score::ofWhole(6));
}

TEST_F(Review, TheTwoSeriesAreNeverJoined) {
    const auto course = courseWith({{date("2025-01-05"), 8}});
    clinic.give(course, 1, 8, 2);
    clinic.give(course, 2, 6, 1);
    const auto review = clinic.review(course);
    EXPECT_EQ(review.points[0].sameDay.reductionPermille, 750);
    EXPECT_EQ(review.points[0].durable.category, domain::ResponseCategory::NotEvaluable);
    EXPECT_EQ(review.points[1].durable.reductionPermille, 250);
    EXPECT_EQ(review.latest, Score::ofWhole(6));
    EXPECT_EQ(review.latestOrdinal, 2);
    EXPECT_EQ(review.overall.reductionPermille, 250);
}

TEST_F(Review, CountsWhatIsExpectedByNowAndWhatIsThere) {
    const auto course = courseWith();
    clinic.give(course, 1, 8, 4);
    const auto second = clinic.openInfusion(course, 2);
    clinic.prepare(second);
    clinic.step(second, domain::StepKind::Start);
    clinic.finish(second); // without scores
    clinic.goTo(date("2025-01-13"));
    const auto review = clinic.review(course);
    EXPECT_EQ(review.durableExpected, 2);
    EXPECT_EQ(review.durableScores, 0);
    EXPECT_EQ(review.overall.reason, domain::NotEvaluableReason::ScoreMissing);
}

TEST_F(Review, AFollowUpIsTheNewestDurableScore) {
    const auto course = courseWith();
    clinic.giveAll(course, {8, 7, 6, 5, 4, 4});
    clinic.goTo(date("2025-02-20"));
    need(clinic.services.courses.recordFollowUp(
        clinic.nurse,
        {course, domain::AssessmentKind::FollowUp, date("2025-02-20"), domain::RecallFrame::Average24h, 6, {}}));
    const auto review = clinic.review(course);
    EXPECT_EQ(review.latest, Score::ofWhole(6));
    EXPECT_EQ(review.latestOrdinal, 0);
    EXPECT_EQ(review.relapsed, true); // 8 to 4 and back to 6
    EXPECT_EQ(review.window.state, domain::WindowState::InWindow);
}

TEST_F(Review, ADayThatWasMissedBeforeTheFirstInfusionIsNoPartOfTheSeries) {
    const auto course = courseWith();
    need(clinic.services.courses.recordNotGiven(clinic.nurse, clinic.planned(course, 1).id, domain::PlanState::Missed,
                                                "ill"));
    clinic.give(course, 2, 8, 4);
    clinic.give(course, 3, 6, 4);
    const auto review = clinic.review(course);
    EXPECT_EQ(review.baseline, Score::ofWhole(8));
    EXPECT_EQ(review.durableScores, 1);
    EXPECT_EQ(review.durableExpected, 1);
}

TEST_F(Review, TitrationNeedsEnoughScores) {
    const auto course = courseWith();
    clinic.give(course, 1, 8, 4);
    clinic.give(course, 2, 7, 4);
    const auto titration = clinic.review(course).titration;
    EXPECT_EQ(titration.action, TitrationAction::TooFewData);
    ASSERT_FALSE(titration.reasons.empty());
    EXPECT_EQ(titration.reasons.front().rule, TitrationRule::TooFewScores);
    EXPECT_EQ(titration.reasons.front().value, 1);
}

TEST_F(Review, PoorResponseAndGoodToleranceIsAStepUp) {
    const auto course = courseWith();
    clinic.giveAll(course, {8, 8, 7});
    const auto titration = clinic.review(course).titration;
    EXPECT_EQ(titration.action, TitrationAction::Increase);
    EXPECT_EQ(titration.perKg, perKg(600));
}

TEST_F(Review, AGoodResponseIsHeld) {
    const auto course = courseWith();
    clinic.giveAll(course, {8, 6, 5});
    EXPECT_EQ(clinic.review(course).titration.action, TitrationAction::Hold);
}

TEST_F(Review, AModerateEventLowersTheDose) {
    const auto course = courseWith();
    clinic.giveAll(course, {8, 6});
    giveWith(course, 3, 5, 2);
    const auto titration = clinic.review(course).titration;
    EXPECT_EQ(titration.action, TitrationAction::Decrease);
    EXPECT_EQ(titration.perKg, perKg(400));
}

TEST_F(Review, DissociationBeyondWhatIsToleratedLowersTheDose) {
    const auto course = courseWith();
    clinic.giveAll(course, {8, 6});
    giveWith(course, 3, 5, 0, 3);
    EXPECT_EQ(clinic.review(course).titration.action, TitrationAction::Decrease);
}

TEST_F(Review, ASevereEventStops) {
    const auto course = courseWith();
    giveWith(course, 1, 8, 3);
    EXPECT_EQ(clinic.review(course).titration.action, TitrationAction::StopAndReview);
}

TEST_F(Review, TheCurrentDoseIsTheOneThatStands) {
    const auto course = courseWith();
    clinic.giveAll(course, {8, 8, 7});
    need(clinic.services.courses.decideDose(
        clinic.physician, {course, domain::OrderKind::Change, perKg(600), "little relief", kPassword}));
    EXPECT_EQ(clinic.review(course).titration.perKg, perKg(700));
}

} // namespace
} // namespace chairside::test
