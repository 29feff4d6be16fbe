#include "ui/print/visit_summary_pdf.h"

namespace chairside::ui {

QByteArray renderVisitSummary(const services::VisitSummary& summary, PaperSize paper) {
    return renderVisitSummary(summary, PrintOptions{.paper = paper});
}

QByteArray renderVisitSummary(const services::VisitSummary& summary, const PrintOptions& options) {
    return VisitSummaryDocument(summary, options).toPdf();
}

std::string visitPdfBase64(const services::VisitSummary& summary) {
    return renderVisitSummary(summary).toBase64().toStdString();
}

} // namespace chairside::ui
