// Pain, impact and single symptoms over time, one row each on a common time axis: the description that drawing, table
// and sentence are made from.
#pragma once

#include <QString>

#include "core/services/assessment_service.h"
#include "ui/charts/chart_state.h"
#include "ui/charts/chart_table_model.h"

namespace chairside::ui {

// In the order they are drawn.
enum class DomainKind { Pain, Impact, Fatigue, Sleep, Memory, Mood };

struct DomainPoint {
    base::CalendarDate date;
    int day = 0; // from the first day of the chart
    std::optional<domain::Score> value{};
    ChartGap gap = ChartGap::None; // why there is no value
    bool joined = false;           // a line leads here from the point before
    bool late = false;             // written down later than the protocol allows

    bool operator==(const DomainPoint&) const = default;
};

struct DomainSeries {
    DomainKind kind = DomainKind::Pain;
    int top = 10;                        // of the axis; it begins at 0, and higher is worse
    std::optional<domain::Score> from{}; // what the newest value is compared with: the baseline, or the first value
    std::vector<DomainPoint> points{};   // by date

    [[nodiscard]] const DomainPoint* newest() const; // with a value
    // Pain may have two on one day, a score before the course and one before its first infusion.
    [[nodiscard]] std::vector<const DomainPoint*> on(base::CalendarDate date) const;
};

struct DomainChartData {
    std::vector<DomainSeries> series;      // one of each kind
    std::vector<base::CalendarDate> dates; // the stops of the focus line
    int days = 0;                          // length of the time axis
};

// Pain is the durable series of the course (baseline, before infusions, follow-ups). The others are the standing
// responses of one instrument that names a scale for that domain, the newest of a day, from the baseline window of the
// course on until the patient's next course begins.
[[nodiscard]] DomainChartData domainChartData(const services::CourseReview& review,
                                              const services::PatientAssessments& assessments);

// "Pain", "FIQR total" ...
[[nodiscard]] QString domainName(DomainKind kind);
// "14-Jan-2025: Pain 6, FIQR total 48.5, Fatigue declined": what was asked that day.
[[nodiscard]] QString pointText(const DomainChartData& data, int point);
// Where each domain began and stands now.
[[nodiscard]] QString chartSentence(const DomainChartData& data);
// One row a day, one column a domain.
[[nodiscard]] ChartTable domainTable(const DomainChartData& data);

} // namespace chairside::ui
