#include "core/domain/outcome/tender_points.h"
#include "ui/charts/chart_state.h"

namespace chairside::ui {

TenderChartData tenderChartData(const services::CourseReview& review) {
    const auto& rules = review.protocol.rules.monitoring;
    TenderChartData data;
    data.sites = static_cast<int>(domain::kTenderPointCount);
    data.noiseBand = rules.tenderNoiseBand;
    data.criterion = rules.tenderCriterion;
    for (const auto& point : review.points) {
        if (!point.tender || point.tender->examined == 0) continue;
        TenderVisit visit{.ordinal = point.planned.ordinal,
                          .date = point.planned.date,
                          .positive = point.tender->positive,
                          .examined = point.tender->examined,
                          .meanIntensity = point.tender->meanIntensity};
        if (!data.visits.empty()) visit.day = base::daysBetween(data.visits.front().date, visit.date);
        data.visits.push_back(visit);
    }
    if (data.visits.size() < 2) return data;
    const auto& first = data.visits.front();
    const auto& newest = data.visits.back();
    if (first.examined < data.sites || newest.examined < data.sites) return data;
    data.change = newest.positive - first.positive;
    data.changeIsReal = domain::countChangeIsReal(first.positive, newest.positive, rules);
    return data;
}

} // namespace chairside::ui
