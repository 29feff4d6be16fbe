// A chart as a file: the drawing as PNG, SVG or PDF in the colours of paper, the numbers as CSV. One way for all
// charts.
#pragma once

#include <QByteArray>
#include <QString>
#include <optional>

#include "ui/charts/chart_table_model.h"

namespace chairside::ui {

class ChartView;

enum class ChartFormat { Png, Svg, Pdf, Csv };

// Told by the ending of the name, whatever its case; nothing for any other.
[[nodiscard]] std::optional<ChartFormat> chartFormatOf(const QString& path);
// "png".
[[nodiscard]] QString chartEnding(ChartFormat format);
// For a file dialog; the numbers alone where there is no drawing.
[[nodiscard]] QString chartFileFilter(bool hasDrawing);

// The drawing with its sentence above it. No name, birth date or number of the patient is in it. Precondition: not Csv.
[[nodiscard]] QByteArray chartDrawing(const ChartView& chart, ChartFormat format, const QString& sentence);
// Comma-separated, UTF-8, CRLF; every cell as it is shown.
[[nodiscard]] QByteArray csvOf(const ChartTable& table);

} // namespace chairside::ui
