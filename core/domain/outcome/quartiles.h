// Median and quartiles by linear interpolation between the sorted values: definition 7 of Hyndman and Fan (1996), that
// of R and of spreadsheets. The quartile q of n values lies at place 1 + (n - 1) q.
#pragma once

#include <optional>
#include <vector>

namespace chairside::domain {

struct Quartiles {
    double lower = 0;
    double median = 0;
    double upper = 0;
};

// In the unit of the values; nothing for no values.
[[nodiscard]] std::optional<Quartiles> quartilesOf(std::vector<double> values);

} // namespace chairside::domain
