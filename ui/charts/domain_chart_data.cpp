#include "ui/charts/domain_chart_data.h"

#include <algorithm>
#include <set>

#include "ui/charts/course_period.h"

namespace chairside::ui {

namespace {

struct DomainSource {
    DomainKind kind;
    int top;
    std::string_view domain; // as instruments name it
};

constexpr DomainSource kDomainSources[] = {{DomainKind::Impact, 100, "fiqr"},
                                           {DomainKind::Fatigue, 10, "fatigue"},
                                           {DomainKind::Sleep, 10, "sleep"},
                                           {DomainKind::Memory, 10, "memory"},
                                           {DomainKind::Mood, 10, "mood"}};

DomainSeries painSeries(const ResponseChartData& pain) {
    DomainSeries series{.kind = DomainKind::Pain, .from = pain.baseline};
    const ResponsePoint* earlier = nullptr;
    for (const auto& point : pain.points) {
        if (point.panel == ChartPanel::TableOnly || point.beforeGap == ChartGap::NotYet) continue;
        DomainPoint at{.date = point.date, .gap = point.beforeGap};
        if (point.before) {
            at.value = point.before->value;
            at.late = point.before->mark == ScoreMark::HollowLate;
        }
        // Nothing may lie between the two that a line joins.
        at.joined = point.joined && earlier != nullptr && earlier->kind == point.kind;
        series.points.push_back(at);
        earlier = &point;
    }
    return series;
}

// The first instrument that scores the domain; two instruments are never mixed on one line.
struct DomainScale {
    const domain::Instrument* instrument = nullptr;
    const domain::InstrumentScale* scale = nullptr;
};

DomainScale scaleFor(const services::PatientAssessments& assessments, std::string_view domain) {
    for (const auto& instrument : assessments.instruments) {
        const auto found = std::ranges::find(instrument.scales, domain, &domain::InstrumentScale::domain);
        if (found != instrument.scales.end()) return {&instrument, &*found};
    }
    return {};
}

// Why a scale of one item has no value; a longer one misses too many.
ChartGap whyMissing(const domain::QuestionnaireResponse& response, const domain::InstrumentScale& scale) {
    if (scale.items.size() == 1) {
        const auto answer =
            std::ranges::find(response.answers, scale.items.front(), &domain::QuestionnaireAnswer::item);
        if (answer != response.answers.end() && answer->missing) return gapOf(*answer->missing);
    }
    return ChartGap::NotRecorded;
}

DomainSeries scaleSeries(const DomainSource& source, const services::PatientAssessments& assessments,
                         const CoursePeriod& period) {
    DomainSeries series{.kind = source.kind, .top = source.top};
    const auto [instrument, scale] = scaleFor(assessments, source.domain);
    if (scale == nullptr) return series;
    // Newest first: of two on one day the one entered last counts.
    for (const auto& one : assessments.all) {
        const auto& response = one.response;
        if (one.corrected || response.instrument != instrument->id || !period.holds(response.date)) continue;
        if (!series.points.empty() && series.points.back().date == response.date) continue;
        DomainPoint point{.date = response.date};
        if (const auto* score = response.score(scale->key)) point.value = score->score;
        if (!point.value) point.gap = whyMissing(response, *scale);
        series.points.push_back(point);
    }
    std::ranges::reverse(series.points);
    for (std::size_t at = 0; at < series.points.size(); ++at) {
        auto& point = series.points[at];
        if (point.value && !series.from) series.from = point.value;
        point.joined = at > 0 && point.value && series.points[at - 1].value;
    }
    return series;
}

} // namespace

const DomainPoint* DomainSeries::newest() const {
    const auto found =
        std::find_if(points.rbegin(), points.rend(), [](const DomainPoint& point) { return point.value.has_value(); });
    return found == points.rend() ? nullptr : &*found;
}

std::vector<const DomainPoint*> DomainSeries::on(base::CalendarDate date) const {
    std::vector<const DomainPoint*> found;
    for (const auto& point : points) {
        if (point.date == date) found.push_back(&point);
    }
    return found;
}

DomainChartData domainChartData(const services::CourseReview& review, const services::PatientAssessments& assessments) {
    DomainChartData data;
    data.series.push_back(painSeries(responseChartData(review)));
    const auto period = coursePeriod(review);
    for (const auto& source : kDomainSources)
        data.series.push_back(scaleSeries(source, assessments, period));
    std::set<base::CalendarDate> dates;
    for (const auto& series : data.series) {
        for (const auto& point : series.points)
            dates.insert(point.date);
    }
    data.dates.assign(dates.begin(), dates.end());
    if (data.dates.empty()) return data;
    for (auto& series : data.series) {
        for (auto& point : series.points)
            point.day = base::daysBetween(data.dates.front(), point.date);
    }
    data.days = base::daysBetween(data.dates.front(), data.dates.back());
    return data;
}

} // namespace chairside::ui
