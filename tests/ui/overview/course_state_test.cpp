// Holding, resuming and ending a course on the overview, by keys.
#include <QApplication>
#include <QRadioButton>

#include "tests/ui/patients/page_bench.h"
#include "ui/overview/course_state_form.h"
#include "ui/overview/overview_page.h"
#include "ui/widgets/form_builder.h"

namespace chairside::test {

using namespace Qt::Literals::StringLiterals;
using domain::CourseAct;
using domain::CourseState;

namespace {

class CourseStateOnOverview : public PageBench {
protected:
    void SetUp() override {
        anna = clinic.patient(aPatient());
        course = clinic.orderedCourse(*anna);
        signIn(clinic.physician);
    }
    void showPage() { show(page, placeOf(ui::PageKind::Overview, anna->text())); }
    QRadioButton* choice(CourseAct act) {
        return findWidget(page, u"act"_s)->findChild<QRadioButton*>(u"choice%1"_s.arg(static_cast<int>(act)));
    }
    void openForm() {
        alt('E');
        settle();
        ASSERT_TRUE(visible(page, u"course_state_form"_s));
    }
    void choose(CourseAct act) {
        ASSERT_TRUE(choice(act)->isVisible());
        choice(act)->setFocus();
        key(Qt::Key_Space);
    }
    void type(const QString& field, const QString& text) {
        form().editor(field)->setFocus();
        key(Qt::Key_A, Qt::ControlModifier);
        keys(text);
    }
    void sign() {
        type(u"password"_s, QString::fromLatin1(kPassword));
        findWidget(page, u"course_state_form_submit"_s)->setFocus();
        key(Qt::Key_Space);
        settle();
    }
    ui::FormBuilder& form() { return *page.findChild<ui::CourseStateForm*>()->findChild<ui::FormBuilder*>(); }
    CourseState state() { return clinic.review(*course).course.state; }

    std::optional<domain::PatientId> anna;
    std::optional<domain::CourseId> course;
    ui::OverviewPage page{bench};
};

TEST_F(CourseStateOnOverview, aPhysicianHoldsTheCourseAndThePageSaysWhy) {
    showPage();
    openForm();
    EXPECT_EQ(crawl(page), std::vector<std::string>{});
    EXPECT_FALSE(choice(CourseAct::Resume)->isVisible());
    EXPECT_EQ(page.findChild<ui::CourseStateForm*>()->chosen(), std::nullopt);
    choose(CourseAct::Hold);
    picture(page, u"course_state_form"_s);
    type(u"reason"_s, u"Pneumonia"_s);
    sign();
    EXPECT_EQ(state(), CourseState::OnHold);
    EXPECT_EQ(textOf(page, u"next_sentence"_s), u"The course is on hold since 06-Jan-2025."_s);
    EXPECT_FALSE(visible(page, u"course_state_form"_s));
    EXPECT_EQ(QApplication::focusWidget(), findWidget(page, u"course_state"_s));
    picture(page, u"course_on_hold"_s);
}

TEST_F(CourseStateOnOverview, aHeldCourseOffersToResumeOnADayAndKeepsWhatWasTypedWhenItDoesNotFit) {
    need(clinic.services.courses.act(clinic.physician, {*course, CourseAct::Hold, "pneumonia", {}, kPassword}));
    showPage();
    openForm();
    EXPECT_FALSE(choice(CourseAct::Hold)->isVisible());
    choose(CourseAct::Resume);
    type(u"reason"_s, u"Well again"_s);
    type(u"resume_on"_s, u"11-jan-2025"_s);
    sign();
    EXPECT_EQ(form().messageOf(u"resume_on"_s), u"Day of the next infusion is on a day the clinic is closed."_s);
    EXPECT_EQ(textOf(page, u"reason"_s), u"Well again"_s);
    EXPECT_EQ(state(), CourseState::OnHold);
    type(u"resume_on"_s, u"13-jan-2025"_s);
    sign();
    EXPECT_EQ(state(), CourseState::Active);
    EXPECT_EQ(clinic.planned(*course, 1).date, date("2025-01-13"));
}

TEST_F(CourseStateOnOverview, anEmptyFormSaysWhatIsMissingAndAWrongPasswordSignsNothing) {
    showPage();
    openForm();
    findWidget(page, u"course_state_form_submit"_s)->setFocus();
    key(Qt::Key_Space);
    for (const QString& field : {u"act"_s, u"reason"_s, u"password"_s})
        EXPECT_FALSE(form().messageOf(field).isEmpty()) << qPrintable(field);
    choose(CourseAct::Stop);
    type(u"reason"_s, u"Moved away"_s);
    type(u"password"_s, u"not the password"_s);
    EXPECT_FALSE(page.can(ui::Command::Complete)) << "ending a course needs its own button";
    findWidget(page, u"course_state_form_submit"_s)->setFocus();
    key(Qt::Key_Space);
    EXPECT_EQ(form().messageOf(u"password"_s), u"The password is not right. Nothing was signed."_s);
    EXPECT_EQ(state(), CourseState::Active);
    sign();
    EXPECT_EQ(state(), CourseState::Stopped);
    EXPECT_FALSE(visible(page, u"course_state"_s)) << "nothing can happen to a stopped course";
}

TEST_F(CourseStateOnOverview, nothingGivenCannotBeCompletedAndIsSaidInWords) {
    showPage();
    openForm();
    choose(CourseAct::Complete);
    type(u"reason"_s, u"Enough"_s);
    sign();
    EXPECT_EQ(form().messageOf(u"act"_s),
              u"Nothing was given yet, so there is nothing to complete. Stop the course instead."_s);
    EXPECT_EQ(state(), CourseState::Active);
}

TEST_F(CourseStateOnOverview, escapeLeavesTheFormAndKeepsTheReason) {
    showPage();
    openForm();
    choose(CourseAct::Hold);
    type(u"reason"_s, u"Pneumonia"_s);
    key(Qt::Key_Escape);
    EXPECT_FALSE(visible(page, u"course_state_form"_s));
    openForm();
    EXPECT_EQ(textOf(page, u"reason"_s), u"Pneumonia"_s);
    EXPECT_EQ(page.findChild<ui::CourseStateForm*>()->chosen(), CourseAct::Hold);
}

TEST_F(CourseStateOnOverview, aNurseDoesNotSeeIt) {
    signIn(clinic.nurse);
    showPage();
    EXPECT_FALSE(visible(page, u"course_state"_s));
}

} // namespace
} // namespace chairside::test
