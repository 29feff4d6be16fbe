#include <algorithm>

#include "core/domain/course/course_state.h"
#include "ui/charts/chart_state.h"
#include "ui/charts/response_beside.h"

namespace chairside::ui {

namespace {

using domain::PlanState;

// The word for a whole infusion that left no scores; None if it was held, so that each score has its own reason.
ChartGap wholeGapOf(PlanState state) {
    switch (state) {
    case PlanState::Planned:
    case PlanState::Open:
        return ChartGap::NotYet;
    case PlanState::NotGiven:
        return ChartGap::NotGiven;
    case PlanState::Missed:
        return ChartGap::Missed;
    case PlanState::Declined:
        return ChartGap::Declined;
    case PlanState::Cancelled:
        return ChartGap::Cancelled;
    case PlanState::Given:
        return ChartGap::None;
    }
    return ChartGap::None;
}

ChartGap scoreGapOf(const domain::PlannedInfusion& planned, std::optional<domain::MissingReason> missing) {
    if (missing) return gapOf(*missing);
    const ChartGap whole = wholeGapOf(planned.state);
    return whole == ChartGap::None ? ChartGap::NotRecorded : whole;
}

ResponsePoint infusionPoint(const services::ReviewPoint& from) {
    ResponsePoint point{.ordinal = from.planned.ordinal,
                        .date = from.planned.date,
                        .perKg = from.perKg,
                        .dose = from.dose,
                        .highestSystolic = from.highestSystolic,
                        .highestDiastolic = from.highestDiastolic,
                        .worstDissociation = from.worstDissociation,
                        .reason = from.planned.reason};
    if (from.planned.state == PlanState::Cancelled) point.panel = ChartPanel::TableOnly;
    if (from.before) {
        point.before = ChartScore{*from.before, from.beforeLate ? ScoreMark::HollowLate : ScoreMark::Filled};
    } else {
        point.beforeGap = scoreGapOf(from.planned, from.beforeMissing);
        // Once the pump has run, nobody can ask any more.
        if (point.beforeGap == ChartGap::NotYet && from.perKg) point.beforeGap = ChartGap::NotRecorded;
    }
    if (from.after) {
        point.after = ChartScore{*from.after, from.afterLate ? ScoreMark::HollowLate : ScoreMark::Ring};
    } else {
        point.afterGap = scoreGapOf(from.planned, from.afterMissing);
    }
    for (const auto& event : from.events)
        point.events.push_back({event.term, event.words, event.grade});
    std::ranges::stable_sort(point.events, std::ranges::greater{}, &ChartEvent::grade);
    return point;
}

// A follow-up belongs to a whole day: late is what was written down after the allowed hours past the end of it. Scores
// before the course are taken over from the patient's own notes when it is ordered, so they are not late.
bool isLate(const domain::FollowUp& from, int lateHours) {
    if (from.kind != domain::AssessmentKind::FollowUp) return false;
    constexpr int kHoursOfDay = 24;
    const int days = (lateHours + kHoursOfDay - 1) / kHoursOfDay;
    return from.recordedAt.localDate() > from.date.plusDays(days);
}

ResponsePoint assessmentPoint(const domain::FollowUp& from, int lateHours) {
    ResponsePoint point{.kind = from.kind == domain::AssessmentKind::Baseline ? ResponsePointKind::Baseline
                                                                              : ResponsePointKind::FollowUp,
                        .date = from.date};
    if (from.pain) {
        point.before = ChartScore{domain::Score::ofWhole(*from.pain),
                                  isLate(from, lateHours) ? ScoreMark::HollowLate : ScoreMark::Filled};
    } else {
        point.beforeGap = gapOf(from.missing.value_or(domain::MissingReason::NotRecorded));
    }
    return point;
}

// A line joins the scores of one series that follow each other without a gap. Scores of different recall ("now", the
// last 24 hours) are different series, and so are those before an infusion and those outside infusions.
void joinNeighbours(std::vector<ResponsePoint>& points, const std::vector<domain::FollowUp>& assessments) {
    const ResponsePoint* infusion = nullptr;
    for (auto& point : points) {
        if (point.kind != ResponsePointKind::Infusion || point.panel == ChartPanel::TableOnly) continue;
        point.joined = infusion && infusion->before && point.before;
        infusion = &point;
    }
    std::vector<const domain::FollowUp*> followUps;
    for (const auto& each : assessments) {
        if (each.kind == domain::AssessmentKind::FollowUp) followUps.push_back(&each);
    }
    const ResponsePoint* earlier = nullptr;
    std::size_t index = 0;
    for (auto& point : points) {
        if (point.kind != ResponsePointKind::FollowUp) continue;
        const bool sameSeries = index > 0 && followUps[index - 1]->frame == followUps[index]->frame;
        point.joined = sameSeries && earlier && earlier->before && point.before && earlier->panel == point.panel;
        earlier = &point;
        ++index;
    }
}

// The infusions that have a place in time; the course panel runs from the first to the last of them.
struct CourseSpan {
    std::optional<base::CalendarDate> first, last, lastGiven;
    int lastGivenOrdinal = 0;
};

CourseSpan spanOf(const services::CourseReview& review) {
    CourseSpan span;
    for (const auto& point : review.points) {
        const auto& planned = point.planned;
        if (planned.state == PlanState::Cancelled) continue;
        if (!span.first || planned.date < *span.first) span.first = planned.date;
        if (!span.last || planned.date > *span.last) span.last = planned.date;
        // Given from the start of the pump on, also while the record is not signed yet.
        const bool given = planned.state == PlanState::Given || point.perKg;
        if (given && (!span.lastGiven || planned.date >= *span.lastGiven)) {
            span.lastGiven = planned.date;
            span.lastGivenOrdinal = planned.ordinal;
        }
    }
    return span;
}

void placeInTime(ResponseChartData& data, const CourseSpan& span) {
    bool any = false;
    for (auto& point : data.points) {
        if (point.panel == ChartPanel::TableOnly) continue;
        const auto origin = span.first.value_or(data.points.front().date);
        point.day = base::daysBetween(origin, point.date);
        if (span.lastGiven && point.kind == ResponsePointKind::FollowUp && point.date > *span.last) {
            point.panel = ChartPanel::FollowUp;
            point.day = base::daysBetween(*span.lastGiven, point.date);
            continue;
        }
        data.course.from = any ? std::min(data.course.from, point.day) : std::min(0, point.day);
        data.course.to = any ? std::max(data.course.to, point.day) : std::max(0, point.day);
        any = true;
    }
}

// Drawn once the course has an end: from the last infusion given to the last follow-up or a week past the window.
void placeFollowUp(ResponseChartData& data, const services::CourseReview& review, const CourseSpan& span) {
    if (!span.lastGiven) return;
    const bool open = domain::isRunning(review.course.state);
    int last = 0;
    for (const auto& point : data.points) {
        if (point.panel == ChartPanel::FollowUp) last = std::max(last, point.day);
    }
    if (!open && review.window.opens && review.window.closes) {
        data.window = DateSpan{*review.window.opens, *review.window.closes};
        data.windowDays = {base::daysBetween(*span.lastGiven, data.window->first),
                           base::daysBetween(*span.lastGiven, data.window->last)};
        last = std::max(last, data.windowDays.to);
    }
    if (last == 0) return;
    data.lastGiven = span.lastGivenOrdinal;
    data.followUp = DayRange{0, (last / 7 + 1) * 7};
}

void addReferenceLines(ResponseChartData& data, const services::CourseReview& review) {
    if (!data.baseline) return;
    const auto& rules = review.protocol.rules.response;
    data.lines.push_back({0, *data.baseline});
    if (review.baselineLowest != review.baselineHighest) {
        data.lines.back().lowest = review.baselineLowest;
        data.lines.back().highest = review.baselineHighest;
    }
    if (*data.baseline <= domain::Score{}) return;
    for (const int percent : {rules.moderatePercent, rules.substantialPercent}) {
        data.lines.push_back({percent, domain::scoreAtReduction(*data.baseline, percent)});
    }
}

} // namespace

ChartGap gapOf(domain::MissingReason reason) {
    switch (reason) {
    case domain::MissingReason::NotRecorded:
        return ChartGap::NotRecorded;
    case domain::MissingReason::NotDone:
        return ChartGap::NotDone;
    case domain::MissingReason::Declined:
        return ChartGap::Declined;
    case domain::MissingReason::Unavailable:
        return ChartGap::Unavailable;
    }
    return ChartGap::NotRecorded;
}

ResponseChartData responseChartData(const services::CourseReview& review, const ResponseBeside& beside) {
    ResponseChartData data;
    data.courseNumber = review.course.number;
    data.baseline = review.baseline;
    data.overall = review.overall;
    data.durableScores = review.durableScores;
    data.durableExpected = review.durableExpected;
    data.doseAxisMax = review.protocol.rules.dose.maxPerKg;
    data.tenderNoiseBand = review.protocol.rules.monitoring.tenderNoiseBand;
    if (review.latest && review.latestDate) {
        data.latest = LatestScore{*review.latest, *review.latestDate, review.latestOrdinal};
    }
    if (review.course.state == domain::CourseState::Stopped) data.stoppedOn = review.course.closedOn;
    for (const auto& assessment : review.assessments)
        data.points.push_back(assessmentPoint(assessment, review.protocol.rules.response.lateHours));
    for (const auto& point : review.points) {
        data.points.push_back(infusionPoint(point));
        if (point.perKg) data.doseAxisMax = std::max(data.doseAxisMax, *point.perKg);
    }
    addTenderCounts(data, review);
    std::ranges::stable_sort(data.points, {}, &ResponsePoint::date);
    const CourseSpan span = spanOf(review);
    placeInTime(data, span);
    joinNeighbours(data.points, review.assessments);
    placeFollowUp(data, review, span);
    addReferenceLines(data, review);
    addCare(data, beside.treatments);
    for (const auto& course : beside.courses)
        addCompared(data, responseChartData(course));
    return data;
}

} // namespace chairside::ui
