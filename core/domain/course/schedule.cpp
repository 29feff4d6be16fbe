#include "core/domain/course/schedule.h"

#include <algorithm>

namespace chairside::domain {

namespace {

using base::Problem;
using base::Rule;

std::string dateField(std::size_t index) {
    return "date_" + std::to_string(index + 1);
}

Problem problem(std::string field, Rule rule, int value, const std::string& low, const std::string& high) {
    return {std::move(field), rule, low, high, std::to_string(value)};
}

void checkGap(std::size_t later, int gap, const RegimenRules& rules, base::Problems& problems) {
    const std::string low = std::to_string(rules.minGapDays);
    const std::string high = std::to_string(rules.maxGapDays);
    if (gap == 0) {
        problems.push_back({dateField(later), Rule::Duplicate, {}, {}, {}});
    } else if (gap < 0) {
        problems.push_back({dateField(later), Rule::OutOfOrder, {}, {}, {}});
    } else if (gap < rules.minGapDays) {
        problems.push_back(problem(dateField(later), Rule::GapTooShort, gap, low, high));
    } else if (gap > rules.maxGapDays) {
        problems.push_back(problem(dateField(later), Rule::GapTooLong, gap, low, high));
    }
}

void checkWhole(std::span<const base::CalendarDate> dates, const ScheduleFacts& facts, const RegimenRules& rules,
                base::Problems& problems) {
    const int count = static_cast<int>(dates.size());
    const std::string wanted = std::to_string(rules.infusions);
    if (count < rules.infusions) problems.push_back(problem("dates", Rule::TooFew, count, wanted, wanted));
    if (count > rules.infusions) problems.push_back(problem("dates", Rule::TooMany, count, wanted, wanted));
    const std::string low = std::to_string(rules.minSpanDays);
    const std::string high = std::to_string(rules.maxSpanDays);
    if (!facts.withinMaxSpan) {
        problems.push_back(problem("dates", Rule::SpanTooLong, facts.spanDays, low, high));
    }
    // A plan that still misses dates is short because of that, and says so already.
    if (facts.complete && facts.sorted && facts.spanDays < rules.minSpanDays) {
        problems.push_back(problem("dates", Rule::BelowLimit, facts.spanDays, low, high));
    }
}

void checkDay(std::size_t at, base::CalendarDate date, const RegimenRules& rules, const ClinicCalendar& calendar,
              base::Problems& problems) {
    if (!isClinicDay(date, rules)) {
        problems.push_back({dateField(at), Rule::NotAClinicDay, {}, {}, {}});
    } else if (calendar.isClosed(date)) {
        problems.push_back({dateField(at), Rule::NotAClinicDay, {}, {}, "closed"});
    } else if (calendar.isFull(date)) {
        problems.push_back({dateField(at), Rule::TooMany, {}, std::to_string(calendar.perDay), {}});
    }
}

} // namespace

bool ClinicCalendar::isClosed(base::CalendarDate date) const {
    return std::ranges::find(closed, date) != closed.end();
}

bool ClinicCalendar::isFull(base::CalendarDate date) const {
    const auto found = planned.find(date);
    return perDay > 0 && found != planned.end() && found->second >= perDay;
}

ScheduleFacts scheduleFacts(std::span<const base::CalendarDate> dates, const RegimenRules& rules) {
    ScheduleFacts facts;
    for (std::size_t at = 1; at < dates.size(); ++at) {
        facts.gaps.push_back(base::daysBetween(dates[at - 1], dates[at]));
    }
    if (!facts.gaps.empty()) {
        facts.spanDays = base::daysBetween(dates.front(), dates.back());
        facts.minGap = std::ranges::min(facts.gaps);
        facts.maxGap = std::ranges::max(facts.gaps);
    }
    facts.complete = static_cast<int>(dates.size()) == rules.infusions;
    facts.sorted = std::ranges::is_sorted(dates);
    std::vector<base::CalendarDate> ordered(dates.begin(), dates.end());
    std::ranges::sort(ordered);
    facts.duplicates = std::ranges::adjacent_find(ordered) != ordered.end();
    facts.withinMaxSpan = facts.spanDays <= rules.maxSpanDays;
    return facts;
}

base::Problems checkSchedule(std::span<const base::CalendarDate> dates, const RegimenRules& rules,
                             const ClinicCalendar& calendar) {
    const ScheduleFacts facts = scheduleFacts(dates, rules);
    base::Problems problems;
    for (std::size_t at = 0; at < dates.size(); ++at) {
        checkDay(at, dates[at], rules, calendar, problems);
        if (at > 0) checkGap(at, facts.gaps[at - 1], rules, problems);
    }
    checkWhole(dates, facts, rules, problems);
    return problems;
}

bool isClinicDay(base::CalendarDate date, const RegimenRules& rules) {
    return (static_cast<unsigned>(rules.clinicDays) >> (date.isoWeekday() - 1) & 1U) != 0;
}

} // namespace chairside::domain
