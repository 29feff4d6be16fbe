// Charts of the program on paper.
#pragma once

#include <functional>
#include <memory>

#include "ui/charts/chart_picture.h"
#include "ui/print/print_flow.h"

namespace chairside::ui {

using ChartDrawer = std::function<std::unique_ptr<ChartPicture>(const QSizeF&, const ChartStyle&)>;

// Drawn once at the size it has on paper, so that the screen shows the very same picture at every zoom.
void addChartPicture(PrintFlow& flow, qreal height, const ChartDrawer& draw);

} // namespace chairside::ui
