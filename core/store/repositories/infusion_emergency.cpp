// What was done in an emergency.
#include "core/store/repositories/infusion_repository.h"
#include "core/store/repositories/statements.h"
#include "core/store/row_reader.h"

namespace chairside::store {
namespace {

constexpr Sql kEmergency("SELECT id, infusion_id, observed_at, observed_offset, recorded_at, recorded_offset,"
                         " recorded_by, corrects, correction_reason, called, done, standing FROM emergency_note"
                         " WHERE infusion_id = ? ORDER BY observed_at, recorded_at, id");
constexpr Sql kInsertEmergency("INSERT INTO emergency_note (id, infusion_id, observed_at, observed_offset, recorded_at,"
                               " recorded_offset, recorded_by, corrects, correction_reason, called, done, standing)"
                               " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
constexpr Sql kEmergencyAll[] = {kEmergency, kInsertEmergency};

domain::EmergencyNote toEmergencyNote(RowReader& row) {
    auto head = row.head();
    auto called = row.text();
    auto done = row.text();
    return {std::move(head), std::move(called), std::move(done), row.key<domain::EmergencyStanding>()};
}

} // namespace

base::Done SqlInfusionRepository::readEmergency(domain::InfusionRecord& record) {
    record.emergency = CHAIRSIDE_TRY(readAll<domain::EmergencyNote>(
        m_session.connection(), "emergency_note", kEmergency, values(record.infusion.id), toEmergencyNote));
    return {};
}

base::Done SqlInfusionRepository::add(const domain::EmergencyNote& entry) {
    return m_session.insert(Table::EmergencyNote, entry.head.id.text(), kInsertEmergency,
                            values(entry.head, entry.called, entry.done, entry.standing));
}

std::span<const Sql> emergencyStatements() {
    return kEmergencyAll;
}

} // namespace chairside::store
