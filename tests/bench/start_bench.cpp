#include <QApplication>
#include <QMainWindow>
#include <QProcess>
#include <chrono>
#include <cstdio>

#include "app/desktop.h"
#include "app/font_warm_up.h"
#include "tests/bench/bench_clinic.h"
#include "tests/bench/benches.h"
#include "ui/theme/apply_theme.h"

namespace chairside::bench {

namespace {

constexpr int kRounds = 15;

// The same clock in every process of the machine.
long long nanosecondsNow() {
    return std::chrono::duration_cast<std::chrono::nanoseconds>(std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

// Says on standard output when the first frame of a window was painted, and leaves.
class LeaveAtFirstFrame : public QObject {
public:
    explicit LeaveAtFirstFrame(QWidget& window) { window.installEventFilter(this); }
    // A screen that is not worth a person's glance does not count.
    bool armed = true;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override {
        if (event->type() == QEvent::UpdateRequest && armed) {
            armed = false;
            QMetaObject::invokeMethod(
                this,
                [] {
                    std::printf("%lld\n", nanosecondsNow());
                    QApplication::quit();
                },
                Qt::QueuedConnection);
        }
        return QObject::eventFilter(watched, event);
    }
};

// Milliseconds from the start of the process to its first painted frame.
double runChild(const std::string& self, const QStringList& arguments) {
    QProcess child;
    const long long began = nanosecondsNow();
    child.setStandardErrorFile(QProcess::nullDevice());
    child.start(QString::fromStdString(self), arguments);
    if (!child.waitForFinished(30'000) || child.exitCode() != 0)
        giveUp("a child program", {.code = base::Code::Internal});
    return static_cast<double>(child.readAllStandardOutput().trimmed().toLongLong() - began) / 1e6;
}

} // namespace

int playBareWindow(int argc, char** argv) {
    QApplication application(argc, argv);
    QMainWindow window;
    window.resize(1200, 700);
    const LeaveAtFirstFrame leave(window);
    window.show();
    return QApplication::exec();
}

int playDesktop(int argc, char** argv, const std::string& folder) {
    app::FontWarmUp fonts;
    QApplication application(argc, argv);
    app::Options options;
    options.data = folder;
    app::Desktop desktop(options);
    fonts.wait();
    ui::applyTheme(application, ui::Theme::Light);
    LeaveAtFirstFrame leave(desktop.window());
    leave.armed = false;
    QObject::connect(&desktop, &app::Desktop::ready, &application, [&leave, &desktop] {
        leave.armed = true;
        desktop.window().update();
    });
    desktop.start();
    return QApplication::exec();
}

// From the start of the process to the painted sign-in page of an existing clinic, against a bare window.
std::vector<Figure> measureStart(const std::string& self) {
    BenchClinic bench;
    bench.close();
    const QString folder = QString::fromStdString(bench.folder().string());
    return {compareTaken(
        "process start to the painted sign-in page", "bare QMainWindow", "1.3 at most", kRounds,
        [&] {
            return runChild(self, {QStringLiteral("--desktop"), folder});
        },
        [&] { return runChild(self, {QStringLiteral("--bare-window")}); })};
}

} // namespace chairside::bench
