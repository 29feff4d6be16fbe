#include "core/domain/outcome/quartiles.h"

#include <algorithm>
#include <cmath>

namespace chairside::domain {

namespace {

double at(const std::vector<double>& sorted, double share) {
    const double place = share * static_cast<double>(sorted.size() - 1);
    const auto below = static_cast<std::size_t>(std::floor(place));
    const auto above = std::min(below + 1, sorted.size() - 1);
    return sorted[below] + (place - static_cast<double>(below)) * (sorted[above] - sorted[below]);
}

} // namespace

std::optional<Quartiles> quartilesOf(std::vector<double> values) {
    if (values.empty()) return std::nullopt;
    std::ranges::sort(values);
    return Quartiles{at(values, 0.25), at(values, 0.5), at(values, 0.75)};
}

} // namespace chairside::domain
