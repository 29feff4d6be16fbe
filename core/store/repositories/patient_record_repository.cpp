#include "core/store/repositories/patient_record_repository.h"

#include "core/store/repositories/patient_rows.h"
#include "core/store/repositories/statements.h"
#include "core/store/search_key.h"

namespace chairside::store {
namespace {

constexpr Sql kRecordGet("SELECT id, family_name, given_name, title, preferred_name, born_on, gender, clinic_number,"
                         " phone, allergy_status, allergies, row_version, state, state_on, merged_into"
                         " FROM patient WHERE id = ?");
constexpr Sql kRecordByNumber("SELECT p.id, p.family_name, p.given_name, p.title, p.preferred_name, p.born_on,"
                              " p.gender, p.clinic_number, p.phone, p.allergy_status, p.allergies, p.row_version,"
                              " p.state, p.state_on, p.merged_into FROM patient_search s"
                              " JOIN patient p ON p.id = s.patient_id WHERE s.number_reversed = ?");
constexpr Sql kMergedInto("SELECT id FROM patient WHERE merged_into = ? ORDER BY id");
constexpr Sql kStates("SELECT id, patient_id, recorded_at, recorded_offset, recorded_by, state, since_on, reason"
                      " FROM patient_state WHERE patient_id = ?"
                      " OR patient_id IN (SELECT id FROM patient WHERE merged_into = ?) ORDER BY id");
constexpr Sql kInsertState("INSERT INTO patient_state (id, patient_id, recorded_at, recorded_offset, recorded_by,"
                           " state, since_on, reason) VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
constexpr Sql kUpdateState("UPDATE patient SET state = ?, state_on = ?, row_version = row_version + 1 WHERE id = ?");
constexpr Sql kMerges("SELECT id, duplicate_id, survivor_id, recorded_at, recorded_offset, recorded_by, reason, undoes"
                      " FROM patient_merge WHERE id >= ? ORDER BY id");
constexpr Sql kUndone("SELECT count(*) FROM patient_merge WHERE undoes = ?");
constexpr Sql kInsertMerge("INSERT INTO patient_merge (id, duplicate_id, survivor_id, recorded_at, recorded_offset,"
                           " recorded_by, reason, undoes) VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
constexpr Sql kUpdateMerged("UPDATE patient SET merged_into = ?, row_version = row_version + 1 WHERE id = ?");
constexpr Sql kPatientRecordAll[] = {kRecordGet,   kRecordByNumber, kMergedInto, kStates,      kInsertState,
                                     kUpdateState, kMerges,         kUndone,     kInsertMerge, kUpdateMerged};

domain::PatientStateEntry toState(RowReader& row) {
    const auto id = row.id<domain::EntryId>();
    const auto patient = row.id<domain::PatientId>();
    const auto recordedAt = row.instant();
    const auto recordedBy = row.id<domain::AccountId>();
    const auto state = row.key<domain::PatientState>();
    const auto since = row.date();
    return {id, patient, recordedAt, recordedBy, state, since, row.text()};
}

domain::PatientMerge toMerge(RowReader& row) {
    const auto id = row.id<domain::EntryId>();
    const auto duplicate = row.id<domain::PatientId>();
    const auto survivor = row.id<domain::PatientId>();
    const auto recordedAt = row.instant();
    const auto recordedBy = row.id<domain::AccountId>();
    auto reason = row.text();
    return {id, duplicate, survivor, recordedAt, recordedBy, std::move(reason), row.optionalId<domain::EntryId>()};
}

} // namespace

base::Result<std::vector<domain::PatientStateEntry>>
SqlPatientRecordRepository::statesOf(const domain::PatientId& patient) {
    return readAll<domain::PatientStateEntry>(m_session.connection(), "patient_state", kStates,
                                              values(patient, patient), toState);
}

base::Done SqlPatientRecordRepository::addState(const domain::PatientStateEntry& entry) {
    CHAIRSIDE_TRY(m_session.insert(
        Table::PatientState, entry.id.text(), kInsertState,
        values(entry.id, entry.patient, entry.recordedAt, entry.recordedBy, entry.state, entry.since, entry.reason)));
    // An active patient is what a row without a state has always meant.
    const bool active = entry.state == domain::PatientState::Active;
    const auto state = active ? std::nullopt : std::optional(entry.state);
    const auto since = active ? std::nullopt : std::optional(entry.since);
    const bool changed = CHAIRSIDE_TRY(
        m_session.update(Table::Patient, entry.patient.text(), kUpdateState, values(state, since, entry.patient)));
    if (!changed) return base::fail(base::Code::NotFound, "patient");
    return {};
}

base::Result<domain::Patient> SqlPatientRecordRepository::record(const domain::PatientId& id) {
    return readOne<domain::Patient>(m_session.connection(), "patient", kRecordGet, values(id), toPatient);
}

base::Result<domain::Patient> SqlPatientRecordRepository::recordByNumber(std::string_view clinicNumber) {
    return readOne<domain::Patient>(m_session.connection(), "patient", kRecordByNumber,
                                    values(reversedKey(foldedKey(clinicNumber))), toPatient);
}

base::Result<std::vector<domain::PatientId>> SqlPatientRecordRepository::mergedInto(const domain::PatientId& survivor) {
    return readAll<domain::PatientId>(m_session.connection(), "patient", kMergedInto, values(survivor),
                                      [](RowReader& row) { return row.id<domain::PatientId>(); });
}

base::Result<std::vector<domain::PatientMerge>> SqlPatientRecordRepository::merges() {
    return readAll<domain::PatientMerge>(m_session.connection(), "patient_merge", kMerges, values(std::string()),
                                         toMerge);
}

base::Done SqlPatientRecordRepository::addMerge(const domain::PatientMerge& merge) {
    if (merge.undoes) {
        const auto undone = CHAIRSIDE_TRY(readNumber(m_session.connection(), kUndone, values(*merge.undoes)));
        if (undone > 0) return base::fail(base::Code::Conflict, "patient_merge");
    }
    CHAIRSIDE_TRY(m_session.insert(Table::PatientMerge, merge.id.text(), kInsertMerge,
                                   values(merge.id, merge.duplicate, merge.survivor, merge.recordedAt, merge.recordedBy,
                                          merge.reason, merge.undoes)));
    const auto into = merge.undoes ? std::nullopt : std::optional(merge.survivor);
    const bool changed = CHAIRSIDE_TRY(
        m_session.update(Table::Patient, merge.duplicate.text(), kUpdateMerged, values(into, merge.duplicate)));
    if (!changed) return base::fail(base::Code::NotFound, "patient");
    return {};
}

std::span<const Sql> patientRecordStatements() {
    return kPatientRecordAll;
}

} // namespace chairside::store
