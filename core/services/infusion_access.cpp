#include "core/services/infusion_access.h"

#include "core/domain/course/course_state.h"
#include "core/services/text_rules.h"
#include "core/services/try.h"

namespace chairside::services {
namespace {

template <class Entry>
void takeLatest(base::Instant& latest, const std::vector<Entry>& entries) {
    for (const auto& entry : entries)
        latest = std::max(latest, entry.head.recordedAt);
}

} // namespace

base::Instant presentOf(const domain::InfusionRecord& record, base::Instant now) {
    base::Instant latest = std::max(now, record.infusion.openedAt);
    takeLatest(latest, record.places);
    takeLatest(latest, record.answers);
    takeLatest(latest, record.doseChecks);
    takeLatest(latest, record.secondChecks);
    takeLatest(latest, record.steps);
    takeLatest(latest, record.vitals);
    takeLatest(latest, record.sedation);
    takeLatest(latest, record.dissociation);
    takeLatest(latest, record.pain);
    takeLatest(latest, record.tenderPoints);
    takeLatest(latest, record.events);
    takeLatest(latest, record.aldrete);
    takeLatest(latest, record.discharges);
    takeLatest(latest, record.notes);
    takeLatest(latest, record.addenda);
    takeLatest(latest, record.after);
    takeLatest(latest, record.rescueDrugs);
    return latest;
}

base::Result<InfusionAtHand> loadInfusion(Unit& unit, const domain::InfusionId& id) {
    auto record = CHAIRSIDE_TRY(unit.tx().infusions().record(id));
    auto course = CHAIRSIDE_TRY(unit.tx().courses().get(record.infusion.course));
    auto planned = CHAIRSIDE_TRY(unit.tx().courses().planned(record.infusion.planned));
    auto protocol = CHAIRSIDE_TRY(unit.tx().protocols().get(course.protocolVersion));
    const auto now = presentOf(record, unit.now());
    return InfusionAtHand{std::move(record), std::move(course), std::move(planned), std::move(protocol), now};
}

base::Result<InfusionAtHand> loadUnsigned(Unit& unit, const domain::InfusionId& id) {
    auto infusion = CHAIRSIDE_TRY(loadInfusion(unit, id));
    if (infusion.record.signature) return base::fail(base::Code::WrongState, "infusion", "signed");
    return infusion;
}

base::Done checkMayPrepare(const InfusionAtHand& infusion) {
    const auto state = domain::stateOf(infusion.record);
    const bool open = infusion.planned.state == domain::PlanState::Open &&
                      domain::allows(infusion.course.state, domain::CourseAct::Give);
    if (!open) return base::fail(base::Code::WrongState, "infusion", "stopped");
    if (!infusion.record.movements.empty()) return base::fail(base::Code::WrongState, "infusion", "drug_booked");
    if (state == domain::InfusionState::Opened || state == domain::InfusionState::Prepared) return {};
    return base::fail(base::Code::WrongState, "infusion", "started");
}

void checkTime(base::Problems& problems, const std::string& field, std::optional<base::Instant> at,
               const InfusionAtHand& infusion) {
    if (!at) return;
    const auto opened = infusion.record.infusion.openedAt;
    if (*at < opened.wholeMinute()) {
        problems.push_back({field, base::Rule::BeforeStart, opened.iso(), {}, at->iso()});
    } else if (*at > infusion.now) {
        problems.push_back({field, base::Rule::InFuture, {}, infusion.now.iso(), at->iso()});
    }
}

domain::EntryHead headOf(Unit& unit, const InfusionAtHand& infusion, std::optional<base::Instant> at,
                         const std::optional<Correction>& corrects) {
    domain::EntryHead head{unit.newId<domain::EntryId>(),
                           infusion.id(),
                           std::max(at.value_or(infusion.now), infusion.record.infusion.openedAt),
                           infusion.now,
                           unit.actor().account,
                           std::nullopt,
                           {}};
    if (corrects) {
        head.corrects = corrects->entry;
        head.correctionReason = trimmed(corrects->reason);
    }
    return head;
}

void checkCorrectionReason(base::Problems& problems, const Correction& corrects, int maxLength) {
    checkText(problems, "correction_reason", corrects.reason, maxLength);
}

void noteEntry(Unit& unit, const InfusionAtHand& infusion, const std::string& table, const domain::EntryHead& head) {
    const auto& patient = infusion.record.infusion.patient;
    unit.audit(head.corrects ? AuditAction::Correct : AuditAction::Record, table, head.id.text(), patient);
    unit.changed(ChangeKind::Infusion, infusion.id().text(), patient);
}

} // namespace chairside::services
