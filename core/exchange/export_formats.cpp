#include "core/exchange/export_formats.h"

#include "core/exchange/csv_export.h"
#include "core/exchange/fhir_bundle.h"

namespace chairside::exchange {

std::unique_ptr<services::ExportSink> ExportFileFormats::fhir(services::WriteText write, services::PdfText pdf) const {
    return std::make_unique<FhirBundleSink>(std::move(write), std::move(pdf));
}

std::unique_ptr<services::ExportSink> ExportFileFormats::csv(services::WriteText write, services::CsvKind kind,
                                                             bool deidentified) const {
    return std::make_unique<CsvSink>(std::move(write), kind, deidentified ? Identities::Removed : Identities::Kept);
}

} // namespace chairside::exchange
