// Dates of a course inside the protocol's window on days the clinic can take it, and why a plan does not fit.
#pragma once

#include <map>
#include <span>
#include <string>
#include <vector>

#include "core/base/calendar_date.h"
#include "core/base/result.h"
#include "core/domain/protocol/protocol_rules.h"

namespace chairside::domain {

// What a clinic says about its days beside the weekdays of the protocol.
struct ClinicCalendar {
    std::vector<base::CalendarDate> closed;    // holidays and other days without infusions
    int perDay = 0;                            // infusions the chairs take in a day; 0: not limited
    std::map<base::CalendarDate, int> planned; // infusions of other courses already planned or open, by day

    [[nodiscard]] bool isClosed(base::CalendarDate date) const;
    [[nodiscard]] bool isFull(base::CalendarDate date) const;
};

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
// date, a span at "dates". Mondays and Thursdays for three weeks (17 days) fit 3-6 weeks. A date is NotAClinicDay by
// its weekday, NotAClinicDay with the value "closed" on a day the calendar names, TooMany (high: how many a day takes)
// where the chairs are full.
[[nodiscard]] base::Problems checkSchedule(std::span<const base::CalendarDate> dates, const RegimenRules& rules,
                                           const ClinicCalendar& calendar = {});

// Dates from the first one on that fit the rules, spread over days the clinic can take with gaps as even as possible;
// the first one moves on to the next such day. Empty if the rules cannot be met from there.
[[nodiscard]] std::vector<base::CalendarDate> proposeSchedule(base::CalendarDate first, const RegimenRules& rules,
                                                              const ClinicCalendar& calendar = {});

// What keeps a schedule from fitting from that date on; none if one fits. All on "dates": NotAClinicDay if the protocol
// names no weekday; NotAClinicDay with the value "closed" if it would fit without the closed days (low: the first of
// them in the window), TooMany if it would fit without full days (low: the first of them, high: how many a day takes),
// both if only both together stand in the way; NotAllowed if gaps and span of the protocol cannot be met at all.
[[nodiscard]] base::Problems scheduleObstacles(base::CalendarDate first, const RegimenRules& rules,
                                               const ClinicCalendar& calendar = {});

// By the weekdays of the protocol alone.
[[nodiscard]] bool isClinicDay(base::CalendarDate date, const RegimenRules& rules);

} // namespace chairside::domain
