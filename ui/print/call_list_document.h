// Whom to call about a re-treatment, with room to write down what came of it.
#pragma once

#include "core/services/document_service.h"
#include "ui/print/print_document.h"

namespace chairside::ui {

class CallListDocument final : public PrintDocument {
public:
    explicit CallListDocument(const services::CallList& list, const PrintOptions& options = {});
};

} // namespace chairside::ui
