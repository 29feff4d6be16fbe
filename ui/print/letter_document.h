// The letter to the doctor who referred the patient.
#pragma once

#include "core/services/document_service.h"
#include "ui/print/print_document.h"

namespace chairside::ui {

// What somebody adds to the letter.
struct LetterText {
    QString recipient; // name and address, in lines; empty: "Referring doctor"
    QString remarks;   // a paragraph of its own; may be empty

    bool operator==(const LetterText&) const = default;
};

class LetterDocument final : public PrintDocument {
public:
    explicit LetterDocument(const services::CourseDocument& course, const LetterText& text = {},
                            const PrintOptions& options = {});
};

} // namespace chairside::ui
