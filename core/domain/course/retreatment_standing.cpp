#include "core/domain/course/retreatment_standing.h"

namespace chairside::domain {
namespace {

constexpr int kDaysOfWeek = 7;

RetreatmentGroup groupByWindow(const RetreatmentStanding& standing, base::CalendarDate today) {
    // Closed without an infusion: no window will ever open, somebody has to decide now.
    if (!standing.opens || !standing.closes) return RetreatmentGroup::Overdue;
    if (today < *standing.opens)
        return standing.relapsed ? RetreatmentGroup::EarlyRelapse : RetreatmentGroup::BeforeWindow;
    if (!standing.followedUp) return RetreatmentGroup::FollowUpMissing;
    if (today > *standing.closes) return RetreatmentGroup::Overdue;
    const bool closesThisWeek = base::daysBetween(today, *standing.closes) < kDaysOfWeek;
    return closesThisWeek ? RetreatmentGroup::DueThisWeek : RetreatmentGroup::InWindow;
}

} // namespace

RetreatmentGroup groupOn(const RetreatmentStanding& standing, base::CalendarDate today) {
    switch (standing.stage) {
    case RetreatmentStage::Running:
        return RetreatmentGroup::CourseRunning;
    case RetreatmentStage::Decided:
        return RetreatmentGroup::Decided;
    case RetreatmentStage::Waiting:
        break;
    }
    if (standing.postponedUntil && *standing.postponedUntil > today) return RetreatmentGroup::Postponed;
    return groupByWindow(standing, today);
}

std::optional<base::CalendarDate> dateThatMatters(const RetreatmentStanding& standing, RetreatmentGroup group) {
    switch (group) {
    case RetreatmentGroup::Overdue:
    case RetreatmentGroup::DueThisWeek:
    case RetreatmentGroup::InWindow:
    case RetreatmentGroup::FollowUpMissing:
        return standing.closes;
    case RetreatmentGroup::EarlyRelapse:
        return standing.latestOn;
    case RetreatmentGroup::Postponed:
        return standing.postponedUntil;
    case RetreatmentGroup::BeforeWindow:
    case RetreatmentGroup::CourseRunning:
    case RetreatmentGroup::Decided:
        break;
    }
    return standing.opens;
}

bool isDue(RetreatmentGroup group) {
    switch (group) {
    case RetreatmentGroup::Overdue:
    case RetreatmentGroup::DueThisWeek:
    case RetreatmentGroup::InWindow:
    case RetreatmentGroup::FollowUpMissing:
    case RetreatmentGroup::EarlyRelapse:
        return true;
    case RetreatmentGroup::BeforeWindow:
    case RetreatmentGroup::Postponed:
    case RetreatmentGroup::CourseRunning:
    case RetreatmentGroup::Decided:
        break;
    }
    return false;
}

} // namespace chairside::domain
