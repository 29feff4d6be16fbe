#include <algorithm>
#include <iterator>
#include <set>

#include "ui/charts/outcome_chart_state.h"

namespace chairside::ui {

namespace {

constexpr int kRiskColumns = 8;
constexpr int kRoundSteps[] = {7, 14, 28, 56, 91, 182, 364, 728, 1456};

int riskStep(int longest) {
    for (const int step : kRoundSteps) {
        if (longest / step < kRiskColumns) return step;
    }
    return std::max(1, longest / kRiskColumns);
}

struct CountPoints {
    int operator()(const WaterfallChartData& data) const {
        return data.isTooSmall() ? 0 : static_cast<int>(data.bars.size());
    }
    int operator()(const LanesChartData& data) const { return static_cast<int>(data.lanes.size()); }
    int operator()(const SpreadChartData& data) const { return static_cast<int>(data.infusions.size()); }
    int operator()(const GainChartData& data) const { return static_cast<int>(data.curve.steps.size()); }
};

} // namespace

WaterfallChartData waterfallChartData(const services::Outcomes& outcomes) {
    std::set<int> percents;
    for (const auto& one : outcomes.definitions)
        percents.insert(one.responderPercent);
    return {.bars = outcomes.judged,
            .judged = static_cast<int>(outcomes.judged.size()),
            .unjudged = static_cast<int>(outcomes.unjudged.size()),
            .smallestGroup = outcomes.smallestGroup,
            .responderPercents = {percents.begin(), percents.end()}};
}

LanesChartData lanesChartData(const services::Outcomes& outcomes) {
    LanesChartData data{.lanes = outcomes.lanes};
    for (const auto& lane : data.lanes)
        data.longest = std::max(data.longest, lane.followedDays);
    return data;
}

SpreadChartData spreadChartData(const services::Outcomes& outcomes) {
    return {outcomes.byInfusion, outcomes.smallestGroup};
}

GainChartData gainChartData(const services::Outcomes& outcomes) {
    const auto& gain = outcomes.gainKept;
    GainChartData data{.curve = gain.curve,
                       .risk = {},
                       .retreated = gain.retreated,
                       .relapsed = gain.relapsed,
                       .withoutGain = gain.withoutGain,
                       .unknown = gain.unknown,
                       .smallestGroup = outcomes.smallestGroup};
    if (data.curve.steps.empty()) return data;
    data.longest = std::max(1, data.curve.steps.back().day);
    const int step = riskStep(data.longest);
    std::vector<int> days;
    for (int day = 0; day < data.longest + step; day += step)
        days.push_back(day);
    data.longest = std::max(data.longest, days.back());
    data.risk = domain::riskTable(gain.observations, days);
    return data;
}

int pointCount(const OutcomeChart& chart) {
    return std::visit(CountPoints{}, chart);
}

} // namespace chairside::ui
