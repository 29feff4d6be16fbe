// The visit summary, laid out: the same pages for PDF, printer and screen.
#pragma once

#include "core/services/document_service.h"
#include "ui/print/print_document.h"

namespace chairside::ui {

struct PrintOptions {
    PaperSize paper = PaperSize::A4;
    bool demo = false;    // marked as invented on every page
    bool preview = false; // not issued: has no document id, no hashes, and says so on every page
};

class VisitSummaryDocument final : public PrintDocument {
public:
    explicit VisitSummaryDocument(const services::VisitSummary& summary, const PrintOptions& options = {});
};

} // namespace chairside::ui
