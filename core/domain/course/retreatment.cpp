#include "core/domain/course/retreatment.h"

namespace chairside::domain {

namespace {

WindowState stateOnDay(int days, int given, int planned, const RetreatmentRules& rules) {
    // An entry error comes before everything else: no state computed from it would mean anything.
    if (days < 0) return WindowState::LastInfusionInFuture;
    if (given < planned) return WindowState::CourseNotComplete;
    if (days < rules.openDays) return WindowState::BeforeWindow;
    return days <= rules.closeDays ? WindowState::InWindow : WindowState::AfterWindow;
}

} // namespace

RetreatmentWindow retreatmentWindow(std::optional<base::CalendarDate> lastGiven, int given, int planned,
                                    base::CalendarDate today, const RetreatmentRules& rules) {
    if (!lastGiven || given <= 0) return {};
    RetreatmentWindow window;
    window.days = base::daysBetween(*lastGiven, today);
    window.opens = lastGiven->plusDays(rules.openDays);
    window.closes = lastGiven->plusDays(rules.closeDays);
    window.state = stateOnDay(window.days, given, planned, rules);
    return window;
}

std::optional<bool> relapsed(std::optional<Score> baseline, std::optional<Score> endOfCourse, std::optional<Score> now,
                             const RetreatmentRules& rules) {
    if (!baseline || !endOfCourse || !now) return std::nullopt;
    const std::int64_t gain = (*baseline - *endOfCourse).raw();
    if (gain <= 0) return std::nullopt;
    const std::int64_t lost = (*now - *endOfCourse).raw();
    return lost * 100 >= gain * rules.relapsePercent;
}

} // namespace chairside::domain
