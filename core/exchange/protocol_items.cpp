#include "core/exchange/protocol_items.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

namespace chairside::exchange {

namespace {

using base::Problems;
using base::Rule;
using domain::AnswerEffect;
using domain::ChecklistItem;
using domain::ChecklistKind;
using Json = nlohmann::ordered_json;

constexpr std::pair<ChecklistKind, std::string_view> kLists[] = {{ChecklistKind::PreCheck, "pre_check"},
                                                                 {ChecklistKind::Discharge, "discharge"}};
constexpr std::pair<AnswerEffect, std::string_view> kEffects[] = {
    {AnswerEffect::Inform, "inform"}, {AnswerEffect::SoftStop, "soft_stop"}, {AnswerEffect::HardStop, "hard_stop"}};
constexpr std::string_view kParts[] = {"list", "key", "text", "favourable", "unfavourable", "effect", "always", "why"};

constexpr std::string_view kScreeningParts[] = {"key",    "text",       "favourable", "unfavourable", "effect",
                                                "always", "valid_days", "dated",      "why"};

template <class Words, class Value>
std::string wordOf(const Words& words, Value value) {
    const auto found = std::ranges::find(words, value, [](const auto& pair) { return pair.first; });
    return found == std::end(words) ? std::string{} : std::string(found->second);
}

class ItemReader {
public:
    ItemReader(const Json& object, std::string stem, Problems& problems)
        : m_object(object), m_stem(std::move(stem)), m_problems(problems) {}

    ChecklistItem read() {
        for (const auto& [key, value] : m_object.items()) {
            if (std::ranges::find(kParts, key) == std::end(kParts)) refuse(key, Rule::NotAllowed);
        }
        ChecklistItem item;
        item.list = word("list", kLists);
        item.key = text("key");
        item.text = text("text");
        item.favourable = text("favourable");
        item.unfavourable = text("unfavourable");
        item.effect = word("effect", kEffects);
        item.always = flag("always");
        item.why = text("why");
        if (item.why.empty()) refuse("why", Rule::Required);
        return item;
    }

    domain::ScreeningItem readScreeningItem() {
        for (const auto& [key, value] : m_object.items()) {
            if (std::ranges::find(kScreeningParts, key) == std::end(kScreeningParts)) refuse(key, Rule::NotAllowed);
        }
        domain::ScreeningItem item;
        item.key = text("key");
        item.text = text("text");
        item.favourable = text("favourable");
        item.unfavourable = text("unfavourable");
        item.effect = word("effect", kEffects);
        item.always = flag("always");
        item.validDays = days("valid_days");
        item.dated = flag("dated");
        item.why = text("why");
        if (item.why.empty()) refuse("why", Rule::Required);
        return item;
    }

private:
    void refuse(std::string_view part, Rule rule) {
        m_problems.push_back({m_stem + std::string(part), rule, {}, {}, {}});
    }

    // What is empty is refused by domain::check.
    std::string text(std::string_view part) {
        const auto found = m_object.find(part);
        return found != m_object.end() && found->is_string() ? found->get<std::string>() : std::string{};
    }

    template <class Words>
    auto word(std::string_view part, const Words& words) -> std::remove_cvref_t<decltype(words[0].first)> {
        const std::string typed = text(part);
        const auto found = std::ranges::find(words, typed, [](const auto& pair) { return pair.second; });
        if (found != std::end(words)) return found->first;
        refuse(part, typed.empty() ? Rule::Required : Rule::NotAllowed);
        return {};
    }

    int days(std::string_view part) {
        const auto found = m_object.find(part);
        if (found != m_object.end() && found->is_number_unsigned()) return found->get<int>();
        refuse(part, Rule::Required);
        return 0;
    }

    bool flag(std::string_view part) {
        const auto found = m_object.find(part);
        if (found != m_object.end() && found->is_boolean()) return found->get<bool>();
        refuse(part, Rule::Required);
        return true;
    }

    const Json& m_object;
    std::string m_stem;
    Problems& m_problems;
};

} // namespace

std::vector<ChecklistItem> readItems(const Json& object, Problems& problems) {
    std::vector<ChecklistItem> items;
    const auto found = object.find("items");
    if (found == object.end() || !found->is_array()) {
        problems.push_back({"items", Rule::Required, {}, {}, {}});
        return items;
    }
    for (const auto& one : *found) {
        const std::string stem = "items." + std::to_string(items.size() + 1) + '.';
        if (!one.is_object()) problems.push_back({stem + "key", Rule::Required, {}, {}, {}});
        items.push_back(one.is_object() ? ItemReader(one, stem, problems).read() : ChecklistItem{});
    }
    for (auto& problem : domain::check(items))
        problems.push_back(std::move(problem));
    return items;
}

Json itemsText(const std::vector<ChecklistItem>& items) {
    Json list = Json::array();
    for (const auto& item : items) {
        list.push_back({{"list", wordOf(kLists, item.list)},
                        {"key", item.key},
                        {"text", item.text},
                        {"favourable", item.favourable},
                        {"unfavourable", item.unfavourable},
                        {"effect", wordOf(kEffects, item.effect)},
                        {"always", item.always},
                        {"why", item.why}});
    }
    return list;
}

std::vector<domain::ScreeningItem> readScreening(const Json& object, Problems& problems) {
    std::vector<domain::ScreeningItem> items;
    const auto found = object.find("screening");
    if (found == object.end()) return items;
    if (!found->is_array()) {
        problems.push_back({"screening", Rule::NotAllowed, {}, {}, {}});
        return items;
    }
    for (const auto& one : *found) {
        const std::string stem = "screening." + std::to_string(items.size() + 1) + '.';
        if (!one.is_object()) problems.push_back({stem + "key", Rule::Required, {}, {}, {}});
        items.push_back(one.is_object() ? ItemReader(one, stem, problems).readScreeningItem()
                                        : domain::ScreeningItem{});
    }
    for (auto& problem : domain::check(items))
        problems.push_back(std::move(problem));
    return items;
}

Json screeningText(const std::vector<domain::ScreeningItem>& items) {
    Json list = Json::array();
    for (const auto& item : items) {
        list.push_back({{"key", item.key},
                        {"text", item.text},
                        {"favourable", item.favourable},
                        {"unfavourable", item.unfavourable},
                        {"effect", wordOf(kEffects, item.effect)},
                        {"always", item.always},
                        {"valid_days", item.validDays},
                        {"dated", item.dated},
                        {"why", item.why}});
    }
    return list;
}

} // namespace chairside::exchange
