// What a patient takes home after an infusion, in plain words.
#pragma once

#include "core/services/document_service.h"
#include "ui/print/print_document.h"

namespace chairside::ui {

class AfterVisitDocument final : public PrintDocument {
public:
    explicit AfterVisitDocument(const services::VisitSummary& visit, const PrintOptions& options = {});
};

} // namespace chairside::ui
