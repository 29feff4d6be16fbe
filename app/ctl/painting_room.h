// What drawing documents needs in a program without a window.
#pragma once

#include <QApplication>
#include <memory>

#include "ui/theme/apply_theme.h"

namespace chairside::app {

// Fonts and painting need a GUI application, but no display.
class PaintingRoom {
public:
    PaintingRoom() {
        qputenv("QT_QPA_PLATFORM", "offscreen");
        m_application = std::make_unique<QApplication>(m_count, m_arguments);
        ui::applyTheme(*m_application, ui::Theme::Light);
    }

private:
    int m_count = 1;
    char m_name[13] = "chairsidectl";
    char* m_arguments[2] = {m_name, nullptr};
    std::unique_ptr<QApplication> m_application;
};

} // namespace chairside::app
