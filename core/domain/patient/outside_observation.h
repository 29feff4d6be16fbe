// A value that was measured elsewhere and came in with a file. It stands beside the clinic's own entries, never among
// them: no rule of an infusion reads it.
#pragma once

#include <string>
#include <vector>

#include "core/base/instant.h"
#include "core/base/scaled.h"
#include "core/domain/ids.h"

namespace chairside::domain {

using OutsideValue = base::Scaled<struct OutsideValueTag>; // thousandths of the measure's unit

struct OutsideMeasure {
    std::string loinc;
    std::string name;
    std::vector<std::string> units; // UCUM; the first one is told
    OutsideValue low;               // what lies outside is a slip
    OutsideValue high;
};

struct OutsideObservation {
    EntryId id;
    PatientId patient;
    std::string loinc;
    OutsideValue value;
    base::Instant at;
    std::string source; // how the file names it; the same name is the same observation
    base::Instant recordedAt;
    AccountId recordedBy;

    bool operator==(const OutsideObservation&) const = default;
};

} // namespace chairside::domain
