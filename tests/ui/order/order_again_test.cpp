// An order that follows a decision to treat again: everything of the course before stands there but the dose.
#include "tests/ui/order/order_bench.h"

namespace chairside::test {
namespace {

class OrderAgain : public OrderCourse {
protected:
    // A course that ended on 23-Jan-2025, scored and decided on 20-Feb-2025, when the window opens.
    void treatAgain() {
        const auto course = clinic.orderedCourse(*anna, {{*base::CalendarDate::fromIso("2025-01-03"), 8}});
        clinic.giveAll(course, {8, 7, 6, 5, 5, 4});
        clinic.goTo(*base::CalendarDate::fromIso("2025-02-20"));
        need(clinic.services.courses.recordFollowUp(
            clinic.nurse, {.course = course, .date = clinic.clock.now().localDate(), .pain = 6, .missing = {}}));
        need(clinic.services.courses.decideRetreatment(
            clinic.physician, {.course = course, .kind = domain::DecisionKind::Retreat, .reason = "pain is back"}));
    }
    bool chosen() {
        const auto* button = findWidget(page, u"protocol_version"_s)->findChild<QRadioButton*>(u"choice0"_s);
        return button != nullptr && button->isChecked();
    }
};

TEST_F(OrderAgain, everythingIsFilledInButTheDoseAndTheDayOfTheConsent) {
    treatAgain();
    showPage();
    EXPECT_TRUE(chosen());
    EXPECT_EQ(textOf(page, u"minutes"_s), u"90"_s);
    EXPECT_EQ(textOf(page, u"baseline_1_date"_s), u"20-Feb-2025"_s);
    EXPECT_EQ(textOf(page, u"date_1"_s), u"20-Feb-2025"_s);
    for (int at = 2; at <= 6; ++at)
        EXPECT_FALSE(textOf(page, u"date_%1"_s.arg(at)).isEmpty()) << at;
    const auto before = courses().front();
    EXPECT_EQ(textOf(page, u"goal"_s).toStdString(), before.course.goal);
    EXPECT_FALSE(textOf(page, u"stop_rule"_s).isEmpty());
    EXPECT_FALSE(textOf(page, u"consent_ref"_s).isEmpty());
    for (const QString& typedAnew :
         {u"dose_per_kg"_s, u"reason"_s, u"consent_on"_s, u"initials"_s, u"birth_year"_s, u"password"_s}) {
        EXPECT_EQ(textOf(page, typedAnew), QString()) << qPrintable(typedAnew);
    }
    EXPECT_TRUE(helpOf(u"consent_on"_s).contains(u"For course 1: "_s)) << qPrintable(helpOf(u"consent_on"_s));
    EXPECT_TRUE(textOf(page, u"filled_in"_s).startsWith(u"Filled in as course 1 was ordered"_s));
    EXPECT_EQ(crawl(page), std::vector<std::string>{});
    picture(page, u"order_again"_s);
}

TEST_F(OrderAgain, isSignedOnceWhatIsMissingIsTyped) {
    treatAgain();
    showPage();
    type(u"dose_per_kg"_s, u"0.5"_s);
    type(u"consent_on"_s, u"20-feb-2025"_s);
    type(u"initials"_s, u"AT"_s);
    type(u"birth_year"_s, u"1979"_s);
    type(u"password"_s, QString::fromLatin1(kPassword));
    signOrder();
    settle();
    ASSERT_EQ(courses().size(), 2U) << qPrintable(form().strip().text());
    EXPECT_EQ(courses().front().course.number, 2);
    EXPECT_EQ(courses().front().course.goal, courses().back().course.goal);
}

TEST_F(OrderAgain, theOtherDatesFollowTheFirstOneUntilSomebodyTypesThem) {
    treatAgain();
    showPage();
    const QString second = textOf(page, u"date_2"_s);
    type(u"date_1"_s, u"27-feb-2025"_s);
    EXPECT_NE(textOf(page, u"date_2"_s), second);
}

TEST_F(OrderAgain, whatSomebodyTypedBeforeIsNotReplaced) {
    treatAgain();
    showPage();
    type(u"goal"_s, u"Climb the stairs"_s);
    const auto other = clinic.patient(aPatient("Ben", "Sample", "KC 0999", "1980-01-01"));
    reopen(page, placeOf(ui::PageKind::Order, other.text()));
    EXPECT_EQ(textOf(page, u"goal"_s), QString()) << "nothing of one patient is left for another";
    EXPECT_FALSE(visible(page, u"filled_in"_s));
    EXPECT_FALSE(helpOf(u"consent_on"_s).contains(u"course 1"_s));
    reopen(page, placeOf(ui::PageKind::Order, anna->text()));
    EXPECT_EQ(textOf(page, u"goal"_s), u"Climb the stairs"_s);
}

TEST_F(OrderAgain, lookingAtItLeavesNoDraft) {
    treatAgain();
    showPage();
    page.leave();
    settle();
    const auto draft = need(clinic.services.drafts.find(clinic.physician, {"order", anna->text()}));
    EXPECT_FALSE(draft.has_value());
}

TEST_F(OrderAgain, withoutTheDecisionNothingIsFilledIn) {
    const auto course = clinic.orderedCourse(*anna);
    clinic.giveAll(course, {8, 7, 6, 5, 5, 4});
    clinic.goTo(*base::CalendarDate::fromIso("2025-02-20"));
    showPage();
    EXPECT_FALSE(chosen());
    EXPECT_EQ(textOf(page, u"goal"_s), QString());
    EXPECT_FALSE(visible(page, u"filled_in"_s));
}

} // namespace
} // namespace chairside::test
