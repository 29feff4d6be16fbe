// Texts that programs often change, cut or choke on.
#pragma once

#include <string>
#include <vector>

namespace chairside::test {

// Our own list of such kinds. With CHAIRSIDE_SAMPLES in the environment, all of bad_inputs/blns.json below that folder
// too. Every one of them has something else in it than blanks, and every one can be kept.
[[nodiscard]] std::vector<std::string> naughtyTexts();
// What is no text that can be kept: U+0000, surrogates, sequences that are cut off, too long or out of range.
[[nodiscard]] std::vector<std::string> brokenTexts();

} // namespace chairside::test
