#include "core/domain/protocol/checklist.h"

#include <algorithm>

namespace chairside::domain {

namespace {

using base::Rule;

void requireWords(base::Problems& problems, const std::string& stem, const char* part, const std::string& words) {
    if (words.find_first_not_of(" \t\n") != std::string::npos) return;
    problems.push_back({stem + part, Rule::Required, {}, {}, {}});
}

} // namespace

bool asksName(const ChecklistItem& item) {
    return item.list == ChecklistKind::Discharge && item.key == kEscortItem;
}

std::vector<ChecklistItem> itemsOf(std::span<const ChecklistItem> items, ChecklistKind list) {
    std::vector<ChecklistItem> result;
    for (const auto& item : items) {
        if (item.list == list) result.push_back(item);
    }
    return result;
}

base::Problems check(std::span<const ChecklistItem> items) {
    base::Problems problems;
    for (std::size_t at = 0; at < items.size(); ++at) {
        const auto& item = items[at];
        const std::string stem = "items." + std::to_string(at + 1) + '.';
        requireWords(problems, stem, "key", item.key);
        requireWords(problems, stem, "text", item.text);
        requireWords(problems, stem, "favourable", item.favourable);
        requireWords(problems, stem, "unfavourable", item.unfavourable);
        if (item.key == kStartPressureItem) {
            problems.push_back({stem + "key", Rule::NotAllowed, {}, {}, item.key});
        }
        const auto isSame = [&item](const ChecklistItem& other) {
            return other.list == item.list && other.key == item.key;
        };
        if (std::ranges::any_of(items.first(at), isSame)) {
            problems.push_back({stem + "key", Rule::Duplicate, {}, {}, item.key});
        }
    }
    return problems;
}

} // namespace chairside::domain
