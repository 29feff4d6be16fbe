#include "core/exchange/text_encoding.h"

#include <cstdint>

#include "core/base/utf8.h"

namespace chairside::exchange {

namespace {

std::expected<std::string, std::size_t> fromUtf16(std::string_view bytes, bool bigEndian) {
    const auto unit = [&](std::size_t at) -> char32_t {
        const auto first = static_cast<std::uint8_t>(bytes[at]);
        const auto second = static_cast<std::uint8_t>(bytes[at + 1]);
        return bigEndian ? static_cast<char32_t>(first << 8U | second) : static_cast<char32_t>(second << 8U | first);
    };
    if (bytes.size() % 2 != 0) return std::unexpected(bytes.size() - 1);
    std::string text;
    text.reserve(bytes.size());
    for (std::size_t at = 2; at < bytes.size(); at += 2) {
        char32_t c = unit(at);
        if (c >= 0xD800 && c <= 0xDFFF) {
            const bool pair = c < 0xDC00 && at + 3 < bytes.size();
            const char32_t low = pair ? unit(at + 2) : 0;
            if (low < 0xDC00 || low > 0xDFFF) return std::unexpected(at);
            c = 0x10000 + ((c - 0xD800) << 10U) + (low - 0xDC00);
            at += 2;
        }
        base::appendUtf8(text, c);
    }
    return text;
}

} // namespace

std::expected<std::string, std::size_t> toUtf8(std::string_view bytes) {
    if (bytes.starts_with("\xFF\xFE")) return fromUtf16(bytes, false);
    if (bytes.starts_with("\xFE\xFF")) return fromUtf16(bytes, true);
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    if (const auto wrong = base::firstInvalidUtf8(bytes); wrong != std::string_view::npos)
        return std::unexpected(wrong);
    return std::string(bytes);
}

bool hidesSomething(std::string_view utf8) {
    for (std::size_t at = 0; at < utf8.size();) {
        const auto [c, bytes] = base::characterAt(utf8, at);
        if (bytes == 0) return true;
        const bool control = (c < 0x20 && c != '\t' && c != '\n' && c != '\r') || (c >= 0x7F && c < 0xA0);
        const bool turns =
            (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x200E || c == 0x200F || c == 0x061C;
        if (control || turns) return true;
        at += bytes;
    }
    return false;
}

} // namespace chairside::exchange
