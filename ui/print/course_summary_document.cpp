#include "ui/print/course_summary_document.h"

#include <QCoreApplication>

#include "ui/format/agreement_text.h"
#include "ui/format/quantity_text.h"
#include "ui/format/to_qt.h"
#include "ui/print/course_sections.h"
#include "ui/print/document_words.h"
#include "ui/print/print_blocks.h"
#include "ui/print/visit_sections.h"
#include "ui/review/review_text.h"

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

struct CourseSummaryText {
    Q_DECLARE_TR_FUNCTIONS(CourseSummary)
};

PageWords coursePage(const services::CourseDocument& course, const PrintOptions& options) {
    PageWords words = DocumentWords::page(course.head, options, CourseSummaryText::tr("Course summary"));
    DocumentWords::addPerson(words, course.review.patient.details);
    words.facts.push_back({CourseSummaryText::tr("Course"), QString::number(course.review.course.number)});
    DocumentWords::markCourse(words, course);
    return words;
}

QString allergyLine(const domain::PatientDetails& details) {
    switch (details.allergyStatus) {
    case domain::AllergyStatus::NotRecorded:
        return CourseSummaryText::tr("not recorded");
    case domain::AllergyStatus::NoneKnown:
        return CourseSummaryText::tr("none known");
    case domain::AllergyStatus::Known:
        return toQt(details.allergies);
    }
    return {};
}

void addCourseOverview(PrintFlow& flow, const services::CourseReview& review) {
    std::vector<PrintFact> facts{{CourseSummaryText::tr("Protocol and order"), orderText(review), true},
                                 {CourseSummaryText::tr("Allergies"), allergyLine(review.patient.details)}};
    if (!review.course.goal.empty()) facts.push_back({CourseSummaryText::tr("Goal"), toQt(review.course.goal)});
    if (const auto& agreed = review.agreement) {
        facts.push_back({CourseSummaryText::tr("Stop rule"), toQt(agreed->stopRule)});
        facts.push_back({CourseSummaryText::tr("Consent"),
                         CourseSummaryText::tr("%1; %2").arg(consentText(*agreed), consentPlaceText(*agreed))});
    }
    if (!review.otherCourses.empty()) {
        facts.push_back(
            {CourseSummaryText::tr("Other courses"), countText(static_cast<std::int64_t>(review.otherCourses.size()))});
    }
    addFacts(flow, facts, mm(38));
}

void addSummaryLines(PrintFlow& flow, const QString& heading, const QStringList& lines) {
    addHeading(flow, heading);
    for (const QString& line : lines)
        addParagraph(flow, line, {.role = PrintRole::Body, .breaks = LineBreaks::Keep});
}

void addSuggestion(PrintFlow& flow, const services::CourseReview& review) {
    QStringList lines{suggestionText(review.titration) + u'.'};
    for (const auto& reason : review.titration.reasons)
        lines << u"– "_s + reasonText(reason, review);
    addSummaryLines(flow, CourseSummaryText::tr("What the protocol says about the next dose"), lines);
}

void fillCourse(PrintFlow& flow, const services::CourseDocument& course) {
    const auto& review = course.review;
    addCourseFigures(flow, review);
    flow.space(mm(2.4));
    addCourseOverview(flow, review);
    addCourseChart(flow, review);
    flow.space(mm(2));
    addInfusionTable(flow, review);
    addSummaryLines(flow, CourseSummaryText::tr("Response"), responseSentences(review));
    addSummaryLines(flow, CourseSummaryText::tr("Tolerance"), toleranceSentences(review));
    if (review.course.state == domain::CourseState::Active) addSuggestion(flow, review);
    addHeading(flow, CourseSummaryText::tr("Orders"));
    addOrderTable(flow, course);
    addSummaryLines(flow, CourseSummaryText::tr("Decision"), decisionSentences(review) << relapseText(review) + u'.');
    addSummaryLines(flow, CourseSummaryText::tr("Next dates"),
                    nextDateSentences(review, course.head.printedAt.localDate()));
    DocumentWords::addIdentity(flow, course.head);
}

} // namespace

CourseSummaryDocument::CourseSummaryDocument(const services::CourseDocument& course, const PrintOptions& options)
    : PrintDocument(coursePage(course, options), options.paper,
                    CourseSummaryText::tr("Course summary, course %1").arg(course.review.course.number),
                    [&](PrintFlow& flow) { fillCourse(flow, course); }) {}

} // namespace chairside::ui
