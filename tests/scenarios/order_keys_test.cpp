// What ordering a course costs the physician in keys, from the patient's overview to the signed order, under the
// version of the clinic's regimen that ships: eleven questions, dose, six dates, goal, consent, identity, password.
#include <QApplication>
#include <cstdio>

#include "tests/scenarios/demo_program.h"
#include "tests/scenarios/interruptions.h"

namespace chairside::test {
namespace {

using namespace Qt::Literals::StringLiterals;

constexpr int kMostKeys = 60;
// The password counts as long as the policy wants it at least; the one of the demo is longer.
constexpr int kShortestPassword = 12;

// The demo clinic's VORLAGE, Hannah, born 1995: registered, and no course was ever ordered.
class OrderByKeys : public DemoProgram {
protected:
    void openOverview() {
        signIn("physician");
        m_script->press(Qt::Key_F, Qt::ControlModifier);
        m_script->waitFor(u"find"_s);
        m_script->type(u"vorlage"_s);
        m_script->settle();
        m_script->press(Qt::Key_Return);
        m_script->waitForEnabled(u"next_step"_s);
        m_script->settle();
    }

    void order() {
        m_script->run([this] { m_before = m_script->keysPressed(); });
        m_script->press(Qt::Key_Return); // the next step is the order
        m_script->waitFor(u"protocol_version"_s);
        m_script->settle();
        m_script->press(Qt::Key_Space);
        // ECG, pregnancy test and liver tests do not apply.
        for (const QChar answer : u"11311313111"_s)
            m_script->type(QString(answer));
        m_script->type(u".5"_s);
        chord(u'N');
        m_script->type(u"+3d"_s);
        chord(u'L');
        m_script->type(u"Pain 3"_s);
        m_script->press(Qt::Key_Tab);
        m_script->type(u"-1d"_s);
        m_script->press(Qt::Key_Tab);
        m_script->press(Qt::Key_Tab);
        m_script->type(u"7"_s);
        m_script->press(Qt::Key_Tab);
        m_script->type(u"hv"_s);
        m_script->press(Qt::Key_Tab);
        m_script->type(u"1995"_s);
        m_script->type(passwordOf("physician"));
        m_script->press(Qt::Key_Return);
        m_script->run([this] { m_pressed = m_script->keysPressed() - m_before; });
        m_script->waitForGone(u"protocol_version"_s);
        m_script->waitForEnabled(u"next_step"_s);
    }

    // Two keys at once count as two.
    void chord(QChar letter) {
        m_script->alt(letter);
        ++m_modifiers;
    }

    int m_before = 0;
    int m_pressed = 0;
    int m_modifiers = 0;
};

TEST_F(OrderByKeys, AnUncomplicatedOneTakesAtMost60KeysFromTheOverviewAndIsNeverInterrupted) {
    Interruptions interruptions;
    qApp->installEventFilter(&interruptions);
    openOverview();
    order();
    const bool done = play();
    qApp->removeEventFilter(&interruptions);
    ASSERT_TRUE(done) << qPrintable(m_failure);
    const int keys = m_pressed + m_modifiers - static_cast<int>(passwordOf("physician").size()) + kShortestPassword;
    std::printf("[   keys   ] an uncomplicated order from the overview: %d\n", keys);
    EXPECT_LE(keys, kMostKeys);
    EXPECT_EQ(interruptions.m_count, 0) << "windows that stand in the way";
}

} // namespace
} // namespace chairside::test
