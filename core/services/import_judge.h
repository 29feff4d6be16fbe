// Internal to core/services: whether the clinic knows a patient of a file already.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "core/services/import_service.h"
#include "core/services/run.h"

namespace chairside::services {

// Judges the candidates of one file in their order.
class ImportJudge {
public:
    explicit ImportJudge(Unit& unit) : m_unit(unit) {}

    [[nodiscard]] base::Result<ImportRow> judge(PatientCandidate candidate);

private:
    using PersonKey = std::tuple<base::CalendarDate, std::u32string, std::u32string>;

    [[nodiscard]] static PersonKey keyOf(const domain::PatientDetails& details);
    [[nodiscard]] base::Problems problemsOf(const PatientCandidate& candidate);
    [[nodiscard]] base::Done compare(ImportRow& row);
    static void compareWithOwner(ImportRow& row, const domain::Patient& owner);
    static void settle(ImportRow& row, const domain::Patient& known);

    Unit& m_unit;
    std::map<PersonKey, std::string> m_seen;
    std::map<std::u32string, std::string> m_numbers;
};

// Fields in which a file says something, and something else than what is known.
class Differences {
public:
    void text(const char* field, const std::string& told, const std::string& known) {
        if (!told.empty() && told != known) m_fields.emplace_back(field);
    }
    template <class Value>
    void value(const char* field, const std::optional<Value>& told, const std::optional<Value>& known) {
        if (told && told != known) m_fields.emplace_back(field);
    }
    void add(const char* field) { m_fields.emplace_back(field); }
    [[nodiscard]] std::vector<std::string> take() { return std::move(m_fields); }

private:
    std::vector<std::string> m_fields;
};

// Registers a patient that is New, gives the clinic's next number where the file has none; row.known is who it became.
[[nodiscard]] base::Done addImported(Unit& unit, ImportRow& row);

// Invalid with the problems of refused rows, each with its place in front of the field.
class Refusals {
public:
    void add(const std::string& place, const base::Problems& problems);
    [[nodiscard]] base::Done done() const;

private:
    base::Problems m_problems;
};

} // namespace chairside::services
