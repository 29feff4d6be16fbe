#include "core/store/search_query.h"

#include <algorithm>

#include "core/store/search_key.h"

namespace chairside::store {
namespace {

constexpr std::size_t kMaxWords = 5;
constexpr std::size_t kMinPhoneDigits = 4;

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

bool allDigits(std::string_view text) {
    return !text.empty() && std::ranges::all_of(text, isDigit);
}

bool isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

// Folded words; what stands beyond the last one that is kept belongs to it.
std::vector<std::string> foldedWords(std::string_view text) {
    std::vector<std::string> words;
    std::size_t i = 0;
    while (i < text.size()) {
        while (i < text.size() && isBlank(text[i]))
            ++i;
        const std::size_t start = i;
        while (i < text.size() && !isBlank(text[i]))
            ++i;
        auto word = foldedKey(text.substr(start, i - start));
        if (word.empty()) continue;
        if (words.size() < kMaxWords) {
            words.push_back(std::move(word));
        } else {
            words.back() += word;
        }
    }
    return words;
}

std::string joined(const std::vector<std::string>& words, std::size_t from, std::size_t to) {
    std::string all;
    for (std::size_t i = from; i < to; ++i)
        all += words[i];
    return all;
}

// "1968-04-21", "21.04.1968", "21041968".
std::optional<base::CalendarDate> dateIn(std::string_view text, std::string_view digits) {
    if (const auto iso = base::CalendarDate::fromIso(text)) return iso;
    if (digits.size() != 8 || !allDigits(digits)) return std::nullopt;
    const auto number = [&](std::size_t from, std::size_t count) {
        int value = 0;
        for (const char c : digits.substr(from, count))
            value = value * 10 + (c - '0');
        return value;
    };
    return base::CalendarDate::of(number(4, 4), static_cast<unsigned>(number(2, 2)),
                                  static_cast<unsigned>(number(0, 2)));
}

// Every place where the family name may end and the given name begin, in both orders.
void addNames(std::vector<SearchCriterion>& criteria, const std::vector<std::string>& words) {
    for (std::size_t cut = 1; cut < words.size(); ++cut) {
        const auto left = joined(words, 0, cut);
        const auto right = joined(words, cut, words.size());
        criteria.push_back({SearchKind::Names, left, right});
        criteria.push_back({SearchKind::Names, right, left});
    }
}

// "3" and "chair 3".
void addChair(std::vector<SearchCriterion>& criteria, const std::vector<std::string>& words, const std::string& whole) {
    criteria.push_back({SearchKind::Chair, whole, {}});
    if (words.size() > 1 && words.front() == "chair")
        criteria.push_back({SearchKind::Chair, joined(words, 1, words.size()), {}});
}

// "14mar" -> "03-14": a day and at least three letters of a month.
std::optional<std::string> birthdayIn(std::string_view whole) {
    constexpr std::string_view kMonths[] = {"january", "february", "march",     "april",   "may",      "june",
                                            "july",    "august",   "september", "october", "november", "december"};
    constexpr std::size_t kLeastLetters = 3;
    constexpr int kLeapYear = 2000;
    const auto digits = std::min(whole.find_first_not_of("0123456789"), whole.size());
    const auto word = whole.substr(digits);
    if (digits < 1 || digits > 2 || word.size() < kLeastLetters) return std::nullopt;
    unsigned day = 0;
    for (const char c : whole.substr(0, digits))
        day = day * 10 + static_cast<unsigned>(c - '0');
    for (unsigned month = 1; month <= std::size(kMonths); ++month) {
        if (!kMonths[month - 1].starts_with(word)) continue;
        const auto date = base::CalendarDate::of(kLeapYear, month, day);
        return date ? std::optional(birthdayKey(*date)) : std::nullopt;
    }
    return std::nullopt;
}

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && isBlank(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && isBlank(text.back()))
        text.remove_suffix(1);
    return text;
}

} // namespace

bool SearchCriterion::matches(const SearchKeys& keys) const {
    switch (kind) {
    case SearchKind::Family:
        return keys.family.starts_with(first);
    case SearchKind::Given:
        return keys.given.starts_with(first);
    case SearchKind::Names:
        return keys.family.starts_with(first) && keys.given.starts_with(second);
    case SearchKind::Number:
        return keys.numberReversed.starts_with(first);
    case SearchKind::Phone:
        return keys.phoneReversed.starts_with(first);
    case SearchKind::Born:
        return keys.born == first;
    case SearchKind::Birthday:
        return keys.born.ends_with(first);
    case SearchKind::Chair:
        return !keys.chair.empty() && keys.chair == first;
    }
    return false;
}

std::vector<SearchCriterion> searchCriteria(std::string_view text) {
    text = trimmed(text);
    if (text.empty()) return {{SearchKind::Family, {}, {}}};
    const auto words = foldedWords(text);
    const auto whole = joined(words, 0, words.size());
    if (whole.empty()) return {};
    std::vector<SearchCriterion> criteria;
    addChair(criteria, words, whole);
    if (const auto day = birthdayIn(whole)) criteria.push_back({SearchKind::Birthday, *day, {}});
    if (const auto born = dateIn(text, whole)) criteria.push_back({SearchKind::Born, born->iso(), {}});
    if (std::ranges::any_of(whole, isDigit)) criteria.push_back({SearchKind::Number, reversedKey(whole), {}});
    if (allDigits(whole)) {
        if (whole.size() >= kMinPhoneDigits) criteria.push_back({SearchKind::Phone, reversedKey(whole), {}});
        return criteria;
    }
    criteria.push_back({SearchKind::Family, whole, {}});
    criteria.push_back({SearchKind::Given, whole, {}});
    addNames(criteria, words);
    return criteria;
}

} // namespace chairside::store
