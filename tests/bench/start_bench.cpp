#include <QApplication>
#include <QMainWindow>
#include <QProcess>

#include "app/desktop.h"
#include "tests/bench/bench_clinic.h"
#include "tests/bench/benches.h"
#include "ui/theme/apply_theme.h"

namespace chairside::bench {

namespace {

constexpr int kRounds = 15;

// Leaves at the first painted frame of a window.
class LeaveAtFirstFrame : public QObject {
public:
    explicit LeaveAtFirstFrame(QWidget& window) { window.installEventFilter(this); }
    // A screen that is not worth a person's glance does not count.
    bool armed = true;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override {
        if (event->type() == QEvent::UpdateRequest && armed) QMetaObject::invokeMethod(qApp, &QApplication::quit, Qt::QueuedConnection);
        return QObject::eventFilter(watched, event);
    }
};

void runChild(const std::string& self, const QStringList& arguments) {
    QProcess child;
    child.setStandardErrorFile(QProcess::nullDevice());
    child.start(QString::fromStdString(self), arguments);
    if (!child.waitForFinished(30'000) || child.exitCode() != 0) giveUp("a child program", {.code = base::Code::Internal});
}

}  // namespace

int playBareWindow(int argc, char** argv) {
    QApplication application(argc, argv);
    QMainWindow window;
    window.resize(1200, 700);
    const LeaveAtFirstFrame leave(window);
    window.show();
    return QApplication::exec();
}

int playDesktop(int argc, char** argv, const std::string& folder) {
    QApplication application(argc, argv);
    ui::applyTheme(application, ui::Theme::Light);
    app::Options options;
    options.data = folder;
    app::Desktop desktop(options);
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
    return {compare("process start to the painted sign-in page", "bare QMainWindow", "1.3 at most", kRounds,
                    [&] { runChild(self, {QStringLiteral("--desktop"), folder}); },
                    [&] { runChild(self, {QStringLiteral("--bare-window")}); })};
}

}  // namespace chairside::bench
