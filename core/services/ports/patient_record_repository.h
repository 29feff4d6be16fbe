// What services ask of a store about the state of patients and about records of one person.
#pragma once

#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/domain/patient/patient.h"

namespace chairside::services {

class PatientRecordRepository {
public:
    virtual ~PatientRecordRepository() = default;
    // Every state ever recorded, also of records merged into this one, in the order of recording.
    [[nodiscard]] virtual base::Result<std::vector<domain::PatientStateEntry>>
    statesOf(const domain::PatientId& patient) = 0;
    // The patient's own row says the same from then on.
    [[nodiscard]] virtual base::Done addState(const domain::PatientStateEntry& entry) = 0;

    // The record itself, also one that is merged into another; without contacts.
    [[nodiscard]] virtual base::Result<domain::Patient> record(const domain::PatientId& id) = 0;
    // The same by its clinic number; case, spaces and hyphens do not matter.
    [[nodiscard]] virtual base::Result<domain::Patient> recordByNumber(std::string_view clinicNumber) = 0;
    // Records that are merged into this one.
    [[nodiscard]] virtual base::Result<std::vector<domain::PatientId>>
    mergedInto(const domain::PatientId& survivor) = 0;
    // In the order of recording.
    [[nodiscard]] virtual base::Result<std::vector<domain::PatientMerge>> merges() = 0;
    // The duplicate's own row points to the survivor from then on, or no longer. Conflict if the merge to be undone is
    // undone already.
    [[nodiscard]] virtual base::Done addMerge(const domain::PatientMerge& merge) = 0;
};

} // namespace chairside::services
