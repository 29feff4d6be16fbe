// From a key at the chair to the frame that shows it.
#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>

#include "tests/bench/bench_clinic.h"
#include "tests/bench/benches.h"
#include "tests/bench/frame.h"
#include "ui/infusion/infusion_page.h"
#include "ui/prompt/qt_prompter.h"
#include "ui/widgets/digit_cell.h"
#include "ui/work/inline_runner.h"
#include "ui/work/workbench.h"

namespace chairside::bench {

namespace {

constexpr int kRounds = 40;
constexpr int kWidth = 1270;
constexpr int kHeight = 618;
constexpr int kMostOfThem = 95; // per cent of the keys

// Pages over the real services, each job run at once: what is measured is work, not waiting for another thread.
struct Stage {
    explicit Stage(BenchClinic& clinic) : bench(clinic.services(), runner, clinic.clock(), prompter) {
        bench.setActor(clinic.nurse());
    }

    ui::InlineRunner runner;
    ui::QtPrompter prompter;
    ui::Workbench bench;
};

void show(QWidget& widget) {
    widget.resize(kWidth, kHeight);
    widget.show();
    widget.activateWindow();
    QApplication::processEvents();
}

// The widget of the window that takes keys. A window that a desktop leaves in the background has it all the same, so
// that the measurement needs no keyboard of its own.
QWidget* keyTarget(QWidget& window) {
    QWidget* focus = window.focusWidget();
    return focus != nullptr ? focus : &window;
}

// One key as the window system delivers it, until the frame with everything it changed is painted.
double timeOfKey(QWidget& window, int key, const QString& text) {
    Frame frame(window);
    return timeOf([&] {
        QKeyEvent press(QEvent::KeyPress, key, Qt::NoModifier, text);
        QApplication::sendEvent(keyTarget(window), &press);
        QKeyEvent release(QEvent::KeyRelease, key, Qt::NoModifier, text);
        QApplication::sendEvent(keyTarget(window), &release);
        frame.wait();
    });
}

void type(QWidget& window, const std::string& digits, Samples& samples) {
    for (const char digit : digits)
        samples.add(timeOfKey(window, Qt::Key_0 + (digit - '0'), QString(QLatin1Char(digit))));
}

ui::DigitCell& cellOf(QWidget& page, const QString& name) {
    for (auto* cell : page.findChildren<ui::DigitCell*>(name)) {
        if (cell->isVisible()) return *cell;
    }
    giveUp("a field to type into", {.code = base::Code::NotFound, .detail = name.toStdString()});
}

// The digits are typed and taken out again: nothing is saved.
Samples keysInto(ui::InfusionPage& page, const QString& cell, const std::string& digits) {
    Samples samples;
    for (int round = 0; round < kRounds; ++round) {
        cellOf(page, cell).setFocus();
        QApplication::processEvents();
        type(page, digits, samples);
        const QString left = page.focusWidget() != nullptr ? page.focusWidget()->objectName() : QString();
        if (round == 0 && cellOf(page, cell).text().isEmpty())
            giveUp("typing into a field", {.code = base::Code::Internal, .detail = left.toStdString()});
        for (auto* each : page.findChildren<ui::DigitCell*>())
            each->setValue(std::nullopt);
        QApplication::processEvents();
    }
    return samples;
}

Samples keysOfBareLine(const std::string& digits) {
    QWidget window;
    auto* line = new QLineEdit(&window);
    show(window);
    Samples samples;
    for (int round = 0; round < kRounds; ++round) {
        line->clear();
        line->setFocus();
        QApplication::processEvents();
        type(window, digits, samples);
    }
    return samples;
}

Figure figure(const char* what, const Samples& ours, const Samples& bare) {
    return {what, ours.percentile(kMostOfThem), "bare QLineEdit", bare.percentile(kMostOfThem), "30 ms at most"};
}

} // namespace

std::vector<Figure> measureKeys() {
    BenchClinic clinic;
    Stage stage(clinic);
    ui::InfusionPage page(stage.bench);
    show(page);
    const auto running = clinic.runningInfusions().front();
    page.open({.kind = ui::PageKind::Infusion, .infusionId = running.text()});
    QApplication::processEvents();
    page.showStep(QStringLiteral("run"));
    const auto row = keysInto(page, QStringLiteral("vitals_systolic"), "1287672981");
    page.showStep(QStringLiteral("after"));
    const auto score = keysInto(page, QStringLiteral("pain_after"), "4");
    const auto bare = keysOfBareLine("1287672981");
    return {figure("one key of a vitals row to its painted frame, 95th percentile", row, bare),
            figure("one key of the scores after the infusion, 95th percentile", score, bare)};
}

} // namespace chairside::bench
