// Internal to core/services: what the signed-in person can do next for a patient.
#pragma once

#include "core/services/course_facts.h"
#include "core/services/patient_service.h"

namespace chairside::services {

// newest: the newest course with its response; none if there is no course.
struct NewestCourse {
    const CourseFacts& facts;
    const CourseResponse& response;
};
void addNextStep(PatientOverview& overview, const NewestCourse* newest, const domain::RoleSet& roles,
                 base::CalendarDate today);

} // namespace chairside::services
