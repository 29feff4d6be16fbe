// Draws the vitals chart.
#pragma once

#include <memory>

#include "ui/charts/chart_picture.h"
#include "ui/charts/chart_state.h"

namespace chairside::ui {

[[nodiscard]] std::unique_ptr<ChartPicture> drawVitals(const VitalsChartData& data, const QSizeF& size,
                                                       const ChartStyle& style);

} // namespace chairside::ui
