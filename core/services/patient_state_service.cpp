#include "core/services/patient_state_service.h"

#include <algorithm>

#include "core/services/run.h"
#include "core/services/text_rules.h"
#include "core/services/try.h"

namespace chairside::services {
namespace {

using base::Rule;
using domain::PatientState;

base::Problems check(Unit& unit, const domain::Patient& patient, const PatientStateRequest& request) {
    base::Problems problems;
    if (request.state == patient.state) problems.push_back({"state", Rule::NotAllowed, {}, {}, {}});
    const auto& born = patient.details.born;
    if (!request.since) {
        problems.push_back({"since", Rule::Required, {}, {}, {}});
    } else if (*request.since > unit.today()) {
        problems.push_back({"since", Rule::InFuture, {}, unit.today().iso(), request.since->iso()});
    } else if (*request.since < born) {
        problems.push_back({"since", Rule::InPast, born.iso(), {}, request.since->iso()});
    }
    checkText(problems, "reason", request.reason, unit.policy().patient.maxTextLength);
    return problems;
}

const char* stateKey(PatientState state) {
    constexpr const char* kKeys[] = {"active", "withdrawn", "deceased"};
    return kKeys[static_cast<std::size_t>(state)];
}

} // namespace

base::Result<std::vector<PatientStateLine>> PatientStateService::of(const Actor& actor,
                                                                    const domain::PatientId& patient) {
    return run(m_context, actor, domain::Permission::ViewPatients, Access::Read,
               [&](Unit& unit) -> base::Result<std::vector<PatientStateLine>> {
                   const auto known = CHAIRSIDE_TRY(unit.tx().patients().get(patient));
                   const auto people = CHAIRSIDE_TRY(unit.tx().accounts().list());
                   std::vector<PatientStateLine> lines;
                   for (auto& entry : CHAIRSIDE_TRY(unit.tx().patientRecords().statesOf(known.id))) {
                       auto name = domain::printedNameOf(people, entry.recordedBy);
                       lines.push_back({std::move(entry), std::move(name)});
                   }
                   std::ranges::reverse(lines);
                   return lines;
               });
}

base::Done PatientStateService::set(const Actor& actor, const PatientStateRequest& request) {
    return runUnit(
        m_context, actor, domain::Permission::RecordPatientState, Access::Write, [&](Unit& unit) -> base::Done {
            const auto patient = CHAIRSIDE_TRY(unit.tx().patients().get(request.patient));
            if (auto problems = check(unit, patient, request); !problems.empty())
                return base::invalid(std::move(problems));
            const domain::PatientStateEntry entry{.id = unit.newId<domain::EntryId>(),
                                                  .patient = patient.id,
                                                  .recordedAt = unit.now(),
                                                  .recordedBy = unit.actor().account,
                                                  .state = request.state,
                                                  .since = *request.since,
                                                  .reason = trimmed(request.reason)};
            CHAIRSIDE_TRY(unit.tx().patientRecords().addState(entry));
            unit.audit(AuditAction::Record, "patient_state", entry.id.text(), patient.id, stateKey(entry.state));
            unit.changed(ChangeKind::Patient, patient.id.text(), patient.id);
            return {};
        });
}

} // namespace chairside::services
