#include "core/store/search_key.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <utility>
#include <vector>

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

namespace chairside::store {
namespace {

// Letters that people type without their stroke or ligature although Unicode does not take them apart.
constexpr std::array<std::pair<char32_t, std::u32string_view>, 10> kPlainLetters{{{U'ø', U"o"},
                                                                                  {U'ł', U"l"},
                                                                                  {U'đ', U"d"},
                                                                                  {U'ð', U"d"},
                                                                                  {U'ħ', U"h"},
                                                                                  {U'ŧ', U"t"},
                                                                                  {U'ı', U"i"},
                                                                                  {U'æ', U"ae"},
                                                                                  {U'œ', U"oe"},
                                                                                  {U'þ', U"th"}}};

std::u32string decoded(std::string_view text) {
    const auto utf16 = icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int>(text.size())));
    std::u32string letters;
    for (int i = 0; i < utf16.length(); i = utf16.moveIndex32(i, 1)) {
        letters += static_cast<char32_t>(utf16.char32At(i));
    }
    return letters;
}

std::string encoded(std::u32string_view letters) {
    icu::UnicodeString utf16;
    for (const char32_t letter : letters)
        utf16.append(static_cast<UChar32>(letter));
    std::string text;
    utf16.toUTF8String(text);
    return text;
}

// Taken apart, without case. What folding makes may be taken apart once more.
icu::UnicodeString takenApart(std::string_view text) {
    UErrorCode error = U_ZERO_ERROR;
    const auto* normalizer = icu::Normalizer2::getNFKDInstance(error);
    auto utf16 = icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int>(text.size())));
    if (normalizer == nullptr || U_FAILURE(error)) return utf16.foldCase();
    auto apart = normalizer->normalize(utf16, error);
    apart.foldCase();
    return normalizer->normalize(apart, error);
}

bool belongsToKey(UChar32 letter) {
    return u_isalnum(letter) != 0 || u_charType(letter) == U_COMBINING_SPACING_MARK;
}

bool isPlain(std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); });
}

} // namespace

std::string foldedKey(std::string_view text) {
    if (isPlain(text)) return std::string(text);
    const auto apart = takenApart(text);
    std::u32string letters;
    for (int i = 0; i < apart.length(); i = apart.moveIndex32(i, 1)) {
        const UChar32 letter = apart.char32At(i);
        if (!belongsToKey(letter)) continue;
        const auto* plain = std::ranges::find(kPlainLetters, static_cast<char32_t>(letter),
                                              [](const auto& entry) { return entry.first; });
        if (plain != kPlainLetters.end()) {
            letters += plain->second;
        } else {
            letters += static_cast<char32_t>(letter);
        }
    }
    return encoded(letters);
}

std::string reversedKey(std::string_view key) {
    auto letters = decoded(key);
    std::ranges::reverse(letters);
    return encoded(letters);
}

std::string firstLetters(std::string_view key, std::size_t count) {
    return encoded(decoded(key).substr(0, count));
}

std::size_t letterCount(std::string_view key) {
    return decoded(key).size();
}

std::string endOfPrefix(std::string_view prefix) {
    return std::string(prefix) + "\xF4\x8F\xBF\xBF"; // U+10FFFF, which no key contains
}

std::string birthdayKey(base::CalendarDate born) {
    constexpr std::size_t kYearAndHyphen = 5;
    return born.iso().substr(kYearAndHyphen);
}

bool withinTwoEdits(std::string_view one, std::string_view other) {
    const auto a = decoded(one);
    const auto b = decoded(other);
    if (a.size() > b.size() + 2 || b.size() > a.size() + 2) return false;
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), 0U);
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = std::exchange(row[0], i);
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t replaced = diagonal + (a[i - 1] == b[j - 1] ? 0U : 1U);
            diagonal = row[j];
            row[j] = std::min({replaced, row[j] + 1, row[j - 1] + 1});
        }
    }
    return row.back() <= 2;
}

} // namespace chairside::store
