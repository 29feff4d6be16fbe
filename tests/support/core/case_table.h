// Worked cases in tests/data/cases: one JSON file a rule, one object a case. Numbers are handed out as the
// decimal text of the file, so that 4.9 stays 4.9.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

namespace chairside::test {

class CaseRow {
public:
    // fields: key -> JSON text of its value.
    CaseRow(std::string name, std::string json, std::map<std::string, std::string> fields);

    [[nodiscard]] const std::string& name() const { return m_name; } // usable as a test name
    [[nodiscard]] const std::string& json() const { return m_json; } // the whole case on one line
    [[nodiscard]] const std::map<std::string, std::string>& fields() const { return m_fields; }
    [[nodiscard]] bool has(const std::string& key) const { return m_fields.contains(key); }
    [[nodiscard]] bool isNull(const std::string& key) const;
    // A string without its quotes; anything else as its JSON text. Empty if there is no such key.
    [[nodiscard]] std::string text(const std::string& key) const;
    [[nodiscard]] bool flag(const std::string& key) const { return text(key) == "true"; }
    [[nodiscard]] int whole(const std::string& key) const;
    // Nearest thousandth, halves away from zero; nothing for null or no such key.
    [[nodiscard]] std::optional<std::int64_t> thousandths(const std::string& key) const;
    // Elements of an array of plain values, as text() gives them.
    [[nodiscard]] std::vector<std::string> list(const std::string& key) const;
    // Elements of an array of objects.
    [[nodiscard]] std::vector<CaseRow> rows(const std::string& key) const;

private:
    std::string m_name;
    std::string m_json;
    std::map<std::string, std::string> m_fields;
};

// All cases of tests/data/cases/<rule>.json. A missing or broken file ends the test program.
[[nodiscard]] std::vector<CaseRow> readCases(const std::string& rule);
// The whole text of a file below tests/data.
[[nodiscard]] std::string readTestData(const std::string& path);

// Key -> value of the numbers in resources/protocols/<name>.json.
[[nodiscard]] std::map<std::string, std::string> readTemplateValues(const std::string& name);

// Nearest thousandth of a plain decimal, halves away from zero.
[[nodiscard]] std::int64_t thousandthsOf(std::string_view decimal);

// For INSTANTIATE_TEST_SUITE_P: the test is named after its case.
struct NameOfCase {
    template <class Info>
    std::string operator()(const Info& info) const {
        return info.param.name();
    }
};

inline void PrintTo(const CaseRow& row, std::ostream* out) {
    *out << row.json();
}

} // namespace chairside::test
