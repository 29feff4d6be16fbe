// The Aldrete score and the discharge with what was not met.
#include "core/store/repositories/infusion_repository.h"
#include "core/store/repositories/record_reading.h"
#include "core/store/repositories/statements.h"
#include "core/store/row_reader.h"

namespace chairside::store {
namespace {

constexpr auto kAldrete =
    entryQuery<"aldrete_score",
               "variant, activity, respiration, circulation, consciousness, spo2, baseline_systolic, systolic">();
constexpr Sql kInsertAldrete("INSERT INTO aldrete_score (id, infusion_id, observed_at, observed_offset, recorded_at,"
                             " recorded_offset, recorded_by, corrects, correction_reason, variant, activity,"
                             " respiration, circulation, consciousness, spo2, baseline_systolic, systolic)"
                             " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
constexpr auto kDischarges = entryQuery<"discharge", "escort, reason, prescriber">();
constexpr Sql kInsertDischarge("INSERT INTO discharge (id, infusion_id, observed_at, observed_offset, recorded_at,"
                               " recorded_offset, recorded_by, corrects, correction_reason, escort, reason, prescriber)"
                               " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
constexpr Sql kUnmet("SELECT criterion, item FROM discharge_unmet WHERE discharge_id = ? ORDER BY position");
constexpr Sql kInsertUnmet("INSERT INTO discharge_unmet (discharge_id, position, criterion, item) VALUES (?, ?, ?, ?)");
constexpr Sql kInfusionDischargeAll[] = {
    kAldrete.ofInfusion,  kAldrete.ofCourse, kInsertAldrete, kDischarges.ofInfusion,
    kDischarges.ofCourse, kInsertDischarge,  kUnmet,         kInsertUnmet};

domain::AldreteScore toAldrete(RowReader& row) {
    domain::AldreteScore score{.head = row.head(), .variant = row.key<domain::CirculationVariant>(), .items = {}};
    score.items.activity = row.whole();
    score.items.respiration = row.whole();
    score.items.circulation = row.whole();
    score.items.consciousness = row.whole();
    score.items.spo2 = row.whole();
    score.baselineSystolic = row.whole();
    score.systolic = row.whole();
    return score;
}

// Without what was not met, which are rows of their own.
domain::Discharge toDischarge(RowReader& row) {
    domain::Discharge discharge{.head = row.head(), .escort = row.text(), .unmet = {}};
    discharge.reason = row.text();
    discharge.prescriber = row.text();
    return discharge;
}

domain::DischargeGap toGap(RowReader& row) {
    const auto kind = row.key<domain::DischargeGapKind>();
    return {kind, row.text()};
}

} // namespace

base::Done SqlInfusionRepository::readAldrete(RecordReading& reading) {
    return reading.fill(kAldrete, &domain::InfusionRecord::aldrete, toAldrete);
}

base::Done SqlInfusionRepository::readDischarges(RecordReading& reading) {
    CHAIRSIDE_TRY(reading.fill(kDischarges, &domain::InfusionRecord::discharges, toDischarge));
    for (auto& record : reading.records()) {
        for (auto& discharge : record.discharges) {
            discharge.unmet = CHAIRSIDE_TRY(readAll<domain::DischargeGap>(m_session.connection(), "discharge_unmet",
                                                                          kUnmet, values(discharge.head.id), toGap));
        }
    }
    return {};
}

base::Done SqlInfusionRepository::add(const domain::AldreteScore& entry) {
    const auto& items = entry.items;
    return m_session.insert(Table::AldreteScore, entry.head.id.text(), kInsertAldrete,
                            values(entry.head, entry.variant, items.activity, items.respiration, items.circulation,
                                   items.consciousness, items.spo2, entry.baselineSystolic, entry.systolic));
}

base::Done SqlInfusionRepository::add(const domain::Discharge& entry) {
    CHAIRSIDE_TRY(m_session.insert(Table::Discharge, entry.head.id.text(), kInsertDischarge,
                                   values(entry.head, entry.escort, entry.reason, entry.prescriber)));
    int position = 0;
    for (const auto& gap : entry.unmet)
        CHAIRSIDE_TRY(m_session.insertPart(kInsertUnmet, values(entry.head.id, ++position, gap.kind, gap.item)));
    return {};
}

std::span<const Sql> dischargeStatements() {
    return kInfusionDischargeAll;
}

} // namespace chairside::store
