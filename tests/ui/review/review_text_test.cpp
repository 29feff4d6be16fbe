// The words of the review.
#include "ui/review/review_text.h"

#include <gmock/gmock.h>

#include "tests/ui/charts/course_story.h"

namespace chairside::ui {
namespace {

using domain::TitrationAction;
using domain::TitrationRule;
using test::CourseStory;

domain::TitrationReason reason(TitrationRule rule, std::optional<std::int64_t> value, std::string text = {}) {
    return {.rule = rule,
            .supports = true,
            .value = value,
            .text = std::move(text),
            .date = test::day("2025-01-13"),
            .ordinal = 3};
}

TEST(SuggestionText, HasWordsForEveryActionAndNeverTellsAnybodyToGive) {
    const domain::DosePerKg dose = domain::DosePerKg::ofRaw(500);
    const auto text = [&](TitrationAction action) {
        return suggestionText({action, dose, {}});
    };
    EXPECT_EQ(text(TitrationAction::Hold), QStringLiteral("Stay at 0.5 mg per kg"));
    EXPECT_EQ(text(TitrationAction::Increase), QStringLiteral("Raise to 0.5 mg per kg"));
    EXPECT_EQ(text(TitrationAction::Decrease), QStringLiteral("Lower to 0.5 mg per kg"));
    EXPECT_EQ(text(TitrationAction::StopAndReview), QStringLiteral("Stop and review"));
    EXPECT_EQ(text(TitrationAction::Review), QStringLiteral("Review: no benefit so far"));
    EXPECT_EQ(text(TitrationAction::TooFewData), QStringLiteral("Too few data to suggest a dose"));
}

TEST(ReasonText, CarriesItsValueItsPlaceAndItsDate) {
    auto review = test::usualCourse().review();
    review.protocol.rules.titration = {.goodResponsePercent = 30, .noBenefitInfusions = 3, .minScores = 2};
    EXPECT_EQ(reasonText(reason(TitrationRule::SeriousEvent, 3, "hypertension"), review),
              QStringLiteral("hypertension, grade 3, infusion 3, 13-Jan-2025"));
    EXPECT_EQ(reasonText(reason(TitrationRule::PoorlyTolerated, 4, "dissociation"), review),
              QStringLiteral("dissociation 4, infusion 3, 13-Jan-2025"));
    const domain::TitrationReason good{
        .rule = TitrationRule::GoodResponse, .value = 459, .text = {}, .date = test::day("2025-01-23")};
    EXPECT_EQ(reasonText(good, review), QStringLiteral("pain down 46 % (7.4 → 4), 23-Jan-2025"));
    EXPECT_EQ(reasonText({.rule = TitrationRule::TooFewScores, .value = 1, .text = {}, .date = {}}, review),
              QStringLiteral("1 of 2 pain scores needed"));
    EXPECT_EQ(reasonText({.rule = TitrationRule::AtMaximum, .value = 1000, .text = {}, .date = {}}, review),
              QStringLiteral("a further step would pass the maximum of 1 mg per kg"));
    EXPECT_EQ(reasonText({.rule = TitrationRule::NoBaseline, .value = {}, .text = {}, .date = {}}, review),
              QStringLiteral("no baseline was recorded"));
    EXPECT_EQ(ruleId(TitrationRule::SeriousEvent), QStringLiteral("T-1"));
    EXPECT_EQ(ruleId(TitrationRule::NoBaseline), QStringLiteral("T-8"));
}

TEST(ResponderText, ShowsADecimalWhereAWholePerCentWouldContradictTheAnswer) {
    EXPECT_EQ(responderText(test::usualCourse().review()), QStringLiteral("Responder: yes, 46 % better (30 % needed)"));
    const auto close = CourseStory().baselineMean(test::points(7100)).given("2025-01-06", 5, 3).review();
    EXPECT_EQ(responderText(close), QStringLiteral("Responder: no, 29.6 % better (30 % needed)"));
    EXPECT_EQ(responderText(CourseStory().given("2025-01-06", 5, 3).review()),
              QStringLiteral("Responder: cannot be told, no baseline was recorded"));
    EXPECT_EQ(responderText(CourseStory().baseline("2025-01-03", 0).given("2025-01-06", 5, 3).review()),
              QStringLiteral("Responder: cannot be told, the baseline is 0"));
}

TEST(NextDecisionText, FollowsTheWindowAndThePostponement) {
    auto review = test::usualCourse().completed().today("2025-02-01").review();
    EXPECT_EQ(nextDecisionText(review), QStringLiteral("Next decision: from 20-Feb-2025"));
    EXPECT_EQ(windowDayText(review.window), QStringLiteral("now day 9"));
    review = test::usualCourse().completed().today("2025-02-20").review();
    EXPECT_EQ(nextDecisionText(review), QStringLiteral("Next decision: by 06-Mar-2025"));
    review = test::usualCourse().completed().today("2025-03-07").review();
    EXPECT_EQ(nextDecisionText(review), QStringLiteral("Next decision: overdue since 07-Mar-2025"));
    review.decisions.push_back({.id = domain::DecisionId(test::madeUpUuid()),
                                .course = review.course.id,
                                .kind = domain::DecisionKind::Postpone,
                                .until = test::day("2025-04-01"),
                                .reason = "still well",
                                .decidedBy = domain::AccountId(test::madeUpUuid()),
                                .decidedAt = base::Instant::of(0, 0)});
    EXPECT_EQ(nextDecisionText(review), QStringLiteral("Next decision: 01-Apr-2025"));
    EXPECT_EQ(nextDecisionText(test::usualCourse().review()), QStringLiteral("Next decision: after the course"));
}

} // namespace
} // namespace chairside::ui
