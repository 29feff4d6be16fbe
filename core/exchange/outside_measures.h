// Reads what may come in as measured elsewhere from its JSON resource: code, name, units and range of each measure.
#pragma once

#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/domain/patient/outside_observation.h"

namespace chairside::exchange {

// Invalid if the source is missing, a measure lacks a part, its range is empty or its code stands twice.
[[nodiscard]] base::Result<std::vector<domain::OutsideMeasure>> parseOutsideMeasures(std::string_view json);

// Those that ship with the program.
[[nodiscard]] base::Result<std::vector<domain::OutsideMeasure>> shippedOutsideMeasures();

} // namespace chairside::exchange
