#include "core/services/review_service.h"

#include <algorithm>

#include "core/services/course_review.h"
#include "core/services/retreatment_group.h"
#include "core/services/run.h"
#include "core/services/try.h"

namespace chairside::services {
namespace {

using domain::Permission;

// What was asked for of the list; the counts are of all of it.
base::Result<RetreatmentPart> partOf(Unit& unit, const RetreatmentQuery& query) {
    auto listed = CHAIRSIDE_TRY(listedPatients(unit));
    RetreatmentPart part;
    for (const auto& one : listed)
        ++part.counts.at(static_cast<std::size_t>(one.group));
    if (query.group) std::erase_if(listed, [&query](const ListedPatient& one) { return one.group != *query.group; });
    part.total = static_cast<int>(listed.size());
    const auto from = listed.begin() + std::clamp(query.from, 0, part.total);
    const auto to = from + std::clamp<std::ptrdiff_t>(query.most, 0, listed.end() - from);
    part.rows = CHAIRSIDE_TRY(retreatmentRows(unit, {from, to}));
    return part;
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
                   return retreatmentRows(unit, CHAIRSIDE_TRY(listedPatients(unit)));
               });
}

base::Result<RetreatmentPart> ReviewService::retreatmentPart(const Actor& actor, const RetreatmentQuery& query) {
    return run(m_context, actor, Permission::ViewPatients, Access::Read,
               [&query](Unit& unit) { return partOf(unit, query); });
}

base::Result<int> ReviewService::keepRetreatment(const Actor& actor, int most) {
    return run(m_context, actor, Permission::ViewPatients, Access::Write, [most](Unit& unit) -> base::Result<int> {
        return keepStandings(unit, CHAIRSIDE_TRY(unit.tx().retreatments().notMadeBy(kStandingMaker, most)));
    });
}

base::Done ReviewService::issueChart(const Actor& actor, const domain::CourseId& id, const std::string& what) {
    return run(m_context, actor, Permission::IssueDocument, Access::Write, [&](Unit& unit) -> base::Done {
        const auto course = CHAIRSIDE_TRY(unit.tx().courses().get(id));
        unit.audit(AuditAction::Issue, "course", id.text(), course.patient, what);
        return {};
    });
}

base::Result<std::vector<domain::TitrationCount>> ReviewService::titrationCounts(const Actor& actor) {
    return run(m_context, actor, Permission::ViewProtocols, Access::Read,
               [](Unit& unit) -> base::Result<std::vector<domain::TitrationCount>> {
                   std::vector<domain::TitrationCount> counts;
                   for (const auto rule : domain::kSuggestingRules)
                       counts.push_back(CHAIRSIDE_TRY(unit.tx().courses().titrationCount(rule)));
                   return counts;
               });
}

} // namespace chairside::services
