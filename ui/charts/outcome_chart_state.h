// Charts of many courses as plain descriptions; drawing, table and spoken sentence are made from the same one. No
// names: a course is known by its place in the chart.
#pragma once

#include <optional>
#include <variant>
#include <vector>

#include "core/services/outcome_service.h"

namespace chairside::ui {

// One bar a judged course, largest fall first. No points while there are fewer than the smallest group.
struct WaterfallChartData {
    std::vector<services::JudgedCourse> bars;
    int judged = 0;
    int unjudged = 0;
    int smallestGroup = 0;
    std::vector<int> responderPercents; // of the protocol versions, without repetition, rising

    [[nodiscard]] bool isTooSmall() const { return judged < smallestGroup; }
};

// One lane a started course, by first day.
struct LanesChartData {
    std::vector<services::CourseLane> lanes;
    int longest = 1; // days
};

// Pain of one infusion number; two series that are never joined with each other.
struct SpreadChartData {
    std::vector<services::InfusionSpread> infusions;
    int smallestGroup = 0;
};

// Time from the last infusion to re-treatment or relapse.
struct GainChartData {
    domain::SurvivalCurve curve;       // without steps for a group that is too small
    std::vector<domain::RiskRow> risk; // at round days; none without steps
    int retreated = 0;
    int relapsed = 0;
    int withoutGain = 0;
    int unknown = 0;
    int smallestGroup = 0;
    int longest = 1; // days the axis reaches
};

using OutcomeChart = std::variant<WaterfallChartData, LanesChartData, SpreadChartData, GainChartData>;

[[nodiscard]] WaterfallChartData waterfallChartData(const services::Outcomes& outcomes);
[[nodiscard]] LanesChartData lanesChartData(const services::Outcomes& outcomes);
[[nodiscard]] SpreadChartData spreadChartData(const services::Outcomes& outcomes);
[[nodiscard]] GainChartData gainChartData(const services::Outcomes& outcomes);

// What the focus line can stand on.
[[nodiscard]] int pointCount(const OutcomeChart& chart);

} // namespace chairside::ui
