// What the protocol suggests for the next dose, with every reason. It explains; a physician types the order.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/base/calendar_date.h"
#include "core/domain/protocol/protocol_rules.h"
#include "core/domain/quantities.h"

namespace chairside::domain {

enum class TitrationAction { StopAndReview, Decrease, Hold, Increase, Review, TooFewData };

enum class TitrationRule {
    SeriousEvent,    // T-1 event judged serious, or at or above stopFromGrade
    PoorlyTolerated, // T-2 event at or above decreaseFromGrade, or dissociation above what is tolerated
    NoBenefit,       // T-3 below noBenefitPercent after noBenefitInfusions at the highest tolerated dose
    GoodResponse,    // T-4 durable reduction at or above goodResponsePercent
    PoorResponse,    // T-5 below it, well tolerated: one step up
    AtMaximum,       // T-6 the step would pass the protocol's maximum
    TooFewScores,    // T-7 fewer durable scores than the rule needs
    NoBaseline       // T-8 no baseline, or baseline 0
};

// One given infusion as titration sees it.
struct TitrationPoint {
    int ordinal = 1;
    base::CalendarDate date;
    DosePerKg perKg;
    std::optional<Score> before; // durable pain: before this infusion
    int worstEventGrade = 0;     // 0: none
    std::string worstEventTerm;
    std::optional<int> worstDissociation;
    bool worstEventSerious = false; // somebody judged it serious, whatever its grade
};

struct TitrationInputs {
    std::optional<Score> baseline;
    std::vector<TitrationPoint> given; // in order
    std::optional<Score> latestPain;   // newest durable score (before the last infusion or a later follow-up)
    std::optional<base::CalendarDate> latestPainDate;
    DosePerKg currentPerKg;
};

struct TitrationReason {
    TitrationRule rule = TitrationRule::TooFewScores;
    bool supports = true;              // false: speaks against (an event beside a good response)
    std::optional<std::int64_t> value; // permille reduction, grade, count or score, by rule
    std::string text;                  // event term, "dissociation", empty otherwise
    std::optional<base::CalendarDate> date;
    int ordinal = 0; // infusion it comes from, 0: none
};

struct TitrationSuggestion {
    TitrationAction action = TitrationAction::TooFewData;
    std::optional<DosePerKg> perKg;       // the dose the action would lead to; none for stop, review, too few data
    std::vector<TitrationReason> reasons; // contraindications first
};

// Order of precedence: serious event (of any infusion of the course), poorly tolerated (the last infusion), no baseline
// / too few scores, no benefit, good response, poor response. Never suggests more than DoseRules::maxPerKg or less than
// minPerKg, never raises above TitrationRules::maxPerKg nor to a dose that was poorly tolerated before. "Highest
// tolerated dose" is the highest one given without an event or dissociation that counts. A pain score counts as durable
// if it was taken before an infusion or on a day after the last one.
[[nodiscard]] TitrationSuggestion suggestTitration(const TitrationInputs& inputs, const TitrationRules& titration,
                                                   const DoseRules& dose);

} // namespace chairside::domain
