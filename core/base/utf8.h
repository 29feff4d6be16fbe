// UTF-8, in which every text of the program is kept (RFC 3629: no overlong forms, no surrogates, nothing above
// U+10FFFF).
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace chairside::base {

// The value of a problem NotAllowed: it is not storable text.
inline constexpr const char* kNotText = "not_text";

struct Utf8Character {
    char32_t code = 0;
    std::size_t bytes = 0; // none: no character begins there
};

[[nodiscard]] Utf8Character characterAt(std::string_view text, std::size_t at);
void appendUtf8(std::string& text, char32_t code);

// Code points, not bytes; a broken byte counts as one.
[[nodiscard]] int characterCount(std::string_view text);
// The byte at which the text breaks the rules, or npos.
[[nodiscard]] std::size_t firstInvalidUtf8(std::string_view text);
// Whether a store gives it back as it was: valid UTF-8 without U+0000, which PostgreSQL's text cannot hold.
[[nodiscard]] bool isStorableText(std::string_view text);

} // namespace chairside::base
