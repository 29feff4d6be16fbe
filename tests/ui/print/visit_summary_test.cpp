#include <gtest/gtest.h>

#include <QApplication>
#include <QFile>
#include <QRegularExpression>
#include <chrono>

#include "core/domain/outcome/tender_points.h"
#include "tests/ui/print/pdf_reader.h"
#include "tests/ui/print/sample_visit.h"
#include "ui/format/date_text.h"
#include "ui/format/quantity_text.h"
#include "ui/format/to_qt.h"
#include "ui/print/visit_summary_document.h"
#include "ui/print/visit_summary_pdf.h"
#include "ui/theme/apply_theme.h"

namespace chairside::ui::testing {
namespace {

using namespace Qt::Literals::StringLiterals;

void expectAll(const QString& text, const QStringList& parts) {
    for (const QString& part : parts) {
        EXPECT_TRUE(text.contains(part)) << "missing: " << part.toStdString();
    }
}

// Everything, a column at a time.
QString flowed(const PdfReader& pdf) {
    QStringList pages;
    for (int page = 1; page <= pdf.pageCount(); ++page)
        pages << pdf.flow(page);
    return pages.join(u' ');
}

services::VisitSummary ofDemo(services::VisitSummary visit) {
    visit.head.clinic.invented = true;
    return visit;
}

class VisitSummaryTest : public ::testing::Test {
protected:
    void SetUp() override {
        if (!PdfReader::toolsAreThere()) GTEST_SKIP() << "poppler-utils or qpdf is not installed";
    }
};

TEST_F(VisitSummaryTest, everyPageSaysWhoseItIsWhatStateItIsInAndWhereItBelongs) {
    const PdfReader pdf(renderVisitSummary(sampleVisit()));
    const int pages = pdf.pageCount();
    EXPECT_EQ(pages, 2);
    for (int page = 1; page <= pages; ++page) {
        expectAll(pdf.page(page),
                  {u"Riverside Pain Clinic"_s, u"TESTPATIENT, Anna (Ms)"_s, u"Born 14-Mar-1979"_s, u"ID KC 0412"_s,
                   u"Infusion 4 of 6, 14-Jan-2025"_s, u"SIGNED"_s, u"Page %1 of %2"_s.arg(page).arg(pages),
                   u"3f2a91c077be"_s, u"9a1c04de11f2"_s, u"Printed 14-Jan-2025 13:06 UTC+01:00 by R. Khan, RN"_s});
    }
}

TEST_F(VisitSummaryTest, theDoseStandsWithItsInputs) {
    expectAll(PdfReader(renderVisitSummary(sampleVisit())).text(),
              {u"34 mg = 68 kg × 0.5 mg per kg"_s, u"10 mg per mL"_s, u"3.4 mL"_s, u"100 mL, made up to 100 mL"_s,
               u"66.7 mL per hour over 90 minutes"_s, u"0.5 mg per kg over 90 minutes"_s,
               u"Known allergies: penicillin"_s, u"Fibromyalgia course, 0.5 mg per kg, version 3"_s,
               u"Dr D. Lind, 10-Jan-2025 16:20"_s, u"34 mg in 100 mL"_s});
}

TEST_F(VisitSummaryTest, changeReliefAndEnduranceStandWithTheirComparison) {
    auto visit = sampleVisit();
    EXPECT_FALSE(PdfReader(renderVisitSummary(visit)).text().contains(u"Change and endurance"_s));
    domain::AfterAssessment asked{head(visit, at(12, 20), at(12, 20)),
                                  2,
                                  domain::ImpressionDirection::LowIsImproved,
                                  domain::ComparedWith::BeforeCourse,
                                  45,
                                  domain::ComparedWith::BeforeInfusion,
                                  domain::EnduranceTest{62, domain::Weight::ofRaw(2'250), domain::BodySide::Left,
                                                        domain::EnduranceStop::Other, "the sling slipped"}};
    visit.infusion.record.after.push_back(asked);
    expectAll(flowed(PdfReader(renderVisitSummary(visit))),
              {u"Change and endurance after the infusion"_s, u"much improved, compared with before the course"_s,
               u"45 %, compared with before this infusion"_s,
               u"62 s with 2.25 kg, left, stopped: other (the sling slipped)"_s});
}

TEST_F(VisitSummaryTest, aRescueDrugStandsWithItsWholeLineAndWitness) {
    auto visit = sampleVisit();
    EXPECT_FALSE(PdfReader(renderVisitSummary(visit)).text().contains(u"Rescue drugs"_s));
    auto& record = visit.infusion.record;
    ASSERT_FALSE(record.events.empty());
    record.events[0].serious = true;
    record.events[0].relation = domain::EventRelation::Possible;
    const domain::RescueDrug given{head(visit, at(11, 20), at(11, 20)), "ondansetron", domain::Dose::ofWhole(4),
                                   domain::DrugRoute::Intravenous, visit.infusion.people[1].id};
    record.rescueDrugs.push_back(given);
    expectAll(PdfReader(renderVisitSummary(visit)).text(),
              {u"serious, caused by the infusion: possible"_s, u"Rescue drugs"_s, u"ondansetron"_s, u"4 mg"_s,
               u"intravenous"_s});
}

TEST_F(VisitSummaryTest, theSecondCheckStandsWithWhoWhenAndWhetherItAgreed) {
    auto visit = sampleVisit();
    auto& record = visit.infusion.record;
    const auto& dose = record.doseChecks[0];
    visit.infusion.protocol.rules.secondCheck.required = 1;
    EXPECT_TRUE(PdfReader(renderVisitSummary(visit)).text().contains(u"not checked"_s));
    domain::SecondCheck check{head(visit, at(10, 35), at(10, 35)), dose.head.id, domain::numbersOf(dose)};
    check.head.recordedBy = visit.infusion.people[1].id;
    record.secondChecks.push_back(check);
    const QString who = toQt(visit.infusion.people[1].printedName) + u", 10:35"_s;
    expectAll(PdfReader(renderVisitSummary(visit)).text(), {u"Second check"_s, who, u"agreed: 34 mg, 3.4 mL"_s});
    record.secondChecks[0].numbers.drugVolume = domain::Volume::ofWhole(34);
    expectAll(PdfReader(renderVisitSummary(visit)).text(), {u"differed: volume"_s, u"34 mL, ten times"_s});
}

TEST_F(VisitSummaryTest, aDoseThatASecondPersonStillCalculatesIsNotPrinted) {
    auto visit = draftVisit();
    visit.infusion.record.steps.clear();
    visit.infusion.protocol.rules.secondCheck.required = 1;
    visit.infusion.state = domain::stateOf(visit.infusion.record);
    visit.infusion.delivery = {};
    const QString text = PdfReader(renderVisitSummary(visit)).text();
    EXPECT_TRUE(text.contains(u"Shown when a second person has calculated the dose."_s));
    EXPECT_FALSE(text.contains(u"34 mg ="_s));
    EXPECT_FALSE(text.contains(u"34 mg in"_s));
    EXPECT_FALSE(text.contains(u"3.4 mL"_s));
}

TEST_F(VisitSummaryTest, roundingIsShownBesideTheRawValue) {
    auto visit = sampleVisit();
    auto& inputs = visit.infusion.record.doseChecks[0].inputs;
    inputs.weight = domain::Weight::ofRaw(71'500);
    visit.infusion.protocol.rules.dose.doseStep = domain::Dose::ofWhole(1);
    expectAll(PdfReader(renderVisitSummary(visit)).text(), {u"35.75 → 36 mg"_s, u"+0.7 %"_s});
}

TEST_F(VisitSummaryTest, thePreCheckStandsWithItsAnswersAlsoTheReplacedOne) {
    using domain::AnswerKind;
    using domain::ChecklistKind;
    auto visit = sampleVisit();
    EXPECT_FALSE(PdfReader(renderVisitSummary(visit)).text().contains(u"Pre-check"_s)) << "there is no checklist";
    visit.infusion.protocol.items = {{ChecklistKind::PreCheck, "last_meal", "Last meal and drink", "as advised",
                                      "not as advised", domain::AnswerEffect::SoftStop},
                                     {ChecklistKind::PreCheck, "rescue", "Rescue drugs", "checked", "not available",
                                      domain::AnswerEffect::HardStop}};
    auto& answers = visit.infusion.record.answers;
    answers.push_back(
        {head(visit, at(10, 33), at(10, 33)), ChecklistKind::PreCheck, "last_meal", AnswerKind::Favourable});
    auto better = answers.front();
    better.head = head(visit, at(10, 33), at(10, 35));
    better.head.corrects = answers.front().head.id;
    better.head.correctionReason = "she remembered breakfast";
    better.answer = AnswerKind::Unfavourable;
    better.note = "toast at 08:30";
    better.prescriber = "Dr L. Okafor";
    answers.push_back(better);
    expectAll(PdfReader(renderVisitSummary(visit)).text(),
              {u"Pre-check"_s, u"Last meal and drink"_s, u"as advised"_s, u"not as advised: toast at 08:30"_s,
               u"asked: Dr L. Okafor"_s, u"she remembered breakfast"_s, u"Rescue drugs"_s, u"not answered"_s});
}

TEST_F(VisitSummaryTest, theDischargeStandsWithWhatWasNotMetAndWhoWasAsked) {
    using domain::AnswerKind;
    using domain::ChecklistKind;
    auto visit = sampleVisit();
    auto& view = visit.infusion;
    EXPECT_FALSE(PdfReader(renderVisitSummary(visit)).text().contains(u"Discharged"_s)) << "none was asked for";
    view.protocol.rules.discharge = {1, 30, 20, 2, 1, 9, domain::CirculationVariant::Mmhg};
    view.protocol.items = {
        {ChecklistKind::Discharge, "escort", "Escort is here", "yes", "no", domain::AnswerEffect::HardStop}};
    expectAll(PdfReader(renderVisitSummary(visit)).text(), {u"Escort is here"_s, u"not discharged yet"_s});
    view.record.answers.push_back({head(visit, at(12, 46), at(12, 46)), ChecklistKind::Discharge, "escort",
                                   AnswerKind::Favourable, "Jo Testpatient"});
    view.record.aldrete.push_back(
        {head(visit, at(12, 47), at(12, 47)), domain::CirculationVariant::Mmhg, {2, 2, 1, 2, 2}, 126, 148});
    view.record.discharges.push_back({head(visit, at(12, 50), at(12, 50)),
                                      "Jo Testpatient",
                                      {{domain::DischargeGapKind::MinimumTime, {}}},
                                      "train at 13:05",
                                      "Dr L. Okafor"});
    expectAll(flowed(PdfReader(renderVisitSummary(visit))),
              {u"yes: Jo Testpatient"_s, u"9 of 10"_s, u"126 to 148 mmHg"_s, u"bands in mmHg"_s,
               u"not met: 30min after the stop"_s, u"train at 13:05"_s, u"asked: Dr L. Okafor"_s});
}

TEST_F(VisitSummaryTest, everyStepStandsWithItsTimeRateAndReason) {
    const QString text = PdfReader(renderVisitSummary(sampleVisit())).text();
    expectAll(text, {u"10:45 Started 66.7 mL per hour"_s, u"Paused dizzy, wants to sit up"_s, u"11:30 Resumed"_s,
                     u"11:45 Rate changed 60 mL per hour"_s, u"12:30 Stopped bag empty"_s,
                     u"1hr 35min without pauses, 1hr 45min from start to stop"_s});
}

TEST_F(VisitSummaryTest, everyVitalsRowIsThereAlsoTheReplacedOne) {
    const auto visit = sampleVisit();
    const QString text = PdfReader(renderVisitSummary(visit)).text();
    for (const auto& row : visit.infusion.record.vitals) {
        expectAll(text, {u"%1/%2"_s.arg(*row.systolic).arg(*row.diastolic)});
    }
    expectAll(text, {u"182/96 high"_s, u"91 low"_s, u"Note: anxious after a loud noise in the corridor"_s,
                     u"Replaced 12:07 by R. Khan, RN: cuff had slipped, measured again"_s,
                     u"Not recorded in any row: Breaths per min"_s, u"RK R. Khan, RN"_s});
}

// The cells of one line in their order; marks may stand between them.
void expectRow(const QString& text, const QStringList& cells) {
    QStringList patterns;
    for (const QString& cell : cells)
        patterns << QRegularExpression::escape(cell);
    const QRegularExpression row(patterns.join(u"(?: very low| low| high)? "_s));
    EXPECT_TRUE(row.match(text).hasMatch()) << cells.join(u' ').toStdString();
}

TEST_F(VisitSummaryTest, theNumbersOfThePagesAreThoseOfTheRecordFieldByField) {
    const auto visit = sampleVisit();
    const auto& record = visit.infusion.record;
    const QString text = PdfReader(renderVisitSummary(visit)).text();
    ASSERT_GE(record.vitals.size(), 9U);
    for (const auto& row : record.vitals) {
        QStringList cells{timeText(row.head.observedAt), u"%1/%2"_s.arg(*row.systolic).arg(*row.diastolic),
                          QString::number(*row.heartRate), QString::number(*row.spo2)};
        for (const auto& score : record.sedation)
            if (score.row == row.head.id) cells << QString::number(score.value);
        for (const auto& score : record.dissociation)
            if (score.row == row.head.id) cells << QString::number(score.value);
        for (const auto& score : record.pain)
            if (score.row == row.head.id) cells << QString::number(*score.value);
        if (cells.size() == 7) cells << u"RK "_s + timeText(row.head.recordedAt);
        expectRow(text, cells);
    }
    for (const auto& step : record.steps) {
        const QString rate = step.rate ? amountText(*step.rate, u"mL per hour") : QString();
        EXPECT_TRUE(text.contains(timeText(step.head.observedAt)) && text.contains(rate));
        EXPECT_TRUE(text.contains(toQt(step.reason)));
    }
    ASSERT_FALSE(record.tenderPoints.empty());
    for (const auto side : {domain::Side::Right, domain::Side::Left}) {
        QStringList cells{side == domain::Side::Right ? u"Right"_s : u"Left"_s};
        for (const auto site : domain::tenderSites()) {
            if (!domain::isControl(site) && domain::sideOf(site) == side)
                cells << QString::number(*record.tenderPoints.back().exam.at(site).score);
        }
        ASSERT_EQ(cells.size(), 10);
        expectRow(text, cells);
    }
    for (const auto& event : record.events) {
        expectRow(text, {timeText(event.head.observedAt), toQt(event.term), QString::number(event.grade)});
        EXPECT_TRUE(text.contains(timeText(*event.endedAt)));
    }
    for (const auto& vial : record.vials)
        expectAll(text, {toQt(vial.lot), dateText(vial.expires), perText(vial.strength, u"mg", u"mL")});
    for (const auto& movement : record.movements)
        EXPECT_TRUE(text.contains(amountText(movement.amount, u"mg"))) << movement.amount.raw();
    EXPECT_TRUE(text.contains(toQt(record.signature->contentHash)));
    EXPECT_TRUE(text.contains(u"Given %1 in %2"_s.arg(amountText(visit.infusion.delivery.dose, u"mg"),
                                                      amountText(visit.infusion.delivery.volume, u"mL"))));
}

// A correction without a new score keeps the score that was entered beside the row it replaces.
TEST_F(VisitSummaryTest, aReplacedRowHandsItsScoresOn) {
    const QString text = PdfReader(renderVisitSummary(sampleVisit())).text();
    expectAll(text, {u"12:00 126/78 78 97 5 1 3"_s});
}

TEST_F(VisitSummaryTest, painEventsAndFindingsStandWithTheirGradesAndTimes) {
    expectAll(PdfReader(renderVisitSummary(sampleVisit())).text(),
              {u"Before 6 average of 24"_s, u"After 3 now"_s, u"3 to 6"_s, u"50 % better on the same"_s,
               u"11:18 nausea 1 paused resolved 11:50"_s, u"felt sick when sitting up"_s,
               u"14 of 18 positive, 18 examined"_s, u"criterion of 1990 (11 of 18): met"_s, u"forehead 1"_s,
               u"Escort arrived 12:50"_s});
}

TEST_F(VisitSummaryTest, theDrugIsAccountedForWithItsWitness) {
    expectAll(PdfReader(renderVisitSummary(sampleVisit())).text(),
              {u"KM42X"_s, u"31-Jul-2026"_s, u"200 mg"_s, u"166 mg"_s, u"M. Osei, RN"_s, u"0 mg"_s, u"balanced"_s,
               u"Booked 13:00 by R. Khan, RN"_s});
}

TEST_F(VisitSummaryTest, anUnexplainedDifferenceIsNotCalledBalanced) {
    auto visit = sampleVisit();
    visit.infusion.record.movements.back().amount = domain::Dose::ofWhole(160);
    const QString text = PdfReader(renderVisitSummary(visit)).text();
    expectAll(text, {u"6 mg not accounted for"_s});
    EXPECT_FALSE(text.contains(u"balanced"_s));
}

TEST_F(VisitSummaryTest, theSignatureSaysWhoWhenAndWhatItMeans) {
    QString text = PdfReader(renderVisitSummary(sampleVisit())).text();
    expectAll(text, {u"R. Khan, RN"_s, u"14-Jan-2025 13:04:00"_s, u"UTC+01:00"_s, u"authorship"_s});
    expectAll(text.remove(u' '), {QString::fromLatin1(kContentHash).left(40), QString::fromLatin1(kAuditHead)});
}

TEST_F(VisitSummaryTest, theCourseChartHasItsNumbersBesideIt) {
    expectAll(PdfReader(renderVisitSummary(sampleVisit())).text(),
              {u"Infusion 1"_s, u"02-Jan-2025"_s, u"missed"_s, u"had a cold"_s, u"16 of 18"_s, u"baseline 7.4"_s,
               u"Pain 7.4 → 6, 19 % better"_s, u"nausea, grade 1"_s});
}

TEST_F(VisitSummaryTest, unsignedIsADraftAndSaysWhatIsOpen) {
    const PdfReader pdf(renderVisitSummary(draftVisit()));
    for (int page = 1; page <= pdf.pageCount(); ++page) {
        expectAll(pdf.page(page), {u"DRAFT"_s});
        EXPECT_FALSE(pdf.page(page).contains(u"SIGNED"_s));
    }
    expectAll(pdf.text(), {u"Not signed. This is a draft"_s, u"Still open: The drug does not balance to zero yet."_s});
}

TEST_F(VisitSummaryTest, anAddendumMakesItAmended) {
    const PdfReader pdf(renderVisitSummary(amendedVisit()));
    for (int page = 1; page <= pdf.pageCount(); ++page)
        expectAll(pdf.page(page), {u"AMENDED"_s});
    expectAll(pdf.text(), {u"Addenda after the signature"_s, u"14-Jan-2025 14:30 UTC+01:00, R. Khan, RN"_s,
                           u"Called at 14:25: nausea gone"_s});
}

TEST_F(VisitSummaryTest, aDemoClinicAndAPreviewSayOnEveryPageWhatTheyAre) {
    const PdfReader pdf(renderVisitSummary(ofDemo(sampleVisit()), {.preview = true}));
    for (int page = 1; page <= pdf.pageCount(); ++page) {
        expectAll(pdf.page(page), {u"DEMO — not real patients"_s, u"PREVIEW, not issued"_s});
        EXPECT_FALSE(pdf.page(page).contains(u"3f2a91c077be"_s) && page == 1);
    }
}

TEST_F(VisitSummaryTest, theFileIsSoundAndSelfContained) {
    const PdfReader pdf(renderVisitSummary(ofDemo(amendedVisit())));
    EXPECT_EQ(pdf.check(), 0);
    const QStringList fonts = pdf.fonts().split(u'\n', Qt::SkipEmptyParts).mid(2);
    ASSERT_FALSE(fonts.isEmpty());
    // Columns from the right: object number (two), unicode map, subset, embedded.
    for (const QString& font : fonts) {
        const QStringList columns = font.simplified().split(u' ');
        EXPECT_EQ(columns.at(columns.size() - 3), u"yes"_s) << font.toStdString();
        EXPECT_EQ(columns.at(columns.size() - 5), u"yes"_s) << font.toStdString();
    }
    EXPECT_EQ(pdf.images().split(u'\n', Qt::SkipEmptyParts).size(), 2) << "bitmaps";
    const QByteArray objects = pdf.objects();
    EXPECT_FALSE(QRegularExpression(u"/SMask \\d"_s).match(QString::fromLatin1(objects)).hasMatch());
    for (const char* forbidden : {"/ca 0.", "/CA 0.", "/JavaScript", "/Encrypt", "/EmbeddedFiles"}) {
        EXPECT_FALSE(objects.contains(forbidden)) << forbidden;
    }
    EXPECT_TRUE(objects.contains("GTS_PDFA1"));
}

// An ordinary visit: ten rows, tender points, an event, accounted for, signed.
TEST_F(VisitSummaryTest, anOrdinaryVisitIsTwoPagesOnBothPapers) {
    for (const auto paper : {PaperSize::A4, PaperSize::Letter}) {
        const VisitSummaryDocument signedVisit(ofDemo(sampleVisit()), {.paper = paper});
        EXPECT_LE(signedVisit.pageCount(), 2);
        EXPECT_LE(VisitSummaryDocument(ofDemo(amendedVisit()), {.paper = paper}).pageCount(), 2);
    }
}

TEST_F(VisitSummaryTest, theTitleHoldsNoName) {
    const QString info = PdfReader(renderVisitSummary(sampleVisit())).info();
    EXPECT_TRUE(info.contains(u"Infusion visit summary, 4 of 6, 14-Jan-2025"_s));
    EXPECT_FALSE(info.contains(u"testpatient"_s, Qt::CaseInsensitive));
}

TEST_F(VisitSummaryTest, fortyRowsFillThreePagesEachWithTheHeadOfTheTable) {
    auto visit = sampleVisit();
    for (int i = 0; i < 31; ++i)
        addRow(visit, at(10, 41).plus(std::chrono::minutes(3 * i)), 120 + i, 70, 100 + i, 95);
    ASSERT_EQ(visit.infusion.record.vitals.size(), 40U);
    const PdfReader pdf(renderVisitSummary(visit));
    EXPECT_EQ(pdf.pageCount(), 3);
    const QString text = pdf.text();
    EXPECT_EQ(text.count(u"BP, mmHg"_s) + text.count(u"BP,mmHg"_s), 2 + text.count(u"BP, mmHg high"_s));
    EXPECT_TRUE(text.contains(u"Vital signs, continued"_s));
    for (int i = 0; i < 31; ++i)
        expectAll(text, {u"%1/70"_s.arg(120 + i)});
}

// Nobody searches for a word with a ligature in it.
TEST_F(VisitSummaryTest, wordsCanBeFoundLetterByLetter) {
    EXPECT_TRUE(PdfReader(renderVisitSummary(sampleVisit())).text().contains(u"cuff had slipped"_s));
}

// Where CHAIRSIDE_SHOTS names a folder: the documents to look at.
TEST_F(VisitSummaryTest, samplesToLookAt) {
    const QString folder = qEnvironmentVariable("CHAIRSIDE_SHOTS");
    if (folder.isEmpty()) GTEST_SKIP() << "CHAIRSIDE_SHOTS is not set";
    const auto put = [&folder](const QString& name, const QByteArray& pdf) {
        QFile file(folder + u'/' + name);
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(pdf);
    };
    put(u"visit_signed.pdf"_s, renderVisitSummary(sampleVisit()));
    put(u"visit_letter.pdf"_s, renderVisitSummary(sampleVisit(), PaperSize::Letter));
    put(u"visit_draft.pdf"_s, renderVisitSummary(draftVisit()));
    put(u"visit_amended_demo.pdf"_s, renderVisitSummary(ofDemo(amendedVisit())));
    put(u"visit_preview.pdf"_s, renderVisitSummary(draftVisit(), {.preview = true}));
}

TEST_F(VisitSummaryTest, letterPaperCarriesTheSame) {
    const PdfReader pdf(renderVisitSummary(sampleVisit(), PaperSize::Letter));
    EXPECT_TRUE(pdf.info().contains(u"letter"_s));
    expectAll(pdf.page(pdf.pageCount()), {u"Page %1 of %1"_s.arg(pdf.pageCount()), u"TESTPATIENT, Anna (Ms)"_s});
}

TEST_F(VisitSummaryTest, longNamesWrapAndAreNeverCut) {
    auto visit = sampleVisit();
    auto& name = visit.infusion.patient.details.name;
    name.family = "Wolfeschlegelsteinhausenbergerdorff";
    name.given = "Maximiliane-Alexandra Guinevere Ross";
    ASSERT_GE(name.family.size(), 35U);
    const PdfReader pdf(renderVisitSummary(visit));
    for (int page = 1; page <= pdf.pageCount(); ++page) {
        QString text = pdf.flow(page);
        expectAll(text.remove(u' '), {u"WOLFESCHLEGELSTEINHAUSENBERGERDORFF,Maximiliane-AlexandraGuinevereRoss(Ms)"_s});
    }
}

TEST_F(VisitSummaryTest, naughtyTextNeitherTurnsLinesNorBreaksTheFile) {
    auto visit = amendedVisit();
    visit.infusion.patient.details.name.given = "Anna\xE2\x80\xAE"
                                                "gpj.exe\x07";
    visit.infusion.patient.details.allergies = "<b>latex</b> & %1 \\ (\"') \xF0\x9F\x92\x8A";
    visit.infusion.record.addenda[0].text = "first\nsecond\n\n\n\n\nthird " + std::string(3000, 'x');
    const PdfReader pdf(renderVisitSummary(visit));
    EXPECT_EQ(pdf.check(), 0);
    const QString text = pdf.text();
    expectAll(text, {u"Annagpj.exe"_s, u"<b>latex</b> & %1 \\ (\"')"_s, u"first second"_s});
    EXPECT_FALSE(text.contains(QChar(0x202E)));
}

TEST_F(VisitSummaryTest, anInfusionWithNothingRecordedStillMakesADocument) {
    auto visit = draftVisit();
    visit.infusion.record = {visit.infusion.record.infusion};
    visit.infusion.delivery = {};
    visit.review.points.clear();
    expectAll(PdfReader(renderVisitSummary(visit)).text(),
              {u"No dose has been prepared."_s, u"The infusion has not been started."_s,
               u"No vital signs are recorded."_s, u"No adverse event is recorded."_s,
               u"The drug is not accounted for yet."_s, u"Page 1 of 1"_s});
}

TEST_F(VisitSummaryTest, thePaperDoesNotFollowTheThemeOfTheScreen) {
    const Look before = currentLook();
    const QByteArray light = PdfReader(renderVisitSummary(sampleVisit())).objects();
    applyTheme(*qApp, Look{.theme = Theme::Dark, .textPercent = 200});
    const QByteArray dark = PdfReader(renderVisitSummary(sampleVisit())).objects();
    applyTheme(*qApp, before);
    EXPECT_NEAR(static_cast<double>(light.size()), static_cast<double>(dark.size()), 200);
}

} // namespace
} // namespace chairside::ui::testing
