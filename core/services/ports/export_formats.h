// The formats records leave in. Implemented in core/exchange.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "core/services/export_service.h"

namespace chairside::services {

// Rows of one kind, a file each.
enum class CsvKind { Patients, Courses, Infusions, Vitals, Scores, Events, DrugBook };

inline constexpr CsvKind kCsvKinds[] = {CsvKind::Patients, CsvKind::Courses, CsvKind::Infusions, CsvKind::Vitals,
                                        CsvKind::Scores,   CsvKind::Events,  CsvKind::DrugBook};

// "patients", "drug_book": a part of file names and of ExportReason::format.
[[nodiscard]] constexpr std::string_view csvKindKey(CsvKind kind) {
    constexpr std::string_view kKeys[] = {"patients", "courses", "infusions", "vitals",
                                          "scores",   "events",  "drug_book"};
    return kKeys[static_cast<std::size_t>(kind)];
}

// Takes the next piece of a file; its failure ends the export.
using WriteText = std::function<base::Done(std::string_view)>;
// The summary of an infusion as a PDF file, in base64.
using PdfText = std::function<std::string(const VisitSummary&)>;

class ExportFormats {
public:
    virtual ~ExportFormats() = default;
    // Without pdf there are no documents in the bundle.
    [[nodiscard]] virtual std::unique_ptr<ExportSink> fhir(WriteText write, PdfText pdf) const = 0;
    [[nodiscard]] virtual std::unique_ptr<ExportSink> csv(WriteText write, CsvKind kind, bool deidentified) const = 0;
};

} // namespace chairside::services
