#include "core/services/text_rules.h"

#include <array>

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

void append(std::string& utf8, char32_t c) {
    const auto byte = [&utf8](char32_t value) {
        utf8.push_back(static_cast<char>(static_cast<unsigned char>(value)));
    };
    if (c < 0x80) {
        byte(c);
    } else if (c < 0x800) {
        byte(0xC0 | (c >> 6));
        byte(0x80 | (c & 0x3F));
    } else if (c < 0x10000) {
        byte(0xE0 | (c >> 12));
        byte(0x80 | ((c >> 6) & 0x3F));
        byte(0x80 | (c & 0x3F));
    } else {
        byte(0xF0 | (c >> 18));
        byte(0x80 | ((c >> 12) & 0x3F));
        byte(0x80 | ((c >> 6) & 0x3F));
        byte(0x80 | (c & 0x3F));
    }
}

// How many bytes the character beginning with this byte has; 1 for a byte that begins none.
std::size_t lengthOf(unsigned char first) {
    if (first >= 0xF0) return 4;
    if (first >= 0xE0) return 3;
    return first >= 0xC0 ? 2 : 1;
}

} // namespace

std::u32string codePoints(std::string_view utf8) {
    static constexpr std::array<unsigned, 5> kFirstBits{0, 0x7F, 0x1F, 0x0F, 0x07};
    std::u32string result;
    for (std::size_t i = 0; i < utf8.size();) {
        const auto first = static_cast<unsigned char>(utf8[i]);
        const std::size_t length = lengthOf(first);
        char32_t c = length == 1 ? first : first & kFirstBits[length];
        for (std::size_t k = 1; k < length && i + k < utf8.size(); ++k) {
            c = (c << 6) | (static_cast<unsigned char>(utf8[i + k]) & 0x3FU);
        }
        result.push_back(c);
        i += length;
    }
    return result;
}

int characterCount(std::string_view utf8) {
    return static_cast<int>(codePoints(utf8).size());
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
        append(result, lower(c));
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

void checkLength(base::Problems& problems, const std::string& field, std::string_view text, int maxLength) {
    const int count = characterCount(text);
    if (count > maxLength) {
        problems.push_back({field, base::Rule::TooLong, {}, std::to_string(maxLength), std::to_string(count)});
    }
}

void checkText(base::Problems& problems, const std::string& field, std::string_view text, int maxLength) {
    if (trimmed(text).empty()) {
        problems.push_back({field, base::Rule::Required, {}, {}, {}});
    } else {
        checkLength(problems, field, text, maxLength);
    }
}

} // namespace chairside::services
