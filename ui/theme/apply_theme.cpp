#include "ui/theme/apply_theme.h"

#include <QApplication>
#include <QVariant>
#include <QWidget>
#include <algorithm>
#include <cmath>

#include "ui/theme/app_style.h"
#include "ui/theme/fonts.h"

namespace chairside::ui {

void applyTheme(QApplication& application, const Look& look) {
    Look bounded = look;
    bounded.textPercent = std::clamp(look.textPercent, 100, 200);
    application.setStyle(new AppStyle(bounded)); // QApplication owns it
    application.setPalette(toQPalette(paletteOf(bounded.theme)));
    application.setFont(uiFont());
    application.setFont(uiFont(), "QMenuBar");
    application.setFont(uiFont(), "QMenu");
}

void applyTheme(QApplication& application, Theme theme) {
    Look look = currentLook();
    look.theme = theme;
    applyTheme(application, look);
}

const Look& currentLook() {
    static const Look standard;
    const AppStyle* style = appliedStyle();
    return style != nullptr ? style->look() : standard;
}

const Palette& tokens() {
    return paletteOf(currentLook().theme);
}

int scaled(int px) {
    const AppStyle* style = appliedStyle();
    return static_cast<int>(std::lround(px * (style != nullptr ? style->scale() : 1.0)));
}

int controlHeight(Density density) {
    switch (density) {
    case Density::ChairSide:
        return scaled(36);
    case Density::Touch:
        return scaled(56);
    case Density::Desktop:
        break;
    }
    return scaled(32);
}

namespace {

constexpr const char* kDensityProperty = "chairsideDensity";
constexpr const char* kFaultyProperty = "chairsideFaulty";

} // namespace

void setDensity(QWidget& widget, Density density) {
    widget.setProperty(kDensityProperty, static_cast<int>(density));
    widget.updateGeometry();
}

Density densityOf(const QWidget* widget) {
    // Touch is a choice of the person and holds everywhere.
    if (currentLook().density == Density::Touch) return Density::Touch;
    for (const QWidget* at = widget; at != nullptr; at = at->parentWidget()) {
        if (const QVariant own = at->property(kDensityProperty); own.isValid())
            return static_cast<Density>(own.toInt());
    }
    return currentLook().density;
}

void setFaulty(QWidget& widget, bool faulty) {
    widget.setProperty(kFaultyProperty, faulty);
    widget.update();
}

bool isFaulty(const QWidget* widget) {
    return widget != nullptr && widget->property(kFaultyProperty).toBool();
}

} // namespace chairside::ui
