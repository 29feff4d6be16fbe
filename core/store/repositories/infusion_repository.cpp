#include "core/store/repositories/infusion_repository.h"

#include <algorithm>

#include "core/store/repositories/entry_rows.h"
#include "core/store/repositories/record_reading.h"
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
constexpr EntryQuery kSignatures{
    "signature",
    Sql("SELECT id, account_id, printed_name, role, signed_at, signed_offset, meaning, subject_kind, subject_id,"
        " content_hash FROM signature WHERE subject_id = ? AND subject_kind = 'infusion' AND meaning <> 'witness'"),
    Sql("SELECT s.id, s.account_id, s.printed_name, s.role, s.signed_at, s.signed_offset, s.meaning, s.subject_kind,"
        " s.subject_id, s.content_hash FROM infusion i CROSS JOIN signature s WHERE i.course_id = ?"
        " AND s.subject_id = i.id AND s.subject_kind = 'infusion' AND s.meaning <> 'witness'")};
constexpr Sql kInfusionAll[] = {kInfusionGet,           kOfCourse,           kUnsigned, kBetween, kInfusionInsert,
                                kSignatures.ofInfusion, kSignatures.ofCourse};

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
    RecordReading reading(m_session.connection(), CHAIRSIDE_TRY(get(id)));
    CHAIRSIDE_TRY(readEverything(reading));
    return std::move(reading.records().front());
}

base::Result<std::vector<domain::InfusionRecord>> SqlInfusionRepository::ofCourse(const domain::CourseId& course) {
    RecordReading reading(m_session.connection(), course, CHAIRSIDE_TRY(infusionsOf(course)));
    CHAIRSIDE_TRY(readEverything(reading));
    return std::move(reading.records());
}

base::Result<std::vector<domain::InfusionRecord>> SqlInfusionRepository::ofCourse(const domain::CourseId& course,
                                                                                  services::InfusionPart part) {
    RecordReading reading(m_session.connection(), course, CHAIRSIDE_TRY(infusionsOf(course)));
    CHAIRSIDE_TRY(readPart(reading, part));
    CHAIRSIDE_TRY(readAddenda(reading));
    CHAIRSIDE_TRY(readSignatures(reading));
    return std::move(reading.records());
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

base::Done SqlInfusionRepository::readEverything(RecordReading& reading) {
    CHAIRSIDE_TRY(readChecklists(reading));
    CHAIRSIDE_TRY(readDoses(reading));
    CHAIRSIDE_TRY(readVitals(reading));
    CHAIRSIDE_TRY(readEvents(reading));
    CHAIRSIDE_TRY(readNotes(reading));
    CHAIRSIDE_TRY(readAddenda(reading));
    CHAIRSIDE_TRY(readScores(reading));
    CHAIRSIDE_TRY(readRescueDrugs(reading));
    CHAIRSIDE_TRY(readEmergency(reading));
    CHAIRSIDE_TRY(readDrugBook(reading));
    CHAIRSIDE_TRY(readDischarges(reading));
    return readSignatures(reading);
}

base::Done SqlInfusionRepository::readPart(RecordReading& reading, services::InfusionPart part) {
    switch (part) {
    case services::InfusionPart::Dose:
        CHAIRSIDE_TRY(readDoses(reading));
        return readDischarges(reading);
    case services::InfusionPart::Vitals:
        return readVitals(reading);
    case services::InfusionPart::Scores:
        return readScores(reading);
    case services::InfusionPart::Events:
        return readEvents(reading);
    case services::InfusionPart::DrugBook:
        break;
    }
    return readDrugBook(reading);
}

base::Done SqlInfusionRepository::readScores(RecordReading& reading) {
    CHAIRSIDE_TRY(readChairScores(reading));
    CHAIRSIDE_TRY(readTenderPoints(reading));
    CHAIRSIDE_TRY(readAfter(reading));
    return readAldrete(reading);
}

base::Done SqlInfusionRepository::readSignatures(RecordReading& reading) {
    auto all = CHAIRSIDE_TRY(reading.all<domain::Signature>(kSignatures, toSignature));
    std::ranges::sort(all, [](const auto& a, const auto& b) { return std::tie(a.at, a.id) < std::tie(b.at, b.id); });
    for (auto& signature : all) {
        const auto infusion = domain::InfusionId::fromText(signature.subjectId);
        const auto place = std::ranges::find(reading.records(), infusion,
                                             [](const auto& record) { return std::optional(record.infusion.id); });
        if (place != reading.records().end() && !place->signature) place->signature = std::move(signature);
    }
    return {};
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
