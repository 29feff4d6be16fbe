// A drug given against an adverse event, seen by a second person.
#include "core/base/decimal_text.h"
#include "core/services/account_service.h"
#include "core/services/infusion_access.h"
#include "core/services/infusion_service.h"
#include "core/services/text_rules.h"
#include "core/services/try.h"

namespace chairside::services {
namespace {

using base::Rule;

base::Problems checkRescue(const InfusionAtHand& infusion, const RescueEntry& entry, int maxLength) {
    base::Problems problems;
    checkText(problems, "rescue_drug", entry.drug, maxLength);
    if (!entry.dose) {
        problems.push_back({"rescue_dose", Rule::Required, {}, {}, {}});
    } else if (*entry.dose <= domain::Dose{}) {
        problems.push_back({"rescue_dose", Rule::OutOfRange, {}, {}, base::toText(*entry.dose)});
    }
    if (!entry.route) problems.push_back({"rescue_route", Rule::Required, {}, {}, {}});
    checkTime(problems, "rescue_at", entry.at, infusion);
    checkCorrection(problems, infusion.record.rescueDrugs, entry.corrects, maxLength);
    return problems;
}

base::Result<InfusionAtHand> checkMayGive(Unit& unit, const Actor& actor, const RescueEntry& entry) {
    auto infusion = CHAIRSIDE_TRY(loadUnsigned(unit, entry.infusion));
    auto problems = checkRescue(infusion, entry, unit.policy().maxNoteLength);
    const auto witness = foldedUserName(entry.witnessUserName);
    if (witness.empty()) {
        problems.push_back({"witness", Rule::Required, {}, {}, {}});
    } else if (witness == actor.userName) {
        problems.push_back({"witness", Rule::SamePerson, {}, {}, {}});
    }
    if (entry.witnessPassword.empty()) problems.push_back({"witness_password", Rule::Required, {}, {}, {}});
    if (!problems.empty()) return base::invalid(std::move(problems));
    return infusion;
}

} // namespace

base::Result<domain::EntryId> InfusionService::recordRescueDrug(const Actor& actor, const RescueEntry& entry) {
    const auto permission = domain::Permission::RecordInfusion;
    CHAIRSIDE_TRY(run(m_context, actor, permission, Access::Read, [&](Unit& unit) -> base::Done {
        CHAIRSIDE_TRY(checkMayGive(unit, actor, entry));
        return {};
    }));
    const auto witness = CHAIRSIDE_TRY(
        AccountService(m_context).authenticateWitness(actor, entry.witnessUserName, entry.witnessPassword));
    return run(m_context, actor, permission, Access::Write, [&](Unit& unit) -> base::Result<domain::EntryId> {
        const auto infusion = CHAIRSIDE_TRY(checkMayGive(unit, actor, entry));
        const auto at = timeOf(infusion.record.rescueDrugs, entry.at, entry.corrects);
        const domain::RescueDrug given{headOf(unit, infusion, at, entry.corrects), trimmed(entry.drug), *entry.dose,
                                       *entry.route, witness.account};
        CHAIRSIDE_TRY(unit.tx().infusions().add(given));
        const auto& patient = infusion.record.infusion.patient;
        unit.audit(given.head.corrects ? AuditAction::Correct : AuditAction::Record, "rescue_drug",
                   given.head.id.text(), patient, "witnessed");
        unit.changed(ChangeKind::Infusion, infusion.id().text(), patient);
        return given.head.id;
    });
}

} // namespace chairside::services
