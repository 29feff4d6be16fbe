// The whole of one course for the physician.
#pragma once

#include "core/services/document_service.h"
#include "ui/print/print_document.h"

namespace chairside::ui {

class CourseSummaryDocument final : public PrintDocument {
public:
    explicit CourseSummaryDocument(const services::CourseDocument& course, const PrintOptions& options = {});
};

} // namespace chairside::ui
