#include "core/domain/course/retreatment.h"
#include "core/domain/course/schedule.h"
#include "core/exchange/calc_rules.h"

namespace chairside::exchange::calc {

namespace {

std::string_view nameOf(domain::WindowState state) {
    switch (state) {
    case domain::WindowState::BeforeWindow:
        return "before_window";
    case domain::WindowState::InWindow:
        return "in_window";
    case domain::WindowState::AfterWindow:
        return "after_window";
    case domain::WindowState::CourseNotComplete:
        return "course_not_complete";
    case domain::WindowState::LastInfusionInFuture:
        return "invalid_future_last_infusion";
    case domain::WindowState::NoInfusionGiven:
        return "no_infusion_given";
    }
    return {};
}

void addDate(Answer& answer, std::string_view key, const std::optional<base::CalendarDate>& date) {
    if (date) {
        answer.text(key, date->iso());
    } else {
        answer.null(key);
    }
}

std::vector<base::CalendarDate> readDates(Inputs& in) {
    std::vector<base::CalendarDate> dates;
    for (const auto& [name, value] : in.array("dates")) {
        const auto date = value.kind == Value::Kind::String ? base::CalendarDate::fromIso(value.text) : std::nullopt;
        if (!date) {
            in.refuse("invalid", "dates");
            break;
        }
        dates.push_back(*date);
    }
    return dates;
}

} // namespace

Outcome courseSchedule(Inputs& in, const domain::ProtocolRules& rules) {
    const auto dates = readDates(in);
    domain::RegimenRules regimen = rules.regimen;
    if (in.has("infusions")) regimen.infusions = in.whole("infusions");
    if (!in.ok()) return std::unexpected(in.error());
    const domain::ScheduleFacts facts = domain::scheduleFacts(dates, regimen);
    Answer answer;
    answer.whole("span_days", facts.spanDays).wholes("gaps_days", facts.gaps);
    if (facts.gaps.empty()) {
        answer.null("min_gap").null("max_gap");
    } else {
        answer.whole("min_gap", facts.minGap).whole("max_gap", facts.maxGap);
    }
    answer.flag("complete", facts.complete)
        .flag("within_6_weeks", facts.withinMaxSpan)
        .flag("sorted", facts.sorted)
        .flag("duplicate_dates", facts.duplicates);
    return answer;
}

Outcome retreatment(Inputs& in, const domain::ProtocolRules& rules) {
    const auto last = in.optionalDate("last_infusion_date");
    const base::CalendarDate today = in.date("today");
    const int done = in.whole("infusions_done");
    const int planned = in.whole("infusions_planned");
    if (!in.ok()) return std::unexpected(in.error());
    const auto window = domain::retreatmentWindow(last, done, planned, today, rules.retreatment);
    Answer answer;
    if (window.opens) {
        answer.whole("days", window.days);
    } else {
        answer.null("days");
    }
    answer.text("state", nameOf(window.state));
    addDate(answer, "window_open", window.opens);
    addDate(answer, "window_close", window.closes);
    return answer;
}

} // namespace chairside::exchange::calc
