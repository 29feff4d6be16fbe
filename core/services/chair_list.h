// Internal to core/services: the clinic's chairs as the settings hold them.
#pragma once

#include <string>
#include <vector>

#include "core/services/run.h"

namespace chairside::services {

[[nodiscard]] base::Result<std::vector<std::string>> readChairs(Unit& unit);
// The chair that is meant, with the name the clinic gave it: case, accents and blanks do not count. Empty: none.
[[nodiscard]] std::string chairNamed(const std::vector<std::string>& chairs, const std::string& typed);

} // namespace chairside::services
