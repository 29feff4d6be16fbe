#include "core/services/review_service.h"

#include <algorithm>
#include <set>

#include "core/services/course_review.h"
#include "core/services/retreatment_group.h"
#include "core/services/run.h"
#include "core/services/try.h"

namespace chairside::services {
namespace {

using domain::Permission;

base::Result<int> countPatientsLastYear(Unit& unit, const CourseFacts& facts) {
    std::vector<base::CalendarDate> dates;
    for (const auto& course : CHAIRSIDE_TRY(unit.tx().courses().ofPatient(facts.course.patient))) {
        const auto more =
            course.id == facts.course.id
                ? givenDates(facts.records, unit.now(), facts.rules().dose)
                : givenDates(CHAIRSIDE_TRY(unit.tx().infusions().ofCourse(course.id)), unit.now(), facts.rules().dose);
        dates.insert(dates.end(), more.begin(), more.end());
    }
    return countLastYear(dates, unit.today());
}

base::Result<RetreatmentRow> rowOf(Unit& unit, const domain::Course& course) {
    const auto facts = CHAIRSIDE_TRY(loadCourse(unit, course));
    const auto response = responseOf(facts, unit.today(), unit.now());
    const auto* latest = response.latest();
    return RetreatmentRow{.patient = CHAIRSIDE_TRY(unit.tx().patients().get(course.patient)),
                          .course = course,
                          .group = groupOf(facts, response, unit.today()),
                          .window = response.window,
                          .overall = response.overall,
                          .latest = latest ? std::optional(latest->score) : std::nullopt,
                          .latestDate = latest ? std::optional(latest->date) : std::nullopt,
                          .infusionsGiven = response.given,
                          .infusionsPlanned = static_cast<int>(facts.planned.size()),
                          .infusionsLast365Days = CHAIRSIDE_TRY(countPatientsLastYear(unit, facts)),
                          .postponedUntil = postponedUntil(facts)};
}

// The newest course of every patient.
base::Result<std::vector<domain::Course>> newestCourses(Unit& unit) {
    auto all = CHAIRSIDE_TRY(unit.tx().courses().all());
    std::ranges::stable_sort(all, std::ranges::greater{}, &domain::Course::number);
    std::set<domain::PatientId> seen;
    std::erase_if(all, [&seen](const domain::Course& course) { return !seen.insert(course.patient).second; });
    return all;
}

} // namespace

base::Result<CourseReview> ReviewService::review(const Actor& actor, const domain::CourseId& course, Reading reading) {
    return run(m_context, actor, Permission::ViewPatients, accessFor(reading),
               [&](Unit& unit) -> base::Result<CourseReview> {
                   auto review = CHAIRSIDE_TRY(buildReview(unit, course));
                   if (reading == Reading::Open) {
                       unit.audit(AuditAction::View, "course", course.text(), review.course.patient);
                   }
                   return review;
               });
}

base::Result<std::vector<RetreatmentRow>> ReviewService::retreatmentList(const Actor& actor) {
    return run(m_context, actor, Permission::ViewPatients, Access::Read,
               [](Unit& unit) -> base::Result<std::vector<RetreatmentRow>> {
                   std::vector<RetreatmentRow> rows;
                   for (const auto& course : CHAIRSIDE_TRY(newestCourses(unit))) {
                       rows.push_back(CHAIRSIDE_TRY(rowOf(unit, course)));
                   }
                   std::ranges::stable_sort(rows, comesBefore);
                   return rows;
               });
}

} // namespace chairside::services
