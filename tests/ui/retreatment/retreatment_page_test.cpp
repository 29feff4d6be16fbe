// The re-treatment list over the real services, driven by keys.
#include "ui/retreatment/retreatment_page.h"

#include <QApplication>
#include <QTableView>

#include "tests/ui/patients/page_bench.h"

namespace chairside::test {
namespace {

using namespace Qt::Literals::StringLiterals;
using ui::PageKind;
using ui::Place;

class Retreatment : public PageBench {
protected:
    // The page is made after the sign-in, as in the program.
    ui::Workbench& signedIn() {
        signIn(clinic.physician);
        return bench;
    }
    // A patient whose six infusions end on 23-Jan-2025; the window is 20-Feb-2025 to 06-Mar-2025.
    domain::CourseId completedCourse(const std::string& given, const std::string& number) {
        const auto patient = clinic.patient(aPatient(given, "Testpatient", number, "1979-03-14"));
        const auto course = clinic.orderedCourse(patient, {{*base::CalendarDate::fromIso("2025-01-03"), 8}});
        m_courses.push_back(course);
        return course;
    }
    void giveEverything() {
        for (int ordinal = 1; ordinal <= 6; ++ordinal) {
            for (const auto& course : m_courses)
                clinic.give(course, ordinal, 9 - ordinal, 2);
        }
    }
    void on(const char* date) { clinic.goTo(*base::CalendarDate::fromIso(date)); }
    void score(const domain::CourseId& course, int pain) {
        need(clinic.services.courses.recordFollowUp(
            clinic.nurse, {.course = course, .date = clinic.clock.now().localDate(), .pain = pain, .missing = {}}));
    }
    void open() { show(page, placeOf(PageKind::Retreatment)); }
    [[nodiscard]] QTableView& table() { return *findByName<QTableView>(page, u"retreatment_table"_s); }
    [[nodiscard]] QStringList column(int column) {
        QStringList texts;
        for (int row = 0; row < table().model()->rowCount(); ++row) {
            texts << table().model()->index(row, column).data().toString();
        }
        return texts;
    }

