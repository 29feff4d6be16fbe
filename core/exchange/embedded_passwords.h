// The refused passwords that ship with the program, compiled in from resources/passwords.
#pragma once

#include <span>
#include <string_view>

namespace chairside::exchange {

struct EmbeddedPasswords {
    std::string_view name;
    std::string_view json;
};

[[nodiscard]] std::span<const EmbeddedPasswords> embeddedPasswords();

} // namespace chairside::exchange
