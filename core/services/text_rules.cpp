#include "core/services/text_rules.h"

#include <algorithm>

#include "core/base/utf8.h"

namespace chairside::services {
namespace {

// Base letters of U+00C0 .. U+017F; '*' marks a sign that is no letter.
constexpr std::string_view kBaseLetters = "aaaaaaaceeeeiiiidnooooo*ouuuuytsaaaaaaaceeeeiiiidnooooo*ouuuuyty"
                                          "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllll"
                                          "lllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";
constexpr char32_t kFirstLetter = 0xC0;
constexpr char32_t kLastLetter = 0x17F;
static_assert(kBaseLetters.size() == kLastLetter - kFirstLetter + 1);

bool between(char32_t c, char32_t low, char32_t high) {
    return c >= low && c <= high;
}

// Upper and lower case alternate; which of them is even changes along the block.
char32_t lowerLatinExtended(char32_t c) {
    if (c == 0x130) return U'i';
    if (c == 0x178) return 0xFF;
    const bool oddIsUpper = between(c, 0x139, 0x148) || between(c, 0x179, 0x17E);
    if (c == 0x131 || c == 0x138 || c == 0x149 || c == 0x17F) return c;
    return (c % 2 == 1) == oddIsUpper ? c + 1 : c;
}

char32_t lower(char32_t c) {
    if (between(c, U'A', U'Z')) return c + 0x20;
    if (between(c, 0xC0, 0xDE) && c != 0xD7) return c + 0x20;
    if (between(c, 0x100, kLastLetter)) return lowerLatinExtended(c);
    if (between(c, 0x391, 0x3A9)) return c + 0x20; // Greek
    if (between(c, 0x410, 0x42F)) return c + 0x20; // Cyrillic
    if (between(c, 0x400, 0x40F)) return c + 0x50;
    return c;
}

} // namespace

std::u32string codePoints(std::string_view utf8) {
    std::u32string result;
    for (std::size_t at = 0; at < utf8.size();) {
        const auto [code, bytes] = base::characterAt(utf8, at);
        result.push_back(bytes == 0 ? U'\uFFFD' : code);
        at += std::max<std::size_t>(bytes, 1);
    }
    return result;
}

std::string trimmed(std::string_view text) {
    constexpr std::string_view kBlanks = " \t\r\n";
    const auto first = text.find_first_not_of(kBlanks);
    if (first == std::string_view::npos) return {};
    return std::string(text.substr(first, text.find_last_not_of(kBlanks) - first + 1));
}

std::string foldedUserName(std::string_view text) {
    std::string result;
    for (const char32_t c : codePoints(trimmed(text)))
        base::appendUtf8(result, lower(c));
    return result;
}

std::u32string foldedLetters(std::string_view text) {
    std::u32string result;
    for (char32_t c : codePoints(text)) {
        if (between(c, kFirstLetter, kLastLetter)) {
            c = static_cast<unsigned char>(kBaseLetters[c - kFirstLetter]);
        } else {
            c = lower(c);
        }
        const bool ascii = c < 0x80;
        const bool mark = between(c, 0x300, 0x36F) || between(c, 0x80, 0xBF) || between(c, 0x2000, 0x206F);
        if (ascii ? between(c, U'a', U'z') || between(c, U'0', U'9') : !mark) result.push_back(c);
    }
    return result;
}

void checkText(base::Problems& problems, const std::string& field, std::string_view text, int maxLength) {
    if (trimmed(text).empty()) {
        problems.push_back({field, base::Rule::Required, {}, {}, {}});
    } else {
        checkLength(problems, field, text, maxLength);
    }
}

} // namespace chairside::services
