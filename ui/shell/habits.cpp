#include "ui/shell/habits.h"

#include <QApplication>

#include "ui/a11y/tab_stops.h"
#include "ui/widgets/wheel_guard.h"

namespace chairside::ui {

void installHabits(QApplication& application) {
    application.installEventFilter(new WheelGuard(&application));
    application.installEventFilter(new TabsFollowLayout(&application));
}

} // namespace chairside::ui
