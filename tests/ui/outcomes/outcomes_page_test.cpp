// The outcomes of many courses over the real services, driven by keys.
#include "ui/outcomes/outcomes_page.h"

#include <QApplication>
#include <QComboBox>
#include <QFile>
#include <QTabWidget>
#include <QTableView>
#include <QTemporaryDir>

#include "tests/ui/patients/page_bench.h"
#include "ui/charts/outcome_chart_text.h"
#include "ui/charts/outcome_chart_view.h"
#include "ui/outcomes/outcomes_text.h"

namespace chairside::test {
namespace {

using namespace Qt::Literals::StringLiterals;
using ::testing::HasSubstr;
using ui::PageKind;

// Groups of three and more are told (aPolicy). Every course has its infusions on 06-Jan and 09-Jan-2025.
class OutcomesPageTest : public PageBench {
protected:
    ui::Workbench& signedIn() {
        signIn(clinic.physician);
        return bench;
    }
    base::CalendarDate day(const char* text) { return *base::CalendarDate::fromIso(text); }
    domain::CourseId ordered(std::optional<int> baseline = 8) {
        const auto number = std::to_string(++m_people);
        const auto patient = clinic.patient(aPatient("Ada", "Sample" + number, "KC " + number, "1970-01-01"));
        if (!baseline) return clinic.orderedCourse(patient);
        return clinic.orderedCourse(patient, {{day("2025-01-05"), *baseline}});
    }
    // Two infusions each, then stopped; a follow-up on 20-Jan-2025 with these scores.
    std::vector<domain::CourseId> judged(const std::vector<int>& followUps) {
        std::vector<domain::CourseId> courses;
        for (std::size_t at = 0; at < followUps.size(); ++at)
            courses.push_back(ordered());
        for (const auto& course : courses)
            clinic.give(course, 1, 8, 4);
        for (const auto& course : courses)
            clinic.give(course, 2, 6, 3);
        for (const auto& course : courses)
            stop(course);
        clinic.goTo(day("2025-01-20"));
        for (std::size_t at = 0; at < courses.size(); ++at)
            followUp(courses[at], followUps[at]);
        return courses;
    }
    void stop(const domain::CourseId& course) {
        need(clinic.services.courses.decideDose(clinic.physician,
                                                {course, domain::OrderKind::Stop, {}, "moved away", kPassword}));
    }
    void followUp(const domain::CourseId& course, int pain) {
        need(clinic.services.courses.recordFollowUp(
            clinic.nurse, {.course = course, .date = clinic.clock.now().localDate(), .pain = pain, .missing = {}}));
    }
    void open() { show(page, placeOf(PageKind::Outcomes)); }
    void turnTo(int tab) { findByName<QTabWidget>(page, u"outcomes_tabs"_s)->setCurrentIndex(tab); }
    [[nodiscard]] ui::OutcomeChartView& chart(const QString& name) {
        return *findByName<ui::OutcomeChartView>(page, name);
    }
    [[nodiscard]] QString cell(const QString& table, int row, int column) {
        return findByName<QTableView>(page, table)->model()->index(row, column).data().toString();
    }

