#include "core/services/course_reader.h"

#include <algorithm>

#include "core/services/try.h"

namespace chairside::services {

using domain::PlanState;

base::Result<CourseFacts> CourseReader::read(const domain::Course& course) {
    auto& courses = m_unit.tx().courses();
    CourseFacts facts{.course = course,
                      .protocol = CHAIRSIDE_TRY(version(course.protocolVersion)),
                      .orders = {},
                      .planned = CHAIRSIDE_TRY(courses.planned(course.id)),
                      .records = CHAIRSIDE_TRY(m_unit.tx().infusions().outcomesOfCourse(course.id)),
                      .followUps = CHAIRSIDE_TRY(courses.followUps(course.id)),
                      .decisions = {}};
    for (auto& record : facts.records)
        CHAIRSIDE_TRY(completeUnsigned(facts, record));
    return facts;
}

base::Result<CourseFacts> CourseReader::readWithDecisions(const domain::Course& course) {
    auto facts = CHAIRSIDE_TRY(read(course));
    facts.decisions = CHAIRSIDE_TRY(m_unit.tx().courses().decisions(course.id));
    std::ranges::stable_sort(facts.decisions, {}, &domain::RetreatmentDecision::decidedAt);
    return facts;
}

base::Result<domain::ProtocolVersion> CourseReader::version(const domain::ProtocolVersionId& id) {
    const auto known = m_versions.find(id);
    if (known != m_versions.end()) return known->second;
    auto full = CHAIRSIDE_TRY(m_unit.tx().protocols().get(id));
    // Words are told once, by the definition; thousands of courses need the numbers.
    full.remarks.clear();
    full.whys.clear();
    full.items.clear();
    return m_versions.emplace(id, std::move(full)).first->second;
}

// Whether drug flowed in an infusion that is not signed follows from all of its record.
base::Done CourseReader::completeUnsigned(const CourseFacts& facts, domain::InfusionRecord& record) {
    const auto planned = std::ranges::find(facts.planned, record.infusion.planned, &domain::PlannedInfusion::id);
    const bool isClosed =
        planned != facts.planned.end() && (planned->state == PlanState::Given || planned->state == PlanState::NotGiven);
    if (!isClosed) record = CHAIRSIDE_TRY(m_unit.tx().infusions().record(record.infusion.id));
    return {};
}

} // namespace chairside::services
