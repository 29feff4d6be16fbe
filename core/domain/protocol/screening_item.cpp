#include "core/domain/protocol/screening_item.h"

#include <algorithm>
#include <set>
#include <utility>

namespace chairside::domain {
namespace {

// Longer than any answer about a person's health can be trusted; what a version says lies below.
constexpr int kMostDays = 3660;

} // namespace

base::Problems check(std::span<const ScreeningItem> items) {
    base::Problems problems;
    std::set<std::string> keys;
    std::size_t number = 0;
    for (const auto& item : items) {
        const std::string stem = "screening." + std::to_string(++number) + '.';
        const std::pair<const char*, const std::string*> parts[] = {{"key", &item.key},
                                                                    {"text", &item.text},
                                                                    {"favourable", &item.favourable},
                                                                    {"unfavourable", &item.unfavourable}};
        for (const auto& [part, text] : parts) {
            if (text->empty()) problems.push_back({stem + part, base::Rule::Required, {}, {}, {}});
        }
        if (!item.key.empty() && !keys.insert(item.key).second) {
            problems.push_back({stem + "key", base::Rule::Duplicate, {}, {}, item.key});
        }
        if (item.dated && item.validDays == 0) {
            problems.push_back({stem + "valid_days", base::Rule::Required, {}, {}, {}});
        }
        if (item.validDays < 0 || item.validDays > kMostDays) {
            problems.push_back({stem + "valid_days", base::Rule::OutOfRange, "0", std::to_string(kMostDays),
                                std::to_string(item.validDays)});
        }
    }
    return problems;
}

} // namespace chairside::domain
