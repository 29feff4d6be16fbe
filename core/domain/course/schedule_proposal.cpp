// Finding dates: days are numbered from the first clinic day on; sets of reachable days are bit sets.
#include <algorithm>
#include <bitset>
#include <cstdlib>
#include <optional>

#include "core/domain/course/schedule.h"

namespace chairside::domain {

namespace {

// Longer than the longest course a protocol may describe (protocolFields: max_span_days).
constexpr std::size_t kDays = 512;
using Days = std::bitset<kDays>;

struct GapRange {
    int low;
    int high;
};

// Days on which one more infusion may be given after one of `from`.
Days oneLater(const Days& from, GapRange gaps, const Days& clinic) {
    Days days;
    for (int gap = gaps.low; gap <= gaps.high; ++gap)
        days |= from << static_cast<std::size_t>(gap);
    return days & clinic;
}

Days oneEarlier(const Days& from, GapRange gaps, const Days& clinic) {
    Days days;
    for (int gap = gaps.low; gap <= gaps.high; ++gap)
        days |= from >> static_cast<std::size_t>(gap);
    return days & clinic;
}

Days oneDay(int day) {
    return Days{}.set(static_cast<std::size_t>(day));
}

bool canTake(base::CalendarDate date, const RegimenRules& rules, const ClinicCalendar& calendar) {
    return isClinicDay(date, rules) && !calendar.isClosed(date) && !calendar.isFull(date);
}

Days clinicDays(base::CalendarDate first, const RegimenRules& rules, const ClinicCalendar& calendar) {
    Days days;
    const int last = std::min(rules.maxSpanDays, static_cast<int>(kDays) - 1);
    for (int day = 0; day <= last; ++day) {
        if (canTake(first.plusDays(day), rules, calendar)) days.set(static_cast<std::size_t>(day));
    }
    return days;
}

// The shortest legal span with gaps in the range, if there is one.
std::optional<int> shortestSpan(GapRange gaps, const Days& clinic, const RegimenRules& rules) {
    Days reached = oneDay(0);
    for (int step = 1; step < rules.infusions && reached.any(); ++step)
        reached = oneLater(reached, gaps, clinic);
    for (int day = std::max(rules.minSpanDays, 0); day <= rules.maxSpanDays && day < static_cast<int>(kDays); ++day) {
        if (reached.test(static_cast<std::size_t>(day))) return day;
    }
    return std::nullopt;
}

struct Frame {
    GapRange gaps;
    int span;
};

// The range of gaps with the smallest difference, then the shortest span.
std::optional<Frame> evenest(const Days& clinic, const RegimenRules& rules) {
    const int least = std::max(rules.minGapDays, 1);
    for (int spread = 0; least + spread <= rules.maxGapDays; ++spread) {
        std::optional<Frame> best;
        for (int low = least; low + spread <= rules.maxGapDays; ++low) {
            const GapRange gaps{low, low + spread};
            const auto span = shortestSpan(gaps, clinic, rules);
            if (span && (!best || *span < best->span)) best = Frame{gaps, *span};
        }
        if (best) return best;
    }
    return std::nullopt;
}

// Days from 0 to the end of the frame, each as near as possible to equal distances.
std::vector<int> spread(const Frame& frame, const Days& clinic, int infusions) {
    std::vector<Days> canFinish(static_cast<std::size_t>(infusions));
    canFinish.back() = oneDay(frame.span);
    for (std::size_t at = canFinish.size() - 1; at > 0; --at) {
        canFinish[at - 1] = oneEarlier(canFinish[at], frame.gaps, clinic);
    }
    std::vector<int> chosen{0};
    for (int at = 1; at < infusions; ++at) {
        const Days possible =
            oneLater(oneDay(chosen.back()), frame.gaps, clinic) & canFinish[static_cast<std::size_t>(at)];
        int best = -1;
        for (int day = 0; day <= frame.span; ++day) {
            if (!possible.test(static_cast<std::size_t>(day))) continue;
            const auto distance = [&](int other) {
                return std::abs(other * (infusions - 1) - at * frame.span);
            };
            if (best < 0 || distance(day) < distance(best)) best = day;
        }
        chosen.push_back(best);
    }
    return chosen;
}

// The first clinic day of the protocol in the window that the calendar does not take.
std::string firstOf(base::CalendarDate first, const RegimenRules& rules, const ClinicCalendar& calendar) {
    for (int day = 0; day <= rules.maxSpanDays; ++day) {
        const auto date = first.plusDays(day);
        if (isClinicDay(date, rules) && !canTake(date, rules, calendar)) return date.iso();
    }
    return {};
}

} // namespace

std::vector<base::CalendarDate> proposeSchedule(base::CalendarDate first, const RegimenRules& rules,
                                                const ClinicCalendar& calendar) {
    for (std::size_t day = 0; day < kDays && !canTake(first, rules, calendar); ++day)
        first = first.plusDays(1);
    if (!canTake(first, rules, calendar) || rules.infusions < 1) return {};
    if (rules.infusions == 1) {
        return rules.minSpanDays <= 0 ? std::vector{first} : std::vector<base::CalendarDate>{};
    }
    const Days clinic = clinicDays(first, rules, calendar);
    const auto frame = evenest(clinic, rules);
    if (!frame) return {};
    std::vector<base::CalendarDate> dates;
    for (const int day : spread(*frame, clinic, rules.infusions))
        dates.push_back(first.plusDays(day));
    return dates;
}

base::Problems scheduleObstacles(base::CalendarDate first, const RegimenRules& rules, const ClinicCalendar& calendar) {
    if (!proposeSchedule(first, rules, calendar).empty()) return {};
    if (rules.clinicDays == 0) return {{"dates", base::Rule::NotAClinicDay, {}, {}, {}}};
    if (proposeSchedule(first, rules).empty()) return {{"dates", base::Rule::NotAllowed, {}, {}, {}}};
    ClinicCalendar open = calendar;
    open.closed.clear();
    ClinicCalendar roomy = calendar;
    roomy.perDay = 0;
    const base::Problem closed{"dates", base::Rule::NotAClinicDay, firstOf(first, rules, roomy), {}, "closed"};
    const base::Problem full{
        "dates", base::Rule::TooMany, firstOf(first, rules, open), std::to_string(calendar.perDay), {}};
    if (!proposeSchedule(first, rules, open).empty()) return {closed};
    if (!proposeSchedule(first, rules, roomy).empty()) return {full};
    return {closed, full};
}

} // namespace chairside::domain
