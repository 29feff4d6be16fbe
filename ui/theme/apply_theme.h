// Puts the program's look on the application.
#pragma once

#include "ui/theme/metrics.h"
#include "ui/theme/palette.h"

class QApplication;

namespace chairside::ui {

struct Look {
    Theme theme = Theme::Light;
    Density density = Density::Desktop;
    int textPercent = 100; // 100..200
};

// Sets style, palette, fonts and text scale. May be called again at any time: open windows follow.
void applyTheme(QApplication& application, const Look& look);
void applyTheme(QApplication& application, Theme theme);
[[nodiscard]] const Look& currentLook();

} // namespace chairside::ui
