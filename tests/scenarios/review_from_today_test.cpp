// From the day to the review of a patient, in the whole program on the smallest screen it is made for.
#include <QLabel>
#include <QTest>

#include "tests/scenarios/demo_program.h"

namespace chairside::test {
namespace {

using namespace Qt::Literals::StringLiterals;

constexpr QSize kSmallestScreen(1366, 768);

class ReviewFromToday : public DemoProgram {
protected:
    ReviewFromToday() {
        QObject::connect(m_desktop.get(), &app::Desktop::ready, m_desktop.get(),
                         [this] { m_desktop->window().resize(kSmallestScreen); });
        signIn("physician");
    }

    // A person at the mouse: one press and release in the middle of what is there to be clicked.
    void click(const QString& name) {
        m_script->waitForEnabled(name);
        m_script->run([this, name] {
            QTest::mouseClick(m_script->visibleChild(name), Qt::LeftButton);
            ++clicks;
        });
        m_script->settle();
    }
    void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        m_script->press(key, modifiers);
        m_script->settle();
        ++keys;
    }
    // Every point of them, with no scroll area, message or banner over it.
    void seeChartAndCard() {
        m_script->waitFor(u"response_chart"_s);
        m_script->settle();
        m_script->run([this] {
            const auto& window = m_desktop->window();
            EXPECT_LE(window.width(), kSmallestScreen.width());
            EXPECT_LE(window.height(), kSmallestScreen.height());
            for (const auto& name : {u"response_chart_canvas"_s, u"titration_card"_s}) {
                const auto* part = m_script->visibleChild(name);
                ASSERT_NE(part, nullptr) << qPrintable(name);
                EXPECT_EQ(part->visibleRegion().boundingRect(), part->rect()) << qPrintable(name);
                EXPECT_TRUE(window.rect().contains({part->mapTo(&window, QPoint()), part->size()})) << qPrintable(name);
            }
        });
    }
    int keys = 0;
    int clicks = 0;
};

TEST_F(ReviewFromToday, IsTwoKeysAwayOverTheListOfCourses) {
    press(Qt::Key_3, Qt::AltModifier);
    m_script->waitFor(u"review_courses"_s);
    press(Qt::Key_Return);
    seeChartAndCard();
    ASSERT_TRUE(play()) << qPrintable(m_failure);
    EXPECT_LE(keys, 4);
}

TEST_F(ReviewFromToday, IsTwoKeysAwayOverTheWorklist) {
    press(Qt::Key_4, Qt::AltModifier);
    m_script->waitFor(u"retreatment_table"_s);
    press(Qt::Key_Return);
    seeChartAndCard();
    ASSERT_TRUE(play()) << qPrintable(m_failure);
    EXPECT_LE(keys, 4);
}

TEST_F(ReviewFromToday, IsTwoClicksAway) {
    click(u"rail4"_s);
    m_script->waitFor(u"retreatment_table"_s);
    click(u"open_review"_s);
    seeChartAndCard();
    ASSERT_TRUE(play()) << qPrintable(m_failure);
    EXPECT_EQ(clicks, 2);
}

TEST_F(ReviewFromToday, TheCallListIsTwoKeysAway) {
    press(Qt::Key_4, Qt::AltModifier);
    m_script->waitFor(u"retreatment_table"_s);
    m_script->alt(u't');
    m_script->waitFor(u"report_subject"_s);
    m_script->waitUntil(u"the call list"_s, [this] {
        const auto* subject = qobject_cast<QLabel*>(m_script->visibleChild(u"report_subject"_s));
        return subject != nullptr && subject->text() == u"Re-treatment call list"_s;
    });
    ASSERT_TRUE(play()) << qPrintable(m_failure);
}

} // namespace
} // namespace chairside::test
