#include "core/base/decimal_text.h"

namespace chairside::base {

namespace {

constexpr int kMaxWholeDigits = 9;

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

} // namespace

std::optional<std::int64_t> thousandthsFromText(std::string_view text, int maxDecimals) {
    std::int64_t value = 0;
    int wholeDigits = 0;
    std::size_t at = 0;
    for (; at < text.size() && isDigit(text[at]); ++at) {
        value = value * 10 + (text[at] - '0');
        if (++wholeDigits > kMaxWholeDigits) return std::nullopt;
    }
    int decimals = 0;
    if (at < text.size() && (text[at] == '.' || text[at] == ',')) {
        ++at;
        for (; at < text.size() && isDigit(text[at]); ++at) {
            value = value * 10 + (text[at] - '0');
            if (++decimals > maxDecimals) return std::nullopt;
        }
        if (decimals == 0) return std::nullopt;
    }
    if (at != text.size() || wholeDigits + decimals == 0) return std::nullopt;
    for (; decimals < 3; ++decimals)
        value *= 10;
    return value;
}

std::string textFromThousandths(std::int64_t thousandths) {
    const bool negative = thousandths < 0;
    const auto magnitude =
        negative ? 0 - static_cast<std::uint64_t>(thousandths) : static_cast<std::uint64_t>(thousandths);
    std::string text = std::to_string(magnitude / 1000);
    if (const auto rest = magnitude % 1000; rest != 0) {
        std::string decimals = std::to_string(1000 + rest).substr(1);
        decimals.erase(decimals.find_last_not_of('0') + 1);
        text += '.' + decimals;
    }
    return negative ? '-' + text : text;
}

} // namespace chairside::base
