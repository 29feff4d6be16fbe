// Which pages the program has.
#pragma once

#include "ui/shell/main_window.h"
#include "ui/work/workbench.h"

namespace chairside::app {

// Registers every page with the window; both outlive the pages.
void addPages(ui::MainWindow& window, ui::Workbench& bench);

} // namespace chairside::app
