#include "ui/charts/course_period.h"

namespace chairside::ui {

CoursePeriod coursePeriod(const services::CourseReview& review) {
    std::optional<base::CalendarDate> first;
    for (const auto& point : review.points) {
        if (!first || point.planned.date < *first) first = point.planned.date;
    }
    for (const auto& score : review.assessments) {
        if (score.kind == domain::AssessmentKind::Baseline && (!first || score.date < *first)) first = score.date;
    }
    CoursePeriod period{{}, review.nextCourseFrom};
    if (first) period.from = first->plusDays(-review.protocol.rules.response.baselineDays);
    return period;
}

} // namespace chairside::ui
