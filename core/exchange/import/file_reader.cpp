#include "core/exchange/import/file_reader.h"

#include "core/exchange/csv/csv_reader.h"
#include "core/exchange/import/fhir_reader.h"
#include "core/exchange/import/patient_list.h"
#include "core/exchange/outside_measures.h"
#include "core/services/try.h"

namespace chairside::exchange {

base::Result<services::CsvTable> FileReader::csv(std::string_view bytes) const {
    return readCsv(bytes);
}

services::CsvMapping FileReader::guess(const services::CsvTable& table) const {
    return guessMapping(table);
}

base::Result<std::vector<services::PatientCandidate>> FileReader::patients(const services::CsvTable& table,
                                                                           const services::CsvMapping& mapping) const {
    return patientsOf(table, mapping);
}

base::Result<services::RecordFile> FileReader::bundle(std::string_view bytes) const {
    return readBundle(bytes, CHAIRSIDE_TRY(shippedOutsideMeasures()));
}

base::Result<std::vector<domain::OutsideMeasure>> FileReader::measures() const {
    return shippedOutsideMeasures();
}

} // namespace chairside::exchange
