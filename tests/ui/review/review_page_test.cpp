// The review page over the real services, driven by keys.
#include "ui/review/review_page.h"

#include <QApplication>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QTableView>
#include <QTemporaryDir>

#include "tests/ui/patients/page_bench.h"
#include "ui/charts/response_chart_view.h"
#include "ui/review/course_view.h"

namespace chairside::test {
namespace {

using namespace Qt::Literals::StringLiterals;
using domain::OrderKind;
using ui::PageKind;
using ui::Place;
using ui::ReviewPage;

class Review : public PageBench {
protected:
    Review() {
        patient = clinic.patient();
        course = clinic.orderedCourse(*patient, {{*base::CalendarDate::fromIso("2025-01-03"), 8}});
        signIn(clinic.physician);
    }

    [[nodiscard]] Place place() const { return {PageKind::Review, patient->text(), course->text(), {}}; }
    void open() { show(page, place()); }
    void giveThree() {
        clinic.give(*course, 1, 8, 5);
        clinic.give(*course, 2, 7, 4);
        clinic.give(*course, 3, 6, 3);
    }
    void complete() {
        clinic.giveAll(*course, {8, 7, 6, 5, 5, 4});
        clinic.clock.advance(std::chrono::hours(24 * 30));
    }
    [[nodiscard]] static QString focusName() {
        return QApplication::focusWidget() ? QApplication::focusWidget()->objectName() : QString();
    }
    [[nodiscard]] QString message(const QString& field) { return textOf(page, field + u"Message"_s); }
    [[nodiscard]] ui::ResponseChartView& chart() {
        return *findByName<ui::ResponseChartView>(page, u"response_chart"_s);
    }

