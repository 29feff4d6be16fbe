// What the next order of a patient takes over from the course before it.
#include <algorithm>

#include "core/services/course_facts.h"
#include "core/services/course_rules.h"
#include "core/services/course_service.h"
#include "core/services/try.h"

namespace chairside::services {
namespace {

// Asked in the words of the baseline; newest first.
std::vector<BaselineScore> scoresAfter(const CourseFacts& facts, const CourseResponse& response) {
    std::vector<BaselineScore> scores;
    for (auto one = facts.followUps.rbegin(); one != facts.followUps.rend(); ++one) {
        const bool after = response.lastGiven && one->date > *response.lastGiven;
        const bool sameQuestion = one->frame == domain::RecallFrame::Average24h;
        if (one->pain && after && sameQuestion) scores.push_back({one->date, *one->pain});
    }
    return scores;
}

base::Result<EarlierOrder> earlierOrderOf(Unit& unit, const CourseFacts& facts) {
    const auto standing = CHAIRSIDE_TRY(standingOrder(facts.orders));
    const auto response = responseOf(facts, unit.today(), unit.now());
    const auto measure = CHAIRSIDE_TRY(unit.tx().courses().measure(facts.orders.front().id));
    return EarlierOrder{.course = facts.course,
                        .decidedOn = facts.decisions.back().decidedAt.localDate(),
                        .minutes = standing.minutes,
                        .agreement = CHAIRSIDE_TRY(agreementOf(unit, facts)),
                        .height = measure ? measure->height : std::nullopt,
                        .scores = scoresAfter(facts, response),
                        .opens = response.window.opens};
}

} // namespace

base::Result<std::optional<EarlierOrder>> CourseService::orderToRepeat(const Actor& actor,
                                                                       const domain::PatientId& patient) {
    return run(m_context, actor, domain::Permission::ViewPatients, Access::Read,
               [&](Unit& unit) -> base::Result<std::optional<EarlierOrder>> {
                   const auto courses = CHAIRSIDE_TRY(unit.tx().courses().ofPatient(patient));
                   const auto newest = std::ranges::max_element(courses, {}, &domain::Course::number);
                   if (newest == courses.end()) return std::nullopt;
                   const auto decisions = CHAIRSIDE_TRY(unit.tx().courses().decisions(newest->id));
                   const bool again = !decisions.empty() && decisions.back().kind == domain::DecisionKind::Retreat;
                   if (!again) return std::nullopt;
                   return CHAIRSIDE_TRY(earlierOrderOf(unit, CHAIRSIDE_TRY(loadCourse(unit, *newest))));
               });
}

} // namespace chairside::services