    ui::RetreatmentPage page{signedIn(), nullptr};

private:
    std::vector<domain::CourseId> m_courses;
};

TEST_F(Retreatment, SaysSoWhenNobodyIsDue) {
    open();
    EXPECT_FALSE(visible(page, u"retreatment_table"_s));
    EXPECT_FALSE(banner);
    findWidget(page, u"retreatment_find"_s)->setFocus();
    key(Qt::Key_Space);
    ASSERT_EQ(places.size(), 1U);
    EXPECT_EQ(places[0].kind, PageKind::Patients);
}

TEST_F(Retreatment, ShowsEverybodyInGroupsWithTwoIdentifiers) {
    const auto first = completedCourse("Anna", "KC 0412");
    const auto second = completedCourse("Anne", "KC 0455");
    giveEverything();
    on("2025-02-21");
    score(first, 5);
    open();
    EXPECT_EQ(column(0),
              (QStringList{u"In the window  1"_s, u"TESTPATIENT, Anna (Ms)\n14-Mar-1979 · KC 0412"_s,
                           u"Follow-up score missing  1"_s, u"TESTPATIENT, Anne (Ms)\n14-Mar-1979 · KC 0455"_s}));
    EXPECT_EQ(column(1)[1], u"Course 1, 6 of 6 infusions"_s);
    EXPECT_EQ(column(2)[1], u"38 % better"_s);
    EXPECT_EQ(column(3)[1], u"5 today"_s);
    EXPECT_EQ(column(3)[3], u"3 on 23-Jan-2025, 29 days ago"_s);
    EXPECT_EQ(column(4)[1], u"20-Feb-2025\nto 06-Mar-2025"_s);
    EXPECT_EQ(column(5)[1], u"decide by 06-Mar-2025"_s);
    EXPECT_EQ(column(5)[3], u"score missing, decide by 06-Mar-2025"_s);
    EXPECT_EQ(column(6)[1], u"6"_s);
    EXPECT_EQ(textOf(page, u"retreatment_summary"_s), u"Due for decision 2 · Follow-up score missing 1"_s);
    EXPECT_EQ(clinic.review(second).course.state, domain::CourseState::Completed);
}

TEST_F(Retreatment, OpensTheReviewOfTheRowWithEnter) {
    const auto course = completedCourse("Anna", "KC 0412");
    giveEverything();
    open();
    EXPECT_EQ(QApplication::focusWidget(), &table());
    EXPECT_EQ(table().currentIndex().row(), 1) << "the heading is passed over";
    key(Qt::Key_Return);
    ASSERT_EQ(places.size(), 1U);
    EXPECT_EQ(places[0].kind, PageKind::Review);
    EXPECT_EQ(places[0].courseId, course.text());
}

TEST_F(Retreatment, WalksPastHeadings) {
    const auto first = completedCourse("Anna", "KC 0412");
    (void)completedCourse("Anne", "KC 0455");
    giveEverything();
    on("2025-02-21");
    score(first, 5);
    open();
    key(Qt::Key_Down);
    EXPECT_EQ(table().currentIndex().row(), 3);
    key(Qt::Key_Up);
    EXPECT_EQ(table().currentIndex().row(), 1);
    key(Qt::Key_Up);
    EXPECT_EQ(table().currentIndex().row(), 1);
}

TEST_F(Retreatment, PostponesWithADateAndAReason) {
    const auto course = completedCourse("Anna", "KC 0412");
    giveEverything();
    on("2025-02-21");
    score(course, 5);
    open();
    alt('P');
    EXPECT_EQ(QApplication::focusWidget()->objectName(), u"until"_s);
    keys(u"01-apr-2025\tstill well"_s);
    page.perform(ui::Command::Complete);
    settle();
    EXPECT_FALSE(visible(page, u"postpone_form"_s));
    ASSERT_EQ(clinic.review(course).decisions.size(), 1U);
    EXPECT_EQ(clinic.review(course).decisions[0].until, base::CalendarDate::fromIso("2025-04-01"));
    EXPECT_EQ(column(0)[0], u"Postponed  1"_s);
    EXPECT_EQ(column(5)[1], u"postponed to 01-Apr-2025: still well"_s);
    EXPECT_EQ(QApplication::focusWidget(), &table());
    EXPECT_EQ(saveState.kind, ui::SaveState::Kind::Saved);
}

TEST_F(Retreatment, KeepsThePostponementOpenUntilItIsRight) {
    const auto course = completedCourse("Anna", "KC 0412");
    giveEverything();
    on("2025-02-21");
    open();
    alt('P');
    keys(u"01-feb-2025\t"_s);
    page.perform(ui::Command::Complete);
    settle();
    EXPECT_TRUE(visible(page, u"postpone_form"_s));
    EXPECT_FALSE(textOf(page, u"untilMessage"_s).isEmpty());
    EXPECT_FALSE(textOf(page, u"reasonMessage"_s).isEmpty());
    EXPECT_EQ(textOf(page, u"until"_s), u"01-Feb-2025"_s);
    EXPECT_TRUE(clinic.review(course).decisions.empty());
    key(Qt::Key_Escape);
    EXPECT_FALSE(visible(page, u"postpone_form"_s));
    alt('P');
    EXPECT_EQ(textOf(page, u"until"_s), u"01-Feb-2025"_s) << "leaving keeps what was typed";
}

TEST_F(Retreatment, TakesDownTheScoreOfACallInAFewKeys) {
    const auto course = completedCourse("Anna", "KC 0412");
    giveEverything();
    on("2025-02-06");
    open();
    alt('C');
    EXPECT_EQ(QApplication::focusWidget()->objectName(), u"pain"_s);
    EXPECT_TRUE(findWidget(page, u"follow_up_form"_s)->accessibleName().contains(u"week 2 (day 14)"_s));
    EXPECT_EQ(textOf(page, u"date"_s), u"06-Feb-2025"_s) << "the day of the call";
    keys(u"5"_s);
    page.perform(ui::Command::Complete);
    settle();
    EXPECT_FALSE(visible(page, u"follow_up_form"_s));
    const auto scores = clinic.review(course).assessments;
    ASSERT_FALSE(scores.empty());
    EXPECT_EQ(scores.back().pain, 5);
    EXPECT_EQ(scores.back().date, base::CalendarDate::fromIso("2025-02-06"));
    EXPECT_EQ(column(3)[1], u"5 today"_s);
    EXPECT_EQ(QApplication::focusWidget(), &table());
}

TEST_F(Retreatment, ACallWithoutAScoreNeedsItsReason) {
    const auto course = completedCourse("Anna", "KC 0412");
    giveEverything();
    on("2025-02-06");
    open();
    const auto before = clinic.review(course).assessments.size();
    alt('C');
    page.perform(ui::Command::Complete);
    settle();
    EXPECT_TRUE(visible(page, u"follow_up_form"_s));
    EXPECT_FALSE(textOf(page, u"painMessage"_s).isEmpty());
    EXPECT_EQ(clinic.review(course).assessments.size(), before);
}

TEST_F(Retreatment, ToTreatAgainIsRecordedAndLeadsToANewOrder) {
    const auto course = completedCourse("Anna", "KC 0412");
    giveEverything();
    on("2025-02-21");
    score(course, 5);
    open();
    alt('D');
    EXPECT_TRUE(visible(page, u"decision_form"_s));
    key(Qt::Key_Space); // the first choice: re-treat
    findWidget(page, u"reason"_s)->setFocus();
    keys(u"good response, pain is back"_s);
    page.perform(ui::Command::Complete);
    settle();
    ASSERT_EQ(clinic.review(course).decisions.size(), 1U);
    EXPECT_EQ(clinic.review(course).decisions[0].kind, domain::DecisionKind::Retreat);
    EXPECT_EQ(column(0)[0], u"Decided  1"_s);
    ASSERT_EQ(places.size(), 1U);
    EXPECT_EQ(places[0].kind, PageKind::Order);
    EXPECT_EQ(places[0].patientId, clinic.review(course).patient.id.text());
}

TEST_F(Retreatment, LetsANurseReadButNotDecide) {
    (void)completedCourse("Anna", "KC 0412");
    giveEverything();
    signIn(clinic.nurse);
    ui::RetreatmentPage nurses{bench, nullptr};
    show(nurses, placeOf(PageKind::Retreatment));
    EXPECT_FALSE(visible(nurses, u"postpone"_s));
    EXPECT_FALSE(visible(nurses, u"decide"_s));
    EXPECT_TRUE(visible(nurses, u"phone_score"_s)) << "the desk calls";
    alt('P');
    EXPECT_FALSE(visible(nurses, u"postpone_form"_s));
}

TEST_F(Retreatment, NeverPostponesARunningCourse) {
    (void)clinic.orderedCourse(clinic.patient());
    open();
    EXPECT_EQ(column(0)[0], u"Course running  1"_s);
    alt('P');
    EXPECT_FALSE(visible(page, u"postpone_form"_s));
}

TEST_F(Retreatment, StaysOnItsRowWhenTheListChanges) {
    (void)completedCourse("Anna", "KC 0412");
    const auto second = completedCourse("Anne", "KC 0455");
    giveEverything();
    on("2025-02-21");
    open();
    key(Qt::Key_Down);
    const QString chosen = table().currentIndex().siblingAtColumn(0).data().toString();
    EXPECT_EQ(table().currentIndex().row(), 2);
    score(second, 5);
    settle();
    EXPECT_EQ(table().currentIndex().siblingAtColumn(0).data().toString(), chosen);
}

TEST_F(Retreatment, EverybodyIsReachedByScrollingWhateverIsReadAtOnce) {
    for (int at = 0; at < 150; ++at) {
        (void)clinic.orderedCourse(
            clinic.patient(aPatient("Pat", "Random", "KC 9" + std::to_string(at), "1970-01-01")));
    }
    open();
    EXPECT_EQ(column(0)[0], u"Course running  150"_s);
    EXPECT_LT(table().model()->rowCount(), 150);
    for (int turn = 0; turn < 10 && table().model()->rowCount() < 151; ++turn) {
        key(Qt::Key_End, Qt::ControlModifier);
        settle();
    }
    EXPECT_EQ(table().model()->rowCount(), 151);
    auto everybody = column(0);
    everybody.removeDuplicates();
    EXPECT_EQ(everybody.size(), 151);
    for (int row = 1; row < table().model()->rowCount(); ++row)
        ASSERT_EQ(table().rowHeight(row), table().rowHeight(1)) << "words are cut in row " << row;
    // A change elsewhere does not throw anybody back to the top.
    const QString chosen = table().currentIndex().siblingAtColumn(0).data().toString();
    (void)clinic.orderedCourse(clinic.patient(aPatient("Last", "Random", "KC 8000", "1970-01-01")));
    settle();
    EXPECT_EQ(column(0)[0], u"Course running  151"_s);
    EXPECT_EQ(table().currentIndex().siblingAtColumn(0).data().toString(), chosen);
}

TEST_F(Retreatment, ShowsOneGroupAlone) {
    const auto first = completedCourse("Anna", "KC 0412");
    const auto second = completedCourse("Anne", "KC 0455");
    giveEverything();
    on("2025-02-21");
    score(first, 5);
    open();
    alt('G');
    EXPECT_EQ(QApplication::focusWidget()->objectName(), u"retreatment_group"_s);
    key(Qt::Key_Down);
    key(Qt::Key_Down);
    settle();
    EXPECT_EQ(column(0),
              (QStringList{u"Follow-up score missing  1"_s, u"TESTPATIENT, Anne (Ms)\n14-Mar-1979 · KC 0455"_s}));
    EXPECT_EQ(textOf(page, u"retreatment_summary"_s), u"Due for decision 2 · Follow-up score missing 1"_s)
        << "of everybody";
    score(second, 5);
    settle();
    EXPECT_TRUE(column(0).isEmpty()) << "nobody is left in it, and the page does not say that nobody is due";
    EXPECT_TRUE(visible(page, u"retreatment_table"_s));
    key(Qt::Key_Home);
    settle();
    EXPECT_EQ(column(0).size(), 3);
}

TEST_F(Retreatment, OpensTheCallListOfEverybodyWhoIsDue) {
    (void)completedCourse("Anna", "KC 0412");
    giveEverything();
    on("2025-02-21");
    open();
    alt('T');
    ASSERT_EQ(places.size(), 1U);
    EXPECT_EQ(places[0], (Place{.kind = PageKind::Reports, .callList = true}));
}

TEST_F(Retreatment, IsReachableByKeyboardAndNamed) {
    (void)completedCourse("Anna", "KC 0412");
    giveEverything();
    on("2025-02-21");
    open();
    EXPECT_THAT(crawl(page), ::testing::IsEmpty());
    alt('P');
    EXPECT_THAT(crawl(page), ::testing::IsEmpty());
    picture(page, u"retreatment_postpone"_s);
    key(Qt::Key_Escape);
    alt('C');
    EXPECT_THAT(crawl(page), ::testing::IsEmpty());
    picture(page, u"retreatment_score"_s);
    key(Qt::Key_Escape);
    alt('D');
    EXPECT_THAT(crawl(page), ::testing::IsEmpty());
    key(Qt::Key_Escape);
    picture(page, u"retreatment"_s);
}

} // namespace
} // namespace chairside::test
