// The words of re-treatment: windows, groups, decisions, responses.
#pragma once

#include <QString>
#include <iterator>

#include "core/services/review_service.h"

namespace chairside::ui {

// Every group, in the order of the list.
inline constexpr services::RetreatmentGroup kShownGroups[] = {
    services::RetreatmentGroup::Overdue,      services::RetreatmentGroup::DueThisWeek,
    services::RetreatmentGroup::InWindow,     services::RetreatmentGroup::FollowUpMissing,
    services::RetreatmentGroup::EarlyRelapse, services::RetreatmentGroup::BeforeWindow,
    services::RetreatmentGroup::Postponed,    services::RetreatmentGroup::CourseRunning,
    services::RetreatmentGroup::Decided};
static_assert(std::size(kShownGroups) == domain::kRetreatmentGroups);

// Of the list, read in one go: some screens full.
inline constexpr int kRowsAtOnce = 60;

// "Overdue", "In the window" ...
[[nodiscard]] QString groupText(services::RetreatmentGroup group);
// "before the window", "in the window", "window has passed" ...
[[nodiscard]] QString windowStateText(domain::WindowState state);
// "20-Feb-2025 to 06-Mar-2025", or why there is none.
[[nodiscard]] QString windowText(const domain::RetreatmentWindow& window);
// The same on two lines, for a narrow column.
[[nodiscard]] QString windowLines(const domain::RetreatmentWindow& window);
// "Re-treat", "Postpone", "Discharge".
[[nodiscard]] QString decisionText(domain::DecisionKind kind);
// "Postponed to 01-Apr-2025 on 14-Jan-2025: still well".
[[nodiscard]] QString decisionLine(const domain::RetreatmentDecision& decision);

// What has to happen next and when: "decide by 06-Mar-2025", "overdue since 07-Mar-2025".
[[nodiscard]] QString dueText(const services::RetreatmentRow& row);
// "46 % better", or why there is no per cent.
[[nodiscard]] QString responseText(const services::RetreatmentRow& row);
// "5 on 03-Jan-2025, 11 days ago", "5 today", "no score yet".
[[nodiscard]] QString lastScoreText(const services::RetreatmentRow& row, base::CalendarDate today);
// "Course 1, 6 of 6 infusions".
[[nodiscard]] QString courseText(const services::RetreatmentRow& row);

// "Follow-up score of SAMPLE, Robin (Mr), week 2 (day 14) after the last infusion".
[[nodiscard]] QString followUpTitle(const services::RetreatmentRow& row);
// "Due for decision 6 · Overdue 1 · Follow-up score missing 3".
[[nodiscard]] QString summaryText(const services::RetreatmentPart& part);

} // namespace chairside::ui
