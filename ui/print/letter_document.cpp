#include "ui/print/letter_document.h"

#include <QCoreApplication>
#include <QPainter>

#include "ui/format/date_text.h"
#include "ui/format/quantity_text.h"
#include "ui/format/to_qt.h"
#include "ui/infusion/infusion_words.h"
#include "ui/patients/patient_banner_data.h"
#include "ui/print/course_sections.h"
#include "ui/print/document_words.h"
#include "ui/print/print_blocks.h"

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qreal kSignatureWidth = mm(70);
constexpr qreal kSignatureHeight = mm(16);

struct LetterWords {
    Q_DECLARE_TR_FUNCTIONS(Letter)
};

PageWords letterPage(const services::CourseDocument& course, const PrintOptions& options) {
    PageWords words = DocumentWords::page(course.head, options, LetterWords::tr("Letter to the referring doctor"));
    DocumentWords::addPerson(words, course.review.patient.details);
    words.facts.push_back({LetterWords::tr("Course"), QString::number(course.review.course.number)});
    DocumentWords::markCourse(words, course);
    return words;
}

PrintLook letterText() {
    return {.role = PrintRole::Body, .breaks = LineBreaks::Keep};
}

void addOpening(PrintFlow& flow, const services::CourseDocument& course, const LetterText& text) {
    const auto& details = course.review.patient.details;
    addParagraph(flow, text.recipient.trimmed().isEmpty() ? LetterWords::tr("Referring doctor") : text.recipient,
                 letterText());
    flow.space(mm(5));
    addParagraph(flow, longDateText(course.head.printedAt.localDate()), letterText());
    flow.space(mm(5));
    addParagraph(flow,
                 {{LetterWords::tr("About %1, born %2").arg(nameText(details.name), dateText(details.born)), true}});
    flow.space(mm(3));
    addParagraph(flow, LetterWords::tr("Dear colleague,"));
    flow.space(mm(2));
}

QString introduction(const services::CourseReview& review) {
    const int given = infusionsGiven(review);
    const auto planned = static_cast<int>(review.points.size());
    const QString drug = toQt(review.protocol.drug);
    switch (review.course.state) {
    case domain::CourseState::Active:
        return LetterWords::tr("thank you for referring this patient, who is being treated for fibromyalgia with a "
                               "course of low-dose %1 infusions. So far %2 infusions of the course have been given.")
            .arg(drug, partText(given, planned));
    case domain::CourseState::OnHold:
        return LetterWords::tr("thank you for referring this patient, who is being treated for fibromyalgia with a "
                               "course of low-dose %1 infusions. The course is on hold; so far %2 infusions of it "
                               "have been given.")
            .arg(drug, partText(given, planned));
    case domain::CourseState::Completed:
        return LetterWords::tr("thank you for referring this patient, who was treated for fibromyalgia with a course "
                               "of low-dose %1 infusions. %2 infusions were given.")
            .arg(drug, partText(given, planned));
    case domain::CourseState::Stopped:
        return LetterWords::tr("thank you for referring this patient, who was treated for fibromyalgia with a course "
                               "of low-dose %1 infusions. The course was stopped after %2 infusions: %3")
            .arg(drug, partText(given, planned), toQt(review.course.stopReason));
    }
    return {};
}

void addLetterPart(PrintFlow& flow, const QString& heading, const QStringList& sentences) {
    addHeading(flow, heading);
    addParagraph(flow, sentences.join(u' '), letterText());
}

void addClosing(PrintFlow& flow, const services::CourseDocument& course) {
    flow.space(mm(4));
    addParagraph(flow, LetterWords::tr("Yours sincerely,"));
    const auto& orders = course.review.orders;
    const QString name =
        orders.empty() ? toQt(course.head.printedBy) : InfusionWords::person(course.people, orders.back().orderedBy);
    flow.addSpaced({.height = kSignatureHeight,
                    .paint =
                        [](QPainter& painter, QPointF at) {
                            painter.fillRect(
                                QRectF(at + QPointF(0, kSignatureHeight - mm(1)), QSizeF(kSignatureWidth, 3)),
                                printInks().rule);
                        },
                    .staysWithNext = true});
    addParagraph(flow, {{name, true}});
    if (!course.head.clinic.phone.empty()) {
        addParagraph(flow, LetterWords::tr("For questions: %1, telephone %2")
                               .arg(toQt(course.head.clinic.name), toQt(course.head.clinic.phone)));
    }
}

void fillLetter(PrintFlow& flow, const services::CourseDocument& course, const LetterText& text) {
    const auto& review = course.review;
    addOpening(flow, course, text);
    addParagraph(flow, introduction(review), letterText());
    addHeading(flow, LetterWords::tr("Doses and pain"));
    addInfusionTable(flow, review);
    addLetterPart(flow, LetterWords::tr("Response"), responseSentences(review));
    addLetterPart(flow, LetterWords::tr("Tolerance"), toleranceSentences(review));
    addLetterPart(flow, LetterWords::tr("Decision"), decisionSentences(review));
    addLetterPart(flow, LetterWords::tr("Next dates"), nextDateSentences(review, course.head.printedAt.localDate()));
    if (!text.remarks.trimmed().isEmpty()) addLetterPart(flow, LetterWords::tr("Remarks"), {text.remarks});
    addClosing(flow, course);
    DocumentWords::addIdentity(flow, course.head);
}

} // namespace

LetterDocument::LetterDocument(const services::CourseDocument& course, const LetterText& text,
                               const PrintOptions& options)
    : PrintDocument(letterPage(course, options), options.paper,
                    LetterWords::tr("Letter about course %1").arg(course.review.course.number),
                    [&](PrintFlow& flow) { fillLetter(flow, course, text); }) {}

} // namespace chairside::ui
