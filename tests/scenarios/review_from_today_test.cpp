// From the day to the review of a patient, in the whole program on the smallest screen it is made for.
#include <gtest/gtest.h>

#include <QLabel>
#include <QTemporaryDir>
#include <QTest>
#include <algorithm>

#include "app/demo/demo_clinic.h"
#include "app/demo/demo_script.h"
#include "app/desktop.h"
#include "app/script/key_script.h"
#include "app/script/tour_clock.h"
#include "tests/scenarios/played.h"
#include "ui/format/to_qt.h"

namespace chairside::test {
namespace {

using namespace Qt::Literals::StringLiterals;

constexpr QSize kSmallestScreen(1366, 768);

class ReviewFromToday : public testing::Test {
protected:
    ReviewFromToday() : m_clock(app::demoMoment(m_zone)) {
        app::Options options;
        options.demo = true;
        options.data = m_folder.filePath(u"clinic"_s).toStdString();
        m_desktop = std::make_unique<app::Desktop>(options, &m_clock);
        script = std::make_unique<app::KeyScript>(m_desktop->window());
        QObject::connect(m_desktop.get(), &app::Desktop::ready, script.get(), [this] {
            m_desktop->window().resize(kSmallestScreen);
            script->start();
        });
        signIn();
    }

    // A person at the mouse: one press and release in the middle of what is there to be clicked.
    void click(const QString& name) {
        script->waitForEnabled(name);
        script->run([this, name] {
            QTest::mouseClick(script->visibleChild(name), Qt::LeftButton);
            ++clicks;
        });
        script->settle();
    }
    void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        script->press(key, modifiers);
        script->settle();
        ++keys;
    }
    // Every point of them, with no scroll area, message or banner over it.
    void seeChartAndCard() {
        script->waitFor(u"response_chart"_s);
        script->settle();
        script->run([this] {
            const auto& window = m_desktop->window();
            EXPECT_LE(window.width(), kSmallestScreen.width());
            EXPECT_LE(window.height(), kSmallestScreen.height());
            for (const auto& name : {u"response_chart_canvas"_s, u"titration_card"_s}) {
                const auto* part = script->visibleChild(name);
                ASSERT_NE(part, nullptr) << qPrintable(name);
                EXPECT_EQ(part->visibleRegion().boundingRect(), part->rect()) << qPrintable(name);
                EXPECT_TRUE(window.rect().contains({part->mapTo(&window, QPoint()), part->size()})) << qPrintable(name);
            }
        });
    }
    void play() {
        const auto result = played(*m_desktop, *script);
        ASSERT_TRUE(result.done) << qPrintable(result.failure);
    }

    int keys = 0;
    int clicks = 0;
    std::unique_ptr<app::KeyScript> script;

private:
    void signIn() {
        const auto& accounts = app::demoAccounts();
        const auto physician = std::ranges::find(accounts, std::string("physician"), &app::DemoAccount::userName);
        script->waitFor(u"sign_in"_s);
        script->tabTo(u"user_name"_s);
        script->type(u"physician"_s);
        script->press(Qt::Key_Return);
        script->type(ui::toQt(physician->password));
        script->press(Qt::Key_Return);
        script->waitFor(u"today_summary"_s);
        script->settle();
    }

    base::SystemTimeZone m_zone;
    app::TourClock m_clock;
    QTemporaryDir m_folder;
    std::unique_ptr<app::Desktop> m_desktop;
};

TEST_F(ReviewFromToday, IsTwoKeysAwayOverTheListOfCourses) {
    press(Qt::Key_3, Qt::AltModifier);
    script->waitFor(u"review_courses"_s);
    press(Qt::Key_Return);
    seeChartAndCard();
    play();
    EXPECT_LE(keys, 4);
}

TEST_F(ReviewFromToday, IsTwoKeysAwayOverTheWorklist) {
    press(Qt::Key_4, Qt::AltModifier);
    script->waitFor(u"retreatment_table"_s);
    press(Qt::Key_Return);
    seeChartAndCard();
    play();
    EXPECT_LE(keys, 4);
}

TEST_F(ReviewFromToday, IsTwoClicksAway) {
    click(u"rail4"_s);
    script->waitFor(u"retreatment_table"_s);
    click(u"open_review"_s);
    seeChartAndCard();
    play();
    EXPECT_EQ(clicks, 2);
}

TEST_F(ReviewFromToday, TheCallListIsTwoKeysAway) {
    press(Qt::Key_4, Qt::AltModifier);
    script->waitFor(u"retreatment_table"_s);
    script->alt(u't');
    script->waitFor(u"report_subject"_s);
    script->waitUntil(u"the call list"_s, [this] {
        const auto* subject = qobject_cast<QLabel*>(script->visibleChild(u"report_subject"_s));
        return subject != nullptr && subject->text() == u"Re-treatment call list"_s;
    });
    play();
}

} // namespace
} // namespace chairside::test
