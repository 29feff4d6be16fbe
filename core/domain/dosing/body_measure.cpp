#include "core/domain/dosing/body_measure.h"

namespace chairside::domain {
namespace {

// g / (10 um)^2 is 10^7 kg per m2; in thousandths 10^10.
constexpr std::int64_t kMassIndexScale = 10'000'000'000;

bool isPossible(Weight weight, Height height, const DoseRules& rules, const BodyLimits& limits) {
    return weight >= rules.minWeight && weight <= rules.maxWeight && height >= limits.minHeight &&
           height <= limits.maxHeight;
}

bool isPlausible(Weight weight, Height height, const DoseRules& rules, const BodyLimits& limits) {
    return isPossible(weight, height, rules, limits) && !isOdd(weight, height, limits);
}

} // namespace

std::int64_t massIndex(Weight weight, Height height) {
    return base::divideRounded(base::Wide{weight.raw()} * kMassIndexScale, height.raw() * height.raw());
}

bool isOdd(Weight weight, Height height, const BodyLimits& limits) {
    const auto index = massIndex(weight, height);
    return index < std::int64_t{limits.minMassIndex} * 1000 || index > std::int64_t{limits.maxMassIndex} * 1000;
}

bool looksSwapped(Weight weight, Height height, const DoseRules& rules, const BodyLimits& limits) {
    if (weight <= Weight{} || height <= Height{} || isPlausible(weight, height, rules, limits)) return false;
    return isPlausible(Weight::ofRaw(height.raw()), Height::ofRaw(weight.raw()), rules, limits);
}

} // namespace chairside::domain
