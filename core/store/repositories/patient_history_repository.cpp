#include "core/store/repositories/patient_history_repository.h"

#include "core/store/repositories/statements.h"
#include "core/store/row_reader.h"

namespace chairside::store {
namespace {

constexpr Sql kOfPatient("SELECT id, patient_id, recorded_at, recorded_offset, recorded_by, act, replaces, reason,"
                         " kind, content, note, phone, dose, route, code, therapy, onset_trigger, medicine_group,"
                         " since_on, until_on FROM patient_history WHERE patient_id = ? ORDER BY id");
constexpr Sql kHistoryGet("SELECT id, patient_id, recorded_at, recorded_offset, recorded_by, act, replaces, reason,"
                          " kind, content, note, phone, dose, route, code, therapy, onset_trigger, medicine_group,"
                          " since_on, until_on FROM patient_history WHERE id = ?");
constexpr Sql kReplaced("SELECT count(*) FROM patient_history WHERE replaces = ?");
constexpr Sql kHistoryInsert("INSERT INTO patient_history (id, patient_id, recorded_at, recorded_offset, recorded_by,"
                             " act, replaces, reason, kind, content, note, phone, dose, route, code, therapy,"
                             " onset_trigger, medicine_group, since_on, until_on)"
                             " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
constexpr Sql kHistoryAll[] = {kOfPatient, kHistoryGet, kReplaced, kHistoryInsert};

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

} // namespace

base::Result<std::vector<domain::HistoryEntry>> SqlPatientHistoryRepository::of(const domain::PatientId& patient) {
    return readAll<domain::HistoryEntry>(m_session.connection(), "patient_history", kOfPatient, values(patient),
                                         toEntry);
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

std::span<const Sql> historyStatements() {
    return kHistoryAll;
}

} // namespace chairside::store
