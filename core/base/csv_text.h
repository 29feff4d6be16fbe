// CSV as RFC 4180 writes it: UTF-8, a head line, CR LF behind every line.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace chairside::base {

// What somebody typed, quoted where it has to be; also where it holds what other lists put between their cells. A
// spreadsheet would run a cell that begins with = + - @, a tab or a carriage return as a formula: it gets an apostrophe
// in front. NUL is left out.
[[nodiscard]] std::string csvText(std::string_view words);

inline constexpr std::string_view kCsvLineEnd = "\r\n";

// Cells that are ready to be written.
[[nodiscard]] std::string csvLine(const std::vector<std::string>& cells);

} // namespace chairside::base
