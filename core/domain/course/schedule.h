// Dates of a course inside the protocol's window, and why a plan does not fit.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "core/base/calendar_date.h"
#include "core/base/result.h"
#include "core/domain/protocol/protocol_rules.h"

namespace chairside::domain {

struct ScheduleFacts {
    int spanDays = 0;      // first to last
    std::vector<int> gaps; // between neighbours
    int minGap = 0, maxGap = 0;
    bool complete = false; // as many dates as the regimen has infusions
    bool sorted = false;
    bool duplicates = false;
    bool withinMaxSpan = false;
};
[[nodiscard]] ScheduleFacts scheduleFacts(std::span<const base::CalendarDate> dates, const RegimenRules& rules);

// Everything that does not fit, in date order; field is "date_1" .. "date_n" or "dates". A gap is reported at the later
// date, a span at "dates". Mondays and Thursdays for three weeks (17 days) fit 3-6 weeks.
[[nodiscard]] base::Problems checkSchedule(std::span<const base::CalendarDate> dates, const RegimenRules& rules);

// Dates from the first one on that fit the rules, spread over clinic days with gaps as even as possible; empty if the
// rules cannot be met from that date.
[[nodiscard]] std::vector<base::CalendarDate> proposeSchedule(base::CalendarDate first, const RegimenRules& rules);

[[nodiscard]] bool isClinicDay(base::CalendarDate date, const RegimenRules& rules);

} // namespace chairside::domain
