#include "core/exchange/protocol_template.h"

#include <algorithm>
#include <set>
#include <vector>

#include <nlohmann/json.hpp>

#include "core/base/decimal_text.h"
#include "core/exchange/protocol_items.h"

namespace chairside::exchange {

namespace {

using base::Problems;
using base::Rule;
using domain::ProtocolField;
using domain::ProtocolTemplate;
using Json = nlohmann::ordered_json;

constexpr const char* kValues = "values";
constexpr const char* kItems = "items";
constexpr const char* kRemarks = "remarks";
constexpr const char* kEmergency = "emergency";
constexpr const char* kScreening = "screening";
constexpr std::string_view kTexts[] = {"key", "name", "drug", "summary"};

std::string textOf(const ProtocolField& field, std::int64_t value) {
    return field.thousandths ? base::textFromThousandths(value) : std::to_string(value);
}

// Parses and finds keys that stand twice in one object: the parser itself keeps the last one without a word.
Json parseStrictly(std::string_view text, Problems& problems) {
    std::vector<std::set<std::string>> open;
    const Json::parser_callback_t watch = [&](int, Json::parse_event_t event, Json& value) {
        if (event == Json::parse_event_t::object_start) open.emplace_back();
        if (event == Json::parse_event_t::object_end) open.pop_back();
        if (event == Json::parse_event_t::key && !open.back().insert(value.get<std::string>()).second) {
            problems.push_back({value.get<std::string>(), Rule::Duplicate, {}, {}, {}});
        }
        return true;
    };
    return Json::parse(text, watch, false);
}

// A non-empty string member, or a problem.
std::string requiredText(const Json& object, std::string_view key, const std::string& name, Problems& problems) {
    const auto found = object.find(key);
    if (found != object.end() && found->is_string() && !found->get<std::string>().empty()) {
        return found->get<std::string>();
    }
    problems.push_back({name, Rule::Required, {}, {}, {}});
    return {};
}

template <class Known>
void refuseUnknown(const Json& object, const std::string& prefix, const Known& isKnown, Problems& problems) {
    for (const auto& [key, value] : object.items()) {
        if (!isKnown(key)) problems.push_back({prefix + key, Rule::NotAllowed, {}, {}, {}});
    }
}

std::vector<std::string> readLines(const Json& object, const char* key, Problems& problems) {
    std::vector<std::string> lines;
    const auto found = object.find(key);
    if (found == object.end() || !found->is_array()) {
        problems.push_back({key, Rule::Required, {}, {}, {}});
        return lines;
    }
    for (const auto& line : *found) {
        if (line.is_string() && !line.get<std::string>().empty()) {
            lines.push_back(line.get<std::string>());
        } else {
            problems.push_back({key, Rule::NotAllowed, {}, {}, {}});
        }
    }
    return lines;
}

std::optional<std::int64_t> storedNumber(const ProtocolField& field, const std::string& text) {
    if (text.find(',') != std::string::npos) return std::nullopt;
    const auto thousandths = base::thousandthsFromText(text, field.thousandths ? 3 : 0);
    if (!thousandths || field.thousandths) return thousandths;
    return *thousandths / 1000;
}

void readValue(const Json& values, const ProtocolField& field, ProtocolTemplate& content, Problems& problems) {
    const std::string key(field.key);
    const auto found = values.find(key);
    if (found == values.end() || !found->is_object()) {
        problems.push_back({key, Rule::Required, {}, {}, {}});
        return;
    }
    const auto isKnown = [](const std::string& name) {
        return name == "value" || name == "why";
    };
    refuseUnknown(*found, key + '.', isKnown, problems);
    content.whys.push_back({key, requiredText(*found, "why", key + ".why", problems)});
    const std::string text = requiredText(*found, "value", key, problems);
    if (text.empty()) return;
    const auto number = storedNumber(field, text);
    if (!number) {
        problems.push_back({key, Rule::NotANumber, {}, {}, text});
    } else if (*number < field.low || *number > field.high) {
        problems.push_back({key, Rule::OutOfRange, textOf(field, field.low), textOf(field, field.high), text});
    } else {
        field.set(content.rules, *number);
    }
}

void readValues(const Json& object, ProtocolTemplate& content, Problems& problems) {
    const auto found = object.find(kValues);
    if (found == object.end() || !found->is_object()) {
        problems.push_back({kValues, Rule::Required, {}, {}, {}});
        return;
    }
    const auto isKnown = [](const std::string& key) {
        return domain::protocolField(key) != nullptr;
    };
    refuseUnknown(*found, {}, isKnown, problems);
    for (const ProtocolField& field : domain::protocolFields())
        readValue(*found, field, content, problems);
}

} // namespace

base::Result<ProtocolTemplate> parseTemplate(std::string_view json) {
    Problems problems;
    const Json object = parseStrictly(json, problems);
    if (!object.is_object()) return base::fail(base::Code::Invalid, "template", "not a JSON object");
    const auto isKnown = [](const std::string& key) {
        return key == kValues || key == kItems || key == kRemarks || key == kEmergency || key == kScreening ||
               std::ranges::find(kTexts, key) != std::end(kTexts);
    };
    refuseUnknown(object, {}, isKnown, problems);
    ProtocolTemplate content;
    content.key = requiredText(object, "key", "key", problems);
    content.name = requiredText(object, "name", "name", problems);
    content.drug = requiredText(object, "drug", "drug", problems);
    content.summary = requiredText(object, "summary", "summary", problems);
    content.remarks = readLines(object, kRemarks, problems);
    content.emergency = readLines(object, kEmergency, problems);
    content.items = readItems(object, problems);
    content.screening = readScreening(object, problems);
    readValues(object, content, problems);
    if (!problems.empty()) return base::invalid(std::move(problems));
    return content;
}

std::string templateText(const ProtocolTemplate& content) {
    Json object{{"key", content.key},
                {"name", content.name},
                {"drug", content.drug},
                {"summary", content.summary},
                {kRemarks, content.remarks},
                {kEmergency, content.emergency},
                {kItems, itemsText(content.items)},
                {kScreening, screeningText(content.screening)},
                {kValues, Json::object()}};
    for (const ProtocolField& field : domain::protocolFields()) {
        const std::string key(field.key);
        const auto why = std::ranges::find(content.whys, key, &domain::ProtocolWhy::key);
        object[kValues][key] = {{"value", textOf(field, field.get(content.rules))},
                                {"why", why == content.whys.end() ? std::string{} : why->text}};
    }
    return object.dump(4, ' ', false, Json::error_handler_t::replace) + '\n';
}

std::string templateText(const domain::ProtocolVersion& version, std::string_view key) {
    return templateText(ProtocolTemplate{std::string(key), version.name, version.drug, version.summary, version.remarks,
                                         version.rules, version.whys, version.items, version.emergency,
                                         version.screening});
}

} // namespace chairside::exchange
