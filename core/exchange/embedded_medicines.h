// The marked medicines that ship with the program, compiled in from resources/medicines.
#pragma once

#include <span>
#include <string_view>

namespace chairside::exchange {

struct EmbeddedMedicines {
    std::string_view name;
    std::string_view json;
};

[[nodiscard]] std::span<const EmbeddedMedicines> embeddedMedicines();

} // namespace chairside::exchange
