// Patients as a CSV list names them.
#pragma once

#include "core/services/ports/import_reader.h"

namespace chairside::exchange {

// See ImportReader.
[[nodiscard]] services::CsvMapping guessMapping(const services::CsvTable& table);
[[nodiscard]] base::Result<std::vector<services::PatientCandidate>> patientsOf(const services::CsvTable& table,
                                                                               const services::CsvMapping& mapping);

// "family", "clinic_number": what chairsidectl calls a column; nothing for an unknown word. "ignored" for none.
[[nodiscard]] std::string columnKey(services::PatientColumn column);
[[nodiscard]] std::optional<services::PatientColumn> columnFromKey(std::string_view key);

} // namespace chairside::exchange
