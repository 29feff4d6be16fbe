#include "core/base/id.h"

namespace chairside::base {

namespace {

std::optional<std::uint8_t> hexDigit(char c) {
    if (c >= '0' && c <= '9') return static_cast<std::uint8_t>(c - '0');
    if (c >= 'a' && c <= 'f') return static_cast<std::uint8_t>(c - 'a' + 10);
    if (c >= 'A' && c <= 'F') return static_cast<std::uint8_t>(c - 'A' + 10);
    return std::nullopt;
}

bool isDashPlace(std::size_t at) {
    return at == 8 || at == 13 || at == 18 || at == 23;
}

} // namespace

std::optional<Uuid> Uuid::fromText(std::string_view text) {
    if (text.size() != 36) return std::nullopt;
    Bytes bytes{};
    std::size_t byte = 0;
    for (std::size_t at = 0; at < text.size();) {
        if (isDashPlace(at)) {
            if (text[at++] != '-') return std::nullopt;
            continue;
        }
        const auto high = hexDigit(text[at]);
        const auto low = hexDigit(text[at + 1]);
        if (!high || !low) return std::nullopt;
        bytes[byte++] = static_cast<std::uint8_t>(*high << 4 | *low);
        at += 2;
    }
    return Uuid(bytes);
}

std::string Uuid::text() const {
    static constexpr char kHex[] = "0123456789abcdef";
    std::string text;
    text.reserve(36);
    for (std::size_t at = 0; at < m_bytes.size(); ++at) {
        if (at == 4 || at == 6 || at == 8 || at == 10) text += '-';
        text += kHex[m_bytes[at] >> 4];
        text += kHex[m_bytes[at] & 0x0f];
    }
    return text;
}

} // namespace chairside::base
