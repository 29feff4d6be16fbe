// Internal to core/services: how one course turned out.
#pragma once

#include "core/services/course_facts.h"
#include "core/services/outcome_service.h"

namespace chairside::services {

struct CourseOutcome {
    base::CalendarDate begins; // see OutcomeQuery
    CourseResponse response;
    std::optional<OutcomeGap> gap;
    JudgedCourse judged; // means something without a gap
    GainEnd gainEnd = GainEnd::Unknown;
    int gainDays = 0; // for Kept, Retreated and Relapsed
};

// retreatedOn: the first given infusion of a later course of the patient. Nothing for a course without planned dates.
[[nodiscard]] std::optional<CourseOutcome> outcomeOf(const CourseFacts& facts,
                                                     std::optional<base::CalendarDate> retreatedOn,
                                                     base::CalendarDate today, base::Instant now);

// The first day drug flowed.
[[nodiscard]] std::optional<base::CalendarDate> firstGiven(const CourseFacts& facts, base::Instant now);

} // namespace chairside::services
