// What a comparison of many courses reads of their infusions, one course at a time.
#include "core/store/repositories/entry_rows.h"
#include "core/store/repositories/infusion_repository.h"
#include "core/store/repositories/record_reading.h"
#include "core/store/repositories/statements.h"

namespace chairside::store {
namespace {

constexpr Sql kPainOfCourse("SELECT p.id, p.infusion_id, p.observed_at, p.observed_offset, p.recorded_at,"
                            " p.recorded_offset, p.recorded_by, p.corrects, p.correction_reason, p.row_id, p.moment,"
                            " p.frame, p.value, p.missing FROM infusion i CROSS JOIN pain_score p"
                            " WHERE i.course_id = ? AND p.infusion_id = i.id AND p.moment IN ('before', 'after')"
                            " AND NOT EXISTS (SELECT 1 FROM pain_score c WHERE c.infusion_id = p.infusion_id"
                            " AND c.corrects = p.id)");
constexpr Sql kInfusionOutcomesAll[] = {kPainOfCourse};

} // namespace

base::Result<std::vector<domain::InfusionRecord>>
SqlInfusionRepository::outcomesOfCourse(const domain::CourseId& course) {
    auto& connection = m_session.connection();
    RecordReading reading(connection, course, CHAIRSIDE_TRY(infusionsOf(course)));
    if (reading.records().empty()) return std::vector<domain::InfusionRecord>{};
    reading.place(
        CHAIRSIDE_TRY(readAll<domain::PainScore>(connection, "pain_score", kPainOfCourse, values(course), toPain)),
        &domain::InfusionRecord::pain);
    CHAIRSIDE_TRY(readEvents(reading));
    return std::move(reading.records());
}

std::span<const Sql> infusionOutcomeStatements() {
    return kInfusionOutcomesAll;
}

} // namespace chairside::store
