// Every GUI test runs in this application: offscreen, with the program's own look.
#include <QApplication>
#include <gtest/gtest.h>

#include "ui/shell/habits.h"
#include "ui/theme/apply_theme.h"

int main(int argc, char** argv) {
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
    testing::InitGoogleTest(&argc, argv);
    QGuiApplication::setHighDpiScaleFactorRoundingPolicy(Qt::HighDpiScaleFactorRoundingPolicy::PassThrough);
    QApplication application(argc, argv);
    chairside::ui::applyTheme(application, chairside::ui::Look{});
    chairside::ui::installHabits(application);
    return RUN_ALL_TESTS();
}
