// Internal to ui/charts: what the response chart shows beside the scores of its own course.
#pragma once

#include "ui/charts/chart_state.h"

namespace chairside::ui {

// The counts of tender points at the infusions they were examined at.
void addTenderCounts(ResponseChartData& data, const services::CourseReview& review);
// Points of the kind Care, once the panels have their days.
void addCare(ResponseChartData& data, const std::vector<services::Treatment>& treatments);
// The scores of a course that is drawn below this one; the course panel grows to its last infusion.
void addCompared(ResponseChartData& data, const ResponseChartData& other);

} // namespace chairside::ui
