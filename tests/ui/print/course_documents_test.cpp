// Course summary, letter, after-visit sheet and call list, read back from the PDF and compared with the record.
#include <gtest/gtest.h>

#include <QBuffer>
#include <QImage>
#include <QRegularExpression>

#include "tests/support/core/service_fixture.h"
#include "tests/ui/print/pdf_reader.h"
#include "ui/charts/chart_text.h"
#include "ui/format/date_text.h"
#include "ui/format/quantity_text.h"
#include "ui/format/to_qt.h"
#include "ui/print/after_visit_document.h"
#include "ui/print/call_list_document.h"
#include "ui/print/course_summary_document.h"
#include "ui/print/letter_document.h"

namespace chairside::ui::testing {
namespace {

using namespace Qt::Literals::StringLiterals;
using services::CoursePaper;
using services::VisitPaper;

std::string aLogo() {
    QImage picture(60, 24, QImage::Format_ARGB32);
    picture.fill(Qt::transparent);
    picture.setPixelColor(10, 10, Qt::darkBlue);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    picture.save(&buffer, "PNG");
    return bytes.toBase64().toStdString();
}

class CoursePdf : public ::testing::Test {
protected:
    CoursePdf() : patient(clinic.patient()), course(clinic.orderedCourse(patient, {{test::date("2025-01-02"), 8}})) {
        test::need(clinic.services.clinic.change(
            clinic.administrator, {"Hillside Pain Clinic", "1 Hill Road\nSampletown", "555 0100", aLogo()}));
    }
    void SetUp() override {
        if (!PdfReader::toolsAreThere()) GTEST_SKIP() << "poppler-utils or qpdf is not installed";
    }
    services::CourseDocument issued(CoursePaper paper) {
        return test::need(clinic.services.documents.issueCourse(clinic.physician, paper, course));
    }
    static void expectParts(const QString& text, const QStringList& parts) {
        for (const QString& part : parts)
            EXPECT_TRUE(text.contains(part)) << "missing: " << qPrintable(part) << "\n" << qPrintable(text);
    }
    // What every page about one patient carries.
    static void expectFrame(const PdfReader& pdf, const services::DocumentHead& head, const QString& name) {
        const int pages = pdf.pageCount();
        ASSERT_GT(pages, 0);
        for (int page = 1; page <= pages; ++page) {
            expectParts(pdf.page(page), {toQt(head.clinic.name), u"1 Hill Road, Sampletown"_s, u"Telephone 555 0100"_s,
                                         name, u"TESTPATIENT, Anna"_s, u"Born 14-Mar-1979"_s, u"ID KC 0412"_s,
                                         u"Page %1 of %2"_s.arg(page).arg(pages), toQt(head.document->text()),
                                         toQt(head.auditHead).left(12), u"by "_s + toQt(head.printedBy)});
        }
        EXPECT_EQ(pdf.check(), 0);
        const QString objects = QString::fromLatin1(pdf.objects());
        EXPECT_TRUE(objects.contains(u"/GTS_PDFA1"_s));
        EXPECT_FALSE(objects.contains(QRegularExpression(u"/SMask \\d|/Interpolate true|/ca 0\\."_s)));
    }

