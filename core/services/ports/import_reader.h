// Files of other systems, taken apart. Implemented in core/exchange; pure: no file, no store, no clock.
#pragma once

#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/services/import_service.h"
#include "core/services/ports/csv_table.h"
#include "core/services/record_file.h"

namespace chairside::services {

// What a column of a patient list is.
enum class PatientColumn { Ignored, Family, Given, Title, Preferred, Born, Gender, ClinicNumber, Phone, Allergies };

inline constexpr PatientColumn kPatientColumns[] = {
    PatientColumn::Ignored,   PatientColumn::Family,   PatientColumn::Given,  PatientColumn::Title,
    PatientColumn::Preferred, PatientColumn::Born,     PatientColumn::Gender, PatientColumn::ClinicNumber,
    PatientColumn::Phone,     PatientColumn::Allergies};

// How a date that is written in numbers is read; year first is understood in both.
enum class DateOrder { DayMonth, MonthDay };

struct CsvMapping {
    std::vector<PatientColumn> columns; // one for each of the head
    DateOrder dates = DateOrder::DayMonth;

    bool operator==(const CsvMapping&) const = default;
};

class ImportReader {
public:
    virtual ~ImportReader() = default;
    // Invalid with every problem by its line (field "line 3"), value a code of what is wrong: see readCsv.
    [[nodiscard]] virtual base::Result<CsvTable> csv(std::string_view bytes) const = 0;
    // By the names of the head; what is not understood is ignored.
    [[nodiscard]] virtual CsvMapping guess(const CsvTable& table) const = 0;
    // Invalid on "columns": Required (value: family, given or born) or Duplicate (value: the column twice). A value
    // that cannot be read is a problem of its candidate.
    [[nodiscard]] virtual base::Result<std::vector<PatientCandidate>> patients(const CsvTable& table,
                                                                               const CsvMapping& mapping) const = 0;
    // A FHIR R4 bundle. Invalid with what readBundle says.
    [[nodiscard]] virtual base::Result<RecordFile> bundle(std::string_view bytes) const = 0;
    // What may come in as measured elsewhere.
    [[nodiscard]] virtual base::Result<std::vector<domain::OutsideMeasure>> measures() const = 0;
};

} // namespace chairside::services
