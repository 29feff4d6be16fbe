#include "core/domain/patient/history.h"

#include <algorithm>

#include "core/base/text_length.h"

namespace chairside::domain {
namespace {

using base::Rule;
using Field = HistoryField;

constexpr HistoryFieldUse kPlain[] = {{Field::Text, true}, {Field::Note}};
constexpr HistoryFieldUse kEmergency[] = {{Field::Text, true}, {Field::Note, true}, {Field::Phone, true}};
constexpr HistoryFieldUse kEscort[] = {{Field::Text, true}, {Field::Note}, {Field::Phone}};
constexpr HistoryFieldUse kAllergy[] = {{Field::Text, true}, {Field::Note}, {Field::Since}, {Field::Until}};
constexpr HistoryFieldUse kNoAllergies[] = {{Field::Until}};
constexpr HistoryFieldUse kMedicine[] = {{Field::Text, true}, {Field::DoseText}, {Field::Route}, {Field::Group},
                                         {Field::Since},      {Field::Until},    {Field::Note}};
constexpr HistoryFieldUse kTherapy[] = {
    {Field::Therapy, true}, {Field::Text}, {Field::Since}, {Field::Until}, {Field::Note}};
constexpr HistoryFieldUse kDiagnosis[] = {{Field::Text, true},    {Field::Code, true}, {Field::Since},
                                          {Field::Trigger, true}, {Field::Until},      {Field::Note}};
constexpr HistoryFieldUse kComorbidity[] = {
    {Field::Text, true}, {Field::Code}, {Field::Since}, {Field::Until}, {Field::Note}};

const char* fieldName(HistoryField field) {
    constexpr const char* kNames[] = {"text",    "note",    "phone", "dose",  "route", "code",
                                      "therapy", "trigger", "group", "since", "until"};
    return kNames[static_cast<std::size_t>(field)];
}

const std::string* textOf(const HistoryDetails& details, HistoryField field) {
    switch (field) {
    case Field::Text:
        return &details.text;
    case Field::Note:
        return &details.note;
    case Field::Phone:
        return &details.phone;
    case Field::DoseText:
        return &details.dose;
    case Field::Route:
        return &details.route;
    case Field::Code:
        return &details.code;
    default:
        return nullptr;
    }
}

bool isGiven(const HistoryDetails& details, HistoryField field) {
    switch (field) {
    case Field::Therapy:
        return details.therapy.has_value();
    case Field::Trigger:
        return details.trigger.has_value();
    case Field::Group:
        return details.group.has_value();
    case Field::Since:
        return details.since.has_value();
    case Field::Until:
        return details.until.has_value();
    default:
        return textOf(details, field)->find_first_not_of(" \t\r\n") != std::string::npos;
    }
}

void checkFieldLength(const HistoryDetails& details, HistoryField field, const PatientRules& rules,
                      base::Problems& problems) {
    const auto* text = textOf(details, field);
    if (text == nullptr) return;
    const bool isShort =
        field == Field::Phone || field == Field::DoseText || field == Field::Route || field == Field::Code;
    const int most = isShort ? rules.maxNameLength : rules.maxTextLength;
    base::checkLength(problems, fieldName(field), *text, most);
}

void checkDates(const HistoryDetails& details, base::CalendarDate born, base::CalendarDate today,
                base::Problems& problems) {
    const auto& since = details.since;
    const auto& until = details.until;
    // A medicine or therapy may be planned; an illness or allergy has happened.
    const bool mayBegin = details.kind == HistoryKind::Medicine || details.kind == HistoryKind::Therapy;
    if (since && *since > today && !mayBegin) {
        problems.push_back({"since", Rule::InFuture, {}, today.iso(), since->iso()});
    }
    if (since && *since < born) problems.push_back({"since", Rule::InPast, born.iso(), {}, since->iso()});
    if (since && until && *until < *since) {
        problems.push_back({"until", Rule::OutOfOrder, since->iso(), {}, until->iso()});
    }
}

bool isLetter(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

char upperAscii(char c) {
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

char lowerAscii(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

// Whether the name stands in the text as whole words; bytes beyond ASCII belong to words.
bool hasWord(std::string_view text, std::string_view name) {
    const auto inWord = [](char c) {
        return isLetter(c) || isDigit(c) || static_cast<unsigned char>(c) >= 0x80;
    };
    for (auto at = text.find(name); at != std::string_view::npos; at = text.find(name, at + 1)) {
        const bool begins = at == 0 || !inWord(text[at - 1]);
        const auto end = at + name.size();
        if (begins && (end == text.size() || !inWord(text[end]))) return true;
    }
    return false;
}

} // namespace

std::span<const HistoryFieldUse> fieldsOf(HistoryKind kind) {
    switch (kind) {
    case HistoryKind::EmergencyContact:
        return kEmergency;
    case HistoryKind::Escort:
        return kEscort;
    case HistoryKind::Allergy:
        return kAllergy;
    case HistoryKind::NoKnownAllergies:
        return kNoAllergies;
    case HistoryKind::Medicine:
        return kMedicine;
    case HistoryKind::Therapy:
        return kTherapy;
    case HistoryKind::Diagnosis:
        return kDiagnosis;
    case HistoryKind::Comorbidity:
        return kComorbidity;
    case HistoryKind::Phone:
    case HistoryKind::Email:
    case HistoryKind::Address:
        break;
    }
    return kPlain;
}

base::Problems check(const HistoryDetails& details, base::CalendarDate born, base::CalendarDate today,
                     const PatientRules& rules) {
    base::Problems problems;
    const auto uses = fieldsOf(details.kind);
    for (int at = 0; at <= static_cast<int>(Field::Until); ++at) {
        const auto field = static_cast<HistoryField>(at);
        const auto use = std::ranges::find(uses, field, &HistoryFieldUse::field);
        const bool given = isGiven(details, field);
        // Only contacts end without a last day of their own: until is set by ending them.
        if (use == uses.end() && given && field != Field::Until) {
            problems.push_back({fieldName(field), Rule::NotAllowed, {}, {}, {}});
        }
        const bool needed = use != uses.end() && use->required;
        const bool otherTherapy = field == Field::Text && details.therapy == TherapyKind::Other;
        if ((needed || otherTherapy) && !given) problems.push_back({fieldName(field), Rule::Required, {}, {}, {}});
        checkFieldLength(details, field, rules, problems);
    }
    if (!details.code.empty() && !icd10Code(details.code)) problems.push_back({"code", Rule::Mismatch, {}, {}, {}});
    checkDates(details, born, today, problems);
    return problems;
}

// Letter, digit, digit or letter, then a dot and up to four more (WHO ICD-10 volume 2, 2.4; clinical modifications
// use up to four).
std::optional<std::string> icd10Code(std::string_view text) {
    std::string code;
    std::ranges::transform(text, std::back_inserter(code), upperAscii);
    const auto isPart = [](char c) {
        return isLetter(c) || isDigit(c);
    };
    if (code.size() < 3 || code.size() > 8 || !isLetter(code[0]) || !isDigit(code[1]) || !isPart(code[2])) {
        return std::nullopt;
    }
    if (code.size() == 3) return code;
    if (code[3] != '.' || code.size() == 4) return std::nullopt;
    const auto tail = std::string_view(code).substr(4);
    return std::ranges::all_of(tail, isPart) ? std::optional(code) : std::nullopt;
}

std::vector<HistoryEntry> newest(std::span<const HistoryEntry> entries) {
    std::vector<HistoryEntry> standing;
    for (const auto& entry : entries) {
        const bool replaced = std::ranges::any_of(
            entries, [&](const HistoryEntry& other) { return other.replaces && *other.replaces == entry.id; });
        if (!replaced && entry.act != HistoryAct::Withdrawn) standing.push_back(entry);
    }
    return standing;
}

bool isCurrent(const HistoryEntry& entry, base::CalendarDate today) {
    if (entry.act == HistoryAct::Withdrawn) return false;
    if (!entry.details.until) return entry.act != HistoryAct::Ended;
    return entry.act == HistoryAct::Ended ? *entry.details.until > today : *entry.details.until >= today;
}

AllergySummary allergiesOf(std::span<const HistoryEntry> newest, base::CalendarDate today) {
    AllergySummary summary;
    for (const auto& entry : newest) {
        if (!isCurrent(entry, today)) continue;
        if (entry.details.kind == HistoryKind::NoKnownAllergies && summary.status == AllergyStatus::NotRecorded) {
            summary.status = AllergyStatus::NoneKnown;
        }
        if (entry.details.kind != HistoryKind::Allergy) continue;
        summary.status = AllergyStatus::Known;
        if (!summary.words.empty()) summary.words += ", ";
        summary.words += entry.details.text;
        if (!entry.details.note.empty()) summary.words += " (" + entry.details.note + ")";
    }
    return summary;
}

std::vector<PatientMedicine> markedMedicinesOf(std::span<const HistoryEntry> newest, base::CalendarDate today,
                                               std::span<const MarkedMedicine> marked) {
    std::vector<PatientMedicine> found;
    for (const auto& entry : newest) {
        if (entry.details.kind != HistoryKind::Medicine || !isCurrent(entry, today)) continue;
        const PatientMedicine medicine{entry.details.text, groupOf(entry.details, marked)};
        const bool known = std::ranges::find(found, medicine) != found.end();
        if (medicine.group != MedicineGroup::None && !known) found.push_back(medicine);
    }
    return found;
}

MedicineGroup groupOf(const HistoryDetails& details, std::span<const MarkedMedicine> marked) {
    if (details.kind != HistoryKind::Medicine) return MedicineGroup::None;
    if (details.group) return *details.group;
    std::string text;
    std::ranges::transform(details.text, std::back_inserter(text), lowerAscii);
    const auto found = std::ranges::find_if(marked, [&](const auto& one) { return hasWord(text, one.name); });
    return found == marked.end() ? MedicineGroup::None : found->group;
}

} // namespace chairside::domain
