// When re-treatment may be decided: calendar days after the last given infusion.
#pragma once

#include <optional>

#include "core/base/calendar_date.h"
#include "core/domain/protocol/protocol_rules.h"
#include "core/domain/quantities.h"

namespace chairside::domain {

enum class WindowState {
    BeforeWindow,
    InWindow,
    AfterWindow,
    CourseNotComplete,
    NoInfusionGiven,
    LastInfusionInFuture
};

struct RetreatmentWindow {
    WindowState state = WindowState::NoInfusionGiven;
    int days = 0;                             // since the last given infusion
    std::optional<base::CalendarDate> opens;  // inclusive
    std::optional<base::CalendarDate> closes; // inclusive
};

// planned: infusions of the course as it stands (a stopped course counts what was given).
[[nodiscard]] RetreatmentWindow retreatmentWindow(std::optional<base::CalendarDate> lastGiven, int given, int planned,
                                                  base::CalendarDate today, const RetreatmentRules& rules);

// The patient has lost at least relapsePercent of the gain between baseline and the end of the course.
// Nothing if a score is missing or there was no gain.
[[nodiscard]] std::optional<bool> relapsed(std::optional<Score> baseline, std::optional<Score> endOfCourse,
                                           std::optional<Score> now, const RetreatmentRules& rules);

} // namespace chairside::domain
