// Whether a patient is treated, withdrew or died, and which records are of one person. Both are entries: nothing is
// changed or deleted, the newest one holds.
#pragma once

#include <optional>
#include <string>

#include "core/base/calendar_date.h"
#include "core/base/instant.h"
#include "core/domain/ids.h"

namespace chairside::domain {

// Withdrawn: the patient does not want the treatment any more.
enum class PatientState { Active, Withdrawn, Deceased };

// Whether a course may be ordered and an infusion begun.
[[nodiscard]] constexpr bool mayBeTreated(PatientState state) {
    return state == PatientState::Active;
}

struct PatientStateEntry {
    EntryId id;
    PatientId patient;
    base::Instant recordedAt;
    AccountId recordedBy;
    PatientState state = PatientState::Active;
    base::CalendarDate since;
    std::string reason;

    bool operator==(const PatientStateEntry&) const = default;
};

// One record is found to be of the same person as another, or that is taken back.
struct PatientMerge {
    EntryId id;
    PatientId duplicate; // keeps everything that was written under it, and is shown under the survivor
    PatientId survivor;
    base::Instant recordedAt;
    AccountId recordedBy;
    std::string reason;
    std::optional<EntryId> undoes; // the merge that is taken back

    bool operator==(const PatientMerge&) const = default;
};

} // namespace chairside::domain
