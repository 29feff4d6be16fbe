// The days that belong to a course where a record is the patient's and not the course's.
#pragma once

#include "core/services/review_service.h"

namespace chairside::ui {

struct CoursePeriod {
    std::optional<base::CalendarDate> from;   // the first day; absent: nothing is planned
    std::optional<base::CalendarDate> before; // the first day of the next course

    [[nodiscard]] bool holds(base::CalendarDate date) const {
        return (!from || date >= *from) && (!before || date < *before);
    }
};

// From the baseline window of the protocol before its first infusion or baseline score.
[[nodiscard]] CoursePeriod coursePeriod(const services::CourseReview& review);

} // namespace chairside::ui
