// Draws the response chart.
#pragma once

#include <memory>

#include "ui/charts/chart_picture.h"
#include "ui/charts/chart_state.h"

namespace chairside::ui {

[[nodiscard]] std::unique_ptr<ChartPicture> drawResponse(const ResponseChartData& data, const QSizeF& size,
                                                         const ChartStyle& style);

} // namespace chairside::ui
