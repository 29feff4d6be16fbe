// Internal to core/services: puts a course review together inside a transaction.
#pragma once

#include "core/services/course_facts.h"
#include "core/services/review_service.h"

namespace chairside::services {

[[nodiscard]] base::Result<CourseReview> buildReview(Unit& unit, const domain::CourseId& course);

} // namespace chairside::services
