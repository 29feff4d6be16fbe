// What may come in as measured elsewhere, compiled in from resources/measures.
#pragma once

#include <span>
#include <string_view>

namespace chairside::exchange {

struct EmbeddedMeasures {
    std::string_view name;
    std::string_view json;
};

[[nodiscard]] std::span<const EmbeddedMeasures> embeddedMeasures();

} // namespace chairside::exchange
