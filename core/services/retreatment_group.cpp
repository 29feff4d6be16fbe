#include "core/services/retreatment_group.h"

#include "core/domain/course/course_state.h"

namespace chairside::services {
namespace {

using domain::DecisionKind;
using domain::WindowState;
using Date = std::optional<base::CalendarDate>;

constexpr int kDaysOfWeek = 7;

bool closesThisWeek(const domain::RetreatmentWindow& window, base::CalendarDate today) {
    return window.closes && base::daysBetween(today, *window.closes) < kDaysOfWeek;
}

RetreatmentGroup groupByWindow(const CourseResponse& response, base::CalendarDate today) {
    const auto state = response.window.state;
    const bool due = state == WindowState::InWindow || state == WindowState::AfterWindow;
    if (due && !response.followUpAfterCourse) return RetreatmentGroup::FollowUpMissing;
    // Closed without an infusion: no window will ever open, somebody has to decide now.
    if (state == WindowState::AfterWindow || state == WindowState::NoInfusionGiven) return RetreatmentGroup::Overdue;
    if (state == WindowState::InWindow) {
        return closesThisWeek(response.window, today) ? RetreatmentGroup::DueThisWeek : RetreatmentGroup::InWindow;
    }
    return response.relapsed.value_or(false) ? RetreatmentGroup::EarlyRelapse : RetreatmentGroup::BeforeWindow;
}

Date dateThatMatters(const RetreatmentRow& row) {
    switch (row.group) {
    case RetreatmentGroup::Overdue:
    case RetreatmentGroup::DueThisWeek:
    case RetreatmentGroup::InWindow:
    case RetreatmentGroup::FollowUpMissing:
        return row.window.closes;
    case RetreatmentGroup::EarlyRelapse:
        return row.latestDate;
    case RetreatmentGroup::Postponed:
        return row.postponedUntil;
    case RetreatmentGroup::BeforeWindow:
    case RetreatmentGroup::CourseRunning:
    case RetreatmentGroup::Decided:
        break;
    }
    return row.window.opens;
}

} // namespace

std::optional<base::CalendarDate> postponedUntil(const CourseFacts& facts) {
    if (facts.decisions.empty() || facts.decisions.back().kind != DecisionKind::Postpone) return std::nullopt;
    return facts.decisions.back().until;
}

RetreatmentGroup groupOf(const CourseFacts& facts, const CourseResponse& response, base::CalendarDate today) {
    if (domain::isRunning(facts.course.state)) return RetreatmentGroup::CourseRunning;
    if (!facts.decisions.empty() && facts.decisions.back().kind != DecisionKind::Postpone) {
        return RetreatmentGroup::Decided;
    }
    if (const auto until = postponedUntil(facts); until && *until > today) return RetreatmentGroup::Postponed;
    return groupByWindow(response, today);
}

bool comesBefore(const RetreatmentRow& a, const RetreatmentRow& b) {
    if (a.group != b.group) return a.group < b.group;
    return dateThatMatters(a) < dateThatMatters(b);
}

} // namespace chairside::services
