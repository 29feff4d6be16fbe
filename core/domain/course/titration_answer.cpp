#include "core/domain/course/titration_answer.h"

#include <algorithm>

namespace chairside::domain {

std::optional<TitrationRule> decidingRule(const TitrationSuggestion& suggestion) {
    if (suggestion.action == TitrationAction::TooFewData) return std::nullopt;
    const auto decided = std::ranges::find(suggestion.reasons, true, &TitrationReason::supports);
    return decided == suggestion.reasons.end() ? std::nullopt : std::optional(decided->rule);
}

TitrationOutcome outcomeOf(const TitrationSuggestion& suggestion, OrderKind kind, DosePerKg ordered) {
    const bool ended = kind == OrderKind::Stop || kind == OrderKind::Hold;
    if (!suggestion.perKg) return ended ? TitrationOutcome::Followed : TitrationOutcome::Changed;
    const bool dosed = kind == OrderKind::Change || kind == OrderKind::Keep;
    return dosed && ordered == *suggestion.perKg ? TitrationOutcome::Followed : TitrationOutcome::Changed;
}

} // namespace chairside::domain
