#include "core/store/repositories/course_repository.h"

#include "core/store/repositories/statements.h"
#include "core/store/row_reader.h"

namespace chairside::store {
namespace {

// A course of a duplicate is the survivor's.
constexpr Sql kCourseGet("SELECT id,"
                         " COALESCE((SELECT p.merged_into FROM patient p WHERE p.id = course.patient_id), patient_id),"
                         " protocol_version_id, number, state, held, goal, stop_reason,"
                         " closed_on, row_version FROM course WHERE id = ?");
constexpr Sql kOfPatient("SELECT id,"
                         " COALESCE((SELECT p.merged_into FROM patient p WHERE p.id = course.patient_id), patient_id),"
                         " protocol_version_id, number, state, held, goal, stop_reason,"
                         " closed_on, row_version FROM course WHERE patient_id = ?"
                         " OR patient_id IN (SELECT q.id FROM patient q WHERE q.merged_into = ?) ORDER BY id DESC");
constexpr Sql
    kCourseEvery("SELECT course.id, COALESCE(p.merged_into, course.patient_id), course.protocol_version_id,"
                 " course.number, course.state, course.held, course.goal, course.stop_reason, course.closed_on,"
                 " course.row_version FROM course LEFT JOIN patient p ON p.id = course.patient_id"
                 " ORDER BY course.id DESC");
// COALESCE keeps the engine from reading all who are not merged, to sort them for each step of the walk.
constexpr Sql kNextWithCourse("SELECT p.id FROM patient p WHERE p.id > ? AND COALESCE(p.merged_into, '') = ''"
                              " AND (EXISTS (SELECT 1 FROM course c WHERE c.patient_id = p.id)"
                              " OR EXISTS (SELECT 1 FROM patient d JOIN course e ON e.patient_id = d.id"
                              " WHERE d.merged_into = p.id)) ORDER BY p.id LIMIT 1");
constexpr Sql kCourseInsert("INSERT INTO course (id, clinic_id, patient_id, protocol_version_id, number, state, held,"
                            " goal, stop_reason, closed_on, row_version) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
constexpr Sql kCourseUpdate("UPDATE course SET state = ?, held = ?, goal = ?, stop_reason = ?, closed_on = ?,"
                            " row_version = row_version + 1 WHERE id = ? AND row_version = ?");
constexpr Sql kPlannedOfCourse("SELECT id, course_id, ordinal, planned_on, state, reason, infusion_id, row_version"
                               " FROM planned_infusion WHERE course_id = ? ORDER BY ordinal");
constexpr Sql kPlanned("SELECT id, course_id, ordinal, planned_on, state, reason, infusion_id, row_version"
                       " FROM planned_infusion WHERE id = ?");
constexpr Sql kPlannedOn("SELECT id, course_id, ordinal, planned_on, state, reason, infusion_id, row_version"
                         " FROM planned_infusion WHERE planned_on = ? ORDER BY id");
constexpr Sql
    kPlannedDays("SELECT planned_on, course_id FROM planned_infusion WHERE planned_on >= ? AND planned_on <= ?"
                 " AND state IN ('planned', 'open')");
constexpr Sql kInsertPlanned("INSERT INTO planned_infusion (id, course_id, ordinal, planned_on, state, reason,"
                             " infusion_id, row_version) VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
constexpr Sql kUpdatePlanned("UPDATE planned_infusion SET planned_on = ?, state = ?, reason = ?, infusion_id = ?,"
                             " row_version = row_version + 1 WHERE id = ? AND row_version = ?");
constexpr Sql kCourseAll[] = {kCourseGet,    kOfPatient,     kCourseEvery,     kNextWithCourse,
                              kCourseInsert, kCourseUpdate,  kPlannedOfCourse, kPlanned,
                              kPlannedOn,    kInsertPlanned, kUpdatePlanned,   kPlannedDays};

// A held course is stored as an active one that is held.
domain::CourseState storedState(domain::CourseState state) {
    return state == domain::CourseState::OnHold ? domain::CourseState::Active : state;
}

std::optional<int> heldMark(domain::CourseState state) {
    return state == domain::CourseState::OnHold ? std::optional(1) : std::nullopt;
}

domain::Course toCourse(RowReader& row) {
    const auto id = row.id<domain::CourseId>();
    const auto patient = row.id<domain::PatientId>();
    const auto protocol = row.id<domain::ProtocolVersionId>();
    const int number = row.whole();
    auto state = row.key<domain::CourseState>();
    if (row.optionalWhole()) state = domain::CourseState::OnHold;
    auto goal = row.text();
    auto stopReason = row.text();
    const auto closedOn = row.optionalDate();
    return {id, patient, protocol, number, state, std::move(goal), std::move(stopReason), closedOn, row.whole()};
}

domain::PlannedInfusion toPlanned(RowReader& row) {
    const auto id = row.id<domain::PlannedInfusionId>();
    const auto course = row.id<domain::CourseId>();
    const int ordinal = row.whole();
    const auto date = row.date();
    const auto state = row.key<domain::PlanState>();
    auto reason = row.text();
    const auto infusion = row.optionalId<domain::InfusionId>();
    return {id, course, ordinal, date, state, std::move(reason), infusion, row.whole()};
}

} // namespace

base::Result<domain::Course> SqlCourseRepository::get(const domain::CourseId& id) {
    return readOne<domain::Course>(m_session.connection(), "course", kCourseGet, values(id), toCourse);
}

base::Result<std::vector<domain::Course>> SqlCourseRepository::ofPatient(const domain::PatientId& patient) {
    return readAll<domain::Course>(m_session.connection(), "course", kOfPatient, values(patient, patient), toCourse);
}

base::Result<std::optional<domain::PatientId>>
SqlCourseRepository::nextPatient(const std::optional<domain::PatientId>& after) {
    const std::string from = after ? after->text() : std::string();
    const auto next = CHAIRSIDE_TRY(
        readAll<domain::PatientId>(m_session.connection(), "course", kNextWithCourse, values(std::string_view(from)),
                                   [](RowReader& row) { return row.id<domain::PatientId>(); }));
    return next.empty() ? std::nullopt : std::optional(next.front());
}

base::Result<std::vector<domain::Course>> SqlCourseRepository::all() {
    return readAll<domain::Course>(m_session.connection(), "course", kCourseEvery, {}, toCourse);
}

base::Done SqlCourseRepository::add(const domain::Course& course) {
    const auto clinic = CHAIRSIDE_TRY(m_session.clinicId());
    return m_session.insert(Table::Course, course.id.text(), kCourseInsert,
                            values(course.id, clinic, course.patient, course.protocolVersion, course.number,
                                   storedState(course.state), heldMark(course.state), course.goal, course.stopReason,
                                   course.closedOn, course.rowVersion));
}

base::Done SqlCourseRepository::update(const domain::Course& course) {
    const bool changed =
        CHAIRSIDE_TRY(m_session.update(Table::Course, course.id.text(), kCourseUpdate,
                                       values(storedState(course.state), heldMark(course.state), course.goal,
                                              course.stopReason, course.closedOn, course.id, course.rowVersion)));
    if (changed) return {};
    CHAIRSIDE_TRY(get(course.id));
    return base::fail(base::Code::Conflict, "course");
}

base::Result<std::vector<domain::PlannedInfusion>> SqlCourseRepository::planned(const domain::CourseId& course) {
    return readAll<domain::PlannedInfusion>(m_session.connection(), "planned_infusion", kPlannedOfCourse,
                                            values(course), toPlanned);
}

base::Result<domain::PlannedInfusion> SqlCourseRepository::planned(const domain::PlannedInfusionId& id) {
    return readOne<domain::PlannedInfusion>(m_session.connection(), "planned_infusion", kPlanned, values(id),
                                            toPlanned);
}

base::Result<std::vector<domain::PlannedInfusion>> SqlCourseRepository::plannedOn(base::CalendarDate date) {
    return readAll<domain::PlannedInfusion>(m_session.connection(), "planned_infusion", kPlannedOn, values(date),
                                            toPlanned);
}

base::Result<std::map<base::CalendarDate, int>>
SqlCourseRepository::plannedCounts(base::CalendarDate from, base::CalendarDate to,
                                   const std::optional<domain::CourseId>& except) {
    struct Day {
        base::CalendarDate date;
        domain::CourseId course;
    };
    const auto days = CHAIRSIDE_TRY(
        readAll<Day>(m_session.connection(), "planned_infusion", kPlannedDays, values(from, to), [](RowReader& row) {
            const auto date = row.date();
            return Day{date, row.id<domain::CourseId>()};
        }));
    std::map<base::CalendarDate, int> counts;
    for (const auto& day : days) {
        if (day.course != except) ++counts[day.date];
    }
    return counts;
}

base::Done SqlCourseRepository::addPlanned(const domain::PlannedInfusion& planned) {
    return m_session.insert(Table::PlannedInfusion, planned.id.text(), kInsertPlanned,
                            values(planned.id, planned.course, planned.ordinal, planned.date, planned.state,
                                   planned.reason, planned.infusion, planned.rowVersion));
}

base::Done SqlCourseRepository::updatePlanned(const domain::PlannedInfusion& changedPlan) {
    const bool changed =
        CHAIRSIDE_TRY(m_session.update(Table::PlannedInfusion, changedPlan.id.text(), kUpdatePlanned,
                                       values(changedPlan.date, changedPlan.state, changedPlan.reason,
                                              changedPlan.infusion, changedPlan.id, changedPlan.rowVersion)));
    if (changed) return {};
    CHAIRSIDE_TRY(planned(changedPlan.id));
    return base::fail(base::Code::Conflict, "planned_infusion");
}

std::span<const Sql> courseStatements() {
    return kCourseAll;
}

} // namespace chairside::store
