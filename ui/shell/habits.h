// What holds in every window of the program.
#pragma once

class QApplication;

namespace chairside::ui {

// Tab follows the layout, and the wheel changes nothing that is only scrolled past. Call once; the application owns
// what does it.
void installHabits(QApplication& application);

} // namespace chairside::ui
