// The controlled-drug book, of one infusion and over all of them: vials and what became of their content.
#include <algorithm>
#include <iterator>

#include "core/store/repositories/drug_book_repository.h"
#include "core/store/repositories/infusion_repository.h"
#include "core/store/repositories/record_reading.h"
#include "core/store/repositories/statements.h"
#include "core/store/row_reader.h"
#include "core/store/search_key.h"

namespace chairside::store {
namespace {

// DISTINCT: a vial is moved more than once.
constexpr EntryQuery kVials{
    "vial",
    Sql("SELECT DISTINCT v.id, v.drug, v.strength_ug_per_ml, v.volume_ul, v.lot, v.expires_on"
        " FROM drug_movement m CROSS JOIN vial v WHERE m.infusion_id = ? AND v.id = m.vial_id ORDER BY v.id"),
    Sql("SELECT DISTINCT v.id, v.drug, v.strength_ug_per_ml, v.volume_ul, v.lot, v.expires_on"
        " FROM infusion i CROSS JOIN drug_movement m CROSS JOIN vial v"
        " WHERE i.course_id = ? AND m.infusion_id = i.id AND v.id = m.vial_id ORDER BY v.id")};
constexpr Sql kInsertVial("INSERT INTO vial (id, clinic_id, drug, strength_ug_per_ml, volume_ul, lot, expires_on)"
                          " VALUES (?, ?, ?, ?, ?, ?, ?)");
constexpr EntryQuery kMovements{
    "drug_movement",
    Sql("SELECT id, vial_id, infusion_id, kind, amount_ug, moved_at, moved_offset, recorded_at, recorded_offset,"
        " recorded_by, witness, reason FROM drug_movement WHERE infusion_id = ?"),
    Sql("SELECT m.id, m.vial_id, m.infusion_id, m.kind, m.amount_ug, m.moved_at, m.moved_offset, m.recorded_at,"
        " m.recorded_offset, m.recorded_by, m.witness, m.reason FROM infusion i CROSS JOIN drug_movement m"
        " WHERE i.course_id = ? AND m.infusion_id = i.id")};
constexpr Sql kInsertMovement("INSERT INTO drug_movement (id, vial_id, infusion_id, kind, amount_ug, moved_at,"
                              " moved_offset, recorded_at, recorded_offset, recorded_by, witness, reason)"
                              " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
constexpr Sql kVial("SELECT id, drug, strength_ug_per_ml, volume_ul, lot, expires_on FROM vial WHERE id = ?");
constexpr Sql kVialsOfLot("SELECT id, drug, strength_ug_per_ml, volume_ul, lot, expires_on FROM vial"
                          " WHERE UPPER(lot) >= ? AND UPPER(lot) < ? ORDER BY UPPER(lot), id LIMIT ?");
constexpr Sql kVialsCorrected("SELECT id, drug, strength_ug_per_ml, volume_ul, lot, expires_on FROM vial WHERE id IN"
                              " (SELECT vial_id FROM drug_movement WHERE kind = 'correction') ORDER BY id");
constexpr Sql kMovedBetween("SELECT vial_id, moved_at, moved_offset FROM drug_movement"
                            " WHERE moved_at >= ? AND moved_at < ? ORDER BY moved_at");
constexpr Sql kMovementsOfVial("SELECT id, vial_id, infusion_id, kind, amount_ug, moved_at, moved_offset, recorded_at,"
                               " recorded_offset, recorded_by, witness, reason FROM drug_movement WHERE vial_id = ?"
                               " ORDER BY moved_at, recorded_at, id");
constexpr Sql kDrugBookAll[] = {kVials.ofInfusion,   kVials.ofCourse, kInsertVial,     kMovements.ofInfusion,
                                kMovements.ofCourse, kInsertMovement, kVial,           kVialsOfLot,
                                kVialsCorrected,     kMovedBetween,   kMovementsOfVial};

std::string inCapitals(std::string_view text) {
    std::string all(text);
    std::ranges::transform(all, all.begin(),
                           [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
    return all;
}

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

struct Moved {
    domain::VialId vial;
    base::Instant at;
};

Moved toMoved(RowReader& row) {
    const auto vial = row.id<domain::VialId>();
    return {vial, row.instant()};
}

} // namespace

base::Result<domain::Vial> SqlDrugBookRepository::vial(const domain::VialId& id) {
    return readOne<domain::Vial>(m_session.connection(), "vial", kVial, values(id), toVial);
}

base::Result<std::vector<domain::Vial>> SqlDrugBookRepository::movedOn(base::CalendarDate day) {
    const auto moved = CHAIRSIDE_TRY(readAll<Moved>(m_session.connection(), "drug_movement", kMovedBetween,
                                                    values(earliestOfDay(day), afterDay(day)), toMoved));
    std::vector<domain::VialId> ids;
    for (const auto& one : moved) {
        if (one.at.localDate() == day) ids.push_back(one.vial);
    }
    std::ranges::sort(ids);
    ids.erase(std::ranges::unique(ids).begin(), ids.end());
    std::vector<domain::Vial> vials;
    vials.reserve(ids.size());
    for (const auto& id : ids)
        vials.push_back(CHAIRSIDE_TRY(vial(id)));
    return vials;
}

base::Result<std::vector<domain::Vial>> SqlDrugBookRepository::ofLot(std::string_view start, int limit) {
    const auto first = inCapitals(start);
    return readAll<domain::Vial>(m_session.connection(), "vial", kVialsOfLot, values(first, endOfPrefix(first), limit),
                                 toVial);
}

base::Result<std::vector<domain::Vial>> SqlDrugBookRepository::corrected() {
    return readAll<domain::Vial>(m_session.connection(), "vial", kVialsCorrected, {}, toVial);
}

base::Result<std::vector<domain::DrugMovement>> SqlDrugBookRepository::movements(const domain::VialId& vial) {
    return readAll<domain::DrugMovement>(m_session.connection(), "drug_movement", kMovementsOfVial, values(vial),
                                         toMovement);
}

base::Done SqlInfusionRepository::readDrugBook(RecordReading& reading) {
    CHAIRSIDE_TRY(reading.fill(kMovements, &domain::InfusionRecord::movements, toMovement));
    const auto vials = CHAIRSIDE_TRY(reading.all<domain::Vial>(kVials, toVial));
    for (auto& record : reading.records()) {
        std::ranges::copy_if(vials, std::back_inserter(record.vials), [&record](const domain::Vial& vial) {
            return std::ranges::find(record.movements, vial.id, &domain::DrugMovement::vial) != record.movements.end();
        });
    }
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
