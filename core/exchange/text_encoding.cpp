#include "core/exchange/text_encoding.h"

#include <cstdint>

namespace chairside::exchange {

namespace {

// One character and how many bytes it took; no bytes: it is none.
struct Decoded {
    char32_t character = 0;
    std::size_t bytes = 0;
};

Decoded decode(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) {
        return static_cast<std::uint8_t>(text[i]);
    };
    const auto lead = byte(at);
    if (lead < 0x80) return {lead, 1};
    const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4 || at + length > text.size()) return {};
    char32_t character = lead & (0xFFU >> (length + 1));
    for (std::size_t i = 1; i < length; ++i) {
        if ((byte(at + i) & 0xC0U) != 0x80U) return {};
        character = (character << 6U) | (byte(at + i) & 0x3FU);
    }
    constexpr char32_t kLeast[] = {0, 0, 0x80, 0x800, 0x10000};
    if (character < kLeast[length] || character > 0x10FFFF) return {};
    if (character >= 0xD800 && character <= 0xDFFF) return {};
    return {character, length};
}

void append(std::string& text, char32_t c) {
    const auto put = [&text](char32_t value) {
        text.push_back(static_cast<char>(static_cast<std::uint8_t>(value)));
    };
    if (c < 0x80) return put(c);
    if (c < 0x800) {
        put(0xC0U | (c >> 6U));
    } else {
        if (c < 0x10000) {
            put(0xE0U | (c >> 12U));
        } else {
            put(0xF0U | (c >> 18U));
            put(0x80U | ((c >> 12U) & 0x3FU));
        }
        put(0x80U | ((c >> 6U) & 0x3FU));
    }
    put(0x80U | (c & 0x3FU));
}

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
        append(text, c);
    }
    return text;
}

} // namespace

std::size_t firstInvalidUtf8(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const auto decoded = decode(text, at);
        if (decoded.bytes == 0) return at;
        at += decoded.bytes;
    }
    return std::string_view::npos;
}

std::expected<std::string, std::size_t> toUtf8(std::string_view bytes) {
    if (bytes.starts_with("\xFF\xFE")) return fromUtf16(bytes, false);
    if (bytes.starts_with("\xFE\xFF")) return fromUtf16(bytes, true);
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    if (const auto wrong = firstInvalidUtf8(bytes); wrong != std::string_view::npos) return std::unexpected(wrong);
    return std::string(bytes);
}

bool hidesSomething(std::string_view utf8) {
    for (std::size_t at = 0; at < utf8.size();) {
        const auto [c, bytes] = decode(utf8, at);
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
