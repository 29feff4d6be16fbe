#include "core/exchange/import/file_reader.h"

#include <new>

#include "core/exchange/csv/csv_reader.h"
#include "core/exchange/import/fhir_reader.h"
#include "core/exchange/import/patient_list.h"
#include "core/exchange/outside_measures.h"
#include "core/services/try.h"

namespace chairside::exchange {

namespace {

// A file that memory does not suffice for is too large on this computer; what was read of it is let go.
template <class Read>
auto withinMemory(const char* field, Read read) -> decltype(read()) {
    try {
        return read();
    } catch (const std::bad_alloc&) {
        return base::invalid({base::Problem{field, base::Rule::TooLong, {}, {}, "too_large"}});
    }
}

} // namespace

base::Result<services::CsvTable> FileReader::csv(std::string_view bytes) const {
    return withinMemory("line 1", [&] { return readCsv(bytes); });
}

services::CsvMapping FileReader::guess(const services::CsvTable& table) const {
    return guessMapping(table);
}

base::Result<std::vector<services::PatientCandidate>> FileReader::patients(const services::CsvTable& table,
                                                                           const services::CsvMapping& mapping) const {
    return withinMemory("line 1", [&] { return patientsOf(table, mapping); });
}

base::Result<services::RecordFile> FileReader::bundle(std::string_view bytes) const {
    const auto known = CHAIRSIDE_TRY(shippedOutsideMeasures());
    return withinMemory("json", [&] { return readBundle(bytes, known); });
}

base::Result<std::vector<domain::OutsideMeasure>> FileReader::measures() const {
    return shippedOutsideMeasures();
}

} // namespace chairside::exchange
