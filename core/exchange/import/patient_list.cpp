#include "core/exchange/import/patient_list.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <set>

#include "core/exchange/text_encoding.h"

namespace chairside::exchange {

namespace {

using base::Rule;
using services::CsvMapping;
using services::CsvTable;
using services::DateOrder;
using services::PatientCandidate;
using services::PatientColumn;

// Letters and digits of the head in lower case, as lists of other programs write them.
struct KnownHead {
    std::string_view name;
    PatientColumn column;
};

constexpr KnownHead kKnownHeads[] = {{"family", PatientColumn::Family},
                                     {"familyname", PatientColumn::Family},
                                     {"last", PatientColumn::Family},
                                     {"lastname", PatientColumn::Family},
                                     {"surname", PatientColumn::Family},
                                     {"given", PatientColumn::Given},
                                     {"givenname", PatientColumn::Given},
                                     {"first", PatientColumn::Given},
                                     {"firstname", PatientColumn::Given},
                                     {"forename", PatientColumn::Given},
                                     {"title", PatientColumn::Title},
                                     {"prefix", PatientColumn::Title},
                                     {"preferred", PatientColumn::Preferred},
                                     {"preferredname", PatientColumn::Preferred},
                                     {"knownas", PatientColumn::Preferred},
                                     {"nickname", PatientColumn::Preferred},
                                     {"born", PatientColumn::Born},
                                     {"birthdate", PatientColumn::Born},
                                     {"dateofbirth", PatientColumn::Born},
                                     {"dob", PatientColumn::Born},
                                     {"gender", PatientColumn::Gender},
                                     {"sex", PatientColumn::Gender},
                                     {"clinicnumber", PatientColumn::ClinicNumber},
                                     {"mrn", PatientColumn::ClinicNumber},
                                     {"patientnumber", PatientColumn::ClinicNumber},
                                     {"patientno", PatientColumn::ClinicNumber},
                                     {"chartnumber", PatientColumn::ClinicNumber},
                                     {"phone", PatientColumn::Phone},
                                     {"telephone", PatientColumn::Phone},
                                     {"phonenumber", PatientColumn::Phone},
                                     {"mobile", PatientColumn::Phone},
                                     {"allergies", PatientColumn::Allergies},
                                     {"allergy", PatientColumn::Allergies}};

struct ColumnName {
    PatientColumn column;
    std::string_view key;
};

// As the fields of PatientDetails are called in problems.
constexpr ColumnName kColumnNames[] = {
    {PatientColumn::Ignored, "ignored"},     {PatientColumn::Family, "family"},
    {PatientColumn::Given, "given"},         {PatientColumn::Title, "title"},
    {PatientColumn::Preferred, "preferred"}, {PatientColumn::Born, "born"},
    {PatientColumn::Gender, "gender"},       {PatientColumn::ClinicNumber, "clinic_number"},
    {PatientColumn::Phone, "phone"},         {PatientColumn::Allergies, "allergies"}};

std::string lowerAlnum(std::string_view text) {
    std::string plain;
    for (const char c : text) {
        if (c >= 'A' && c <= 'Z') plain += static_cast<char>(c + ('a' - 'A'));
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) plain += c;
    }
    return plain;
}

std::string_view trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

std::optional<int> numberOf(std::string_view text) {
    int number = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    if (text.empty() || text.front() == '-' || read.ec != std::errc{} || read.ptr != text.data() + text.size())
        return std::nullopt;
    return number;
}

std::optional<int> monthOf(std::string_view text) {
    constexpr std::array<std::string_view, 12> kMonths{"jan", "feb", "mar", "apr", "may", "jun",
                                                       "jul", "aug", "sep", "oct", "nov", "dec"};
    const auto month = lowerAlnum(text);
    const auto found = std::ranges::find(kMonths, std::string_view(month).substr(0, 3));
    if (month.size() < 3 || found == kMonths.end()) return numberOf(text);
    return static_cast<int>(found - kMonths.begin()) + 1;
}

std::optional<base::CalendarDate> dateFrom(int year, std::optional<int> month, int day) {
    if (!month || *month < 1 || day < 1) return std::nullopt;
    return base::CalendarDate::of(year, static_cast<unsigned>(*month), static_cast<unsigned>(day));
}

// "1979-03-14", "14-Mar-1979", "14.03.1979", "03/14/1979". Two-digit years are guesses and refused.
std::optional<base::CalendarDate> dateOf(std::string_view text, DateOrder order) {
    if (const auto time = text.find_first_of("T "); time != std::string_view::npos && time >= 8)
        text = text.substr(0, time);
    std::array<std::string_view, 3> parts;
    for (std::size_t part = 0; part < 3; ++part) {
        const auto end = part < 2 ? text.find_first_of("-./ ") : text.size();
        if (end == std::string_view::npos) return std::nullopt;
        parts[part] = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    if (parts[0].size() == 4) {
        const auto year = numberOf(parts[0]);
        const auto day = numberOf(parts[2]);
        return year && day ? dateFrom(*year, monthOf(parts[1]), *day) : std::nullopt;
    }
    const auto year = numberOf(parts[2]);
    if (parts[2].size() != 4 || !year) return std::nullopt;
    const bool named = !numberOf(parts[1]);
    const bool dayFirst = order == DateOrder::DayMonth || named;
    const auto day = numberOf(dayFirst ? parts[0] : parts[1]);
    return day ? dateFrom(*year, monthOf(dayFirst ? parts[1] : parts[0]), *day) : std::nullopt;
}

std::optional<domain::Gender> genderOf(std::string_view text) {
    const auto word = lowerAlnum(text);
    if (word == "f" || word == "female" || word == "w") return domain::Gender::Female;
    if (word == "m" || word == "male") return domain::Gender::Male;
    if (word == "o" || word == "other" || word == "x" || word == "d") return domain::Gender::Other;
    if (word.empty() || word == "u" || word == "unknown" || word == "notknown") return domain::Gender::NotKnown;
    return std::nullopt;
}

void readAllergies(domain::PatientDetails& details, std::string_view text) {
    const auto word = lowerAlnum(text);
    if (text.empty()) return;
    if (word == "none" || word == "noneknown" || word == "nka" || word == "nkda" || word == "no") {
        details.allergyStatus = domain::AllergyStatus::NoneKnown;
        return;
    }
    details.allergyStatus = domain::AllergyStatus::Known;
    details.allergies = text;
}

void readCell(PatientCandidate& candidate, PatientColumn column, std::string_view cell, DateOrder dates) {
    auto& details = candidate.details;
    const auto text = trimmed(cell);
    const auto refuse = [&](Rule rule) {
        candidate.problems.push_back({columnKey(column), rule, {}, {}, std::string(text.substr(0, 40))});
    };
    if (column != PatientColumn::Ignored && hidesSomething(text)) return refuse(Rule::NotAllowed);
    switch (column) {
    case PatientColumn::Ignored:
        return;
    case PatientColumn::Family:
        details.name.family = text;
        return;
    case PatientColumn::Given:
        details.name.given = text;
        return;
    case PatientColumn::Title:
        details.name.title = text;
        return;
    case PatientColumn::Preferred:
        details.name.preferred = text;
        return;
    case PatientColumn::Born:
        if (const auto date = dateOf(text, dates))
            details.born = *date;
        else
            refuse(text.empty() ? Rule::Required : Rule::NotADate);
        return;
    case PatientColumn::Gender:
        if (const auto gender = genderOf(text))
            details.gender = *gender;
        else
            refuse(Rule::NotAllowed);
        return;
    case PatientColumn::ClinicNumber:
        details.clinicNumber = text;
        return;
    case PatientColumn::Phone:
        details.phone = text;
        return;
    case PatientColumn::Allergies:
        return readAllergies(details, text);
    }
}

base::Problems problemsOf(const CsvMapping& mapping) {
    base::Problems problems;
    for (const auto needed : {PatientColumn::Family, PatientColumn::Given, PatientColumn::Born}) {
        if (std::ranges::find(mapping.columns, needed) == mapping.columns.end())
            problems.push_back({"columns", Rule::Required, {}, {}, columnKey(needed)});
    }
    std::set<PatientColumn> seen;
    for (const auto column : mapping.columns) {
        if (column != PatientColumn::Ignored && !seen.insert(column).second)
            problems.push_back({"columns", Rule::Duplicate, {}, {}, columnKey(column)});
    }
    return problems;
}

} // namespace

CsvMapping guessMapping(const CsvTable& table) {
    CsvMapping mapping;
    std::set<PatientColumn> used;
    for (const auto& name : table.head) {
        const auto found = std::ranges::find(kKnownHeads, std::string_view(lowerAlnum(name)), &KnownHead::name);
        const auto column = found == std::end(kKnownHeads) ? PatientColumn::Ignored : found->column;
        mapping.columns.push_back(used.insert(column).second ? column : PatientColumn::Ignored);
    }
    return mapping;
}

base::Result<std::vector<PatientCandidate>> patientsOf(const CsvTable& table, const CsvMapping& mapping) {
    if (auto problems = problemsOf(mapping); !problems.empty()) return base::invalid(std::move(problems));
    std::vector<PatientCandidate> candidates;
    candidates.reserve(table.rows.size());
    for (const auto& row : table.rows) {
        // The day stands there only as long as no other is read; then it is a problem.
        auto& candidate = candidates.emplace_back(PatientCandidate{
            "line " + std::to_string(row.line), {.name = {}, .born = *base::CalendarDate::of(1900, 1, 1)}, {}});
        for (std::size_t i = 0; i < row.cells.size() && i < mapping.columns.size(); ++i)
            readCell(candidate, mapping.columns[i], row.cells[i], mapping.dates);
    }
    return candidates;
}

std::string columnKey(PatientColumn column) {
    const auto found = std::ranges::find(kColumnNames, column, &ColumnName::column);
    return std::string(found->key);
}

std::optional<PatientColumn> columnFromKey(std::string_view key) {
    const auto found = std::ranges::find(kColumnNames, key, &ColumnName::key);
    return found == std::end(kColumnNames) ? std::nullopt : std::optional(found->column);
}

} // namespace chairside::exchange
