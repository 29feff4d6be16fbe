// What is known about a patient beside name and birth date: contacts, allergies, medicines, therapies, conditions.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/services/service_context.h"

namespace chairside::services {

struct HistoryLine {
    domain::HistoryEntry entry;
    std::string recordedBy; // printed name
    bool current = true;
    bool replaced = false; // another entry stands in its place
    domain::MedicineGroup group = domain::MedicineGroup::None;
    // Known from the registration of a record older than these entries; its id is the patient's. It is made an entry
    // when it is changed.
    bool fromRegistration = false;
};

struct PatientHistory {
    domain::Patient patient;
    // By kind in the order of HistoryKind; within a kind current ones first, then the newest first. Every entry ever
    // made is there.
    std::vector<HistoryLine> lines;
};

enum class TreatmentKind { Medicine, Physiotherapy, Psychotherapy, Exercise, Sleep, OtherTherapy };

// What else the patient is treated with and when, for drawing beside a course's response.
struct Treatment {
    TreatmentKind kind = TreatmentKind::Medicine;
    std::string name;                        // empty for a therapy that was only named by its kind
    std::string dose;                        // of a medicine, in words; may be empty
    std::optional<base::CalendarDate> from;  // absent: since before anybody noted it
    std::optional<base::CalendarDate> until; // the last day; absent: still
    domain::MedicineGroup group = domain::MedicineGroup::None;
};

// The entry to change. The kind tells apart what the registration said, which has the patient's id.
struct HistoryTarget {
    domain::EntryId entry;
    domain::HistoryKind kind = domain::HistoryKind::Phone;
};

class HistoryService {
public:
    explicit HistoryService(ServiceContext& context) : m_context(context) {}

    [[nodiscard]] base::Result<PatientHistory> of(const Actor& actor, const domain::PatientId& patient,
                                                  Reading reading);
    // Medicines and other therapies that were not withdrawn, the earliest first.
    [[nodiscard]] base::Result<std::vector<Treatment>> treatments(const Actor& actor, const domain::PatientId& patient);

    // Fields of the problems: those of domain::check(HistoryDetails), "reason" for correct, end and withdraw, and
    // "kind". NotAllowed on "kind": no known allergies cannot be stated while an allergy is current. A first current
    // allergy ends the statement that there are none.
    [[nodiscard]] base::Result<domain::EntryId> add(const Actor& actor, const domain::PatientId& patient,
                                                    const domain::HistoryDetails& details);
    // The kind stays (Mismatch on "kind"). Conflict: somebody replaced the entry meanwhile.
    [[nodiscard]] base::Result<domain::EntryId> correct(const Actor& actor, const domain::PatientId& patient,
                                                        const domain::EntryId& entry,
                                                        const domain::HistoryDetails& details,
                                                        const std::string& reason);
    // until: not in the future (InFuture on "until") and not before it began.
    [[nodiscard]] base::Result<domain::EntryId> end(const Actor& actor, const domain::PatientId& patient,
                                                    const HistoryTarget& target, base::CalendarDate until,
                                                    const std::string& reason);
    // Recorded in error.
    [[nodiscard]] base::Result<domain::EntryId> withdraw(const Actor& actor, const domain::PatientId& patient,
                                                         const HistoryTarget& target, const std::string& reason);

private:
    ServiceContext& m_context;
};

} // namespace chairside::services
