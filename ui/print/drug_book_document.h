// The controlled-drug book, laid out: the same pages for PDF, printer and screen.
#pragma once

#include "core/services/drug_book_service.h"
#include "ui/print/print_document.h"

namespace chairside::ui {

class DrugBookDocument final : public PrintDocument {
public:
    explicit DrugBookDocument(const services::DrugBook& book, const PrintOptions& options = {});
};

} // namespace chairside::ui
