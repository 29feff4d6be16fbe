// A patient as the clinic knows them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/base/calendar_date.h"
#include "core/base/result.h"
#include "core/domain/ids.h"
#include "core/domain/patient/history_kind.h"
#include "core/domain/patient/patient_state.h"

namespace chairside::domain {

enum class Gender { Female, Male, Other, NotKnown };

// Whether allergies were asked for; "none known" and "not recorded" are different facts.
enum class AllergyStatus { NotRecorded, NoneKnown, Known };

struct PersonName {
    std::string family;
    std::string given;
    std::string title;     // "Ms", may be empty
    std::string preferred; // may be empty

    bool operator==(const PersonName&) const = default;
};

struct PatientDetails {
    PersonName name;
    base::CalendarDate born;
    Gender gender = Gender::NotKnown;
    std::string clinicNumber; // the clinic's own identifier, unique, "KC 0412"
    std::string phone;        // may be empty
    AllergyStatus allergyStatus = AllergyStatus::NotRecorded;
    std::string allergies; // words, only if Known
};

// How to reach the patient, or a person close to them. From the history, as it stands now.
struct PatientContact {
    HistoryKind kind = HistoryKind::Phone; // Phone to Escort
    std::string text;                      // number, address, or the person's name
    std::string note;                      // relation of the person
    std::string phone;                     // of the person

    bool operator==(const PatientContact&) const = default;
};

// One that changes what is safe around an infusion.
struct PatientMedicine {
    std::string name;
    MedicineGroup group = MedicineGroup::None;

    bool operator==(const PatientMedicine&) const = default;
};

struct Patient {
    PatientId id;
    PatientDetails details;
    int rowVersion = 1;
    std::vector<PatientContact> contacts; // only when the patient was read alone, in the order of HistoryKind
    // What the patient takes now that is marked; only where a service says so.
    std::vector<PatientMedicine> markedMedicines;
    PatientState state = PatientState::Active;
    std::optional<base::CalendarDate> stateSince; // absent while active
    std::optional<PatientId> mergedInto;          // a duplicate: its survivor
};

// Everything that is wrong with the details as of today: required names and number, a birth date that exists and
// is not in the future nor more than maxAgeYears back, lengths in characters, allergies named when Known and only then.
// Fields: family, given, title, preferred, born, clinic_number, phone, allergies. Lengths of names, number and phone
// are held to maxNameLength, of allergies to maxTextLength.
struct PatientRules {
    int maxNameLength = 0;
    int maxTextLength = 0;
    int maxAgeYears = 0;
};
[[nodiscard]] base::Problems check(const PatientDetails& details, base::CalendarDate today, const PatientRules& rules);

// "A" and "T" for Anna Testpatient: the letters asked for when an identity is confirmed, upper case.
[[nodiscard]] std::string initials(const PersonName& name);

} // namespace chairside::domain
