// What became of a titration suggestion: the physician's signed order followed it or not, or the next infusion was
// opened without an order. Recorded when it happens, with the suggestion as it stood then, because corrections of the
// record would change what is suggested afterwards.
#pragma once

#include <optional>

#include "core/base/instant.h"
#include "core/domain/course/course.h"
#include "core/domain/course/titration.h"

namespace chairside::domain {

enum class TitrationOutcome { Followed, Changed, Ignored };

struct TitrationAnswer {
    EntryId id;
    CourseId course;
    std::optional<CourseOrderId> order; // the order that answered; absent only with Ignored
    std::optional<InfusionId> infusion; // the infusion that was opened without an answer
    TitrationAction action = TitrationAction::Hold;
    TitrationRule rule = TitrationRule::GoodResponse; // the one that decided
    std::optional<DosePerKg> perKg;                   // suggested
    TitrationOutcome outcome = TitrationOutcome::Followed;
    base::Instant notedAt;
};

// How often the suggestions of one rule were answered in which way.
struct TitrationCount {
    TitrationRule rule = TitrationRule::SeriousEvent;
    int followed = 0, changed = 0, ignored = 0;

    [[nodiscard]] int all() const { return followed + changed + ignored; }
    bool operator==(const TitrationCount&) const = default;
};

inline constexpr TitrationRule kSuggestingRules[] = {TitrationRule::SeriousEvent, TitrationRule::PoorlyTolerated,
                                                     TitrationRule::NoBenefit,    TitrationRule::GoodResponse,
                                                     TitrationRule::PoorResponse, TitrationRule::AtMaximum};

// The rule that decided; nothing where too few data suggest nothing.
[[nodiscard]] std::optional<TitrationRule> decidingRule(const TitrationSuggestion& suggestion);
// Followed: a dose that was ordered is the suggested one; the dose was kept where that was suggested; the course was
// stopped or held where a review was. Anything else changed the suggestion.
[[nodiscard]] TitrationOutcome outcomeOf(const TitrationSuggestion& suggestion, OrderKind kind, DosePerKg ordered);

} // namespace chairside::domain
