#include "core/services/password_rules.h"

#include <algorithm>

#include "core/base/utf8.h"
#include "core/services/text_rules.h"

namespace chairside::services {
namespace {

// A longer group that comes again is a word for the list to know.
constexpr std::size_t kLongestGroup = 4;

bool isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (static_cast<unsigned char>(c) & 0x80U) != 0;
}

// Without the digits and marks that people put around a word.
std::string_view wordOf(std::string_view password) {
    const auto first = std::ranges::find_if(password, isLetter);
    auto last = password.end();
    while (last != first && !isLetter(*(last - 1)))
        --last;
    return {first, last};
}

bool isRefused(const ClinicPolicy& policy, std::string_view folded) {
    const auto listed = [&policy](std::string_view text) {
        return !text.empty() && std::ranges::binary_search(policy.refusedPasswords, text, std::less<>());
    };
    return listed(folded) || listed(wordOf(folded));
}

bool repeats(std::u32string_view text, std::size_t group) {
    for (std::size_t i = group; i < text.size(); ++i) {
        if (text[i] != text[i - group]) return false;
    }
    return text.size() > group;
}

bool runs(std::u32string_view text, int step) {
    for (std::size_t i = 1; i < text.size(); ++i) {
        const auto difference = static_cast<std::int64_t>(text[i]) - static_cast<std::int64_t>(text[i - 1]);
        // 8, 9, 0, 1 goes on, and so does 1, 0, 9, 8.
        const bool wraps = (step > 0 && text[i - 1] == U'9' && text[i] == U'0') ||
                           (step < 0 && text[i - 1] == U'0' && text[i] == U'9');
        if (difference != step && !wraps) return false;
    }
    return text.size() > 1;
}

} // namespace

bool isPattern(std::u32string_view text) {
    for (std::size_t group = 1; group <= kLongestGroup; ++group) {
        if (text.size() >= 2 * group && repeats(text, group)) return true;
    }
    return runs(text, 1) || runs(text, -1);
}

void checkPassword(base::Problems& problems, const std::string& password, const std::string& userName,
                   const std::string& clinicName, const ClinicPolicy& policy) {
    const int length = base::characterCount(password);
    const auto problem = [&](base::Rule rule) {
        problems.push_back(
            {"password", rule, std::to_string(policy.minPasswordLength), std::to_string(policy.maxPasswordLength), {}});
    };
    const std::string folded = foldedUserName(password);
    if (length == 0) {
        problem(base::Rule::Required);
    } else if (length > policy.maxPasswordLength) {
        problem(base::Rule::TooLong);
    } else if (length < policy.minPasswordLength || folded == foldedUserName(userName) ||
               folded == foldedUserName(clinicName) || isRefused(policy, folded) || isPattern(codePoints(folded))) {
        problem(base::Rule::TooWeak);
    }
}

void checkPin(base::Problems& problems, std::string_view pin, const ClinicPolicy& policy) {
    const auto problem = [&](base::Rule rule) {
        problems.push_back({"pin", rule, std::to_string(policy.minPinLength), std::to_string(policy.maxPinLength), {}});
    };
    if (pin.empty()) return problem(base::Rule::Required);
    if (std::ranges::any_of(pin, [](char c) { return c < '0' || c > '9'; })) return problem(base::Rule::NotANumber);
    const auto length = std::ssize(pin);
    if (length < policy.minPinLength || length > policy.maxPinLength) return problem(base::Rule::OutOfRange);
    if (isPattern(codePoints(pin))) problem(base::Rule::TooWeak);
}

} // namespace chairside::services
