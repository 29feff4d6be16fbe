// What services ask of a store about the entries of a patient's history, and what was measured elsewhere.
#pragma once

#include <vector>

#include "core/base/result.h"
#include "core/domain/patient/history.h"
#include "core/domain/patient/outside_observation.h"

namespace chairside::services {

class PatientHistoryRepository {
public:
    virtual ~PatientHistoryRepository() = default;
    // Every entry, in the order they were recorded.
    [[nodiscard]] virtual base::Result<std::vector<domain::HistoryEntry>> of(const domain::PatientId& patient) = 0;
    [[nodiscard]] virtual base::Result<domain::HistoryEntry> get(const domain::EntryId& id) = 0;
    // Conflict if what it replaces is replaced already.
    [[nodiscard]] virtual base::Done add(const domain::HistoryEntry& entry) = 0;
    // By the moment it was measured.
    [[nodiscard]] virtual base::Result<std::vector<domain::OutsideObservation>>
    measuredElsewhere(const domain::PatientId& patient) = 0;
    [[nodiscard]] virtual base::Done add(const domain::OutsideObservation& observation) = 0;
};

} // namespace chairside::services
