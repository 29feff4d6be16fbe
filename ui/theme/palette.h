// Every colour of the program. Widgets ask for a token, never for a number.
#pragma once

#include <QColor>
#include <QPalette>

namespace chairside::ui {

enum class Theme { Light, Dark, HighContrast };

// Colours of series on screen or paper; marks and words differ as well, so no meaning rests on these alone.
struct ChartColours {
    QColor before;
    QColor after;
    QColor tenderPoints;
    QColor dose;
    QColor reference;
    QColor grid;
    QColor background;
    QColor text;
    // Share of a series' colour in its band, in per cent; bands are mixed with the background, never
    // transparent.
    int bandPercent = 11;

    [[nodiscard]] QColor band(const QColor& series) const;
};

struct Palette {
    Theme theme = Theme::Light;
    QColor window;
    QColor base;
    QColor alternate;
    QColor banner;
    QColor hairline; // dividers and card edges: decoration, not a control's outline
    QColor text;
    QColor secondary;
    QColor placeholder;
    QColor fieldBorder;
    QColor primary;
    QColor onPrimary;
    QColor primaryTint; // selected row, current step
    QColor focus;
    QColor error;
    QColor onError;
    QColor errorTint;
    QColor warning;
    QColor warningTint;
    QColor success;
    QColor successTint;
    QColor disabled;
    QColor demoStrip;
    QColor onDemoStrip;
    ChartColours chart;
};

[[nodiscard]] const Palette& paletteOf(Theme theme);
// The colours of the theme that is applied now; Light before any is.
[[nodiscard]] const Palette& tokens();
// Colours for PDF and paper whatever the screen shows.
[[nodiscard]] const ChartColours& printColours();
[[nodiscard]] QPalette toQPalette(const Palette& palette);

// WCAG contrast ratio of two opaque colours, 1..21.
[[nodiscard]] double contrast(const QColor& one, const QColor& other);
// `share` per cent of `over` on `under`.
[[nodiscard]] QColor mixed(const QColor& over, const QColor& under, int share);

} // namespace chairside::ui
