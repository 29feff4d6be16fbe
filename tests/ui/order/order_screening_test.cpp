// The questions before a course, consent, and how many keys an order takes.
#include <QApplication>
#include <cstdio>

#include "tests/ui/order/order_bench.h"
#include "ui/format/to_qt.h"

namespace chairside::test {

namespace {

constexpr int kQuestions = 5;
constexpr int kEcg = 4; // the one that rests on a finding

class ScreenedOrder : public OrderCourse {
protected:
    void SetUp() override {
        OrderCourse::SetUp();
        (void)clinic.signedProtocol(kScreeningProtocol);
        showPage();
    }
    void answer(int question, domain::AnswerKind kind) {
        auto* button = findWidget(page, u"screening_%1"_s.arg(question))
                           ->findChild<QRadioButton*>(u"choice%1"_s.arg(static_cast<int>(kind)));
        ASSERT_NE(button, nullptr);
        button->setFocus();
        key(Qt::Key_Space);
    }
    void answerAll() {
        for (int question = 1; question <= kQuestions; ++question)
            answer(question, question == kEcg ? domain::AnswerKind::NotApplicable : domain::AnswerKind::Favourable);
    }
};

TEST_F(ScreenedOrder, everyQuestionIsListedWhenTheFormIsEmpty) {
    chooseProtocol();
    EXPECT_EQ(crawl(page), std::vector<std::string>{});
    signOrder();
    EXPECT_EQ(message(u"screening_1"_s), u"“Psychosis, now or in the past” needs an answer."_s);
    for (int question = 1; question <= kQuestions; ++question)
        EXPECT_FALSE(message(u"screening_%1"_s.arg(question)).isEmpty()) << question;
    EXPECT_TRUE(courses().empty());
}

TEST_F(ScreenedOrder, leavingAQuestionSaysNothing) {
    chooseProtocol();
    for (int question = 1; question <= kQuestions; ++question) {
        findWidget(page, u"screening_%1"_s.arg(question))->findChild<QRadioButton*>()->setFocus();
        key(Qt::Key_Tab);
        EXPECT_TRUE(message(u"screening_%1"_s.arg(question)).isEmpty()) << question;
    }
}

TEST_F(ScreenedOrder, spaceAnswersAndGoesToTheNextQuestionAndThenToTheDose) {
    chooseProtocol();
    for (int question = 1; question < kEcg; ++question)
        key(Qt::Key_Space);
    key(Qt::Key_3); // does not apply
    key(Qt::Key_Space);
    EXPECT_EQ(QApplication::focusWidget(), findWidget(page, u"dose_per_kg"_s));
}

TEST_F(ScreenedOrder, aFindingAsksForItsDayAndSaysWhenItIsTooOld) {
    fill();
    answerAll();
    answer(kEcg, domain::AnswerKind::Favourable);
    EXPECT_EQ(QApplication::focusWidget(), findWidget(page, u"screening_4_on"_s));
    EXPECT_EQ(crawl(page), std::vector<std::string>{});
    signOrder();
    EXPECT_EQ(message(u"screening_4_on"_s), u"“ECG where the heart is at risk” needs the day of the finding."_s);
    type(u"screening_4_on"_s, u"01-jan-2024"_s);
    signOrder();
    EXPECT_EQ(message(u"screening_4_on"_s),
              u"“ECG where the heart is at risk”: this finding no longer counts; it counts for 365 days."_s);
    EXPECT_TRUE(courses().empty());
    type(u"screening_4_on"_s, u"03-jan-2025"_s);
    type(u"screening_4_note"_s, u"Sinus rhythm"_s);
    picture(page, u"order_finding"_s);
    type(u"password"_s, QString::fromLatin1(kPassword));
    signOrder();
    ASSERT_EQ(courses().size(), 1U) << qPrintable(form().strip().text());
    const auto answers = need(clinic.services.courses.screening(clinic.physician, *anna));
    EXPECT_EQ(answers[3].answeredOn, date("2025-01-03"));
    EXPECT_EQ(answers[3].note, "Sinus rhythm");
}

TEST_F(ScreenedOrder, aHardStopSaysSoAtOnceAndCannotBeSigned) {
    fill();
    answerAll();
    answer(1, domain::AnswerKind::Unfavourable);
    EXPECT_TRUE(findWidget(page, u"screening_1"_s)->accessibleDescription().contains(u"▲ “yes” stops the order."_s));
    settle();
    picture(page, u"order_hard_stop"_s);
    signOrder();
    EXPECT_EQ(message(u"screening_1"_s), u"“Psychosis, now or in the past”: “yes” stops the order. Nothing can be "
                                         u"ordered under this version."_s);
    EXPECT_TRUE(courses().empty());
    EXPECT_EQ(textOf(page, u"goal"_s), u"Walk for half an hour"_s);
}

TEST_F(ScreenedOrder, aSoftStopAsksForItsReasonAndThenGoesOn) {
    fill();
    answerAll();
    answer(2, domain::AnswerKind::Unfavourable);
    EXPECT_EQ(QApplication::focusWidget(), findWidget(page, u"screening_2_note"_s));
    signOrder();
    EXPECT_EQ(message(u"screening_2_note"_s), u"“Active substance use” needs the reason to go on in spite of it."_s);
    type(u"screening_2_note"_s, u"Cannabis at night, pauses it"_s);
    signOrder();
    ASSERT_EQ(courses().size(), 1U);
    const auto answers = need(clinic.services.courses.screening(clinic.physician, *anna));
    EXPECT_EQ(answers[1].note, "Cannabis at night, pauses it");
}

TEST_F(ScreenedOrder, whatStillCountsIsSaidAndNotAskedAgain) {
    fill();
    answerAll();
    signOrder();
    ASSERT_EQ(courses().size(), 1U);
    need(clinic.services.courses.act(clinic.physician,
                                     {courses().front().course.id, domain::CourseAct::Stop, "moved", {}, kPassword}));
    clinic.goTo(date("2025-01-20"));
    reopen(page, placeOf(ui::PageKind::Order, anna->text()));
    chooseProtocol();
    const auto help = [this](int question) {
        return findWidget(page, u"screening_%1"_s.arg(question))->accessibleDescription();
    };
    EXPECT_TRUE(help(1).contains(u"✔ Answered “no” on 06-Jan-2025; counts until 05-Feb-2025."_s))
        << qPrintable(help(1));
    EXPECT_TRUE(help(3).contains(u"Answered “no” on 06-Jan-2025; it is asked again."_s)) << qPrintable(help(3));
    signOrder();
    EXPECT_TRUE(message(u"screening_1"_s).isEmpty());
    EXPECT_EQ(message(u"screening_3"_s), u"“Pregnancy” is asked again: the earlier answer no longer counts."_s);
}

TEST_F(ScreenedOrder, theAnswersAreInTheDraft) {
    fill();
    answer(2, domain::AnswerKind::Unfavourable);
    type(u"screening_2_note"_s, u"Cannabis"_s);
    page.tick(bench.now());
    settle();
    ui::OrderPage next{bench};
    show(next, placeOf(ui::PageKind::Order, anna->text()));
    EXPECT_EQ(textOf(next, u"screening_2_note"_s), u"Cannabis"_s);
    EXPECT_EQ(textOf(next, u"consent_ref"_s), u"Folder 12"_s);
}

// A chord counts as two keys.
class Counted {
public:
    Counted& type(const QString& text) {
        keys(text);
        m_count += static_cast<int>(text.size());
        return *this;
    }
    Counted& tab() {
        key(Qt::Key_Tab);
        ++m_count;
        return *this;
    }
    Counted& alt(char letter) {
        key(static_cast<Qt::Key>(letter), Qt::AltModifier);
        m_count += 2;
        return *this;
    }
    void enter() {
        key(Qt::Key_Return);
        ++m_count;
    }
    [[nodiscard]] int count() const { return m_count; }

private:
    int m_count = 0;
};

// The test's version asks five questions, the clinic's templates eleven: one key for each.
constexpr int kFurtherKeys = 6;

TEST_F(OrderCourse, anUncomplicatedOrderTakesAtMostSixtyKeys) {
    (void)clinic.signedProtocol(kScreeningProtocol);
    showPage();
    Counted hand;
    hand.type(u" "_s);
    hand.type(u"1113"_s).type(u" "_s); // five questions, one of which does not apply
    hand.type(u".5"_s).alt('N').type(u"+3d"_s).alt('L').type(u"Less pain"_s);
    hand.tab().type(u"-3d"_s).tab().tab().type(u"12"_s).tab();
    hand.type(u"at"_s).tab().type(u"1979"_s).type(QString::fromLatin1(kPassword));
    settle();
    picture(page, u"order_filled"_s);
    hand.enter();
    ASSERT_EQ(courses().size(), 1U) << qPrintable(form().strip().text());
    std::printf("[   keys   ] an uncomplicated order with eleven questions: %d\n", hand.count() + kFurtherKeys);
    EXPECT_LE(hand.count() + kFurtherKeys, 60);
    const auto course = courses().front();
    EXPECT_EQ(course.order.perKg, perKg(500));
    EXPECT_EQ(course.planned.size(), 6U);
    EXPECT_EQ(course.planned.front().date, date("2025-01-09"));
    EXPECT_EQ(places, std::vector{placeOf(ui::PageKind::Overview, anna->text())});
    EXPECT_EQ(statuses.back(), u"The course is ordered and signed. The first infusion is on 09-Jan-2025."_s);
}

} // namespace

} // namespace chairside::test
