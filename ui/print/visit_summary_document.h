// The visit summary, laid out: the same pages for PDF, printer and screen.
#pragma once

#include "core/services/document_service.h"
#include "ui/print/print_document.h"

namespace chairside::ui {

class VisitSummaryDocument final : public PrintDocument {
public:
    explicit VisitSummaryDocument(const services::VisitSummary& summary, const PrintOptions& options = {});
};

} // namespace chairside::ui
