// Where a patient's newest course stands between its end and a decision on re-treatment: what is true of it whatever
// day it is, and the group of the re-treatment list that follows on a given day.
#pragma once

#include <cstddef>
#include <optional>

#include "core/base/calendar_date.h"

namespace chairside::domain {

// Groups of the re-treatment list in the order they are shown; nobody is ever left out.
enum class RetreatmentGroup {
    Overdue,
    DueThisWeek, // in the window, which closes today or within the six days after
    InWindow,
    FollowUpMissing,
    EarlyRelapse,
    BeforeWindow,
    Postponed,
    CourseRunning,
    Decided
};
inline constexpr std::size_t kRetreatmentGroups = 9;

enum class RetreatmentStage {
    Running, // active or on hold
    Waiting, // for a decision; a postponed one is still to come
    Decided  // treat again or discharge; also whoever withdrew or died
};

struct RetreatmentStanding {
    RetreatmentStage stage = RetreatmentStage::Waiting;
    std::optional<base::CalendarDate> postponedUntil; // by the newest decision
    std::optional<base::CalendarDate> opens;          // the window, inclusive; nothing without a given infusion
    std::optional<base::CalendarDate> closes;
    bool followedUp = false; // a score after the last given infusion
    bool relapsed = false;
    std::optional<base::CalendarDate> latestOn; // the newest durable score

    bool operator==(const RetreatmentStanding&) const = default;
};

// Every standing belongs to exactly one group on every day.
[[nodiscard]] RetreatmentGroup groupOn(const RetreatmentStanding& standing, base::CalendarDate today);

// By which the courses of a group are ordered, earliest first; nothing comes before every date.
[[nodiscard]] std::optional<base::CalendarDate> dateThatMatters(const RetreatmentStanding& standing,
                                                                RetreatmentGroup group);

// Whether somebody has to decide now, or to ask for the score without which nobody can.
[[nodiscard]] bool isDue(RetreatmentGroup group);

} // namespace chairside::domain
