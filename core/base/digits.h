// Internal to core/base: numbers of a fixed width, as dates and times have them. Records are read and written by the
// million, where streams and printf are most of the work.
#pragma once

#include <cstddef>
#include <string_view>

namespace chairside::base {

// The number that stands in these characters, or -1 if one of them is no digit. At most nine.
[[nodiscard]] constexpr int numberIn(std::string_view digits) {
    int value = 0;
    for (const char c : digits) {
        if (c < '0' || c > '9') return -1;
        value = value * 10 + (c - '0');
    }
    return value;
}

// Writes value, which fits, with zeros in front; returns where it ends.
constexpr char* putNumber(char* at, unsigned value, std::size_t width) {
    for (std::size_t left = width; left > 0; value /= 10)
        at[--left] = static_cast<char>('0' + value % 10);
    return at + width;
}

} // namespace chairside::base
