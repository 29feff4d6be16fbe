// One row of the vitals grid with the scores entered beside it, in one transaction.
#include "core/domain/infusion/vitals_rules.h"
#include "core/services/course_rules.h"
#include "core/services/infusion_access.h"
#include "core/services/infusion_service.h"
#include "core/services/text_rules.h"
#include "core/services/try.h"

namespace chairside::services {
namespace {

using base::Rule;

bool hasScore(const VitalsEntry& entry) {
    return entry.sedation || entry.dissociation || entry.pain;
}

// A corrected row goes on filling the due row it was entered in.
std::optional<base::Instant> dueOf(const InfusionAtHand& infusion, const VitalsEntry& entry) {
    if (entry.dueAt || !entry.corrects) return entry.dueAt;
    for (const auto& row : infusion.record.vitals) {
        if (row.head.id == entry.corrects->entry) return row.dueAt;
    }
    return std::nullopt;
}

domain::VitalSigns rowOf(Unit& unit, const InfusionAtHand& infusion, const VitalsEntry& entry) {
    return {headOf(unit, infusion, timeOf(infusion.record.vitals, entry.at, entry.corrects), entry.corrects),
            entry.systolic,
            entry.diastolic,
            entry.heartRate,
            entry.spo2,
            entry.respiration,
            dueOf(infusion, entry),
            trimmed(entry.note)};
}

base::Problems checkRow(const domain::VitalSigns& row, const InfusionAtHand& infusion, const VitalsEntry& entry,
                        int maxLength) {
    const auto& monitoring = infusion.rules().monitoring;
    auto problems = domain::check(row, monitoring);
    if (hasScore(entry)) { // a row of scores only is a row
        std::erase_if(problems, [](const base::Problem& one) { return one.field == "vitals"; });
    }
    if (entry.sedation) checkRange(problems, "sedation", *entry.sedation, domain::rangeOf(monitoring.sedationScale));
    if (entry.dissociation) {
        checkRange(problems, "dissociation", *entry.dissociation, domain::rangeOf(monitoring.dissociationScale));
    }
    if (entry.pain) checkRange(problems, "pain", *entry.pain, domain::kNrsRange);
    checkTime(problems, "at", entry.at, infusion);
    checkLength(problems, "note", entry.note, maxLength);
    checkCorrection(problems, infusion.record.vitals, entry.corrects, maxLength);
    return problems;
}

// The part of the corrected row that a new part replaces, if it had one.
template <class Score>
std::optional<Correction> replaced(const std::vector<Score>& all, const std::optional<Correction>& row) {
    if (!row) return std::nullopt;
    for (const auto& score : domain::standing(all)) {
        if (score.row == row->entry) return Correction{score.head.id, row->reason};
    }
    return std::nullopt;
}

class RowWriter {
public:
    RowWriter(Unit& unit, const InfusionAtHand& infusion, const VitalsEntry& entry, const domain::VitalSigns& row)
        : m_unit(unit), m_infusion(infusion), m_entry(entry), m_row(row.head.id), m_at(row.head.observedAt) {}

    base::Done write() {
        const auto& record = m_infusion.record;
        const auto& monitoring = m_infusion.rules().monitoring;
        auto& store = m_unit.tx().infusions();
        if (m_entry.sedation) {
            CHAIRSIDE_TRY(store.add(
                domain::SedationScore{head(record.sedation), m_row, monitoring.sedationScale, *m_entry.sedation}));
        }
        if (m_entry.dissociation) {
            CHAIRSIDE_TRY(store.add(domain::DissociationScore{head(record.dissociation), m_row,
                                                              monitoring.dissociationScale, *m_entry.dissociation}));
        }
        if (m_entry.pain) {
            CHAIRSIDE_TRY(store.add(domain::PainScore{head(record.pain), m_row, domain::PainMoment::During,
                                                      domain::RecallFrame::Now, m_entry.pain, std::nullopt}));
        }
        return {};
    }

private:
    template <class Score>
    domain::EntryHead head(const std::vector<Score>& all) {
        return headOf(m_unit, m_infusion, m_at, replaced(all, m_entry.corrects));
    }

    Unit& m_unit;
    const InfusionAtHand& m_infusion;
    const VitalsEntry& m_entry;
    domain::EntryId m_row;
    base::Instant m_at;
};

} // namespace

base::Result<domain::EntryId> InfusionService::recordVitals(const Actor& actor, const VitalsEntry& entry) {
    return run(m_context, actor, domain::Permission::RecordInfusion, Access::Write,
               [&](Unit& unit) -> base::Result<domain::EntryId> {
                   const auto infusion = CHAIRSIDE_TRY(loadUnsigned(unit, entry.infusion));
                   const auto row = rowOf(unit, infusion, entry);
                   auto problems = checkRow(row, infusion, entry, unit.policy().maxNoteLength);
                   if (!problems.empty()) return base::invalid(std::move(problems));
                   CHAIRSIDE_TRY(unit.tx().infusions().add(row));
                   CHAIRSIDE_TRY(RowWriter(unit, infusion, entry, row).write());
                   noteEntry(unit, infusion, "vital_signs", row.head);
                   return row.head.id;
               });
}

} // namespace chairside::services
