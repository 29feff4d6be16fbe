// An unattended screen: when it warns, who counts as somebody, and when it locks.
#include "ui/shell/idle_watch.h"

#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <gtest/gtest.h>

#include "tests/support/core/fake_clock.h"
#include "tests/support/gui/gui_fixture.h"
#include "ui/shell/main_window.h"

namespace chairside::ui {
namespace {

using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

class IdleScreen : public ::testing::Test {
protected:
    IdleScreen()
        : watch(clock),
          warned(&watch, &IdleWatch::warned),
          stayed(&watch, &IdleWatch::stayed),
          expired(&watch, &IdleWatch::expired) {
        watch.begin(3min, 30s);
        test::present(field);
    }
    void pass(std::chrono::milliseconds span) {
        clock.advance(span);
        watch.look();
    }

    test::FakeClock clock;
    QLineEdit field;
    IdleWatch watch;
    QSignalSpy warned, stayed, expired;
};

TEST_F(IdleScreen, WarnsThirtySecondsBeforeAndThenLocks) {
    pass(149s);
    EXPECT_EQ(warned.count(), 0);
    pass(1s);
    ASSERT_EQ(warned.count(), 1);
    EXPECT_EQ(warned.back().front().toInt(), 30);
    pass(29s);
    EXPECT_EQ(warned.back().front().toInt(), 1);
    EXPECT_EQ(expired.count(), 0);
    pass(1s);
    EXPECT_EQ(expired.count(), 1);
    EXPECT_FALSE(watch.isOn());
    pass(1h);
    EXPECT_EQ(expired.count(), 1) << "it locks once";
}

TEST_F(IdleScreen, OneKeyAfterTheWarningIsEnoughAndReachesItsField) {
    pass(170s);
    ASSERT_EQ(warned.count(), 1);
    field.setFocus();
    test::key(Qt::Key_5);
    EXPECT_EQ(stayed.count(), 1);
    EXPECT_EQ(field.text(), u"5"_s);
    pass(149s);
    EXPECT_EQ(warned.count(), 1);
    EXPECT_EQ(expired.count(), 0);
}

TEST_F(IdleScreen, AClickIsSomebodyAndThePointerPassingOverIsNot) {
    pass(100s);
    QTest::mouseMove(&field, {3, 3});
    pass(60s);
    EXPECT_EQ(warned.count(), 1);
    QTest::mouseClick(&field, Qt::LeftButton, {}, {3, 3});
    EXPECT_EQ(stayed.count(), 1);
    pass(149s);
    EXPECT_EQ(warned.count(), 1);
}

TEST_F(IdleScreen, TheWallClockSetBackDoesNotKeepItOpen) {
    clock.set(test::instant("2025-01-14T09:00:00+00:00"));
    pass(180s);
    EXPECT_EQ(expired.count(), 1);
}

TEST_F(IdleScreen, AComputerThatSleptWakesUpLocked) {
    clock.set(test::instant("2025-01-14T12:00:00+00:00"));
    watch.look();
    EXPECT_EQ(expired.count(), 1);
}

TEST_F(IdleScreen, TheWindowCountsDownWithoutMovingAnything) {
    MainWindow window(clock);
    test::present(window);
    const auto before = window.centralWidget()->geometry();
    auto* strip = window.findChild<QWidget*>(u"lockStrip"_s);
    ASSERT_NE(strip, nullptr);
    EXPECT_FALSE(strip->isVisible());
    window.warnOfLock(27);
    EXPECT_TRUE(strip->isVisible());
    EXPECT_EQ(strip->accessibleName(), u"▲ Locks in 27 s. Press any key to stay."_s);
    EXPECT_GT(strip->width(), 300);
    EXPECT_EQ(window.centralWidget()->geometry(), before);
    window.warnOfLock(std::nullopt);
    EXPECT_FALSE(strip->isVisible());
}

} // namespace
} // namespace chairside::ui
