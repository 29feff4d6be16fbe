// Internal to core/services: writing a patient's history and keeping what the patient's own row says in step with it.
#pragma once

#include <vector>

#include "core/services/history_service.h"
#include "core/services/run.h"

namespace chairside::services {

// What the row says that no entry ever did, as entries whose id is the patient's: a record older than its history.
[[nodiscard]] std::vector<domain::HistoryEntry> registeredEntries(const Unit& unit, const domain::Patient& patient,
                                                                  const std::vector<domain::HistoryEntry>& entries);

// Every entry with who recorded it, as PatientHistory orders them.
[[nodiscard]] base::Result<std::vector<HistoryLine>> historyLines(Unit& unit, const domain::Patient& patient);

// The patient with the marked medicines that are taken now, for whoever shows the record.
[[nodiscard]] base::Result<domain::Patient> knownPatient(Unit& unit, const domain::PatientId& id);

// Makes entries of what the row of the patient says, if they are not yet.
[[nodiscard]] base::Done keepRegistered(Unit& unit, const domain::Patient& patient);

// Writes phone and allergies of the row as the entries have them now, if they differ.
[[nodiscard]] base::Done updateSummary(Unit& unit, const domain::Patient& patient);

} // namespace chairside::services
