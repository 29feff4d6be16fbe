#include "ui/theme/palette.h"

#include <algorithm>
#include <cmath>

namespace chairside::ui {

namespace {

QColor rgb(unsigned value) {
    return QColor::fromRgb(0xff000000U | value);
}

Palette lightPalette() {
    Palette p;
    p.theme = Theme::Light;
    p.window = rgb(0xF2F4F7);
    p.base = rgb(0xFFFFFF);
    p.alternate = rgb(0xF7F9FB);
    p.banner = rgb(0xDCEBF7);
    p.hairline = rgb(0xD3DAE3);
    p.text = rgb(0x1B2430);
    p.secondary = rgb(0x4A5665);
    p.placeholder = rgb(0x5B6877);
    p.fieldBorder = rgb(0x6B7785);
    p.primary = rgb(0x005A9C);
    p.onPrimary = rgb(0xFFFFFF);
    p.primaryTint = rgb(0xE3EFF9);
    p.focus = rgb(0x005A9C);
    p.error = rgb(0xB3261E);
    p.onError = rgb(0xFFFFFF);
    p.errorTint = rgb(0xFBE4E2);
    p.warning = rgb(0x7A4B00);
    p.warningTint = rgb(0xFFF3CD);
    p.success = rgb(0x0B6B4B);
    p.successTint = rgb(0xE1F3EA);
    p.disabled = rgb(0x8793A3);
    p.demoStrip = rgb(0xFFD54A);
    p.onDemoStrip = rgb(0x1B2430);
    p.chart = {.before = rgb(0x0072B2),
               .after = rgb(0xB34700),
               .tenderPoints = rgb(0x882255),
               .dose = rgb(0x4A5665),
               .reference = p.text,
               .grid = rgb(0xE3E8EE),
               .background = p.base,
               .text = p.text};
    return p;
}

Palette darkPalette() {
    Palette p;
    p.theme = Theme::Dark;
    p.window = rgb(0x161B22);
    p.base = rgb(0x0F141A);
    p.alternate = rgb(0x1C232C);
    p.banner = rgb(0x0B3A5E);
    p.hairline = rgb(0x2D3744);
    p.text = rgb(0xE6EBF1);
    p.secondary = rgb(0xB4C0CE);
    p.placeholder = rgb(0x93A1B2);
    p.fieldBorder = rgb(0x7C8A9A);
    p.primary = rgb(0x6CB6FF);
    p.onPrimary = rgb(0x0F141A);
    p.primaryTint = rgb(0x17324B);
    p.focus = rgb(0xFFD54A);
    p.error = rgb(0xFF9B94);
    p.onError = rgb(0x0F141A);
    p.errorTint = rgb(0x45191A);
    p.warning = rgb(0xFFC75A);
    p.warningTint = rgb(0x3A2E0A);
    p.success = rgb(0x6FD3A5);
    p.successTint = rgb(0x10362A);
    p.disabled = rgb(0x687687);
    p.demoStrip = rgb(0xFFD54A);
    p.onDemoStrip = rgb(0x1B2430);
    p.chart = {.before = rgb(0x56B4E9),
               .after = rgb(0xFF9E4A),
               .tenderPoints = rgb(0xF0A6C8),
               .dose = rgb(0xB4C0CE),
               .reference = p.text,
               .grid = rgb(0x27303B),
               .background = p.base,
               .text = p.text};
    return p;
}

Palette highContrastPalette() {
    Palette p = darkPalette();
    p.theme = Theme::HighContrast;
    const QColor black = rgb(0x000000);
    const QColor white = rgb(0xFFFFFF);
    p.window = p.base = p.alternate = p.banner = p.onPrimary = p.onError = black;
    p.hairline = p.text = p.secondary = p.placeholder = p.fieldBorder = p.primary = white;
    p.primaryTint = rgb(0x2B2B2B);
    p.errorTint = rgb(0x2B0000);
    p.warningTint = rgb(0x241C00);
    p.successTint = rgb(0x00210F);
    p.disabled = rgb(0x9A9A9A);
    p.chart.reference = p.chart.text = p.chart.dose = white;
    p.chart.grid = rgb(0x4D4D4D);
    p.chart.background = black;
    return p;
}

double linear(double channel) {
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor& colour) {
    return 0.2126 * linear(double{colour.redF()}) + 0.7152 * linear(double{colour.greenF()}) +
           0.0722 * linear(double{colour.blueF()});
}

} // namespace

QColor ChartColours::band(const QColor& series) const {
    return mixed(series, background, bandPercent);
}

const Palette& paletteOf(Theme theme) {
    static const Palette light = lightPalette();
    static const Palette dark = darkPalette();
    static const Palette highContrast = highContrastPalette();
    switch (theme) {
    case Theme::Dark:
        return dark;
    case Theme::HighContrast:
        return highContrast;
    case Theme::Light:
        break;
    }
    return light;
}

const ChartColours& printColours() {
    return paletteOf(Theme::Light).chart;
}

QPalette toQPalette(const Palette& p) {
    QPalette q;
    q.setColor(QPalette::Window, p.window);
    q.setColor(QPalette::WindowText, p.text);
    q.setColor(QPalette::Base, p.base);
    q.setColor(QPalette::AlternateBase, p.alternate);
    q.setColor(QPalette::Text, p.text);
    q.setColor(QPalette::PlaceholderText, p.placeholder);
    q.setColor(QPalette::Button, p.theme == Theme::Light ? p.base : p.alternate);
    q.setColor(QPalette::ButtonText, p.text);
    q.setColor(QPalette::BrightText, p.onError);
    q.setColor(QPalette::ToolTipBase, p.alternate);
    q.setColor(QPalette::ToolTipText, p.text);
    q.setColor(QPalette::Highlight, p.primary);
    q.setColor(QPalette::HighlightedText, p.onPrimary);
    q.setColor(QPalette::Link, p.primary);
    q.setColor(QPalette::LinkVisited, p.primary);
    q.setColor(QPalette::Light, p.base);
    q.setColor(QPalette::Midlight, p.hairline);
    q.setColor(QPalette::Mid, p.hairline);
    q.setColor(QPalette::Dark, p.fieldBorder);
    q.setColor(QPalette::Shadow, p.hairline);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText}) {
        q.setColor(QPalette::Disabled, role, p.disabled);
    }
    q.setColor(QPalette::Disabled, QPalette::Highlight, p.hairline);
    return q;
}

double contrast(const QColor& one, const QColor& other) {
    const double a = luminance(one);
    const double b = luminance(other);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

QColor mixed(const QColor& over, const QColor& under, int share) {
    const auto channel = [share](int a, int b) {
        return (a * share + b * (100 - share) + 50) / 100;
    };
    return {channel(over.red(), under.red()), channel(over.green(), under.green()), channel(over.blue(), under.blue())};
}

} // namespace chairside::ui
