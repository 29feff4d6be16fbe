// Ways to arrive at the review: without a course, for a patient, for another course.
#include <QApplication>
#include <QComboBox>
#include <QTableView>

#include "tests/ui/patients/page_bench.h"
#include "ui/review/review_page.h"

namespace chairside::test {
namespace {

using namespace Qt::Literals::StringLiterals;
using ui::PageKind;
using ui::Place;

class ReviewArrival : public PageBench {
protected:
    // The page is made after the sign-in, as in the program.
    ui::Workbench& signedIn() {
        signIn(clinic.physician);
        return bench;
    }
    ui::ReviewPage page{signedIn(), nullptr};
};

TEST_F(ReviewArrival, SaysHowToFindACourseWhenThereIsNone) {
    show(page, placeOf(PageKind::Review));
    EXPECT_FALSE(banner);
    EXPECT_EQ(QApplication::focusWidget()->objectName(), u"review_find"_s);
    key(Qt::Key_Space);
    ASSERT_EQ(places.size(), 1U);
    EXPECT_EQ(places[0].kind, PageKind::Patients);
    EXPECT_THAT(crawl(page), ::testing::IsEmpty());
}

TEST_F(ReviewArrival, ListsCoursesToOpenFromTheRail) {
    const auto patient = clinic.patient();
    const auto course = clinic.orderedCourse(patient);
    show(page, placeOf(PageKind::Review));
    auto* table = findByName<QTableView>(page, u"review_courses"_s);
    EXPECT_EQ(table->model()->rowCount(), 2) << "a heading and one course";
    EXPECT_EQ(QApplication::focusWidget(), table);
    key(Qt::Key_Return);
    ASSERT_EQ(places.size(), 1U);
    EXPECT_EQ(places[0], (Place{PageKind::Review, patient.text(), course.text(), {}}));
    EXPECT_THAT(crawl(page), ::testing::IsEmpty());
}

TEST_F(ReviewArrival, OpensTheNewestCourseOfAPatient) {
    const auto patient = clinic.patient();
    static_cast<void>(clinic.orderedCourse(patient));
    show(page, placeOf(PageKind::Review, patient.text()));
    EXPECT_TRUE(banner);
    EXPECT_EQ(findByName<QComboBox>(page, u"course_choice"_s)->currentText(), u"Course 1, active"_s);
    EXPECT_EQ(textOf(page, u"titration_suggestion"_s), u"Too few data to suggest a dose"_s);
}

TEST_F(ReviewArrival, OffersToOrderWhenThePatientHasNoCourse) {
    const auto patient = clinic.patient();
    show(page, placeOf(PageKind::Review, patient.text()));
    EXPECT_TRUE(banner);
    findWidget(page, u"review_order"_s)->setFocus();
    key(Qt::Key_Space);
    ASSERT_EQ(places.size(), 1U);
    EXPECT_EQ(places[0].kind, PageKind::Order);
}

TEST_F(ReviewArrival, GoesToAnotherCourseOfThePatient) {
    const auto patient = clinic.patient();
    const auto first = clinic.orderedCourse(patient);
    clinic.giveAll(first, {8, 7, 6, 5, 5, 4});
    clinic.goTo(*base::CalendarDate::fromIso("2025-03-03"));
    const auto second = clinic.orderedCourse(patient);
    show(page, {PageKind::Review, patient.text(), second.text(), {}});
    auto* choice = findByName<QComboBox>(page, u"course_choice"_s);
    EXPECT_EQ(choice->currentText(), u"Course 2, active"_s);
    choice->setFocus();
    key(Qt::Key_Down);
    settle();
    EXPECT_EQ(choice->currentText(), u"Course 1, completed"_s);
    EXPECT_EQ(textOf(page, u"titration_suggestion"_s), u"No further dose"_s);
    EXPECT_EQ(QApplication::focusWidget(), choice) << "arrows go on from here";
}

TEST_F(ReviewArrival, SaysWhyACourseCannotBeShown) {
    signIn(clinic.administrator);
    const auto course = clinic.orderedCourse(clinic.patient());
    show(page, {PageKind::Review, {}, course.text(), {}});
    EXPECT_FALSE(banner);
}

TEST_F(ReviewArrival, ShowsNothingOfOnePatientWhileAnotherIsAwaited) {
    const auto anna = clinic.patient();
    const auto course = clinic.orderedCourse(anna);
    const auto other = clinic.patient(aPatient("Mira", "Sample", "KC 0500", "1988-07-30"));
    show(page, {PageKind::Review, anna.text(), course.text(), {}});
    EXPECT_TRUE(visible(page, u"response_card"_s));
    runner.hold();
    page.open(placeOf(PageKind::Review, other.text()));
    EXPECT_FALSE(visible(page, u"response_card"_s));
    runner.release();
    settle();
    ASSERT_TRUE(banner);
    EXPECT_EQ(banner->familyName, u"Sample"_s);
}

} // namespace
} // namespace chairside::test
