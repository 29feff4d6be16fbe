// What encoding a text from outside is in.
#pragma once

#include <cstddef>
#include <expected>
#include <string>
#include <string_view>

namespace chairside::exchange {

// UTF-8 without its mark. UTF-16 is read where it has one. Unexpected: the byte where it is neither.
[[nodiscard]] std::expected<std::string, std::size_t> toUtf8(std::string_view bytes);

// Characters that can turn the direction of what stands beside them, or control characters other than tab and line
// ends: nobody types them into a name, and they can hide what a name says.
[[nodiscard]] bool hidesSomething(std::string_view utf8);

} // namespace chairside::exchange
