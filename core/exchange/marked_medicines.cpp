#include "core/exchange/marked_medicines.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>

#include "core/exchange/embedded_medicines.h"
#include "core/services/try.h"

namespace chairside::exchange {
namespace {

using nlohmann::json;

std::unexpected<base::Error> refuse(const char* detail) {
    return base::fail(base::Code::Invalid, "marked_medicines", detail);
}

std::optional<domain::MedicineGroup> groupOf(const std::string& key) {
    if (key == "opioid") return domain::MedicineGroup::Opioid;
    if (key == "benzodiazepine") return domain::MedicineGroup::Benzodiazepine;
    if (key == "mao_inhibitor") return domain::MedicineGroup::MaoInhibitor;
    return std::nullopt;
}

bool isText(const json& object, const char* key) {
    const auto found = object.find(key);
    return found != object.end() && found->is_string() && !found->get_ref<const std::string&>().empty();
}

base::Done addGroup(const json& object, std::vector<domain::MarkedMedicine>& marked) {
    if (!object.is_object() || !isText(object, "group")) return refuse("a group without its word");
    const auto group = groupOf(object["group"].get<std::string>());
    if (!group) return refuse("an unknown group");
    const auto names = object.find("names");
    if (names == object.end() || !names->is_array() || names->empty()) return refuse("a group without names");
    for (const auto& each : *names) {
        if (!each.is_string()) return refuse("a name that is no text");
        auto name = each.get<std::string>();
        const bool lower = std::ranges::none_of(name, [](char c) { return c >= 'A' && c <= 'Z'; });
        if (name.empty() || !lower) return refuse("a name that is empty or not in lower case");
        const bool twice = std::ranges::find(marked, name, &domain::MarkedMedicine::name) != marked.end();
        if (twice) return refuse("a name that is listed twice");
        marked.push_back({std::move(name), *group});
    }
    return {};
}

} // namespace

base::Result<std::vector<domain::MarkedMedicine>> parseMarkedMedicines(std::string_view text) {
    const auto parsed = json::parse(text, nullptr, false);
    if (!parsed.is_object()) return refuse("not a JSON object");
    if (!isText(parsed, "source") || !isText(parsed, "why")) return refuse("source or why is missing");
    const auto groups = parsed.find("groups");
    if (groups == parsed.end() || !groups->is_array()) return refuse("no groups");
    std::vector<domain::MarkedMedicine> marked;
    for (const auto& group : *groups)
        CHAIRSIDE_TRY(addGroup(group, marked));
    return marked;
}

base::Result<std::vector<domain::MarkedMedicine>> shippedMarkedMedicines() {
    const auto lists = embeddedMedicines();
    if (lists.empty()) return base::fail(base::Code::Internal, "marked_medicines", "no list is compiled in");
    return parseMarkedMedicines(lists.front().json);
}

} // namespace chairside::exchange
