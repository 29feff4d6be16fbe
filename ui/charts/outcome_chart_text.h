// The words of charts of many courses.
#pragma once

#include <QString>

#include "ui/charts/chart_table_model.h"
#include "ui/charts/outcome_chart_state.h"

namespace chairside::ui {

// "46.3 % better", "12.5 % worse", "no change"; permille of the baseline, negative: worse.
[[nodiscard]] QString reductionText(int permille);
// "57.6 %": a share from 0 to 1 with at most one decimal, halves away from zero.
[[nodiscard]] QString shareText(double share);
// "5.5": with at most two decimals.
[[nodiscard]] QString hundredthsText(double value);
// "Fewer than 5: too few to show."
[[nodiscard]] QString tooFewText(int smallestGroup);
// "re-treated", "relapsed", "followed so far" ...; what a lane ends with.
[[nodiscard]] QString laneEndText(const services::CourseLane& lane);
// "30 % better", "30 % or 50 % better": what makes a responder.
[[nodiscard]] QString responderLineText(const std::vector<int>& percents);

// One line for one point of the focus line.
[[nodiscard]] QString pointText(const OutcomeChart& chart, int point);
// The chart in one or two sentences, with every denominator.
[[nodiscard]] QString chartSentence(const OutcomeChart& chart);
// Every point a row, in the order of the chart.
[[nodiscard]] ChartTable outcomeTable(const OutcomeChart& chart);

} // namespace chairside::ui
