// What all documents say around their content: the clinic, the person, the state of the record, where the paper is
// from.
#pragma once

#include <QCoreApplication>
#include <QString>

#include "core/services/document_service.h"
#include "ui/print/print_document.h"

namespace chairside::ui {

struct DocumentWords {
    Q_DECLARE_TR_FUNCTIONS(DocumentWords)

public:
    // Clinic, name of the document, demo band and footer; nobody's name and no mark yet.
    [[nodiscard]] static PageWords page(const services::DocumentHead& head, const PrintOptions& options,
                                        const QString& document);
    static void setClinic(PageWords& words, const services::ClinicDetails& clinic);
    // Name, birth date and number of the patient whose record it is.
    static void addPerson(PageWords& words, const domain::PatientDetails& details);
    // DRAFT, SIGNED or AMENDED, with who signed one infusion, or how many of a course are open.
    static void markVisit(PageWords& words, const services::VisitSummary& visit);
    static void markCourse(PageWords& words, const services::CourseDocument& course);
    // The same words in a line of its own at the end of the content: which document this is.
    static void addIdentity(PrintFlow& flow, const services::DocumentHead& head);
};

// A PNG in base64 as an opaque picture, or none if it cannot be read.
[[nodiscard]] QImage logoPicture(const std::string& base64);

} // namespace chairside::ui
