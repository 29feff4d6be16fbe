#include "ui/reports/report_content.h"

#include <QCoreApplication>

#include "ui/files/report_file.h"
#include "ui/format/to_qt.h"
#include "ui/print/after_visit_document.h"
#include "ui/print/call_list_document.h"
#include "ui/print/course_summary_document.h"
#include "ui/print/drug_book_document.h"
#include "ui/print/visit_summary_document.h"

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

struct ReportWords {
    Q_DECLARE_TR_FUNCTIONS(ReportContent)
};

template <class... Cases>
struct Match : Cases... {
    using Cases::operator()...;
};

} // namespace

DocumentAbout aboutOf(DocumentKind kind) {
    switch (kind) {
    case DocumentKind::VisitSummary:
    case DocumentKind::AfterVisit:
        return DocumentAbout::Infusion;
    case DocumentKind::CourseSummary:
    case DocumentKind::Letter:
        return DocumentAbout::Course;
    case DocumentKind::CallList:
    case DocumentKind::DrugBook:
        break;
    }
    return DocumentAbout::Clinic;
}

QString documentName(DocumentKind kind) {
    switch (kind) {
    case DocumentKind::VisitSummary:
        return ReportWords::tr("Visit summary");
    case DocumentKind::AfterVisit:
        return ReportWords::tr("After-visit sheet for the patient");
    case DocumentKind::CourseSummary:
        return ReportWords::tr("Course summary");
    case DocumentKind::Letter:
        return ReportWords::tr("Letter to the referring doctor");
    case DocumentKind::CallList:
        return ReportWords::tr("Re-treatment call list");
    case DocumentKind::DrugBook:
        return ReportWords::tr("Controlled-drug book of the day");
    }
    return {};
}

const services::CourseReview* ReportContent::review() const {
    if (const auto* one = visit()) return &one->review;
    if (const auto* all = course()) return &all->review;
    return nullptr;
}

std::string ReportContent::state() const {
    return std::visit(Match{[](const services::DrugBook&) { return std::string(); },
                            [](const auto& document) {
                                return document.head.state;
                            }},
                      data);
}

std::shared_ptr<const PrintDocument> layOut(const ReportContent& content, const LetterText& letter,
                                            PrintOptions options) {
    options.preview = !content.issued;
    using Laid = std::shared_ptr<const PrintDocument>;
    return std::visit(Match{[&](const services::VisitSummary& visit) -> Laid {
                                if (content.kind == DocumentKind::AfterVisit)
                                    return std::make_shared<const AfterVisitDocument>(visit, options);
                                return std::make_shared<const VisitSummaryDocument>(visit, options);
                            },
                            [&](const services::CourseDocument& course) -> Laid {
                                if (content.kind == DocumentKind::Letter)
                                    return std::make_shared<const LetterDocument>(course, letter, options);
                                return std::make_shared<const CourseSummaryDocument>(course, options);
                            },
                            [&](const services::CallList& list) -> Laid {
                                return std::make_shared<const CallListDocument>(list, options);
                            },
                            [&](const services::DrugBook& book) -> Laid {
                                return std::make_shared<const DrugBookDocument>(book, options);
                            }},
                      content.data);
}

QString reportFileName(const ReportContent& content) {
    return std::visit(Match{[&](const services::VisitSummary& visit) {
                                const auto& number = visit.infusion.patient.details.clinicNumber;
                                const auto day = visit.infusion.record.infusion.date;
                                return content.kind == DocumentKind::AfterVisit
                                           ? patientFileName(toQt(number), day, u"after_visit")
                                           : visitFileName(toQt(number), day);
                            },
                            [&](const services::CourseDocument& course) {
                                const QString what = content.kind == DocumentKind::Letter ? u"letter"_s : u"summary"_s;
                                return patientFileName(toQt(course.review.patient.details.clinicNumber),
                                                       course.head.printedAt.localDate(),
                                                       u"course%1_%2"_s.arg(course.review.course.number).arg(what));
                            },
                            [](const services::CallList& list) -> QString {
                                return u"call_list_"_s + toQt(list.head.printedAt.localDate().iso()) + u".pdf"_s;
                            },
                            [](const services::DrugBook& book) {
                                return drugBookFileName(book.query.day, toQt(book.query.lot));
                            }},
                      content.data);
}

} // namespace chairside::ui
