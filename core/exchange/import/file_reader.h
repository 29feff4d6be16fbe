// What comes in from other systems, read for the services. What memory does not suffice for is Invalid with the value
// "too_large", as what is beyond the limits of a reader.
#pragma once

#include "core/services/ports/import_reader.h"

namespace chairside::exchange {

class FileReader final : public services::ImportReader {
public:
    [[nodiscard]] base::Result<services::CsvTable> csv(std::string_view bytes) const override;
    [[nodiscard]] services::CsvMapping guess(const services::CsvTable& table) const override;
    [[nodiscard]] base::Result<std::vector<services::PatientCandidate>>
    patients(const services::CsvTable& table, const services::CsvMapping& mapping) const override;
    [[nodiscard]] base::Result<services::RecordFile> bundle(std::string_view bytes) const override;
    [[nodiscard]] base::Result<std::vector<domain::OutsideMeasure>> measures() const override;
};

} // namespace chairside::exchange
