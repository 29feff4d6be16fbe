// The overview of one patient, by keys and over the real services.
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollArea>

#include "tests/ui/patients/page_bench.h"
#include "ui/format/to_qt.h"
#include "ui/overview/overview_page.h"
#include "ui/widgets/form_builder.h"
#include "ui/widgets/message_strip.h"
#include "ui/widgets/table_view.h"

namespace chairside::test {

using namespace Qt::Literals::StringLiterals;

namespace {

class Overview : public PageBench {
protected:
    void SetUp() override { anna = clinic.patient(aPatient()); }
    void showPage() { show(page, placeOf(ui::PageKind::Overview, anna->text())); }
    QString sentence() { return textOf(page, u"next_sentence"_s); }
    QWidget* widget(const QString& name) { return findWidget(page, name); }
    QString nameOf(const QString& name) { return widget(name)->accessibleName(); }
    void openPanel(int ordinal) {
        widget(u"strip_%1"_s.arg(ordinal))->setFocus();
        key(Qt::Key_Return);
    }
    void choose(int value) {
        auto* button = widget(u"plan_change"_s)->findChild<QRadioButton*>(u"choice%1"_s.arg(value));
        ASSERT_NE(button, nullptr);
        button->setFocus();
        key(Qt::Key_Space);
    }
    QString planMessage(const QString& field) { return page.findChild<ui::FormBuilder*>()->messageOf(field); }

