// Texts that programs often change, cut or choke on.
#pragma once

#include <string>
#include <vector>

namespace chairside::test {

// Our own list of such kinds, without blanks at either end. With CHAIRSIDE_NAUGHTY_TEXTS in the environment, the lines
// of that file too: one text a line; lines that begin with # and blank ones are left out.
[[nodiscard]] std::vector<std::string> naughtyTexts();

} // namespace chairside::test
