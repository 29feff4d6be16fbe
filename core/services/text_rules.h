// Internal to core/services: what typed text must be, counted in characters (UTF-8 code points), not bytes.
#pragma once

#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/base/text_length.h"

namespace chairside::services {

// A broken byte becomes U+FFFD.
[[nodiscard]] std::u32string codePoints(std::string_view utf8);
// Without spaces, tabs and line ends at both ends.
[[nodiscard]] std::string trimmed(std::string_view text);
// Trimmed, in lower case, accents kept: how user names are stored and compared.
[[nodiscard]] std::string foldedUserName(std::string_view text);
// Only letters and digits, in lower case and without accents: how names and initials are compared.
[[nodiscard]] std::u32string foldedLetters(std::string_view text);

// Required if nothing but blanks, NotAllowed (value base::kNotText) if it is no text that can be kept, TooLong above
// maxLength characters.
void checkText(base::Problems& problems, const std::string& field, std::string_view text, int maxLength);
// NotAllowed and TooLong only.
using base::checkLength;

} // namespace chairside::services
