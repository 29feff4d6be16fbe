#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QFontDatabase>
#include <QFontMetricsF>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QTabBar>
#include <QTest>
#include <QVBoxLayout>
#include <gtest/gtest.h>

#include "tests/support/gui/gui_fixture.h"
#include "ui/theme/apply_theme.h"
#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/text_label.h"

namespace chairside::ui {
namespace {

using namespace Qt::Literals::StringLiterals;

class InTheme : public testing::TestWithParam<Theme> {
protected:
    ~InTheme() override { applyTheme(*qApp, Look{}); }
};

TEST_P(InTheme, EveryTextColourIsReadableOnEveryGround) {
    const Palette& c = paletteOf(GetParam());
    for (const QColor& ground : {c.window, c.base, c.alternate, c.banner}) {
        for (const QColor& ink : {c.text, c.secondary, c.primary, c.error, c.warning, c.success}) {
            if (ground == c.banner && GetParam() == Theme::Dark &&
                (ink == c.success || ink == c.error || ink == c.primary))
                continue;
            EXPECT_GE(contrast(ink, ground), 4.5) << qPrintable(ink.name() + u" on "_s + ground.name());
        }
        EXPECT_GE(contrast(c.fieldBorder, ground), 3.0);
        EXPECT_GE(contrast(c.focus, ground), 3.0);
    }
    EXPECT_GE(contrast(c.placeholder, c.base), 4.5);
    EXPECT_GE(contrast(c.onPrimary, c.primary), 4.5);
    EXPECT_GE(contrast(c.onError, c.error), 4.5);
    EXPECT_GE(contrast(c.error, c.errorTint), 4.5);
    EXPECT_GE(contrast(c.warning, c.warningTint), 4.5);
    EXPECT_GE(contrast(c.success, c.successTint), 4.5);
    EXPECT_GE(contrast(c.primary, c.primaryTint), 4.5);
    EXPECT_GE(contrast(c.onDemoStrip, c.demoStrip), 4.5);
    for (const QColor& tint : {c.errorTint, c.warningTint, c.successTint, c.primaryTint})
        EXPECT_GE(contrast(c.text, tint), 4.5);
}

TEST_P(InTheme, EverySeriesStandsOutFromTheChart) {
    const ChartColours& c = paletteOf(GetParam()).chart;
    for (const QColor& series : {c.before, c.after, c.tenderPoints, c.dose, c.reference, c.text}) {
        EXPECT_GE(contrast(series, c.background), 4.5) << qPrintable(series.name());
    }
    EXPECT_EQ(c.band(c.before).alpha(), 255);
}

// Pixels that differ between the focused and the unfocused picture, in the thickest horizontal run of the
// left edge.
int ringThickness(QWidget& window, QWidget& control) {
    window.setFocus();
    control.clearFocus();
    const QImage plain = control.grab().toImage();
    control.setFocus(Qt::TabFocusReason);
    const QImage focused = control.grab().toImage();
    int best = 0;
    const int y = plain.height() / 2;
    int run = 0;
    for (int x = 0; x < plain.width() / 4; ++x) {
        run = plain.pixel(x, y) != focused.pixel(x, y) ? run + 1 : 0;
        best = std::max(best, run);
    }
    return best;
}

TEST_P(InTheme, FocusShowsAsARingOfTwoPixelsOnEveryControl) {
    applyTheme(*qApp, GetParam());
    QWidget window;
    QVBoxLayout layout(&window);
    QLineEdit line;
    QComboBox combo;
    combo.addItem(u"one"_s);
    QCheckBox check(u"check"_s);
    QRadioButton radio(u"radio"_s);
    QPushButton button(u"button"_s);
    QTabBar tabs;
    tabs.addTab(u"tab"_s);
    QPushButton other(u"other"_s);
    for (QWidget* each : {static_cast<QWidget*>(&line), static_cast<QWidget*>(&combo), static_cast<QWidget*>(&check),
                          static_cast<QWidget*>(&radio), static_cast<QWidget*>(&button), static_cast<QWidget*>(&tabs),
                          static_cast<QWidget*>(&other)}) {
        layout.addWidget(each);
    }
    test::present(window);
    for (QWidget* each :
         {static_cast<QWidget*>(&line), static_cast<QWidget*>(&combo), static_cast<QWidget*>(&check),
          static_cast<QWidget*>(&radio), static_cast<QWidget*>(&button), static_cast<QWidget*>(&tabs)}) {
        EXPECT_GE(ringThickness(other, *each), 2) << each->metaObject()->className();
    }
}

TEST_P(InTheme, TheOutlineOfAFieldIsDrawnInItsColour) {
    applyTheme(*qApp, GetParam());
    QLineEdit line;
    line.resize(120, 32);
    const QImage picture = line.grab().toImage();
    const QColor edge = picture.pixelColor(60, 0);
    EXPECT_GE(contrast(edge, tokens().base), 3.0) << qPrintable(edge.name());
}

INSTANTIATE_TEST_SUITE_P(All, InTheme, testing::Values(Theme::Light, Theme::Dark, Theme::HighContrast),
                         [](const auto& each) {
                             return each.param == Theme::Light  ? "Light"
                                    : each.param == Theme::Dark ? "Dark"
                                                                : "HighContrast";
                         });

TEST(Theme, PrintUsesTheLightColours) {
    EXPECT_EQ(printColours().before, paletteOf(Theme::Light).chart.before);
}

TEST(Theme, DigitsAreEquallyWide) {
    const QFontMetricsF metrics(uiFont(TypeSize::Timer));
    EXPECT_DOUBLE_EQ(metrics.horizontalAdvance(u"1111"_s), metrics.horizontalAdvance(u"0000"_s));
}

TEST(Theme, ControlsGrowWithDensityAndText) {
    QWidget parent;
    QLineEdit line(&parent);
    EXPECT_EQ(line.sizeHint().height(), 32);
    setDensity(parent, Density::ChairSide);
    EXPECT_EQ(densityOf(&line), Density::ChairSide);
    line.updateGeometry();
    EXPECT_EQ(line.sizeHint().height(), 36);
    applyTheme(*qApp, Look{.density = Density::Touch});
    EXPECT_EQ(controlHeight(densityOf(&line)), 56);
    applyTheme(*qApp, Look{.textPercent = 200});
    EXPECT_EQ(scaled(32), 64);
    applyTheme(*qApp, Look{});
    EXPECT_EQ(scaled(32), 32);
}

TEST(Theme, AButtonIsAtLeastATargetAndItsFaceLeavesRoomForTheRing) {
    const std::unique_ptr<QPushButton> button(makeButton(u"&Go"_s, ButtonKind::Primary, u"go"_s));
    EXPECT_EQ(button->accessibleName(), u"Go"_s);
    EXPECT_EQ(button->sizeHint().height(), 32 + 2 * kRingSpace);
    EXPECT_GE(button->sizeHint().width(), 72);
    EXPECT_EQ(withoutMnemonic(u"Bed && chair"_s), u"Bed & chair"_s);
    EXPECT_EQ(spokenName(u"Change &dose…"_s), u"Change dose"_s);
}

TEST(Theme, TextLabelsFollowTheTheme) {
    TextLabel label(u"text"_s, TextRole::Label);
    EXPECT_EQ(label.palette().color(QPalette::WindowText), paletteOf(Theme::Light).secondary);
    applyTheme(*qApp, Theme::Dark);
    EXPECT_EQ(label.palette().color(QPalette::WindowText), paletteOf(Theme::Dark).secondary);
    applyTheme(*qApp, Theme::Light);
    EXPECT_EQ(label.textFormat(), Qt::PlainText);
}

TEST(Icons, AreDrawnInTheColourAskedFor) {
    EXPECT_TRUE(icon(u"no such icon"_s).isNull());
    for (const QString& name :
         {u"today"_s, u"patients"_s, u"caution"_s, u"stop"_s, u"reason"_s, u"info"_s, u"lock"_s}) {
        EXPECT_FALSE(icon(name).isNull()) << qPrintable(name);
        const QImage picture = iconPixmap(name, 24, Qt::red, 2.0).toImage();
        ASSERT_EQ(picture.width(), 48) << qPrintable(name);
        int inked = 0;
        for (int y = 0; y < picture.height(); ++y) {
            for (int x = 0; x < picture.width(); ++x) {
                if (picture.pixelColor(x, y).alpha() < 200) continue;
                ++inked;
                ASSERT_GT(picture.pixelColor(x, y).red(), 200);
            }
        }
        EXPECT_GT(inked, 40) << qPrintable(name);
    }
}

} // namespace
} // namespace chairside::ui
