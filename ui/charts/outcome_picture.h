// The drawings of charts of many courses, for screen and paper.
#pragma once

#include <memory>

#include "ui/charts/chart_picture.h"
#include "ui/charts/outcome_chart_state.h"

namespace chairside::ui {

// With one stop for each point; the stops of lanes that there is no room for are not drawn (x below 0).
[[nodiscard]] std::unique_ptr<ChartPicture> drawOutcomes(const OutcomeChart& chart, const QSizeF& size,
                                                         const ChartStyle& style);

// The four kinds.
void drawWaterfall(const WaterfallChartData& data, ChartPicture& picture);
void drawLanes(const LanesChartData& data, ChartPicture& picture);
void drawSpread(const SpreadChartData& data, ChartPicture& picture);
void drawGain(const GainChartData& data, ChartPicture& picture);

// A sentence in the middle of a chart that has nothing to draw.
void drawSentence(ChartPicture& picture, const QString& sentence);

} // namespace chairside::ui