    test::TestClinic clinic;
    domain::PatientId patient;
    domain::CourseId course;
};

// Field by field: whatever the review says about an infusion stands in its row, in the order of the columns.
void expectInfusionRows(const QString& text, const services::CourseReview& review) {
    for (const auto& point : review.points) {
        QStringList row{u"Infusion %1"_s.arg(point.planned.ordinal), dateText(point.planned.date)};
        if (point.dose) {
            row << numberText(*point.perKg) << numberText(*point.dose)
                << (point.before ? scoreNumber(*point.before) : u"not recorded"_s)
                << (point.after ? scoreNumber(*point.after) : u"not recorded"_s);
            row << (point.highestSystolic ? u"%1/%2"_s.arg(*point.highestSystolic).arg(*point.highestDiastolic)
                                          : u"not recorded"_s);
        } else {
            row << u"planned"_s;
        }
        const QString line = row.join(u' ');
        EXPECT_TRUE(text.contains(line)) << "missing: " << qPrintable(line) << "\n" << qPrintable(text);
    }
}

TEST_F(CoursePdf, TheSummaryHoldsEveryInfusionOrderAndDecisionOfTheRecord) {
    clinic.give(course, 1, 7, 3);
    const auto second = clinic.runningInfusion(course, 2);
    clinic.pain(second, domain::PainMoment::Before, 6);
    test::need(clinic.services.infusions.recordVitals(clinic.nurse, test::someVitals(second)));
    services::EventEntry event{.infusion = second};
    event.term = "nausea";
    event.grade = 2;
    test::need(clinic.services.infusions.recordEvent(clinic.nurse, event));
    clinic.pain(second, domain::PainMoment::After, 4);
    clinic.finish(second);
    const auto document = issued(CoursePaper::Summary);
    const PdfReader pdf(CourseSummaryDocument(document).toPdf());
    expectFrame(pdf, document.head, u"Course summary"_s);
    const QString text = pdf.text();
    expectInfusionRows(text, document.review);
    expectParts(text, {u"SIGNED"_s, u"nausea, grade 2 (infusion 2)"_s, u"first order"_s, u"Okafor"_s,
                       u"Infusions given"_s, u"2 of 6"_s, u"02-Jan-2024, taken by Dr Okafor; form: Consent folder 12"_s,
                       u"No benefit after three infusions"_s, toQt(document.head.auditHead),
                       responseLine(responseChartData(document.review))});
    EXPECT_EQ(pdf.info().contains(u"Testpatient"_s), false) << "nobody's name in the title";
}

TEST_F(CoursePdf, TheLetterTellsDosesResponseToleranceDecisionAndDates) {
    clinic.giveAll(course, {7, 6, 6, 5, 5, 4});
    const auto document = issued(CoursePaper::Letter);
    const LetterText words{u"Dr R. Referrer\n2 Other Street"_s, u"Please watch the blood pressure."_s};
    const PdfReader pdf(LetterDocument(document, words, {.paper = PaperSize::Letter}).toPdf());
    expectFrame(pdf, document.head, u"Letter to the referring doctor"_s);
    const QString text = pdf.text();
    expectInfusionRows(text, document.review);
    expectParts(text, {u"Dr R. Referrer"_s, u"2 Other Street"_s, u"Please watch the blood pressure."_s,
                       u"6 of 6 infusions were given."_s, u"No adverse event was recorded."_s, u"Responder: yes"_s,
                       u"Re-treatment window: "_s + dateText(*document.review.window.opens), u"Yours sincerely,"_s,
                       u"telephone 555 0100"_s, u"Next decision: from"_s});
    EXPECT_TRUE(pdf.info().contains(u"612 x 792"_s)) << qPrintable(pdf.info());
}

TEST_F(CoursePdf, ACourseWithAnOpenInfusionIsADraft) {
    static_cast<void>(clinic.openInfusion(course, 1));
    const PdfReader pdf(CourseSummaryDocument(issued(CoursePaper::Summary)).toPdf());
    expectParts(pdf.page(1), {u"DRAFT"_s, u"1 infusion is not signed"_s});
}

TEST_F(CoursePdf, TheSheetForThePatientSaysWhatNotToDoWhomToCallAndWhenToComeBack) {
    const auto infusion = clinic.give(course, 1, 7, 3);
    const auto visit = test::need(clinic.services.documents.issueVisit(clinic.nurse, VisitPaper::AfterVisit, infusion));
    const PdfReader pdf(AfterVisitDocument(visit).toPdf());
    expectFrame(pdf, visit.head, u"For you to take home"_s);
    EXPECT_EQ(pdf.pageCount(), 1);
    const auto day = visit.infusion.record.infusion.date;
    expectParts(pdf.text(), {u"you had infusion 1 of 6"_s,
                             u"You were given %1 of ketamine"_s.arg(amountText(visit.infusion.delivery.dose, u"mg")),
                             u"until tomorrow, %1"_s.arg(weekdayDateText(day.plusDays(1))), u"Telephone: 555 0100"_s,
                             u"Infusion 2 of 6: %1."_s.arg(weekdayDateText(clinic.planned(course, 2).date))});
}

TEST_F(CoursePdf, TheSheetOfTheLastInfusionNamesTheTimeOfTheNextTalk) {
    clinic.giveAll(course, {7, 6, 6, 5, 5, 4});
    const auto last = *clinic.planned(course, 6).infusion;
    const auto visit = test::need(clinic.services.documents.issueVisit(clinic.nurse, VisitPaper::AfterVisit, last));
    expectParts(PdfReader(AfterVisitDocument(visit).toPdf()).text(),
                {u"This was the last infusion of the course."_s, dateText(*visit.review.window.opens)});
}

TEST_F(CoursePdf, TheCallListHasANumberForEveryoneWhoIsDue) {
    clinic.giveAll(course, {7, 6, 6, 5, 5, 4});
    clinic.goTo(*clinic.review(course).window.opens);
    const auto list = test::need(clinic.services.documents.issueCallList(clinic.physician));
    const PdfReader pdf(CallListDocument(list).toPdf());
    expectParts(pdf.text(), {u"Re-treatment call list"_s, u"CONFIDENTIAL"_s, u"TESTPATIENT, Anna"_s, u"14-Mar-1979"_s,
                             u"Course 1, 6 of 6 infusions"_s, u"Page 1 of 1"_s, u"no call now"_s});
    EXPECT_EQ(pdf.check(), 0);
    clinic.goTo(test::date("2030-01-07"));
    EXPECT_TRUE(CallListDocument(test::need(clinic.services.documents.issueCallList(clinic.physician)))
                    .missingGlyphs()
                    .isEmpty());
}

TEST_F(CoursePdf, TheCallListHasWhoeverIsDueInEveryGroupOnPaper) {
    clinic.giveAll(course, {7, 6, 6, 5, 5, 4});
    const auto window = clinic.review(course).window;
    clinic.goTo(*window.opens);
    test::need(clinic.services.courses.recordFollowUp(
        clinic.nurse, {.course = course, .date = *window.opens, .pain = 5, .missing = {}}));
    const std::pair<base::CalendarDate, QString> kDays[] = {{*window.opens, u"In the window (1)"_s},
                                                            {*window.closes, u"Due this week (1)"_s},
                                                            {window.closes->plusDays(1), u"Overdue (1)"_s}};
    for (const auto& [day, heading] : kDays) {
        clinic.goTo(day);
        const auto list = test::need(clinic.services.documents.issueCallList(clinic.physician));
        ASSERT_EQ(list.rows.size(), 1U) << day.iso();
        expectParts(PdfReader(CallListDocument(list).toPdf()).text(), {heading, u"TESTPATIENT, Anna"_s});
    }
}

TEST_F(CoursePdf, NamesThatNoFontDrawsAreSaidAndReplacedByNumbers) {
    auto document = issued(CoursePaper::Letter);
    // The last private character: fonts that draw pictures of faces may be there, one for this is not.
    document.review.patient.details.name = {"\xF4\x8F\xBF\xBD"
                                            "Family",
                                            "Zo\xC3\xAB\xE2\x80\xAE", "", ""};
    const LetterDocument letter(document);
    ASSERT_EQ(letter.missingGlyphs().size(), 1);
    EXPECT_EQ(letter.missingGlyphs().front().toUcs4().front(), 0x10FFFDU);
    const QString text = PdfReader(letter.toPdf()).text();
    expectParts(text, {u"[U+10FFFD]"_s, u"Zoë"_s});
    EXPECT_FALSE(text.contains(QChar(0x202E)));
}

} // namespace
} // namespace chairside::ui::testing