    ui::OutcomesPage page{signedIn(), nullptr};

private:
    int m_people = 0;
};

TEST_F(OutcomesPageTest, ShowsRespondersWithDenominatorIntervalAndDefinition) {
    judged({9, 5, 7, 4});
    open();
    // R 4.2.2, stats 4.2.2, prop.test(2, 4, correct = FALSE): 0.1500 to 0.8500
    EXPECT_EQ(textOf(page, u"outcomes_responders"_s),
              u"Responders 2 of 4 (50 %, 95 % interval 15 % to 85 %, Wilson)"_s);
    EXPECT_EQ(textOf(page, u"outcomes_counts"_s),
              u"4 courses: 4 started, of these 0 completed, 4 stopped, 0 running"_s);
    EXPECT_THAT(textOf(page, u"outcomes_definition"_s).toStdString(),
                HasSubstr("within 42 days of the last infusion at least 30 % below the baseline"));
    EXPECT_THAT(textOf(page, u"response_sentence"_s).toStdString(), HasSubstr("2 of 4 responded"));
    EXPECT_EQ(textOf(page, u"not_judged_sentence"_s), u"Every course of the period is judged."_s);
}

TEST_F(OutcomesPageTest, SaysSoWhereTheGroupIsTooSmall) {
    judged({4, 4});
    open();
    EXPECT_EQ(textOf(page, u"outcomes_responders"_s), u"Responders 2 of 2; fewer than 3, too few for a percentage"_s);
    EXPECT_THAT(textOf(page, u"response_sentence"_s).toStdString(), HasSubstr("Fewer than 3: too few to show."));
    EXPECT_EQ(chart(u"response_chart"_s).currentPoint(), -1);
    EXPECT_THAT(textOf(page, u"gain_sentence"_s).toStdString(), HasSubstr("too few to show"));
}

TEST_F(OutcomesPageTest, ListsEveryCourseThatCannotBeJudgedWithItsReason) {
    const auto zero = ordered(0);
    const auto blank = ordered(std::nullopt);
    (void)ordered(); // nothing given
    clinic.give(zero, 1, 0, 0);
    const auto infusion = clinic.openInfusion(blank, 1);
    clinic.prepare(infusion);
    clinic.step(infusion, domain::StepKind::Start);
    clinic.finish(infusion);
    stop(zero);
    stop(blank);
    open();
    EXPECT_EQ(textOf(page, u"outcomes_responders"_s), u"No course can be judged."_s);
    EXPECT_EQ(textOf(page, u"not_judged_sentence"_s),
              u"3 of 3 courses cannot be judged (no infusion given: 1, baseline missing: 1, baseline is 0: 1)."_s);
    turnTo(5);
    EXPECT_EQ(cell(u"not_judged_table"_s, 0, 3), u"no infusion given"_s);
    EXPECT_EQ(cell(u"not_judged_table"_s, 1, 3), u"baseline missing"_s);
    EXPECT_EQ(cell(u"not_judged_table"_s, 2, 3), u"baseline is 0"_s);
    EXPECT_EQ(cell(u"not_judged_table"_s, 1, 0), u"SAMPLE2, Ada (Ms), born 01-Jan-1970"_s);
    findWidget(page, u"not_judged_table"_s)->setFocus();
    key(Qt::Key_Down);
    key(Qt::Key_Return);
    ASSERT_EQ(places.size(), 1U);
    EXPECT_EQ(places[0].kind, PageKind::Review);
    EXPECT_EQ(places[0].courseId, blank.text());
}

TEST_F(OutcomesPageTest, OpensTheCourseBehindABarAndItsRow) {
    const auto courses = judged({9, 5, 7, 4});
    open();
    auto& bars = chart(u"response_chart"_s);
    findWidget(page, u"response_chart_canvas"_s)->setFocus();
    EXPECT_EQ(bars.pointText(), u"Course 1 of 4: 50 % better, 11 days after the last infusion, responder"_s);
    key(Qt::Key_End);
    EXPECT_EQ(bars.pointText(), u"Course 4 of 4: 12.5 % worse, 11 days after the last infusion, no responder"_s);
    key(Qt::Key_Return);
    ASSERT_EQ(places.size(), 1U);
    EXPECT_EQ(places[0].courseId, courses[0].text());
    alt('T');
    EXPECT_EQ(QApplication::focusWidget()->objectName(), u"response_table"_s);
    EXPECT_EQ(cell(u"response_table"_s, 0, 1), u"50 % better"_s);
    key(Qt::Key_Return);
    ASSERT_EQ(places.size(), 2U);
    EXPECT_EQ(places[1].courseId, courses[3].text());
}

TEST_F(OutcomesPageTest, TheTwoDatesChooseTheCoursesAndAWrongOrderIsSaidBesideThem) {
    judged({4, 4, 4});
    open();
    EXPECT_EQ(textOf(page, u"to"_s), u"20-Jan-2025"_s);
    auto* from = findWidget(page, u"from"_s);
    from->setFocus();
    key(Qt::Key_A, Qt::ControlModifier);
    keys(u"07-jan-2025"_s);
    key(Qt::Key_Return);
    settle();
    EXPECT_EQ(textOf(page, u"outcomes_counts"_s), u"No course belongs to this period."_s);
    EXPECT_EQ(textOf(page, u"outcomes_responders"_s), u"No course can be judged."_s);
    key(Qt::Key_A, Qt::ControlModifier);
    keys(u"21-jan-2025"_s);
    key(Qt::Key_Return);
    settle();
    EXPECT_FALSE(textOf(page, u"toMessage"_s).isEmpty());
    EXPECT_EQ(textOf(page, u"from"_s), u"21-Jan-2025"_s) << "what was typed stays";
}

TEST_F(OutcomesPageTest, OneProtocolVersionCanBeChosen) {
    judged({4, 4, 4});
    open();
    auto* version = findByName<QComboBox>(page, u"version"_s);
    ASSERT_EQ(version->count(), 4) << "each course was ordered under a version of its own";
    version->setFocus();
    key(Qt::Key_Down);
    settle();
    EXPECT_EQ(textOf(page, u"outcomes_counts"_s), u"1 course: 1 started, of these 0 completed, 1 stopped, 0 running"_s);
}

TEST_F(OutcomesPageTest, SavesTheShownNumbersWithoutNamesAndWritesItDown) {
    judged({9, 5, 7, 4});
    (void)ordered();
    open();
    turnTo(5);
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"numbers.csv"_s);
    prompter.expectSave(u"outcomes_not_judged_2024-01-22_2025-01-20.csv"_s, path);
    page.perform(ui::Command::Save);
    settle();
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    EXPECT_EQ(file.readAll(), "Course,Why it cannot be judged\r\n1,no infusion given\r\n");
    EXPECT_EQ(clinic.store.events().back().action, services::AuditAction::Issue);
    EXPECT_EQ(clinic.store.events().back().detail, "not_judged 2024-01-22..2025-01-20");
}

TEST_F(OutcomesPageTest, SavesAChartAsADrawingWhereTheNameSaysSo) {
    judged({9, 5, 7, 4, 3});
    open();
    turnTo(0);
    const QTemporaryDir folder;
    for (const auto& [ending, magic] :
         {std::pair{u"png"_s, "\x89PNG"}, std::pair{u"svg"_s, "<?xml"}, std::pair{u"pdf"_s, "%PDF-"}}) {
        const QString path = folder.filePath(u"chart."_s + ending);
        prompter.expectSave(u"outcomes_response_2024-01-22_2025-01-20.csv"_s, path);
        page.perform(ui::Command::Save);
        settle();
        QFile file(path);
        ASSERT_TRUE(file.open(QIODevice::ReadOnly)) << qPrintable(ending);
        EXPECT_TRUE(file.readAll().startsWith(magic)) << qPrintable(ending);
        EXPECT_EQ(clinic.store.events().back().detail, "response." + ending.toStdString() + " 2024-01-22..2025-01-20");
    }
}

TEST_F(OutcomesPageTest, APartWithNumbersOnlyIsNoPicture) {
    (void)ordered();
    open();
    turnTo(5);
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"numbers.png"_s);
    prompter.expectSave(u"outcomes_not_judged_2024-01-08_2025-01-06.csv"_s, path);
    page.perform(ui::Command::Save);
    settle();
    EXPECT_FALSE(QFile::exists(path));
    EXPECT_TRUE(visible(page, u"outcomes_strip"_s)) << "says that this part has numbers only";
}

TEST_F(OutcomesPageTest, IsReachableByKeyboardAndNamed) {
    judged({9, 5, 7, 4, 3, 2, 8});
    open();
    EXPECT_EQ(textOf(page, u"adverse_sentence"_s), u"0 adverse events in 14 infusions: 0 in every 100 infusions."_s);
    for (int tab = 0; tab < 6; ++tab) {
        turnTo(tab);
        EXPECT_THAT(crawl(page), ::testing::IsEmpty());
        picture(page, u"outcomes_%1"_s.arg(tab));
    }
}

} // namespace
} // namespace chairside::test
