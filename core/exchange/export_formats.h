// The formats records leave in, made for the services.
#pragma once

#include "core/services/ports/export_formats.h"

namespace chairside::exchange {

class ExportFileFormats final : public services::ExportFormats {
public:
    [[nodiscard]] std::unique_ptr<services::ExportSink> fhir(services::WriteText write,
                                                             services::PdfText pdf) const override;
    [[nodiscard]] std::unique_ptr<services::ExportSink> csv(services::WriteText write, services::CsvKind kind,
                                                            bool deidentified) const override;
};

} // namespace chairside::exchange
