#include "app/application.h"

#include <QApplication>

#include "app/demo/demo_clinic.h"
#include "app/desktop.h"
#include "app/font_warm_up.h"
#include "app/process_guard.h"
#include "app/screenshots.h"
#include "app/self_check.h"
#include "app/tour.h"
#include "app/trace_ui.h"
#include "app/translations.h"
#include "ui/shell/habits.h"
#include "ui/theme/apply_theme.h"

namespace chairside::app {

namespace {

ui::Theme themeOf(const std::string& name) {
    if (name == "dark") return ui::Theme::Dark;
    return name == "contrast" ? ui::Theme::HighContrast : ui::Theme::Light;
}

} // namespace

int runChairside(int argc, char** argv) {
    forbidMemoryDumps();
    const auto [options, exitCode] = parseOptions(argc, argv);
    if (exitCode) return *exitCode;
    FontWarmUp fonts;
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("Chairside"));
    QApplication::setApplicationVersion(QStringLiteral(CHAIRSIDE_VERSION));
    installTranslations(application, options.locale);
    ui::installHabits(application);
    if (options.selfCheck) {
        fonts.wait();
        ui::applyTheme(application, themeOf(options.theme));
        return runSelfCheck();
    }
    const TraceUi trace(application, options.traceUi);
    const bool tour = !options.tour.empty();
    const base::SystemTimeZone zone;
    TourClock tourClock(options.fixedClock.value_or(demoMoment(zone)));
    Desktop desktop(options, tour ? &tourClock : nullptr);
    fonts.wait();
    ui::applyTheme(application, themeOf(options.theme));
    std::unique_ptr<QObject> script;
    if (tour) script = startTour(desktop, tourClock, options.tour);
    if (!options.screenshots.empty()) script = startScreenshots(desktop, options.screenshots);
    desktop.start();
    return QApplication::exec();
}

} // namespace chairside::app
