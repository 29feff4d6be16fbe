// What usually went wrong when a body weight was typed, and which weights of one person contradict each other.
#pragma once

#include <optional>

#include "core/base/calendar_date.h"
#include "core/domain/dosing/body_measure.h"
#include "core/domain/dosing/dose.h"

namespace chairside::domain {

// The weight in kilograms if the typed number was more likely read in pounds: it is far from the weight known before,
// or above every possible one, and as pounds it is not. Rounded to 100 g, as scales show it.
[[nodiscard]] std::optional<Weight> looksLikePounds(Weight typed, std::optional<Weight> known, const DoseRules& rules);

struct WeightOnDay {
    Weight weight;
    base::CalendarDate on;
};

// Whether one of the two is most likely wrong: taken so few days apart, they differ by more than the protocol lets
// pass.
[[nodiscard]] bool contradict(const WeightOnDay& one, const WeightOnDay& other, const DoseRules& rules,
                              const BodyLimits& limits);

} // namespace chairside::domain
