#include "core/base/csv_text.h"

namespace chairside::base {

std::string csvText(std::string_view words) {
    std::string cell;
    bool quoted = !words.empty() && (words.front() == ' ' || words.back() == ' ');
    for (const char c : words) {
        if (c == '\0') continue;
        if (cell.empty() && std::string_view("=+-@\t\r").contains(c)) cell += '\'';
        if (c == '"') cell += '"';
        if (std::string_view(",;\"\r\n\t").contains(c)) quoted = true;
        cell += c;
    }
    return quoted ? '"' + cell + '"' : cell;
}

std::string csvLine(const std::vector<std::string>& cells) {
    std::string line;
    for (const auto& cell : cells) {
        if (&cell != &cells.front()) line += ',';
        line += cell;
    }
    return line.append(kCsvLineEnd);
}

} // namespace chairside::base
