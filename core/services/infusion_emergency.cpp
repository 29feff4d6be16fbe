// What was done in an emergency. Nothing is asked that could hold anybody up.
#include "core/services/infusion_access.h"
#include "core/services/infusion_service.h"
#include "core/services/text_rules.h"
#include "core/services/try.h"

namespace chairside::services {
namespace {

using base::Rule;

base::Problems checkEmergency(const InfusionAtHand& infusion, const EmergencyEntry& entry, int maxLength) {
    base::Problems problems;
    if (trimmed(entry.called).empty() && trimmed(entry.done).empty()) {
        problems.push_back({"emergency_called", Rule::Required, {}, {}, {}});
    }
    checkLength(problems, "emergency_called", entry.called, maxLength);
    checkLength(problems, "emergency_done", entry.done, maxLength);
    checkTime(problems, "emergency_at", entry.at, infusion);
    return problems;
}

} // namespace

base::Result<domain::EntryId> InfusionService::recordEmergency(const Actor& actor, const EmergencyEntry& entry) {
    return run(m_context, actor, domain::Permission::RecordInfusion, Access::Write,
               [&](Unit& unit) -> base::Result<domain::EntryId> {
                   const auto infusion = CHAIRSIDE_TRY(loadUnsigned(unit, entry.infusion));
                   auto problems = checkEmergency(infusion, entry, unit.policy().maxNoteLength);
                   if (!problems.empty()) return base::invalid(std::move(problems));
                   const domain::EmergencyNote note{headOf(unit, infusion, entry.at, std::nullopt),
                                                    trimmed(entry.called), trimmed(entry.done), entry.standing};
                   CHAIRSIDE_TRY(unit.tx().infusions().add(note));
                   noteEntry(unit, infusion, "emergency_note", note.head);
                   return note.head.id;
               });
}

} // namespace chairside::services
