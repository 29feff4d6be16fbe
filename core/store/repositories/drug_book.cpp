// The controlled-drug book of an infusion: vials and what became of their content.
#include "core/store/repositories/infusion_repository.h"
#include "core/store/repositories/statements.h"
#include "core/store/row_reader.h"

namespace chairside::store {
namespace {

constexpr Sql kVials("SELECT id, drug, strength_ug_per_ml, volume_ul, lot, expires_on FROM vial WHERE id IN"
                     " (SELECT vial_id FROM drug_movement WHERE infusion_id = ?) ORDER BY id");
constexpr Sql kInsertVial("INSERT INTO vial (id, clinic_id, drug, strength_ug_per_ml, volume_ul, lot, expires_on)"
                          " VALUES (?, ?, ?, ?, ?, ?, ?)");
constexpr Sql kMovements("SELECT id, vial_id, infusion_id, kind, amount_ug, moved_at, moved_offset, recorded_at,"
                         " recorded_offset, recorded_by, witness, reason FROM drug_movement WHERE infusion_id = ?"
                         " ORDER BY moved_at, recorded_at, id");
constexpr Sql kInsertMovement("INSERT INTO drug_movement (id, vial_id, infusion_id, kind, amount_ug, moved_at,"
                              " moved_offset, recorded_at, recorded_offset, recorded_by, witness, reason)"
                              " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
constexpr Sql kDrugBookAll[] = {kVials, kInsertVial, kMovements, kInsertMovement};

domain::Vial toVial(RowReader& row) {
    const auto id = row.id<domain::VialId>();
    auto drug = row.text();
    const auto strength = row.quantity<domain::Concentration>();
    const auto volume = row.quantity<domain::Volume>();
    auto lot = row.text();
    return {id, std::move(drug), strength, volume, std::move(lot), row.date()};
}

domain::DrugMovement toMovement(RowReader& row) {
    const auto id = row.id<domain::EntryId>();
    const auto vial = row.id<domain::VialId>();
    const auto infusion = row.optionalId<domain::InfusionId>();
    const auto kind = row.key<domain::MovementKind>();
    const auto amount = row.quantity<domain::Dose>();
    const auto at = row.instant();
    const auto recordedAt = row.instant();
    const auto recordedBy = row.id<domain::AccountId>();
    const auto witness = row.optionalId<domain::AccountId>();
    return {id, vial, infusion, kind, amount, at, recordedAt, recordedBy, witness, row.text()};
}

} // namespace

base::Done SqlInfusionRepository::readDrugBook(domain::InfusionRecord& record) {
    auto& connection = m_session.connection();
    const auto bound = values(record.infusion.id);
    record.vials = CHAIRSIDE_TRY(readAll<domain::Vial>(connection, "vial", kVials, bound, toVial));
    record.movements =
        CHAIRSIDE_TRY(readAll<domain::DrugMovement>(connection, "drug_movement", kMovements, bound, toMovement));
    return {};
}

base::Done SqlInfusionRepository::add(const domain::Vial& vial) {
    const auto clinic = CHAIRSIDE_TRY(m_session.clinicId());
    return m_session.insert(Table::Vial, vial.id.text(), kInsertVial,
                            values(vial.id, clinic, vial.drug, vial.strength, vial.volume, vial.lot, vial.expires));
}

base::Done SqlInfusionRepository::add(const domain::DrugMovement& movement) {
    return m_session.insert(Table::DrugMovement, movement.id.text(), kInsertMovement,
                            values(movement.id, movement.vial, movement.infusion, movement.kind, movement.amount,
                                   movement.at, movement.recordedAt, movement.recordedBy, movement.witness,
                                   movement.reason));
}

std::span<const Sql> drugBookStatements() {
    return kDrugBookAll;
}

} // namespace chairside::store
