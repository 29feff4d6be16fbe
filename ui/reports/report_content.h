// Which documents there are, and one of them with what it is made from.
#pragma once

#include <QString>
#include <memory>
#include <variant>

#include "core/services/document_service.h"
#include "core/services/drug_book_service.h"
#include "ui/print/letter_document.h"

namespace chairside::ui {

enum class DocumentKind { VisitSummary, AfterVisit, CourseSummary, Letter, CallList, DrugBook };

inline constexpr DocumentKind kDocumentKinds[] = {DocumentKind::VisitSummary,  DocumentKind::AfterVisit,
                                                  DocumentKind::CourseSummary, DocumentKind::Letter,
                                                  DocumentKind::CallList,      DocumentKind::DrugBook};

// What a document is about.
enum class DocumentAbout { Infusion, Course, Clinic };
[[nodiscard]] DocumentAbout aboutOf(DocumentKind kind);
// "Visit summary", "Letter to the referring doctor" ...
[[nodiscard]] QString documentName(DocumentKind kind);

struct ReportContent {
    DocumentKind kind = DocumentKind::VisitSummary;
    std::variant<services::VisitSummary, services::CourseDocument, services::CallList, services::DrugBook> data;
    bool issued = false; // false: a preview without a document number

    [[nodiscard]] const services::VisitSummary* visit() const { return std::get_if<services::VisitSummary>(&data); }
    [[nodiscard]] const services::CourseDocument* course() const {
        return std::get_if<services::CourseDocument>(&data);
    }
    // Of the course it belongs to; none for a document about the clinic.
    [[nodiscard]] const services::CourseReview* review() const;
    // "draft", "signed", "amended"; empty for the drug book.
    [[nodiscard]] std::string state() const;
};

// GUI thread only. letter is used by the letter only.
[[nodiscard]] std::shared_ptr<const PrintDocument> layOut(const ReportContent& content, const LetterText& letter,
                                                          PrintOptions options);
// "KC0412_2025-01-14_visit.pdf": never a name.
[[nodiscard]] QString reportFileName(const ReportContent& content);

} // namespace chairside::ui
