#include "core/domain/dosing/double_check.h"

#include <algorithm>
#include <cstdlib>

namespace chairside::domain {

namespace {

// The slip of a decimal place is seen through the tolerance: 66.7 and 670 are ten times each other if 66.7 and 67
// agree.
bool isTenTimes(std::int64_t one, std::int64_t other, std::int64_t tolerance) {
    const auto [small, large] = std::minmax(one, other);
    return small > 0 && std::abs(large - 10 * small) <= 10 * tolerance;
}

template <class Quantity>
void compare(std::vector<NumberDifference>& found, DoseNumber number, Quantity first, Quantity second,
             Quantity tolerance) {
    const std::int64_t gap = std::abs((second - first).raw());
    if (gap <= tolerance.raw()) return;
    found.push_back({number, first.raw(), second.raw(), isTenTimes(first.raw(), second.raw(), tolerance.raw())});
}

} // namespace

std::vector<NumberDifference> differences(const DoseNumbers& first, const DoseNumbers& second,
                                          const SecondCheckRules& rules) {
    std::vector<NumberDifference> found;
    compare(found, DoseNumber::BodyWeight, first.weight, second.weight, rules.weightTolerance);
    compare(found, DoseNumber::TotalDose, first.dose, second.dose, rules.doseTolerance);
    compare(found, DoseNumber::DrugVolume, first.drugVolume, second.drugVolume, rules.volumeTolerance);
    compare(found, DoseNumber::PumpRate, first.rate, second.rate, rules.rateTolerance);
    return found;
}

} // namespace chairside::domain
