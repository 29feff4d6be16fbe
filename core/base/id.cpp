#include "core/base/id.h"

#include <limits>

namespace chairside::base {

namespace {

constexpr std::size_t kTextSize = 36;
constexpr std::array<std::size_t, 4> kDashes{8, 13, 18, 23};
// Where the two digits of each byte stand.
constexpr std::array<std::size_t, 16> kBytes{0, 2, 4, 6, 9, 11, 14, 16, 19, 21, 24, 26, 28, 30, 32, 34};
constexpr std::string_view kHex = "0123456789abcdef";
constexpr std::uint8_t kNoDigit = 0xff;

constexpr auto kDigitOf = [] {
    std::array<std::uint8_t, std::numeric_limits<unsigned char>::max() + 1> values{};
    values.fill(kNoDigit);
    std::uint8_t value = 0;
    for (const char digit : kHex) {
        values[static_cast<unsigned char>(digit)] = value;
        if (digit >= 'a') values[static_cast<unsigned char>(digit - 'a' + 'A')] = value;
        ++value;
    }
    return values;
}();

std::uint8_t digitAt(std::string_view text, std::size_t at) {
    return kDigitOf[static_cast<unsigned char>(text[at])];
}

} // namespace

std::optional<Uuid> Uuid::fromText(std::string_view text) {
    if (text.size() != kTextSize) return std::nullopt;
    for (const auto at : kDashes) {
        if (text[at] != '-') return std::nullopt;
    }
    Bytes bytes{};
    unsigned read = 0; // has a bit of kNoDigit above the digits once one of them was none
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        const unsigned high = digitAt(text, kBytes[i]);
        const unsigned low = digitAt(text, kBytes[i] + 1);
        read |= high | low;
        bytes[i] = static_cast<std::uint8_t>(high << 4U | low);
    }
    return read < kHex.size() ? std::optional(Uuid(bytes)) : std::nullopt;
}

std::string Uuid::text() const {
    std::string text(kTextSize, '-');
    for (std::size_t i = 0; i < m_bytes.size(); ++i) {
        text[kBytes[i]] = kHex[m_bytes[i] >> 4U];
        text[kBytes[i] + 1] = kHex[m_bytes[i] & 0x0fU];
    }
    return text;
}

} // namespace chairside::base
