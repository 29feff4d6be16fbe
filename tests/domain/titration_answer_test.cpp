// Whether an order followed what was suggested.
#include "core/domain/course/titration_answer.h"

#include <gtest/gtest.h>

namespace chairside::domain {
namespace {

constexpr auto kHalf = DosePerKg::ofRaw(500);
constexpr auto kMore = DosePerKg::ofRaw(600);

TitrationSuggestion suggestion(TitrationAction action, std::optional<DosePerKg> perKg, TitrationRule rule) {
    TitrationSuggestion made{action, perKg, {}};
    made.reasons.push_back({TitrationRule::PoorlyTolerated, false, 1, "nausea", {}, 1}); // speaks against
    made.reasons.push_back({rule, true, 100, {}, {}, 0});
    return made;
}

struct AnswerCase {
    TitrationAction action;
    std::optional<DosePerKg> suggested;
    OrderKind kind;
    DosePerKg ordered;
    TitrationOutcome outcome;
};

TEST(TitrationAnswer, TellsWhetherTheOrderIsWhatWasSuggested) {
    using enum TitrationAction;
    using enum TitrationOutcome;
    const AnswerCase cases[] = {
        {Increase, kMore, OrderKind::Change, kMore, Followed},
        {Increase, kMore, OrderKind::Change, kHalf, Changed},
        {Increase, kMore, OrderKind::Keep, kHalf, Changed},
        {Increase, kMore, OrderKind::Stop, kHalf, Changed},
        {Hold, kHalf, OrderKind::Keep, kHalf, Followed},
        {Hold, kHalf, OrderKind::Change, kMore, Changed},
        {Decrease, kHalf, OrderKind::Change, kHalf, Followed},
        {Decrease, kHalf, OrderKind::Stop, kMore, Changed},
        {StopAndReview, std::nullopt, OrderKind::Stop, kHalf, Followed},
        {StopAndReview, std::nullopt, OrderKind::Hold, kHalf, Followed},
        {StopAndReview, std::nullopt, OrderKind::Keep, kHalf, Changed},
        {Review, std::nullopt, OrderKind::Change, kMore, Changed},
    };
    for (const auto& one : cases) {
        const auto made = suggestion(one.action, one.suggested, TitrationRule::GoodResponse);
        EXPECT_EQ(outcomeOf(made, one.kind, one.ordered), one.outcome)
            << static_cast<int>(one.action) << " answered by " << static_cast<int>(one.kind);
    }
}

TEST(TitrationAnswer, TheRuleThatDecidedIsTheFirstThatSpeaksForIt) {
    EXPECT_EQ(decidingRule(suggestion(TitrationAction::Increase, kMore, TitrationRule::PoorResponse)),
              TitrationRule::PoorResponse);
    EXPECT_EQ(decidingRule(suggestion(TitrationAction::TooFewData, std::nullopt, TitrationRule::TooFewScores)),
              std::nullopt)
        << "nothing was suggested, so nothing is answered";
}

} // namespace
} // namespace chairside::domain
