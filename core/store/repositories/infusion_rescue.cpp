// The drugs given against adverse events.
#include "core/store/repositories/infusion_repository.h"
#include "core/store/repositories/record_reading.h"
#include "core/store/repositories/statements.h"
#include "core/store/row_reader.h"

namespace chairside::store {
namespace {

constexpr auto kRescue = entryQuery<"rescue_drug", "drug, dose_ug, route, witness">();
constexpr Sql kInsertRescue("INSERT INTO rescue_drug (id, infusion_id, observed_at, observed_offset, recorded_at,"
                            " recorded_offset, recorded_by, corrects, correction_reason, drug, dose_ug, route, witness)"
                            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
constexpr Sql kRescueAll[] = {kRescue.ofInfusion, kRescue.ofCourse, kInsertRescue};

domain::RescueDrug toRescue(RowReader& row) {
    auto head = row.head();
    auto drug = row.text();
    const auto dose = row.quantity<domain::Dose>();
    const auto route = row.key<domain::DrugRoute>();
    return {std::move(head), std::move(drug), dose, route, row.id<domain::AccountId>()};
}

} // namespace

base::Done SqlInfusionRepository::readRescueDrugs(RecordReading& reading) {
    return reading.fill(kRescue, &domain::InfusionRecord::rescueDrugs, toRescue);
}

base::Done SqlInfusionRepository::add(const domain::RescueDrug& entry) {
    return m_session.insert(Table::RescueDrug, entry.head.id.text(), kInsertRescue,
                            values(entry.head, entry.drug, entry.dose, entry.route, entry.witness));
}

std::span<const Sql> rescueDrugStatements() {
    return kRescueAll;
}

} // namespace chairside::store
