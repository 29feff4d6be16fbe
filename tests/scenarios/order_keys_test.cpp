// What ordering a course costs the physician in keys, from the patient's overview to the signed order, under the
// version of the clinic's regimen that ships: eleven questions, dose, six dates, goal, consent, identity, password.
#include <gtest/gtest.h>

#include <QApplication>
#include <QTemporaryDir>
#include <cstdio>

#include "app/demo/demo_clinic.h"
#include "app/demo/demo_script.h"
#include "app/desktop.h"
#include "app/script/key_script.h"
#include "app/script/tour_clock.h"
#include "tests/scenarios/interruptions.h"
#include "tests/scenarios/played.h"
#include "ui/format/to_qt.h"

namespace chairside::test {
namespace {

using namespace Qt::Literals::StringLiterals;

constexpr int kMostKeys = 60;
// The password counts as long as the policy wants it at least; the one of the demo is longer.
constexpr int kShortestPassword = 12;

QString physicianPassword() {
    for (const auto& known : app::demoAccounts()) {
        if (known.userName == "physician") return ui::toQt(known.password);
    }
    return {};
}

// The demo clinic's VORLAGE, Hannah, born 1995: registered, and no course was ever ordered.
class OrderByKeys : public testing::Test {
protected:
    OrderByKeys() : m_clock(app::demoMoment(m_zone)) {
        app::Options options;
        options.demo = true;
        options.data = m_folder.filePath(u"clinic"_s).toStdString();
        m_desktop = std::make_unique<app::Desktop>(options, &m_clock);
        m_script = std::make_unique<app::KeyScript>(m_desktop->window());
        QObject::connect(m_desktop.get(), &app::Desktop::ready, m_script.get(), &app::KeyScript::start);
    }

    void openOverview() {
        m_script->waitFor(u"sign_in"_s);
        m_script->tabTo(u"user_name"_s);
        m_script->type(u"physician"_s);
        m_script->press(Qt::Key_Return);
        m_script->type(physicianPassword());
        m_script->press(Qt::Key_Return);
        m_script->settle();
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
        m_script->type(physicianPassword());
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

    bool play() {
        const auto result = played(*m_desktop, *m_script);
        m_failure = result.failure;
        return result.done;
    }

    base::SystemTimeZone m_zone;
    app::TourClock m_clock;
    QTemporaryDir m_folder;
    std::unique_ptr<app::Desktop> m_desktop;
    std::unique_ptr<app::KeyScript> m_script;
    int m_before = 0;
    int m_pressed = 0;
    int m_modifiers = 0;
    QString m_failure;
};

TEST_F(OrderByKeys, AnUncomplicatedOneTakesAtMost60KeysFromTheOverviewAndIsNeverInterrupted) {
    Interruptions interruptions;
    qApp->installEventFilter(&interruptions);
    openOverview();
    order();
    const bool done = play();
    qApp->removeEventFilter(&interruptions);
    ASSERT_TRUE(done) << qPrintable(m_failure);
    const int keys = m_pressed + m_modifiers - static_cast<int>(physicianPassword().size()) + kShortestPassword;
    std::printf("[   keys   ] an uncomplicated order from the overview: %d\n", keys);
    EXPECT_LE(keys, kMostKeys);
    EXPECT_EQ(interruptions.m_count, 0) << "windows that stand in the way";
}

} // namespace
} // namespace chairside::test
