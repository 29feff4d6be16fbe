// The visit summary as a PDF file in memory.
#pragma once

#include <QByteArray>
#include <string>

#include "ui/print/visit_summary_document.h"

namespace chairside::ui {

// Carries the identifiers of PDF/A-1b; fonts are embedded, drawings are vectors. Needs a QApplication; GUI thread only.
[[nodiscard]] QByteArray renderVisitSummary(const services::VisitSummary& summary, PaperSize paper = PaperSize::A4);
[[nodiscard]] QByteArray renderVisitSummary(const services::VisitSummary& summary, const PrintOptions& options);

// The same in base64.
[[nodiscard]] std::string visitPdfBase64(const services::VisitSummary& summary);

} // namespace chairside::ui
