#include "tests/bench/stage.h"

#include <QApplication>
#include <QKeyEvent>
#include <QWidget>

#include "tests/bench/frame.h"
#include "tests/bench/measure.h"

namespace chairside::bench {

namespace {

constexpr int kStageWidth = 1270;
constexpr int kStageHeight = 618;

// The widget of the window that takes keys. A window that a desktop leaves in the background has it all the same, so
// that the measurement needs no keyboard of its own.
QWidget* keyTarget(QWidget& window) {
    QWidget* focus = window.focusWidget();
    return focus != nullptr ? focus : &window;
}

} // namespace

Stage::Stage(BenchClinic& clinic) : bench(clinic.services(), runner, clinic.clock(), prompter) {
    bench.setActor(clinic.nurse());
}

void showOnStage(QWidget& page) {
    page.resize(kStageWidth, kStageHeight);
    page.show();
    page.activateWindow();
    QApplication::processEvents();
}

double timeOfKey(QWidget& page, int key, const QString& text) {
    Frame frame(page);
    return timeOf([&] {
        QKeyEvent press(QEvent::KeyPress, key, Qt::NoModifier, text);
        QApplication::sendEvent(keyTarget(page), &press);
        QKeyEvent release(QEvent::KeyRelease, key, Qt::NoModifier, text);
        QApplication::sendEvent(keyTarget(page), &release);
        frame.wait();
    });
}

} // namespace chairside::bench
