// What a comparison of many courses reads of their infusions, one course at a time.
#include <map>

#include "core/store/repositories/entry_rows.h"
#include "core/store/repositories/infusion_repository.h"
#include "core/store/repositories/statements.h"

namespace chairside::store {
namespace {

constexpr Sql kPainOfCourse("SELECT p.id, p.infusion_id, p.observed_at, p.observed_offset, p.recorded_at,"
                            " p.recorded_offset, p.recorded_by, p.corrects, p.correction_reason, p.row_id, p.moment,"
                            " p.frame, p.value, p.missing FROM infusion i CROSS JOIN pain_score p"
                            " WHERE i.course_id = ? AND p.infusion_id = i.id AND p.moment IN ('before', 'after')"
                            " AND NOT EXISTS (SELECT 1 FROM pain_score c WHERE c.infusion_id = p.infusion_id"
                            " AND c.corrects = p.id) ORDER BY i.ordinal, p.observed_at, p.recorded_at, p.id");
constexpr Sql kEventsOfCourse("SELECT e.id, e.infusion_id, e.observed_at, e.observed_offset, e.recorded_at,"
                              " e.recorded_offset, e.recorded_by, e.corrects, e.correction_reason, e.term, e.words,"
                              " e.grade, e.ended_at, e.ended_offset, e.action, e.outcome, e.serious, e.relation"
                              " FROM infusion i CROSS JOIN adverse_event e"
                              " WHERE i.course_id = ? AND e.infusion_id = i.id"
                              " ORDER BY i.ordinal, e.observed_at, e.recorded_at, e.id");
constexpr Sql kInfusionOutcomesAll[] = {kPainOfCourse, kEventsOfCourse};

} // namespace

base::Result<std::vector<domain::InfusionRecord>>
SqlInfusionRepository::outcomesOfCourse(const domain::CourseId& course) {
    auto& connection = m_session.connection();
    const auto bound = values(course);
    std::vector<domain::InfusionRecord> records;
    std::map<domain::InfusionId, std::size_t> places;
    for (auto& infusion : CHAIRSIDE_TRY(infusionsOf(course))) {
        places.emplace(infusion.id, records.size());
        records.push_back({.infusion = std::move(infusion)});
    }
    if (records.empty()) return records;
    for (auto& pain : CHAIRSIDE_TRY(readAll<domain::PainScore>(connection, "pain_score", kPainOfCourse, bound, toPain)))
        records[places.at(pain.head.infusion)].pain.push_back(std::move(pain));
    for (auto& event :
         CHAIRSIDE_TRY(readAll<domain::AdverseEvent>(connection, "adverse_event", kEventsOfCourse, bound, toEvent)))
        records[places.at(event.head.infusion)].events.push_back(std::move(event));
    return records;
}

std::span<const Sql> infusionOutcomeStatements() {
    return kInfusionOutcomesAll;
}

} // namespace chairside::store
