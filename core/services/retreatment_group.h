// Internal to core/services: in which group of the re-treatment list a course belongs, and the order inside
// it.
#pragma once

#include <optional>
#include <vector>

#include "core/services/course_facts.h"
#include "core/services/review_service.h"

namespace chairside::services {

// The newest course of a patient. Every course belongs to exactly one group.
[[nodiscard]] RetreatmentGroup groupOf(const CourseFacts& facts, const CourseResponse& response,
                                       base::CalendarDate today);
// The date of the newest decision if it postpones.
[[nodiscard]] std::optional<base::CalendarDate> postponedUntil(const CourseFacts& facts);
// By group, then by the date that matters in it; no date comes first.
[[nodiscard]] bool comesBefore(const RetreatmentRow& a, const RetreatmentRow& b);
// The newest course of every patient, in that order.
[[nodiscard]] base::Result<std::vector<RetreatmentRow>> retreatmentRows(Unit& unit);

} // namespace chairside::services
