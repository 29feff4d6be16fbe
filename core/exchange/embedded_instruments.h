// The instruments that ship with the program, compiled in from resources/instruments.
#pragma once

#include <span>
#include <string_view>

namespace chairside::exchange {

// One file, unchanged. The views live as long as the program.
struct EmbeddedInstrument {
    std::string_view name; // the file name without ".json"
    std::string_view json;
};

// Ascending by name.
[[nodiscard]] std::span<const EmbeddedInstrument> embeddedInstruments();

} // namespace chairside::exchange
