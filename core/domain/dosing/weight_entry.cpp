#include "core/domain/dosing/weight_entry.h"

#include <cstdlib>

namespace chairside::domain {
namespace {

constexpr auto kScaleStep = Weight::ofRaw(100);

bool isPossible(Weight weight, const DoseRules& rules) {
    return weight >= rules.minWeight && weight <= rules.maxWeight;
}

} // namespace

std::optional<Weight> looksLikePounds(Weight typed, std::optional<Weight> known, const DoseRules& rules) {
    const auto kilograms = weightFromPounds(typed.raw(), kScaleStep);
    if (!isPossible(kilograms, rules)) return std::nullopt;
    const bool fits = known && !weightChangeIsLarge(*known, kilograms, rules);
    const bool strange = known && weightChangeIsLarge(*known, typed, rules);
    const bool impossible = typed > rules.maxWeight;
    if ((strange && fits) || (impossible && (fits || !known))) return kilograms;
    return std::nullopt;
}

bool contradict(const WeightOnDay& one, const WeightOnDay& other, const DoseRules& rules, const BodyLimits& limits) {
    if (std::abs(base::daysBetween(one.on, other.on)) > limits.contradictionDays) return false;
    const bool isEarlier = one.on <= other.on;
    return isEarlier ? weightChangeIsLarge(one.weight, other.weight, rules)
                     : weightChangeIsLarge(other.weight, one.weight, rules);
}

} // namespace chairside::domain
