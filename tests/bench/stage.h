// A page over the real services of a bench's clinic, and keys typed into it as the window system delivers them.
#pragma once

#include <QString>

#include "tests/bench/bench_clinic.h"
#include "ui/prompt/qt_prompter.h"
#include "ui/work/inline_runner.h"
#include "ui/work/workbench.h"

class QWidget;

namespace chairside::bench {

// Each job is run at once: what is measured is work, not waiting for another thread. The nurse is signed in.
struct Stage {
    explicit Stage(BenchClinic& clinic);

    ui::InlineRunner runner;
    ui::QtPrompter prompter;
    ui::Workbench bench;
};

// At the size that 1366x768 leaves a page.
void showOnStage(QWidget& page);
// Milliseconds from the key to the frame with everything it changed.
[[nodiscard]] double timeOfKey(QWidget& page, int key, const QString& text);

} // namespace chairside::bench
