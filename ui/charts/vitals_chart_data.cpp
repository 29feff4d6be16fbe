#include <algorithm>

#include "ui/charts/chart_state.h"

namespace chairside::ui {

namespace {

using domain::VitalKind;

// A fixed axis only gives way to a value that would otherwise not be seen.
void makeRoom(ValueRange& axis, int value, int step) {
    while (value < axis.low)
        axis.low -= step;
    while (value > axis.high)
        axis.high += step;
}

void addRow(VitalsChartData& data, const domain::VitalSigns& row, const domain::MonitoringRules& rules) {
    const auto at = row.head.observedAt;
    data.rows.push_back(at);
    if (row.systolic && row.diastolic) {
        data.pressure.push_back({at, *row.systolic, *row.diastolic,
                                 domain::markOf(VitalKind::Systolic, *row.systolic, rules),
                                 domain::markOf(VitalKind::Diastolic, *row.diastolic, rules)});
        makeRoom(data.pressureAxis, *row.diastolic, 20);
        makeRoom(data.pressureAxis, *row.systolic, 20);
    }
    if (row.heartRate) {
        data.heartRate.push_back({at, *row.heartRate, domain::markOf(VitalKind::HeartRate, *row.heartRate, rules)});
        makeRoom(data.heartRateAxis, *row.heartRate, 20);
    }
    if (row.spo2) {
        data.spo2.push_back({at, *row.spo2, domain::markOf(VitalKind::Spo2, *row.spo2, rules)});
        makeRoom(data.spo2Axis, *row.spo2, 4);
    }
}

// What the pump had given by a moment, the steps after it left out.
domain::Delivery deliveryAt(const std::vector<domain::InfusionStep>& steps, const domain::Preparation& bag,
                            base::Instant at, const domain::DoseRules& rules) {
    const auto later = std::ranges::find_if(steps, [at](const auto& step) { return step.head.observedAt > at; });
    return domain::foldDelivery({steps.begin(), later}, bag, at, rules);
}

// The amount at the start, at every step and at the end; the rate is constant in between, except that a bag that runs
// empty stops giving.
void addDose(VitalsChartData& data, const domain::InfusionRecord& record, const domain::DoseRules& rules) {
    auto steps = domain::standing(record.steps);
    std::ranges::stable_sort(steps, {}, [](const auto& step) { return step.head.observedAt; });
    domain::Preparation bag;
    if (const auto prepared = domain::preparedDose(record)) bag = {prepared->dose, prepared->totalVolume};
    const auto whole = domain::foldDelivery(steps, bag, data.asOf, rules);
    data.prepared = bag.dose;
    data.given = whole.dose;
    data.startedAt = whole.startedAt;
    data.stoppedAt = whole.stoppedAt;
    if (!whole.startedAt) return;
    const auto end = whole.stoppedAt.value_or(std::max(data.asOf, *whole.startedAt));
    std::vector<base::Instant> moments{*whole.startedAt, end};
    for (const auto& step : steps) {
        const auto at = step.head.observedAt;
        if (at < *whole.startedAt || at > end) continue;
        moments.push_back(at);
        if (step.kind == domain::StepKind::Pause) {
            data.pauses.push_back({at, deliveryAt(steps, bag, at, rules).dose});
        }
    }
    if (whole.emptyAt && *whole.emptyAt < end) moments.push_back(*whole.emptyAt);
    std::ranges::sort(moments);
    const auto repeated = std::ranges::unique(moments);
    moments.erase(repeated.begin(), repeated.end());
    for (const auto& at : moments)
        data.dose.push_back({at, deliveryAt(steps, bag, at, rules).dose});
}

void placeInTime(VitalsChartData& data, int plannedMinutes) {
    data.from = data.startedAt.value_or(data.asOf);
    data.to = data.from;
    for (const auto& at : data.rows) {
        data.from = std::min(data.from, at);
        data.to = std::max(data.to, at);
    }
    if (data.startedAt) data.to = std::max(data.to, data.startedAt->plus(std::chrono::minutes(plannedMinutes)));
    if (data.stoppedAt) data.to = std::max(data.to, *data.stoppedAt);
    if (data.running) data.to = std::max(data.to, data.asOf);
    if (data.to == data.from) data.to = data.from.plus(std::chrono::minutes(std::max(1, plannedMinutes)));
}

} // namespace

VitalsChartData vitalsChartData(const domain::InfusionRecord& record, const domain::ProtocolRules& rules,
                                int plannedMinutes, base::Instant asOf) {
    VitalsChartData data;
    data.asOf = asOf;
    const auto& monitoring = rules.monitoring;
    data.startSystolicMax = monitoring.startSystolicMax;
    data.startDiastolicMax = monitoring.startDiastolicMax;
    data.heartRateBand = {monitoring.heartRateLow, monitoring.heartRateHigh};
    data.spo2Band = {monitoring.spo2Notify, monitoring.spo2.high};
    auto rows = domain::standing(record.vitals);
    std::ranges::stable_sort(rows, {}, [](const auto& row) { return row.head.observedAt; });
    for (const auto& row : rows)
        addRow(data, row, monitoring);
    addDose(data, record, rules.dose);
    data.running = data.startedAt && !data.stoppedAt;
    placeInTime(data, plannedMinutes);
    return data;
}

} // namespace chairside::ui
