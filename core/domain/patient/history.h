// What the clinic knows about a patient beside name and birth date: contacts, allergies, medicines, other therapies,
// diagnosis and comorbidities. Each is an entry with history: it is corrected, ended or withdrawn by a newer entry
// that names it, and never changed.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/calendar_date.h"
#include "core/base/instant.h"
#include "core/domain/ids.h"
#include "core/domain/patient/history_kind.h"
#include "core/domain/patient/patient.h"

namespace chairside::domain {

// Withdrawn: recorded in error, it never was true.
enum class HistoryAct { Added, Corrected, Ended, Withdrawn };

// Parts of a multi-modal plan beside medicines.
enum class TherapyKind { Physiotherapy, Psychotherapy, Exercise, Sleep, Other };

// What the pain began after, as the patient tells it.
enum class OnsetTrigger { NoneKnown, Trauma, Infection, Surgery, EmotionalStress };

// Which fields a kind has stands in fieldsOf(); the others are empty.
struct HistoryDetails {
    HistoryKind kind = HistoryKind::Phone;
    std::string text;  // number, address, name of the person, substance, medicine, therapy or condition
    std::string note;  // relation of a person, reaction to a substance, anything else worth knowing
    std::string phone; // of the emergency contact or escort
    std::string dose;  // of a medicine as the patient takes it, in words
    std::string route;
    std::string code; // ICD-10, "M79.7"
    std::optional<TherapyKind> therapy;
    std::optional<OnsetTrigger> trigger;
    std::optional<MedicineGroup> group; // absent: told by the name
    std::optional<base::CalendarDate> since;
    std::optional<base::CalendarDate> until; // the last day

    bool operator==(const HistoryDetails&) const = default;
};

struct HistoryEntry {
    EntryId id;
    PatientId patient;
    base::Instant recordedAt;
    AccountId recordedBy;
    HistoryAct act = HistoryAct::Added;
    std::optional<EntryId> replaces; // absent only with Added
    std::string reason;              // of a correction or withdrawal
    HistoryDetails details;

    bool operator==(const HistoryEntry&) const = default;
};

enum class HistoryField { Text, Note, Phone, DoseText, Route, Code, Therapy, Trigger, Group, Since, Until };

struct HistoryFieldUse {
    HistoryField field;
    bool required = false;
};
[[nodiscard]] std::span<const HistoryFieldUse> fieldsOf(HistoryKind kind);

// Every broken rule: required fields, lengths (name, phone, dose, route: maxNameLength; the rest: maxTextLength),
// fields that the kind does not have (NotAllowed), a code that has not the form of ICD-10 (Mismatch on "code"), since
// not before the birth (InPast) and, for what has happened, not after today (InFuture), until not before since
// (OutOfOrder). Fields: text, note, phone, dose, route, code, therapy, trigger, group, since, until.
[[nodiscard]] base::Problems check(const HistoryDetails& details, base::CalendarDate born, base::CalendarDate today,
                                   const PatientRules& rules);

// "m79.7" -> "M79.7"; nothing if it has not the form of an ICD-10 code.
[[nodiscard]] std::optional<std::string> icd10Code(std::string_view text);

// Those that no other entry replaces, in the order they are in. Withdrawn ones are left out.
[[nodiscard]] std::vector<HistoryEntry> newest(std::span<const HistoryEntry> entries);
// An entry ended by hand is over on its last day; a planned last day still counts.
[[nodiscard]] bool isCurrent(const HistoryEntry& entry, base::CalendarDate today);

struct AllergySummary {
    AllergyStatus status = AllergyStatus::NotRecorded;
    std::string words; // "penicillin (rash), latex"; empty unless Known
};
// A current allergy outweighs a statement that there are none.
[[nodiscard]] AllergySummary allergiesOf(std::span<const HistoryEntry> newest, base::CalendarDate today);

// One name of the clinic's list of marked medicines, in lower case.
struct MarkedMedicine {
    std::string name;
    MedicineGroup group = MedicineGroup::None;
};
// Current ones that belong to a group, each name once in the order they were recorded.
[[nodiscard]] std::vector<PatientMedicine> markedMedicinesOf(std::span<const HistoryEntry> newest,
                                                             base::CalendarDate today,
                                                             std::span<const MarkedMedicine> marked);
// What was chosen by hand, or else the group of the first listed name that is a word of the text.
[[nodiscard]] MedicineGroup groupOf(const HistoryDetails& details, std::span<const MarkedMedicine> marked);

} // namespace chairside::domain
