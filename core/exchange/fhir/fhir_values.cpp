#include "core/exchange/fhir/fhir_values.h"

#include <algorithm>
#include <utility>

namespace chairside::exchange::fhir {
namespace {

std::uint64_t mixed(std::uint64_t hash, std::uint8_t byte) {
    return (hash ^ byte) * 1099511628211ULL; // FNV-1a
}

} // namespace

std::string urnOf(const base::Uuid& record, std::string_view part) {
    std::uint64_t high = 14695981039346656037ULL;
    for (const auto byte : record.bytes())
        high = mixed(high, byte);
    for (const char byte : part)
        high = mixed(high, static_cast<std::uint8_t>(byte));
    std::uint64_t low = high ^ 0x9E3779B97F4A7C15ULL;
    for (const char byte : part)
        low = mixed(low, static_cast<std::uint8_t>(byte));
    for (const auto byte : record.bytes())
        low = mixed(low, byte);
    base::Uuid::Bytes bytes{};
    for (std::size_t i = 0; i < 8; ++i) {
        bytes[i] = static_cast<std::uint8_t>(high >> (8 * i));
        bytes[i + 8] = static_cast<std::uint8_t>(low >> (8 * i));
    }
    bytes[6] = static_cast<std::uint8_t>((bytes[6] & 0x0FU) | 0x80U); // version 8, RFC 9562
    bytes[8] = static_cast<std::uint8_t>((bytes[8] & 0x3FU) | 0x80U);
    return "urn:uuid:" + base::Uuid(bytes).text();
}

Json reference(const std::string& urn) {
    return {{"reference", urn}};
}

Json text(std::string_view words) {
    std::string kept;
    for (const char c : words) {
        const auto byte = static_cast<unsigned char>(c);
        const bool allowed = (byte >= 0x20 && byte != 0x7F) || c == '\t' || c == '\n' || c == '\r';
        if (allowed) kept += c;
    }
    const auto first = kept.find_first_not_of(" \t\r\n");
    if (first == std::string::npos) return nullptr;
    return kept.substr(first, kept.find_last_not_of(" \t\r\n") - first + 1);
}

void set(Json& target, const char* element, Json value) {
    if (value.is_null() || (value.is_structured() && value.empty())) return;
    target[element] = std::move(value);
}

Json metaOf(std::initializer_list<std::string_view> profiles) {
    Json all = Json::array();
    for (const auto name : profiles) {
        const auto home = name.starts_with("us-core-") ? "http://hl7.org/fhir/us/core/StructureDefinition/"
                                                       : "http://hl7.org/fhir/StructureDefinition/";
        all.push_back(home + std::string(name));
    }
    Json meta;
    meta["profile"] = std::move(all);
    return meta;
}

Json coding(std::string_view system, std::string_view code, std::string_view display) {
    Json result{{"system", system}, {"code", code}};
    if (!display.empty()) result["display"] = display;
    return result;
}

Json conceptOf(Json coding) {
    Json result;
    result["coding"] = Json::array({std::move(coding)});
    return result;
}

std::string localSystem(std::string_view name) {
    return "urn:chairside:codes:" + std::string(name);
}

Json local(std::string_view name, std::string_view code) {
    std::string display(code);
    std::ranges::replace(display, '_', ' ');
    return conceptOf(coding(localSystem(name), code, display));
}

Json hl7(std::string_view system, std::string_view code) {
    return conceptOf(coding("http://terminology.hl7.org/CodeSystem/" + std::string(system), code));
}

Json words(std::string_view words) {
    Json result = Json::object();
    set(result, "text", text(words));
    return result;
}

Json number(std::int64_t thousandths) {
    return Json::parse(base::textFromThousandths(thousandths));
}

Json quantity(Json value, std::string_view unit, std::string_view ucum) {
    return {{"value", std::move(value)}, {"unit", unit}, {"system", "http://unitsofmeasure.org"}, {"code", ucum}};
}

Json score(int value) {
    return quantity(value, "{score}", "{score}");
}

Json absent(std::string_view reason) {
    return hl7("data-absent-reason", reason);
}

Json absent(domain::MissingReason reason) {
    switch (reason) {
    case domain::MissingReason::NotDone:
        return absent("not-performed");
    case domain::MissingReason::Declined:
        return absent("asked-declined");
    case domain::MissingReason::Unavailable:
        return absent("temp-unknown");
    case domain::MissingReason::NotRecorded:
        break;
    }
    return absent("unknown");
}

Json extension(std::string_view name, const char* valueElement, Json value) {
    Json result{{"url", "urn:chairside:extension:" + std::string(name)}};
    result[valueElement] = std::move(value);
    return result;
}

void Resources::add(const std::string& urn, Json resource) {
    Json entry{{"fullUrl", urn}};
    entry["resource"] = std::move(resource);
    m_entries.push_back(std::move(entry));
}

Json Resources::person(const domain::AccountId& account) {
    m_people.insert(account);
    return reference(urnOf(account));
}

Json observation(Resources& out, const Measured& what, std::string_view category, Json code) {
    Json result{{"resourceType", "Observation"}, {"status", what.corrected ? "corrected" : "final"}};
    result["category"] = Json::array({hl7("observation-category", category)});
    result["code"] = std::move(code);
    result["subject"] = reference(what.patient);
    if (!what.encounter.empty()) result["encounter"] = reference(what.encounter);
    result["effectiveDateTime"] = what.when;
    if (what.by) result["performer"] = Json::array({out.person(*what.by)});
    return result;
}

} // namespace chairside::exchange::fhir
