// What was done in an emergency.
#include "core/store/repositories/infusion_repository.h"
#include "core/store/repositories/record_reading.h"
#include "core/store/repositories/statements.h"
#include "core/store/row_reader.h"

namespace chairside::store {
namespace {

constexpr auto kEmergency = entryQuery<"emergency_note", "called, done, standing">();
constexpr Sql kInsertEmergency("INSERT INTO emergency_note (id, infusion_id, observed_at, observed_offset, recorded_at,"
                               " recorded_offset, recorded_by, corrects, correction_reason, called, done, standing)"
                               " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
constexpr Sql kEmergencyAll[] = {kEmergency.ofInfusion, kEmergency.ofCourse, kInsertEmergency};

domain::EmergencyNote toEmergencyNote(RowReader& row) {
    auto head = row.head();
    auto called = row.text();
    auto done = row.text();
    return {std::move(head), std::move(called), std::move(done), row.key<domain::EmergencyStanding>()};
}

} // namespace

base::Done SqlInfusionRepository::readEmergency(RecordReading& reading) {
    return reading.fill(kEmergency, &domain::InfusionRecord::emergency, toEmergencyNote);
}

base::Done SqlInfusionRepository::add(const domain::EmergencyNote& entry) {
    return m_session.insert(Table::EmergencyNote, entry.head.id.text(), kInsertEmergency,
                            values(entry.head, entry.called, entry.done, entry.standing));
}

std::span<const Sql> emergencyStatements() {
    return kEmergencyAll;
}

} // namespace chairside::store