    std::optional<domain::PatientId> patient;
    std::optional<domain::CourseId> course;
    ReviewPage page{bench, nullptr};
};

TEST_F(Review, OpensOnTheNewestPointUnderTheBannerOfThePatient) {
    giveThree();
    open();
    EXPECT_EQ(focusName(), u"response_chart_canvas"_s);
    EXPECT_TRUE(chart().pointText().contains(u"infusion 3, before 6, after 3"_s)) << qPrintable(chart().pointText());
    ASSERT_TRUE(banner);
    EXPECT_EQ(banner->familyName, u"Testpatient"_s);
    EXPECT_TRUE(banner->weightLine.startsWith(u"70 kg on"_s));
    EXPECT_EQ(textOf(page, u"responder"_s), u"Responder: no, 25 % better (30 % needed)"_s);
    EXPECT_EQ(textOf(page, u"next_decision"_s), u"Next decision: after the course"_s);
}

TEST_F(Review, ShowsTheSuggestionWithItsReasonsAndFillsInNothing) {
    giveThree();
    open();
    EXPECT_EQ(textOf(page, u"titration_suggestion"_s), u"Raise to 0.6 mg per kg"_s);
    const auto labels = findWidget(page, u"titration_reasons"_s)->findChildren<QLabel*>();
    QStringList words;
    for (const auto* label : labels)
        words << label->text();
    EXPECT_TRUE(words.join(u" "_s).contains(u"✔ pain down 25 % (8 → 6)"_s)) << qPrintable(words.join(u" "_s));
    EXPECT_TRUE(words.contains(u"T-5"_s));
    for (const auto* label : page.findChildren<QLabel*>()) {
        EXPECT_FALSE(label->text().contains(u"give "_s, Qt::CaseInsensitive)) << qPrintable(label->text());
    }
    alt('D');
    EXPECT_EQ(focusName(), u"dose_per_kg"_s);
    EXPECT_EQ(textOf(page, u"dose_per_kg"_s), QString());
}

TEST_F(Review, ChangesTheDoseByKeys) {
    giveThree();
    open();
    alt('D');
    keys(u"0.6\t"_s);
    keys(u"well tolerated\t"_s);
    keys(QString::fromUtf8(kPassword));
    ASSERT_TRUE(page.can(ui::Command::Complete));
    page.perform(ui::Command::Complete);
    settle();
    const auto review = clinic.review(*course);
    ASSERT_EQ(review.orders.size(), 2U);
    EXPECT_EQ(review.orders[1].kind, OrderKind::Change);
    EXPECT_EQ(review.orders[1].perKg, perKg(600));
    EXPECT_EQ(review.orders[1].reason, "well tolerated");
    EXPECT_EQ(saveState.kind, ui::SaveState::Kind::Saved);
    EXPECT_EQ(statuses.back(), u"The order is signed."_s);
    EXPECT_TRUE(visible(page, u"retreatment_card"_s));
    EXPECT_TRUE(textOf(page, u"course_order"_s).contains(u"0.6 mg per kg"_s));
}

TEST_F(Review, KeepsWhatWasTypedWhenThePasswordIsWrong) {
    giveThree();
    open();
    alt('D');
    keys(u"0.6\twell tolerated\tnot my password"_s);
    page.perform(ui::Command::Complete);
    settle();
    EXPECT_EQ(clinic.review(*course).orders.size(), 1U);
    EXPECT_TRUE(visible(page, u"dose_form"_s));
    EXPECT_TRUE(visible(page, u"formSummary"_s) || !message(u"password"_s).isEmpty());
    EXPECT_EQ(textOf(page, u"dose_per_kg"_s), u"0.6"_s);
    EXPECT_EQ(textOf(page, u"reason"_s), u"well tolerated"_s);
    EXPECT_EQ(saveState.kind, ui::SaveState::Kind::Unsaved);
}

TEST_F(Review, NamesEveryMissingPartBesideItsField) {
    giveThree();
    open();
    alt('D');
    page.perform(ui::Command::Complete);
    settle();
    for (const QString& field : {u"dose_per_kg"_s, u"reason"_s, u"password"_s}) {
        EXPECT_FALSE(message(field).isEmpty()) << qPrintable(field);
    }
}

TEST_F(Review, NoOrderIsWrittenByEnter) {
    giveThree();
    open();
    for (const QString& name : {u"change_dose"_s, u"keep_dose"_s, u"stop_course"_s}) {
        findWidget(page, name)->setFocus();
        key(Qt::Key_Return);
        key(Qt::Key_Enter);
        EXPECT_TRUE(visible(page, u"retreatment_card"_s)) << qPrintable(name);
    }
    alt('K');
    keys(u"as planned\t"_s);
    keys(QString::fromUtf8(kPassword));
    key(Qt::Key_Return);
    settle();
    EXPECT_EQ(clinic.review(*course).orders.size(), 1U);
    page.perform(ui::Command::Complete);
    settle();
    EXPECT_EQ(clinic.review(*course).orders.back().kind, OrderKind::Keep);
}

TEST_F(Review, StopsTheCourseOnlyByItsOwnButton) {
    giveThree();
    open();
    alt('C');
    keys(u"no benefit\t"_s);
    keys(QString::fromUtf8(kPassword));
    EXPECT_FALSE(page.can(ui::Command::Complete));
    findWidget(page, u"dose_form_submit"_s)->setFocus();
    key(Qt::Key_Space);
    settle();
    const auto review = clinic.review(*course);
    EXPECT_EQ(review.course.state, domain::CourseState::Stopped);
    EXPECT_EQ(textOf(page, u"titration_suggestion"_s), u"No further dose"_s);
    EXPECT_EQ(textOf(page, u"titration_closed"_s), u"The course was stopped: no benefit"_s);
    EXPECT_FALSE(visible(page, u"change_dose"_s));
}

TEST_F(Review, EscLeavesTheFormAndKeepsTheTextButNotThePassword) {
    giveThree();
    open();
    alt('K');
    keys(u"as planned\tsecret"_s);
    key(Qt::Key_Escape);
    EXPECT_TRUE(visible(page, u"retreatment_card"_s));
    alt('K');
    EXPECT_EQ(textOf(page, u"reason"_s), u"as planned"_s);
    EXPECT_EQ(textOf(page, u"password"_s), QString());
}

TEST_F(Review, RecordsAFollowUpScoreByKeys) {
    complete();
    open();
    const auto before = clinic.review(*course).assessments.size();
    alt('U');
    alt('A');
    keys(u"today\t5"_s);
    page.perform(ui::Command::Complete);
    settle();
    const auto review = clinic.review(*course);
    ASSERT_EQ(review.assessments.size(), before + 1);
    EXPECT_EQ(review.assessments.back().pain, 5);
    EXPECT_EQ(review.assessments.back().kind, domain::AssessmentKind::FollowUp);
    EXPECT_TRUE(textOf(page, u"response_chart_point"_s).contains(u"infusion 6"_s))
        << "the focus line stays where it was";
}

TEST_F(Review, AsksForTheDateAndTheScoreTogether) {
    complete();
    open();
    alt('U');
    page.perform(ui::Command::Complete);
    settle();
    EXPECT_FALSE(message(u"date"_s).isEmpty());
    EXPECT_FALSE(message(u"pain"_s).isEmpty());
}

TEST_F(Review, DecidesOnRetreatmentByKeys) {
    complete();
    open();
    EXPECT_EQ(textOf(page, u"responder"_s), u"Responder: yes, 50 % better (30 % needed)"_s);
    alt('D');
    page.perform(ui::Command::Complete);
    EXPECT_FALSE(message(u"decision"_s).isEmpty()) << "nothing is preselected";
    EXPECT_FALSE(visible(page, u"until"_s));
    alt('I');
    key(Qt::Key_Space);
    alt('R');
    keys(u"relapse at week 4"_s);
    page.perform(ui::Command::Complete);
    settle();
    const auto review = clinic.review(*course);
    ASSERT_EQ(review.decisions.size(), 1U);
    EXPECT_EQ(review.decisions[0].kind, domain::DecisionKind::Retreat);
    EXPECT_TRUE(textOf(page, u"last_decision"_s).contains(u"relapse at week 4"_s));
    EXPECT_EQ(places, std::vector{placeOf(PageKind::Order, patient->text())}) << "whoever treats again orders next";
}

TEST_F(Review, AReasonLeadsToTheInfusionItWasReadFrom) {
    giveThree();
    open();
    auto* link = findByName<QPushButton>(page, u"reason_entry"_s);
    EXPECT_EQ(link->accessibleName(), u"Open: pain down 25 % (8 → 6), 13-Jan-2025; less than 30 %"_s);
    link->setFocus();
    key(Qt::Key_Space);
    ASSERT_EQ(places.size(), 1U);
    EXPECT_EQ(places[0].infusionId, clinic.plan(*course)[2].infusion->text());
}

TEST_F(Review, AReasonByAScoreOutsideInfusionsShowsItInTheChart) {
    giveThree();
    clinic.clock.advance(std::chrono::hours(24));
    need(clinic.services.courses.recordFollowUp(
        clinic.nurse, {.course = *course, .date = clinic.clock.now().localDate(), .pain = 3, .missing = {}}));
    open();
    key(Qt::Key_Home);
    alt('M');
    auto* link = findByName<QPushButton>(page, u"reason_entry"_s);
    EXPECT_TRUE(link->accessibleName().startsWith(u"Show: pain down 63 %"_s)) << qPrintable(link->accessibleName());
    link->click();
    EXPECT_TRUE(places.empty());
    EXPECT_EQ(focusName(), u"response_chart_canvas"_s);
    EXPECT_EQ(chart().pointText(), u"14-Jan-2025, follow-up score: 3"_s);
}

TEST_F(Review, LetsANurseReadAndScoreButNotOrder) {
    giveThree();
    signIn(clinic.nurse);
    open();
    EXPECT_FALSE(visible(page, u"change_dose"_s));
    EXPECT_FALSE(visible(page, u"keep_dose"_s));
    EXPECT_EQ(textOf(page, u"titration_closed"_s), u"Only a physician can change, keep or stop."_s);
    EXPECT_TRUE(visible(page, u"add_score"_s));
}

TEST_F(Review, KeepsTheTypingWhenTheRecordChangesElsewhere) {
    giveThree();
    open();
    alt('K');
    keys(u"half a sent"_s);
    clinic.give(*course, 4, 5, 3);
    settle();
    EXPECT_EQ(focusName(), u"reason"_s);
    EXPECT_EQ(textOf(page, u"reason"_s), u"half a sent"_s);
    EXPECT_EQ(chart().data().durableScores, clinic.review(*course).durableScores);
}

TEST_F(Review, ShowsTheSameDataAsATable) {
    giveThree();
    open();
    alt('T');
    EXPECT_EQ(focusName(), u"response_table"_s);
    auto* table = findByName<QTableView>(page, u"response_table"_s);
    EXPECT_EQ(table->model()->rowCount(), static_cast<int>(chart().data().points.size()));
    settle();
    EXPECT_EQ(table->horizontalScrollBar()->maximum(), 0) << "every column is in sight";
    key(Qt::Key_Return);
    ASSERT_EQ(places.size(), 1U);
    EXPECT_EQ(places[0].kind, PageKind::Infusion);
    alt('T');
    EXPECT_EQ(focusName(), u"response_chart_canvas"_s);
}

TEST_F(Review, ShowsTheDomainsOnOneAxisAndTheirTable) {
    giveThree();
    open();
    alt('M');
    EXPECT_EQ(focusName(), u"domain_chart_canvas"_s);
    EXPECT_FALSE(visible(page, u"tender_change"_s));
    EXPECT_TRUE(textOf(page, u"domain_chart_point"_s).contains(u"Pain 6"_s))
        << qPrintable(textOf(page, u"domain_chart_point"_s));
    EXPECT_THAT(crawl(page), ::testing::IsEmpty());
    alt('T');
    auto* table = findByName<QTableView>(page, u"response_table"_s);
    EXPECT_EQ(table->model()->headerData(2, Qt::Horizontal, Qt::DisplayRole).toString(), u"FIQR total, 0 to 100"_s);
    EXPECT_EQ(table->model()->rowCount(), 4) << "the baseline and three infusions";
    alt('M');
    EXPECT_EQ(table->model()->headerData(2, Qt::Horizontal, Qt::DisplayRole).toString(), u"mg\nper kg"_s);
    alt('T');
    EXPECT_EQ(focusName(), u"response_chart_canvas"_s);
}

TEST_F(Review, ShowsTheExaminationsSiteBySiteAndOneLookAtATime) {
    const auto infusion = clinic.openInfusion(*course, 1);
    domain::TenderPointExam exam;
    exam.at(domain::TenderSite::KneeLeft).score = 7;
    need(clinic.services.infusions.recordTenderPoints(clinic.nurse, {infusion, exam, {}, {}}));
    open();
    alt('M');
    alt('X');
    EXPECT_EQ(focusName(), u"tender_matrix_canvas"_s);
    EXPECT_FALSE(findByName<QPushButton>(page, u"domains_toggle"_s)->isChecked());
    EXPECT_TRUE(textOf(page, u"tender_matrix_point"_s).contains(u"infusion 1: 1 of 1 tender points"_s))
        << qPrintable(textOf(page, u"tender_matrix_point"_s));
    key(Qt::Key_Return);
    ASSERT_EQ(places.size(), 1U);
    EXPECT_EQ(places[0].infusionId, infusion.text());
    EXPECT_THAT(crawl(page), ::testing::IsEmpty());
    alt('X');
    EXPECT_EQ(focusName(), u"response_chart_canvas"_s);
}

TEST_F(Review, ExportsTheShownChartOrItsNumbersWithoutAName) {
    giveThree();
    open();
    const QTemporaryDir folder;
    const QString picture = folder.filePath(u"a.svg"_s);
    prompter.expectSave(u"KC0412_2025-01-13_pain.png"_s, picture);
    ASSERT_TRUE(page.can(ui::Command::Save));
    page.perform(ui::Command::Save);
    settle();
    QFile drawn(picture);
    ASSERT_TRUE(drawn.open(QIODevice::ReadOnly));
    const QByteArray svg = drawn.readAll();
    EXPECT_TRUE(svg.contains("higher is worse"));
    EXPECT_FALSE(svg.contains("Testpatient"));
    EXPECT_EQ(clinic.store.events().back().action, services::AuditAction::Issue);
    EXPECT_EQ(clinic.store.events().back().detail, "pain.svg");
    alt('T');
    const QString numbers = folder.filePath(u"b.csv"_s);
    prompter.expectSave(u"KC0412_2025-01-13_pain.csv"_s, numbers);
    findByName<QPushButton>(page, u"chart_export"_s)->click();
    settle();
    QFile written(numbers);
    ASSERT_TRUE(written.open(QIODevice::ReadOnly));
    const auto lines = QString::fromUtf8(written.readAll()).split(u"\r\n"_s, Qt::SkipEmptyParts);
    EXPECT_EQ(lines.size(), 1 + static_cast<qsizetype>(chart().data().points.size()));
    EXPECT_TRUE(lines[0].startsWith(u"Visit,Date,mg per kg,"_s)) << qPrintable(lines[0]);
    EXPECT_EQ(clinic.store.events().back().detail, "pain.csv");
}

TEST_F(Review, AFileNameWithoutAKnownEndingSavesNothing) {
    giveThree();
    open();
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"chart.doc"_s);
    prompter.expectSave(u"KC0412_2025-01-13_pain.png"_s, path);
    page.perform(ui::Command::Save);
    settle();
    EXPECT_FALSE(QFile::exists(path));
}

TEST_F(Review, LaysAnEarlierCourseOverAndAuditsThatItWasOpened) {
    complete();
    const auto second = clinic.orderedCourse(*patient, {});
    clinic.give(second, 1, 7, 4);
    show(page, {PageKind::Review, patient->text(), second.text(), {}});
    auto* compare = findByName<QComboBox>(page, u"compare_choice"_s);
    ASSERT_TRUE(compare->isVisibleTo(&page));
    compare->setFocus();
    key(Qt::Key_Down);
    settle();
    ASSERT_EQ(chart().data().compared.size(), 1U);
    EXPECT_EQ(chart().data().compared[0].number, 1);
    EXPECT_EQ(clinic.store.events().back().action, services::AuditAction::View);
    EXPECT_EQ(clinic.store.events().back().subjectId, course->text());
    EXPECT_THAT(crawl(page), ::testing::IsEmpty());
    compare->setFocus();
    key(Qt::Key_Up);
    settle();
    EXPECT_TRUE(chart().data().compared.empty());
}

TEST_F(Review, SaysHowMuchWasGivenAndGoesToTheChecks) {
    const auto repeated = clinic.patient(aPatient("Bert", "Sample", "KC 0777"));
    const auto other = clinic.orderedCourse(repeated, {}, "repeated_05");
    clinic.give(other, 1, 8, 5);
    clinic.give(other, 2, 7, 5);
    show(page, {PageKind::Review, repeated.text(), other.text(), {}});
    EXPECT_EQ(textOf(page, u"exposure_sums"_s),
              u"Ketamine in 365 days: 2 infusions, 70 mg\nin life: 2 infusions, 70 mg"_s);
    EXPECT_TRUE(textOf(page, u"exposure_prompts"_s).startsWith(u"Liver tests: due since "_s))
        << qPrintable(textOf(page, u"exposure_prompts"_s));
    findByName<QPushButton>(page, u"record_check"_s)->click();
    ASSERT_FALSE(places.empty());
    EXPECT_EQ(places.back().kind, PageKind::Assessment);
    EXPECT_EQ(places.back().patientId, repeated.text());
}

TEST_F(Review, EnterInTheChartOpensTheInfusionUnderTheLine) {
    giveThree();
    open();
    key(Qt::Key_Left);
    key(Qt::Key_Return);
    ASSERT_EQ(places.size(), 1U);
    EXPECT_EQ(places[0].infusionId, clinic.plan(*course)[1].infusion->text());
}

TEST_F(Review, WalksOverItsPanelsWithF6) {
    complete();
    open();
    QStringList stops;
    for (int i = 0; i < 4; ++i) {
        key(Qt::Key_F6);
        stops << focusName();
    }
    EXPECT_EQ(stops, (QStringList{u"decide_retreatment"_s, u"decide_retreatment"_s, u"decide_retreatment"_s,
                                  u"decide_retreatment"_s}))
        << "a completed course has no order buttons, and at the end the main window goes on";
    key(Qt::Key_F6, Qt::ShiftModifier);
    EXPECT_EQ(focusName(), u"response_chart_canvas"_s);
}

TEST_F(Review, FitsTheSmallestScreenItIsMadeFor) {
    giveThree();
    open();
    EXPECT_LE(page.minimumSizeHint().width(), 1270);
    EXPECT_LE(page.minimumSizeHint().height(), 640);
    EXPECT_LE(page.heightForWidth(1254), 580) << "what menu, demo strip and a banner of two lines leave of 768";
}

TEST_F(Review, TheChartAndTheTitrationCardAreSeenWithoutScrolling) {
    giveThree();
    open();
    for (const QString& name : {u"response_chart"_s, u"titration_card"_s, u"retreatment_card"_s, u"change_dose"_s}) {
        const QWidget* part = findWidget(page, name);
        const QRect place(part->mapTo(&page, QPoint()), part->size());
        EXPECT_TRUE(page.rect().contains(place)) << qPrintable(name);
    }
    EXPECT_EQ(findByName<QScrollArea>(page, u"corner"_s)->verticalScrollBar()->maximum(), 0);
    EXPECT_GE(findWidget(page, u"response_chart_canvas"_s)->height(), 320) << "a flat chart hides a change";
}

TEST_F(Review, ADecidedCourseIsSeenWholeWithoutScrolling) {
    complete();
    need(clinic.services.courses.decideRetreatment(
        clinic.physician, {.course = *course,
                           .kind = domain::DecisionKind::Postpone,
                           .until = clinic.clock.now().localDate().plusDays(20),
                           .reason = "Away for three weeks; wishes to decide about another course afterwards."}));
    open();
    EXPECT_EQ(findByName<QScrollArea>(page, u"corner"_s)->verticalScrollBar()->maximum(), 0);
    for (const QString& name : {u"last_decision"_s, u"decide_retreatment"_s, u"add_score"_s, u"exposure_card"_s}) {
        const QWidget* part = findWidget(page, name);
        EXPECT_TRUE(page.rect().contains(QRect(part->mapTo(&page, QPoint()), part->size()))) << qPrintable(name);
    }
}

TEST_F(Review, IsReachableByKeyboardAndNamed) {
    giveThree();
    open();
    EXPECT_THAT(crawl(page), ::testing::IsEmpty());
    alt('D');
    EXPECT_THAT(crawl(page), ::testing::IsEmpty());
    key(Qt::Key_Escape);
    alt('U');
    EXPECT_THAT(crawl(page), ::testing::IsEmpty());
}

} // namespace
} // namespace chairside::test