    std::optional<domain::PatientId> anna;
    ui::OverviewPage page{bench};
};

TEST_F(Overview, aNurseWithoutACourseWaitsForTheOrder) {
    showPage();
    EXPECT_EQ(sentence(), u"Waiting for a physician's order."_s);
    EXPECT_FALSE(visible(page, u"next_step"_s));
    EXPECT_FALSE(visible(page, u"order_course"_s));
    EXPECT_EQ(banner->familyName, u"Testpatient"_s);
    EXPECT_EQ(crawl(page), std::vector<std::string>{});
    picture(page, u"overview_waiting"_s);
}

TEST_F(Overview, aPhysicianWithoutACourseOrdersOneWithEnter) {
    signIn(clinic.physician);
    showPage();
    EXPECT_EQ(sentence(), u"No course ordered."_s);
    EXPECT_EQ(QApplication::focusWidget(), widget(u"next_step"_s));
    EXPECT_EQ(nameOf(u"next_step"_s), u"Order a course"_s);
    EXPECT_EQ(crawl(page), std::vector<std::string>{});
    widget(u"next_step"_s)->setFocus();
    key(Qt::Key_Return);
    EXPECT_EQ(places, std::vector{placeOf(ui::PageKind::Order, anna->text())});
}

TEST_F(Overview, saysWhoTookTheConsentWhenAndWhereTheFormIs) {
    (void)clinic.orderedCourse(*anna);
    showPage();
    QStringList said;
    for (const auto* label : page.findChildren<QLabel*>()) {
        if (label->isVisible()) said << label->text();
    }
    const QString all = said.join(u'|');
    for (const QString& part : {u"Walk for half an hour"_s, u"No benefit after three infusions"_s,
                                u"02-Jan-2024, taken by Dr Okafor"_s, u"form: Consent folder 12"_s})
        EXPECT_TRUE(all.contains(part)) << qPrintable(part) << qPrintable(all);
    EXPECT_EQ(crawl(page), std::vector<std::string>{});
    picture(page, u"overview_agreement"_s);
}

TEST_F(Overview, aNurseOpensTodaysInfusionWithEnter) {
    const auto course = clinic.orderedCourse(*anna);
    showPage();
    EXPECT_EQ(sentence(), u"Infusion 1 of 6 is planned for today."_s);
    EXPECT_EQ(QApplication::focusWidget(), widget(u"next_step"_s));
    key(Qt::Key_Return);
    ASSERT_EQ(places.size(), 1U);
    EXPECT_EQ(places.front().kind, ui::PageKind::Infusion);
    EXPECT_EQ(places.front().patientId, anna->text());
    EXPECT_EQ(places.front().courseId, course.text());
    EXPECT_EQ(places.front().infusionId, clinic.planned(course, 1).infusion->text());
    settle();
    EXPECT_EQ(sentence(), u"Infusion 1 of 6 is open."_s);
}

TEST_F(Overview, anEndedInfusionWaitsForItsSignature) {
    const auto infusion = clinic.runningInfusion(clinic.orderedCourse(*anna));
    clinic.clock.advance(std::chrono::minutes(91));
    clinic.step(infusion, domain::StepKind::Stop);
    showPage();
    EXPECT_EQ(sentence(), u"Infusion 1 of 6 is ended and waits for its signature."_s);
    key(Qt::Key_Return);
    ASSERT_EQ(places.size(), 1U);
    EXPECT_EQ(places.front().infusionId, infusion.text());
}

TEST_F(Overview, betweenTwoInfusionsANurseHasNothingToDoAndAPhysicianReviews) {
    const auto course = clinic.orderedCourse(*anna, {{date("2025-01-05"), 7}, {date("2025-01-04"), 8}});
    clinic.give(course, 1, 7, 3);
    showPage();
    EXPECT_EQ(sentence(), u"Infusion 2 of 6 is on Thu 09-Jan-2025, in 3 days."_s);
    EXPECT_TRUE(visible(page, u"open_today"_s));
    EXPECT_EQ(QApplication::focusWidget(), widget(u"next_step"_s));
    key(Qt::Key_Return);
    ASSERT_EQ(places.size(), 1U);
    EXPECT_EQ(places.front(), (ui::Place{ui::PageKind::Review, anna->text(), course.text(), {}}));
    signIn(clinic.physician);
    reopen(page, placeOf(ui::PageKind::Overview, anna->text()));
    EXPECT_EQ(sentence(), u"1 of 6 infusions are given."_s);
    EXPECT_EQ(nameOf(u"next_step"_s), u"Open review"_s);
}

TEST_F(Overview, aForgottenInfusionSaysWhenItWasPlanned) {
    (void)clinic.orderedCourse(*anna);
    clinic.goTo(date("2025-01-08"));
    showPage();
    EXPECT_EQ(sentence(), u"Infusion 1 of 6 was planned for Mon 06-Jan-2025, 2 days ago."_s);
}

TEST_F(Overview, theCourseStripMovesByArrowsAndNamesEachInfusion) {
    const auto course = clinic.orderedCourse(*anna);
    const auto first = clinic.give(course, 1, 7, 3);
    showPage();
    EXPECT_EQ(nameOf(u"strip_1"_s), u"Infusion 1 of 6, 06-Jan-2025, given, dose 35 mg"_s);
    EXPECT_EQ(nameOf(u"strip_3"_s), u"Infusion 3 of 6, 13-Jan-2025, planned"_s);
    widget(u"strip_1"_s)->setFocus();
    key(Qt::Key_Right);
    EXPECT_EQ(QApplication::focusWidget(), widget(u"strip_2"_s));
    key(Qt::Key_End);
    EXPECT_EQ(QApplication::focusWidget(), widget(u"strip_6"_s));
    key(Qt::Key_Home);
    key(Qt::Key_Left);
    EXPECT_EQ(QApplication::focusWidget(), widget(u"strip_1"_s));
    key(Qt::Key_Return);
    ASSERT_EQ(places.size(), 1U);
    EXPECT_EQ(places.front().infusionId, first.text());
}

TEST_F(Overview, aMissedInfusionNeedsAReasonAndThenStaysVisible) {
    const auto course = clinic.orderedCourse(*anna);
    clinic.goTo(date("2025-01-08"));
    showPage();
    openPanel(1);
    EXPECT_TRUE(visible(page, u"plan_panel"_s));
    EXPECT_EQ(crawl(page), std::vector<std::string>{});
    choose(1);
    widget(u"reason"_s)->setFocus();
    picture(page, u"overview_panel"_s);
    EXPECT_TRUE(page.can(ui::Command::Complete));
    page.perform(ui::Command::Complete);
    EXPECT_EQ(planMessage(u"reason"_s), u"Reason is needed."_s);
    widget(u"reason"_s)->setFocus();
    keys(u"Has the flu"_s);
    key(Qt::Key_Return);
    settle();
    EXPECT_EQ(clinic.planned(course, 1).state, domain::PlanState::Missed);
    EXPECT_EQ(nameOf(u"strip_1"_s), u"Infusion 1 of 6, 06-Jan-2025, missed, Has the flu"_s);
    EXPECT_FALSE(visible(page, u"plan_panel"_s));
    EXPECT_EQ(QApplication::focusWidget(), widget(u"strip_1"_s));
    EXPECT_EQ(saveState.kind, ui::SaveState::Kind::Saved);
}

TEST_F(Overview, aDateThatDoesNotFitIsRefusedBesideTheField) {
    const auto course = clinic.orderedCourse(*anna);
    showPage();
    openPanel(2);
    choose(0);
    alt('D');
    EXPECT_EQ(QApplication::focusWidget(), widget(u"date"_s));
    keys(u"07-jan-2025"_s);
    key(Qt::Key_Return);
    EXPECT_EQ(planMessage(u"date"_s),
              u"The new date is 1 day after the one before; the protocol needs at least 2 days."_s);
    EXPECT_EQ(textOf(page, u"date"_s), u"07-Jan-2025"_s);
    widget(u"date"_s)->setFocus();
    key(Qt::Key_A, Qt::ControlModifier);
    keys(u"10-jan-2025"_s);
    key(Qt::Key_Return);
    settle();
    EXPECT_EQ(clinic.planned(course, 2).date, date("2025-01-10"));
}

TEST_F(Overview, escapeClosesThePanelAndReturnsToTheInfusion) {
    (void)clinic.orderedCourse(*anna);
    showPage();
    openPanel(3);
    key(Qt::Key_Escape);
    EXPECT_FALSE(visible(page, u"plan_panel"_s));
    EXPECT_EQ(QApplication::focusWidget(), widget(u"strip_3"_s));
}

TEST_F(Overview, aRefreshNeitherMovesTheFocusNorForgetsWhatWasTyped) {
    const auto course = clinic.orderedCourse(*anna);
    showPage();
    openPanel(2);
    choose(2);
    widget(u"reason"_s)->setFocus();
    keys(u"Does not want"_s);
    (void)clinic.openInfusion(course, 1);
    settle();
    EXPECT_EQ(sentence(), u"Infusion 1 of 6 is open."_s);
    EXPECT_EQ(QApplication::focusWidget(), widget(u"reason"_s));
    EXPECT_EQ(textOf(page, u"reason"_s), u"Does not want"_s);
}

TEST_F(Overview, nothingOfOnePatientIsLeftWhenAnotherIsOpened) {
    (void)clinic.orderedCourse(*anna);
    const auto mira = clinic.patient(aPatient("Mira", "Tester", "KC 0201", "1988-07-30"));
    showPage();
    runner.hold();
    page.open(placeOf(ui::PageKind::Overview, mira.text()));
    EXPECT_FALSE(banner.has_value());
    EXPECT_FALSE(visible(page, u"next_sentence"_s));
    runner.release();
    EXPECT_EQ(banner->familyName, u"Tester"_s);
    EXPECT_EQ(sentence(), u"Waiting for a physician's order."_s);
    EXPECT_FALSE(widget(u"course_strip"_s)->isVisible());
}

TEST_F(Overview, anUnknownPatientIsSaidWithTheWayBack) {
    show(page, placeOf(ui::PageKind::Overview, std::string("01941f29-7c00-7000-8000-000000000009")));
    EXPECT_TRUE(visible(page, u"find_instead"_s));
    EXPECT_FALSE(banner.has_value());
}

TEST_F(Overview, aFinishedCourseLooksRightAndLeadsToItsReview) {
    const auto course = clinic.orderedCourse(*anna, {{date("2025-01-05"), 8}, {date("2025-01-04"), 7}});
    clinic.give(course, 1, 8, 4);
    clinic.give(course, 2, 7, 3);
    need(clinic.services.courses.recordNotGiven(clinic.nurse, clinic.planned(course, 3).id, domain::PlanState::Missed,
                                                "Snow"));
    clinic.give(course, 4, 6, 3);
    clinic.give(course, 5, 5, 2);
    showPage();
    EXPECT_EQ(textOf(page, u"latest_pain"_s), u"5"_s);
    EXPECT_EQ(crawl(page), std::vector<std::string>{});
    widget(u"next_step"_s)->setFocus();
    picture(page, u"overview_running"_s);
    signIn(clinic.physician);
    clinic.give(course, 6, 5, 2);
    reopen(page, placeOf(ui::PageKind::Overview, anna->text()));
    EXPECT_EQ(sentence(), u"The course has ended."_s);
    EXPECT_TRUE(visible(page, u"order_course"_s));
    EXPECT_EQ(crawl(page), std::vector<std::string>{});
    widget(u"next_step"_s)->setFocus();
    picture(page, u"overview_finished"_s);
    widget(u"course_review"_s)->setFocus();
    places.clear();
    key(Qt::Key_Return);
    EXPECT_EQ(places, (std::vector{ui::Place{ui::PageKind::Review, anna->text(), course.text(), {}}}));
}

TEST_F(Overview, fitsTheWorkAreaWithoutScrolling) {
    const auto course = clinic.orderedCourse(*anna, {{date("2025-01-05"), 8}});
    clinic.give(course, 1, 8, 4);
    showPage();
    const auto* scroll = page.findChild<QScrollArea*>();
    EXPECT_LE(scroll->widget()->height(), scroll->viewport()->height());
    for (int ordinal = 2; ordinal <= 5; ++ordinal)
        clinic.give(course, ordinal, 7, 3);
    signIn(clinic.physician);
    reopen(page, placeOf(ui::PageKind::Overview, anna->text()));
    EXPECT_LE(scroll->widget()->height(), scroll->viewport()->height()) << "with a history, for a physician";
}

TEST_F(Overview, everyVisitIsARowAndEnterOpensIt) {
    const auto first = clinic.orderedCourse(*anna);
    for (int ordinal = 1; ordinal <= 6; ++ordinal)
        clinic.give(first, ordinal, 8, 4);
    showPage();
    auto* visits = page.findChild<ui::TableView*>(u"visits_table"_s);
    ASSERT_NE(visits, nullptr);
    const auto* model = visits->model();
    ASSERT_EQ(model->rowCount(), 6);
    const auto cell = [model](int row, int column) {
        return model->index(row, column).data().toString();
    };
    EXPECT_EQ(cell(0, 1), u"Infusion 6 of 6"_s);
    EXPECT_EQ(cell(5, 1), u"Infusion 1 of 6"_s);
    EXPECT_EQ(cell(5, 0), u"06-Jan-2025"_s);
    EXPECT_EQ(cell(5, 2), u"35 mg"_s);
    EXPECT_EQ(cell(5, 3), u"signed"_s);
    visits->setFocus();
    visits->selectFirstRow();
    places.clear();
    key(Qt::Key_Down);
    key(Qt::Key_Return);
    const auto fifth = clinic.planned(first, 5).infusion;
    ASSERT_TRUE(fifth.has_value());
    EXPECT_EQ(places, (std::vector{ui::Place{ui::PageKind::Infusion, anna->text(), first.text(), fifth->text()}}));
}

TEST_F(Overview, twoWeightsThatCannotBothBeRightAreSaidWithTheWayToEach) {
    const auto course = clinic.orderedCourse(*anna);
    const auto first = clinic.give(course, 1, 7, 3);
    const auto second = clinic.openInfusion(course, 2);
    auto dose = aDose(second);
    dose.weight = domain::Weight::ofWhole(86);
    ASSERT_THAT(clinic.services.infusions.recordDose(clinic.nurse, dose), IsOk());
    showPage();
    EXPECT_EQ(page.findChild<ui::MessageStrip*>(u"weight_caution"_s)->text(),
              u"The weight was 70 kg on 06-Jan-2025, and 86 kg on 09-Jan-2025: one of them is most likely wrong."_s);
    EXPECT_EQ(crawl(page), std::vector<std::string>{});
    picture(page, u"overview_weights"_s);
    places.clear();
    for (const QString& name : {u"stripAction0"_s, u"stripAction1"_s}) {
        widget(name)->setFocus();
        key(Qt::Key_Space);
    }
    EXPECT_EQ(places, (std::vector{ui::Place{ui::PageKind::Infusion, anna->text(), course.text(), first.text()},
                                   ui::Place{ui::PageKind::Infusion, anna->text(), course.text(), second.text()}}));
}

TEST_F(Overview, visitsOfSeveralCoursesStandUnderTheirs) {
    const auto first = clinic.orderedCourse(*anna);
    for (int ordinal = 1; ordinal <= 6; ++ordinal)
        clinic.give(first, ordinal, 8, 4);
    (void)clinic.orderedCourse(*anna);
    showPage();
    auto* visits = page.findChild<ui::TableView*>(u"visits_table"_s);
    ASSERT_EQ(visits->model()->rowCount(), 8);
    const auto visit = [visits](int row) {
        return visits->model()->index(row, 1).data().toString();
    };
    EXPECT_TRUE(visit(0).startsWith(u"Course 2"_s)) << qPrintable(visit(0));
    EXPECT_TRUE(visit(1).startsWith(u"Course 1"_s)) << qPrintable(visit(1));
    EXPECT_EQ(visit(2), u"Infusion 6 of 6"_s);
    visits->setFocus();
    visits->selectFirstRow();
    places.clear();
    key(Qt::Key_Down);
    key(Qt::Key_Return);
    EXPECT_EQ(places, (std::vector{ui::Place{ui::PageKind::Review, anna->text(), first.text(), {}}}));
    picture(page, u"overview_two_courses"_s);
}

} // namespace

} // namespace chairside::test
