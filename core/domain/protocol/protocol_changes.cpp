#include "core/domain/protocol/protocol_changes.h"

#include <algorithm>

namespace chairside::domain {
namespace {

// Keys of the first in their order, then those only the second has.
template <class Item>
std::vector<std::string> keysOf(const std::vector<Item>& before, const std::vector<Item>& after) {
    std::vector<std::string> keys;
    for (const auto* items : {&before, &after}) {
        for (const auto& item : *items) {
            if (std::ranges::find(keys, item.key) == keys.end()) keys.push_back(item.key);
        }
    }
    return keys;
}

template <class Item>
const Item* withKey(const std::vector<Item>& items, const std::string& key) {
    const auto found = std::ranges::find(items, key, &Item::key);
    return found == items.end() ? nullptr : &*found;
}

template <class Item>
void addItemChanges(std::vector<ProtocolChange>& changes, ChangedPart part, const std::vector<Item>& before,
                    const std::vector<Item>& after) {
    if (before == after) return;
    const auto size = changes.size();
    for (const auto& key : keysOf(before, after)) {
        const Item* old = withKey(before, key);
        const Item* now = withKey(after, key);
        if (old == nullptr || now == nullptr || !(*old == *now)) changes.push_back({part, key});
    }
    // Only their order differs.
    if (changes.size() == size) changes.push_back({part, {}});
}

template <class Item>
bool stops(const Item* item) {
    return item != nullptr && item->effect == AnswerEffect::HardStop;
}

bool isHardNumber(const ProtocolField& field, const ProtocolVersion& before, const ProtocolVersion& after) {
    const bool atStart = before.rules.start.hardStop != 0 || after.rules.start.hardStop != 0;
    return field.limit == LimitKind::Hard || (field.limit == LimitKind::HardAtStart && atStart);
}

bool isHardLimit(const ProtocolChange& change, const ProtocolVersion& before, const ProtocolVersion& after) {
    const auto stopsInEither = [&](ChecklistKind list) {
        return stops(checklistItem(before, list, change.key)) || stops(checklistItem(after, list, change.key));
    };
    switch (change.part) {
    case ChangedPart::Number: {
        const auto* field = protocolField(change.key);
        return field != nullptr && isHardNumber(*field, before, after);
    }
    case ChangedPart::Screening:
        return stops(screeningItem(before, change.key)) || stops(screeningItem(after, change.key));
    case ChangedPart::PreCheck:
        return stopsInEither(ChecklistKind::PreCheck);
    case ChangedPart::Discharge:
        return stopsInEither(ChecklistKind::Discharge);
    default:
        return false;
    }
}

} // namespace

const ScreeningItem* screeningItem(const ProtocolVersion& version, const std::string& key) {
    return withKey(version.screening, key);
}

const ChecklistItem* checklistItem(const ProtocolVersion& version, ChecklistKind list, const std::string& key) {
    const auto found = std::ranges::find_if(
        version.items, [&](const ChecklistItem& item) { return item.list == list && item.key == key; });
    return found == version.items.end() ? nullptr : &*found;
}

std::string whyOf(const ProtocolVersion& version, std::string_view key) {
    const auto found = std::ranges::find(version.whys, key, &ProtocolWhy::key);
    return found == version.whys.end() ? std::string{} : found->text;
}

std::vector<ProtocolChange> changesBetween(const ProtocolVersion& before, const ProtocolVersion& after) {
    std::vector<ProtocolChange> changes;
    if (before.name != after.name) changes.push_back({ChangedPart::Name, {}});
    if (before.drug != after.drug) changes.push_back({ChangedPart::Drug, {}});
    if (before.summary != after.summary) changes.push_back({ChangedPart::Summary, {}});
    if (before.remarks != after.remarks) changes.push_back({ChangedPart::Remark, {}});
    if (before.emergency != after.emergency) changes.push_back({ChangedPart::Emergency, {}});
    addItemChanges(changes, ChangedPart::Screening, before.screening, after.screening);
    addItemChanges(changes, ChangedPart::PreCheck, itemsOf(before.items, ChecklistKind::PreCheck),
                   itemsOf(after.items, ChecklistKind::PreCheck));
    addItemChanges(changes, ChangedPart::Discharge, itemsOf(before.items, ChecklistKind::Discharge),
                   itemsOf(after.items, ChecklistKind::Discharge));
    for (const auto& field : protocolFields()) {
        const std::string key(field.key);
        if (field.get(before.rules) != field.get(after.rules)) changes.push_back({ChangedPart::Number, key});
        if (whyOf(before, key) != whyOf(after, key)) changes.push_back({ChangedPart::Why, key});
    }
    return changes;
}

std::vector<ProtocolChange> hardLimitChanges(const ProtocolVersion& before, const ProtocolVersion& after) {
    auto changes = changesBetween(before, after);
    std::erase_if(changes, [&](const ProtocolChange& change) { return !isHardLimit(change, before, after); });
    return changes;
}

} // namespace chairside::domain
