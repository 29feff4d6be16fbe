#include "core/base/csv_text.h"

#include <algorithm>
#include <array>
#include <limits>

namespace chairside::base {

namespace {

using namespace std::string_view_literals;

constexpr auto kFormulaStarts = "=+-@\t\r"sv;
constexpr auto kQuoted = ",;\"\r\n\t"sv;

constexpr auto kIsSpecial = [] {
    std::array<bool, std::numeric_limits<unsigned char>::max() + 1> special{};
    for (const char c : kQuoted)
        special[static_cast<unsigned char>(c)] = true;
    special['\0'] = true;
    return special;
}();

// Most of what is typed is.
bool isPlain(std::string_view words) {
    if (words.empty()) return true;
    if (words.front() == ' ' || words.back() == ' ' || kFormulaStarts.contains(words.front())) return false;
    return std::ranges::none_of(words, [](char c) { return kIsSpecial[static_cast<unsigned char>(c)]; });
}

} // namespace

std::string csvText(std::string_view words) {
    if (isPlain(words)) return std::string(words);
    std::string cell;
    bool quoted = !words.empty() && (words.front() == ' ' || words.back() == ' ');
    for (const char c : words) {
        if (c == '\0') continue;
        if (cell.empty() && kFormulaStarts.contains(c)) cell += '\'';
        if (c == '"') cell += '"';
        if (kQuoted.contains(c)) quoted = true;
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
