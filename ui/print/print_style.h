// What is common to everything on paper: lengths, type sizes and colours. Lengths are dots of 1/300 inch, the
// resolution of the PDF, so that a page is laid out once and looks the same on paper and on the screen.
#pragma once

#include <QColor>
#include <QFont>
#include <QPageSize>
#include <QSizeF>

namespace chairside::ui {

enum class PaperSize { A4, Letter };

inline constexpr int kDotsPerInch = 300;

[[nodiscard]] constexpr qreal mm(qreal millimetres) {
    return millimetres * kDotsPerInch / 25.4;
}

[[nodiscard]] QPageSize pageSizeOf(PaperSize paper);
// The whole sheet, upright.
[[nodiscard]] QSizeF sheetOf(PaperSize paper);

enum class PrintRole {
    Body,
    Strong,
    Small, // table cells
    SmallStrong,
    Caption, // column headings, labels, footers
    Heading,
    Large, // what a patient reads at home
    LargeStrong,
    Person, // the name on top of every page
    Figure  // the numbers a page opens with
};

[[nodiscard]] QFont printFont(PrintRole role);
// The same font without what only suits a screen.
[[nodiscard]] QFont forPaper(QFont font);

// Opaque colours only: PDF/A-1 knows no transparency. Every text colour keeps its contrast in greyscale.
struct PrintInks {
    QColor text;
    QColor secondary;
    QColor rule;      // lines that carry structure
    QColor hairline;  // between rows
    QColor tint;      // behind column headings and figures
    QColor watermark; // under the text, too light to disturb it
    QColor paper;
    QColor demo;
    QColor onDemo;
};

[[nodiscard]] const PrintInks& printInks();

} // namespace chairside::ui
