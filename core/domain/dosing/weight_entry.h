// What usually went wrong when a body weight was typed.
#pragma once

#include <optional>

#include "core/domain/dosing/dose.h"

namespace chairside::domain {

// The weight in kilograms if the typed number was more likely read in pounds: it is far from the weight known before,
// or above every possible one, and as pounds it is not. Rounded to 100 g, as scales show it.
[[nodiscard]] std::optional<Weight> looksLikePounds(Weight typed, std::optional<Weight> known, const DoseRules& rules);

} // namespace chairside::domain
