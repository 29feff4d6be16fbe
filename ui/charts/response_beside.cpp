#include "ui/charts/response_beside.h"

#include <algorithm>
#include <map>

#include "core/domain/outcome/tender_points.h"

namespace chairside::ui {

namespace {

CareItem careItem(const services::Treatment& treatment, CareStep step) {
    return {.kind = treatment.kind, .name = treatment.name, .dose = treatment.dose, .step = step};
}

// Where a date lies in the chart; nothing: outside of it.
struct ChartPlace {
    ChartPanel panel = ChartPanel::Course;
    int day = 0;
};

class ChartDays {
public:
    explicit ChartDays(const ResponseChartData& data) : m_data(data) {
        for (const auto& point : data.points) {
            if (point.panel == ChartPanel::Course) m_courseStart = point.date.plusDays(-point.day);
            if (point.panel == ChartPanel::FollowUp) m_followUpStart = point.date.plusDays(-point.day);
            if (point.kind == ResponsePointKind::Infusion && point.ordinal == data.lastGiven) {
                m_followUpStart = point.date;
            }
        }
    }

    [[nodiscard]] std::optional<base::CalendarDate> first() const {
        return m_courseStart ? std::optional(m_courseStart->plusDays(m_data.course.from)) : std::nullopt;
    }
    [[nodiscard]] std::optional<ChartPlace> of(base::CalendarDate date) const {
        if (!m_courseStart) return std::nullopt;
        const int day = base::daysBetween(*m_courseStart, date);
        if (day >= m_data.course.from && day <= m_data.course.to) return ChartPlace{ChartPanel::Course, day};
        if (!m_data.followUp || !m_followUpStart || day < m_data.course.from) return std::nullopt;
        const int after = base::daysBetween(*m_followUpStart, date);
        if (after > m_data.followUp->to) return std::nullopt;
        return ChartPlace{ChartPanel::FollowUp, after};
    }

private:
    const ResponseChartData& m_data;
    std::optional<base::CalendarDate> m_courseStart, m_followUpStart;
};

} // namespace

void addTenderCounts(ResponseChartData& data, const services::CourseReview& review) {
    std::optional<int> first;
    for (const auto& point : review.points) {
        if (!point.tender || point.tender->examined == 0) continue;
        TenderCount count{.positive = point.tender->positive,
                          .examined = point.tender->examined,
                          .meanIntensity = point.tender->meanIntensity};
        if (count.examined == static_cast<int>(domain::kTenderPointCount)) {
            if (!first) first = count.positive;
            count.withinNoise = !domain::countChangeIsReal(*first, count.positive, review.protocol.rules.monitoring);
        }
        for (auto& shown : data.points) {
            if (shown.kind == ResponsePointKind::Infusion && shown.ordinal == point.planned.ordinal) {
                shown.tender = count;
            }
        }
    }
}

void addCare(ResponseChartData& data, const std::vector<services::Treatment>& treatments) {
    const ChartDays days(data);
    const auto first = days.first();
    if (!first) return;
    std::map<base::CalendarDate, std::vector<CareItem>> changes;
    for (const auto& one : treatments) {
        // The day after the last one is the first without it.
        const auto ended = one.until ? std::optional(one.until->plusDays(1)) : std::nullopt;
        if (ended && *ended <= *first) continue;
        if (!one.from || *one.from <= *first) {
            data.careBefore.push_back(careItem(one, CareStep::Running));
        } else if (days.of(*one.from)) {
            changes[*one.from].push_back(careItem(one, CareStep::Began));
        }
        if (ended && days.of(*ended)) changes[*ended].push_back(careItem(one, CareStep::Ended));
    }
    for (auto& [date, items] : changes) {
        const auto place = days.of(date);
        ResponsePoint point{.kind = ResponsePointKind::Care, .date = date, .panel = place->panel, .day = place->day};
        point.care = std::move(items);
        data.points.push_back(std::move(point));
    }
    std::ranges::stable_sort(data.points, {}, &ResponsePoint::date);
}

void addCompared(ResponseChartData& data, const ResponseChartData& other) {
    ComparedCourse course{.number = other.courseNumber, .scores = {}};
    for (const auto& point : other.points) {
        const bool durable = point.kind == ResponsePointKind::Infusion || point.kind == ResponsePointKind::FollowUp;
        if (!durable || point.panel == ChartPanel::TableOnly) continue;
        if (point.panel == ChartPanel::FollowUp && (!data.followUp || point.day > data.followUp->to)) continue;
        if (point.panel == ChartPanel::Course) data.course.to = std::max(data.course.to, point.day);
        if (!point.before) continue;
        course.scores.push_back({point.panel, point.day, point.before->value, point.joined});
    }
    if (course.scores.empty()) return;
    data.compared.push_back(std::move(course));
    std::ranges::stable_sort(data.compared, {}, &ComparedCourse::number);
}

} // namespace chairside::ui
