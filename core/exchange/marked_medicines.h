// Reads which medicines are marked from their JSON resource: source, why, and groups of names.
#pragma once

#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/domain/patient/history.h"

namespace chairside::exchange {

// Invalid if source or why is missing, a group is unknown, or a name is empty, not in lower case or listed twice.
[[nodiscard]] base::Result<std::vector<domain::MarkedMedicine>> parseMarkedMedicines(std::string_view json);

// Those that ship with the program.
[[nodiscard]] base::Result<std::vector<domain::MarkedMedicine>> shippedMarkedMedicines();

} // namespace chairside::exchange
