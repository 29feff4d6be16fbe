#include "core/store/repositories/patient_history_repository.h"

#include "core/store/repositories/statements.h"
#include "core/store/row_reader.h"

namespace chairside::store {
namespace {

constexpr Sql kOfPatient("SELECT id, patient_id, recorded_at, recorded_offset, recorded_by, act, replaces, reason,"
                         " kind, content, note, phone, dose, route, code, therapy, onset_trigger, medicine_group,"
                         " since_on, until_on FROM patient_history WHERE patient_id = ?"
                         " OR patient_id IN (SELECT p.id FROM patient p WHERE p.merged_into = ?) ORDER BY id");
constexpr Sql kHistoryGet("SELECT id, patient_id, recorded_at, recorded_offset, recorded_by, act, replaces, reason,"
                          " kind, content, note, phone, dose, route, code, therapy, onset_trigger, medicine_group,"
                          " since_on, until_on FROM patient_history WHERE id = ?");
constexpr Sql kReplaced("SELECT count(*) FROM patient_history WHERE replaces = ?");
constexpr Sql kHistoryInsert("INSERT INTO patient_history (id, patient_id, recorded_at, recorded_offset, recorded_by,"
                             " act, replaces, reason, kind, content, note, phone, dose, route, code, therapy,"
                             " onset_trigger, medicine_group, since_on, until_on)"
                             " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
constexpr Sql kMeasured("SELECT id, patient_id, loinc, value_thousandths, measured_at, measured_offset, source,"
                        " recorded_at, recorded_offset, recorded_by FROM outside_observation"
                        " WHERE patient_id = ? OR patient_id IN (SELECT p.id FROM patient p WHERE p.merged_into = ?)"
                        " ORDER BY measured_at, id");
constexpr Sql kMeasuredInsert("INSERT INTO outside_observation (id, patient_id, loinc, value_thousandths, measured_at,"
                              " measured_offset, source, recorded_at, recorded_offset, recorded_by)"
                              " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
constexpr Sql kHistoryAll[] = {kOfPatient, kHistoryGet, kReplaced, kHistoryInsert, kMeasured, kMeasuredInsert};

domain::HistoryEntry toEntry(RowReader& row) {
    domain::HistoryEntry entry{.id = row.id<domain::EntryId>(),
                               .patient = row.id<domain::PatientId>(),
                               .recordedAt = row.instant(),
                               .recordedBy = row.id<domain::AccountId>(),
                               .act = row.key<domain::HistoryAct>(),
                               .replaces = row.optionalId<domain::EntryId>(),
                               .reason = row.text(),
                               .details = {.kind = row.key<domain::HistoryKind>()}};
    auto& details = entry.details;
    for (std::string* text :
         {&details.text, &details.note, &details.phone, &details.dose, &details.route, &details.code}) {
        *text = row.text();
    }
    details.therapy = row.optionalKey<domain::TherapyKind>();
    details.trigger = row.optionalKey<domain::OnsetTrigger>();
    details.group = row.optionalKey<domain::MedicineGroup>();
    details.since = row.optionalDate();
    details.until = row.optionalDate();
    return entry;
}

domain::OutsideObservation toObservation(RowReader& row) {
    return {.id = row.id<domain::EntryId>(),
            .patient = row.id<domain::PatientId>(),
            .loinc = row.text(),
            .value = row.quantity<domain::OutsideValue>(),
            .at = row.instant(),
            .source = row.text(),
            .recordedAt = row.instant(),
            .recordedBy = row.id<domain::AccountId>()};
}

} // namespace

base::Result<std::vector<domain::HistoryEntry>> SqlPatientHistoryRepository::of(const domain::PatientId& patient) {
    return readAll<domain::HistoryEntry>(m_session.connection(), "patient_history", kOfPatient,
                                         values(patient, patient), toEntry);
}

base::Result<domain::HistoryEntry> SqlPatientHistoryRepository::get(const domain::EntryId& id) {
    return readOne<domain::HistoryEntry>(m_session.connection(), "patient_history", kHistoryGet, values(id), toEntry);
}

base::Done SqlPatientHistoryRepository::add(const domain::HistoryEntry& entry) {
    if (entry.replaces) {
        const auto replaced = CHAIRSIDE_TRY(readNumber(m_session.connection(), kReplaced, values(*entry.replaces)));
        if (replaced > 0) return base::fail(base::Code::Conflict, "patient_history");
    }
    const auto& details = entry.details;
    return m_session.insert(Table::PatientHistory, entry.id.text(), kHistoryInsert,
                            values(entry.id, entry.patient, entry.recordedAt, entry.recordedBy, entry.act,
                                   entry.replaces, entry.reason, details.kind, details.text, details.note,
                                   details.phone, details.dose, details.route, details.code, details.therapy,
                                   details.trigger, details.group, details.since, details.until));
}

base::Result<std::vector<domain::OutsideObservation>>
SqlPatientHistoryRepository::measuredElsewhere(const domain::PatientId& patient) {
    return readAll<domain::OutsideObservation>(m_session.connection(), "outside_observation", kMeasured,
                                               values(patient, patient), toObservation);
}

base::Done SqlPatientHistoryRepository::add(const domain::OutsideObservation& observation) {
    return m_session.insert(Table::OutsideObservation, observation.id.text(), kMeasuredInsert,
                            values(observation.id, observation.patient, observation.loinc, observation.value,
                                   observation.at, observation.source, observation.recordedAt, observation.recordedBy));
}

std::span<const Sql> historyStatements() {
    return kHistoryAll;
}

} // namespace chairside::store
