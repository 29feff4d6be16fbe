#include "core/store/repositories/infusion_repository.h"

#include <algorithm>

#include "core/store/repositories/entry_rows.h"
#include "core/store/repositories/signature_repository.h"
#include "core/store/repositories/statements.h"
#include "core/store/row_reader.h"

namespace chairside::store {
namespace {

// An infusion of a duplicate is the survivor's.
constexpr Sql
    kInfusionGet("SELECT id, planned_infusion_id, course_id,"
                 " COALESCE((SELECT p.merged_into FROM patient p WHERE p.id = infusion.patient_id), patient_id),"
                 " course_order_id, ordinal, infusion_on,"
                 " opened_at, opened_offset, opened_by FROM infusion WHERE id = ?");
constexpr Sql kOfCourse("SELECT id, planned_infusion_id, course_id,"
                        " COALESCE((SELECT p.merged_into FROM patient p WHERE p.id = infusion.patient_id), patient_id),"
                        " course_order_id, ordinal, infusion_on,"
                        " opened_at, opened_offset, opened_by FROM infusion WHERE course_id = ? ORDER BY ordinal");
// Signing closes the planned date, so only the few open ones have to be looked at.
constexpr Sql kUnsigned("SELECT i.id, i.planned_infusion_id, i.course_id,"
                        " COALESCE((SELECT q.merged_into FROM patient q WHERE q.id = i.patient_id), i.patient_id),"
                        " i.course_order_id, i.ordinal,"
                        " i.infusion_on, i.opened_at, i.opened_offset, i.opened_by"
                        " FROM planned_infusion p CROSS JOIN infusion i"
                        " WHERE p.state IN ('planned', 'open') AND i.planned_infusion_id = p.id AND i.infusion_on < ?"
                        " AND NOT EXISTS (SELECT 1 FROM signature s WHERE s.subject_id = i.id"
                        " AND s.subject_kind = 'infusion' AND s.meaning <> 'witness')"
                        " ORDER BY i.infusion_on, i.opened_at, i.id");
constexpr Sql kBetween("SELECT id, planned_infusion_id, course_id, patient_id, course_order_id, ordinal, infusion_on,"
                       " opened_at, opened_offset, opened_by FROM infusion WHERE infusion_on >= ? AND infusion_on <= ?"
                       " ORDER BY infusion_on, opened_at, id LIMIT ?");
constexpr Sql kInfusionInsert("INSERT INTO infusion (id, clinic_id, planned_infusion_id, course_id, patient_id,"
                              " course_order_id, ordinal, infusion_on, opened_at, opened_offset, opened_by)"
                              " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
constexpr Sql kInfusionAll[] = {kInfusionGet, kOfCourse, kUnsigned, kBetween, kInfusionInsert};

} // namespace

domain::Infusion toInfusion(RowReader& row) {
    const auto id = row.id<domain::InfusionId>();
    const auto planned = row.id<domain::PlannedInfusionId>();
    const auto course = row.id<domain::CourseId>();
    const auto patient = row.id<domain::PatientId>();
    const auto order = row.id<domain::CourseOrderId>();
    const int ordinal = row.whole();
    const auto date = row.date();
    const auto openedAt = row.instant();
    return {id, planned, course, patient, order, ordinal, date, openedAt, row.id<domain::AccountId>()};
}

base::Result<domain::Infusion> SqlInfusionRepository::get(const domain::InfusionId& id) {
    return readOne<domain::Infusion>(m_session.connection(), "infusion", kInfusionGet, values(id), toInfusion);
}

base::Result<domain::InfusionRecord> SqlInfusionRepository::record(const domain::InfusionId& id) {
    return recordOf(CHAIRSIDE_TRY(get(id)));
}

base::Result<std::vector<domain::InfusionRecord>> SqlInfusionRepository::ofCourse(const domain::CourseId& course) {
    std::vector<domain::InfusionRecord> records;
    for (const auto& infusion : CHAIRSIDE_TRY(infusionsOf(course)))
        records.push_back(CHAIRSIDE_TRY(recordOf(infusion)));
    return records;
}

base::Result<std::vector<domain::Infusion>> SqlInfusionRepository::infusionsOf(const domain::CourseId& course) {
    return readAll<domain::Infusion>(m_session.connection(), "infusion", kOfCourse, values(course), toInfusion);
}

base::Result<std::vector<domain::Infusion>> SqlInfusionRepository::unsignedBefore(base::CalendarDate date) {
    return readAll<domain::Infusion>(m_session.connection(), "infusion", kUnsigned, values(date), toInfusion);
}

base::Result<std::vector<domain::Infusion>> SqlInfusionRepository::between(base::CalendarDate from,
                                                                           base::CalendarDate to, int most) {
    return readAll<domain::Infusion>(m_session.connection(), "infusion", kBetween, values(from, to, most), toInfusion);
}

base::Result<domain::InfusionRecord> SqlInfusionRepository::recordOf(const domain::Infusion& infusion) {
    domain::InfusionRecord record{.infusion = infusion};
    CHAIRSIDE_TRY(readPlaces(record));
    CHAIRSIDE_TRY(readAnswers(record));
    CHAIRSIDE_TRY(readObservations(record));
    CHAIRSIDE_TRY(readScores(record));
    CHAIRSIDE_TRY(readTenderPoints(record));
    CHAIRSIDE_TRY(readAfter(record));
    CHAIRSIDE_TRY(readRescueDrugs(record));
    CHAIRSIDE_TRY(readEmergency(record));
    CHAIRSIDE_TRY(readDrugBook(record));
    CHAIRSIDE_TRY(readDischarge(record));
    SqlSignatureRepository signatures(m_session);
    const auto found = CHAIRSIDE_TRY(signatures.of("infusion", infusion.id.text()));
    const auto first = std::ranges::find_if(found, [](const auto& one) { return one.meaning != "witness"; });
    if (first != found.end()) record.signature = *first;
    return record;
}

base::Done SqlInfusionRepository::add(const domain::Infusion& infusion) {
    const auto clinic = CHAIRSIDE_TRY(m_session.clinicId());
    return m_session.insert(Table::Infusion, infusion.id.text(), kInfusionInsert,
                            values(infusion.id, clinic, infusion.planned, infusion.course, infusion.patient,
                                   infusion.order, infusion.ordinal, infusion.date, infusion.openedAt,
                                   infusion.openedBy));
}

std::span<const Sql> infusionStatements() {
    return kInfusionAll;
}

} // namespace chairside::store
