#include "tests/support/core/case_table.h"

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <utility>

#include <nlohmann/json.hpp>

namespace chairside::test {

namespace {

using Json = nlohmann::ordered_json;

[[noreturn]] void giveUp(const std::string& what, const std::string& where) {
    std::fprintf(stderr, "%s: %s\n", where.c_str(), what.c_str());
    std::abort();
}

std::string readWhole(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) giveUp("cannot be read", path);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

CaseRow rowOf(const Json& object, std::string name) {
    std::map<std::string, std::string> fields;
    for (const auto& [key, value] : object.items())
        fields.emplace(key, value.dump());
    return {std::move(name), object.dump(), std::move(fields)};
}

// Test names hold letters, digits and underscores only.
std::string nameOf(const Json& object, std::size_t index) {
    std::string words;
    for (const char* key : {"note", "name", "expected_error", "expected_state", "expected"}) {
        if (words.empty() && object.contains(key) && object[key].is_string()) words = object[key].get<std::string>();
    }
    std::string name = "case_" + std::to_string(index);
    bool gap = true;
    for (const char c : words) {
        const bool plain = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        if (plain && gap) name += '_';
        if (plain) name += c;
        gap = !plain;
    }
    return name;
}

std::string plainText(const Json& value) {
    return value.is_string() ? value.get<std::string>() : value.dump();
}

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

} // namespace

CaseRow::CaseRow(std::string name, std::string json, std::map<std::string, std::string> fields)
    : m_name(std::move(name)), m_json(std::move(json)), m_fields(std::move(fields)) {}

bool CaseRow::isNull(const std::string& key) const {
    return text(key) == "null";
}

std::string CaseRow::text(const std::string& key) const {
    const auto found = m_fields.find(key);
    return found == m_fields.end() ? std::string{} : plainText(Json::parse(found->second));
}

int CaseRow::whole(const std::string& key) const {
    return std::stoi(text(key));
}

std::optional<std::int64_t> CaseRow::thousandths(const std::string& key) const {
    if (!has(key) || isNull(key)) return std::nullopt;
    return thousandthsOf(text(key));
}

std::vector<std::string> CaseRow::list(const std::string& key) const {
    std::vector<std::string> result;
    const auto found = m_fields.find(key);
    if (found == m_fields.end()) return result;
    for (const auto& value : Json::parse(found->second))
        result.push_back(plainText(value));
    return result;
}

std::vector<CaseRow> CaseRow::rows(const std::string& key) const {
    std::vector<CaseRow> result;
    const auto found = m_fields.find(key);
    if (found == m_fields.end()) return result;
    for (const auto& value : Json::parse(found->second)) {
        result.push_back(rowOf(value, m_name + '_' + std::to_string(result.size())));
    }
    return result;
}

std::string readTestData(const std::string& path) {
    return readWhole(std::string(CHAIRSIDE_TEST_DATA) + '/' + path);
}

std::map<std::string, std::string> readTemplateValues(const std::string& name) {
    const std::string path = std::string(CHAIRSIDE_SOURCE_DIR) + "/resources/protocols/" + name + ".json";
    const Json content = Json::parse(readWhole(path), nullptr, false);
    if (!content.is_object() || !content.contains("values")) giveUp("not a protocol template", path);
    std::map<std::string, std::string> values;
    for (const auto& [key, value] : content["values"].items())
        values.emplace(key, plainText(value["value"]));
    return values;
}

std::vector<CaseRow> readCases(const std::string& rule) {
    const std::string path = "cases/" + rule + ".json";
    const Json all = Json::parse(readTestData(path), nullptr, false);
    if (!all.is_array() || all.empty()) giveUp("not an array of cases", path);
    std::vector<CaseRow> result;
    for (const auto& object : all)
        result.push_back(rowOf(object, nameOf(object, result.size() + 1)));
    return result;
}

std::int64_t thousandthsOf(std::string_view decimal) {
    const bool negative = decimal.starts_with('-');
    std::int64_t value = 0;
    int decimals = -1;
    bool roundUp = false;
    for (const char c : decimal.substr(negative ? 1 : 0)) {
        if (c == '.' && decimals < 0) {
            decimals = 0;
        } else if (!isDigit(c)) {
            giveUp("not a plain decimal", std::string(decimal));
        } else if (decimals < 3) {
            value = value * 10 + (c - '0');
            if (decimals >= 0) ++decimals;
        } else {
            if (decimals == 3) roundUp = c >= '5';
            decimals = 4;
        }
    }
    for (int at = decimals < 0 ? 0 : decimals; at < 3; ++at)
        value *= 10;
    value += roundUp ? 1 : 0;
    return negative ? -value : value;
}

} // namespace chairside::test
