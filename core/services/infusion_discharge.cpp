// Letting the patient go: the Aldrete score and the discharge.
#include <algorithm>

#include "core/domain/infusion/discharge.h"
#include "core/services/infusion_access.h"
#include "core/services/infusion_service.h"
#include "core/services/text_rules.h"
#include "core/services/try.h"

namespace chairside::services {
namespace {

using base::Code;
using base::Rule;
using domain::DischargeGap;

base::Done checkMayDischarge(const InfusionAtHand& infusion, bool isCorrection) {
    const auto state = domain::stateOf(infusion.record);
    if (infusion.rules().discharge.required == 0) return base::fail(Code::WrongState, "infusion", "not_asked");
    if (state != domain::InfusionState::Ended && state != domain::InfusionState::Discharged)
        return base::fail(Code::WrongState, "infusion", "not_stopped");
    if (state == domain::InfusionState::Discharged && !isCorrection)
        return base::fail(Code::WrongState, "infusion", "discharged");
    return {};
}

int takeItem(base::Problems& problems, const char* field, const std::optional<int>& value) {
    if (!value) problems.push_back({field, Rule::Required, {}, {}, {}});
    return value.value_or(0);
}

struct Pressures {
    int baseline = 0, now = 0;
};

std::optional<Pressures> pressuresAt(const InfusionAtHand& infusion, base::Instant at) {
    const auto vitals = domain::recoveryVitals(infusion.record, infusion.rules(), at);
    if (!vitals.baseline || !vitals.baseline->systolic) return std::nullopt;
    const auto newest = std::find_if(vitals.rows.rbegin(), vitals.rows.rend(),
                                     [](const domain::VitalSigns& row) { return row.systolic.has_value(); });
    const std::chrono::minutes interval(infusion.rules().monitoring.intervalMinutes);
    if (newest == vitals.rows.rend() || at > newest->head.observedAt.plus(interval)) return std::nullopt;
    return Pressures{*vitals.baseline->systolic, *newest->systolic};
}

base::Problems readAldrete(const InfusionAtHand& infusion, const AldreteEntry& entry, int maxLength,
                           domain::AldreteScore& score) {
    base::Problems problems;
    score.items.activity = takeItem(problems, "activity", entry.activity);
    score.items.respiration = takeItem(problems, "respiration", entry.respiration);
    score.items.consciousness = takeItem(problems, "consciousness", entry.consciousness);
    score.items.spo2 = takeItem(problems, "spo2", entry.spo2);
    score.variant = infusion.rules().discharge.circulation;
    const auto pressures = pressuresAt(infusion, score.head.observedAt);
    if (!pressures) {
        problems.push_back({"circulation", Rule::Required, {}, {}, {}});
    } else {
        score.baselineSystolic = pressures->baseline;
        score.systolic = pressures->now;
        score.items.circulation = domain::circulationScore(score.variant, pressures->baseline, pressures->now);
    }
    for (auto& problem : domain::check(score.items))
        problems.push_back(std::move(problem));
    checkCorrection(problems, infusion.record.aldrete, entry.corrects, maxLength);
    return problems;
}

// What cannot be passed by anybody.
base::Done checkHardStops(const std::vector<DischargeGap>& gaps, const domain::ProtocolVersion& protocol) {
    for (const auto& gap : gaps) {
        if (!domain::isHard(gap, protocol)) continue;
        return base::fail(Code::WrongState, "discharge", gap.item == domain::kEscortItem ? "no_escort" : "hard_stop");
    }
    return {};
}

base::Instant stopOf(const InfusionAtHand& infusion) {
    return domain::deliveryOf(infusion.record, infusion.now, infusion.rules().dose).stoppedAt.value_or(infusion.now);
}

base::Problems checkDischarge(const InfusionAtHand& infusion, const DischargeEntry& entry, base::Instant at,
                              bool isEarly, int maxLength) {
    base::Problems problems;
    checkTime(problems, "at", entry.at, infusion);
    const auto stop = stopOf(infusion);
    if (problems.empty() && at < stop.wholeMinute())
        problems.push_back({"at", Rule::BeforeStart, stop.iso(), {}, at.iso()});
    if (isEarly) {
        checkText(problems, "reason", entry.reason, maxLength);
        checkText(problems, "prescriber", entry.prescriber, maxLength);
    } else {
        checkLength(problems, "reason", entry.reason, maxLength);
        checkLength(problems, "prescriber", entry.prescriber, maxLength);
    }
    checkCorrection(problems, infusion.record.discharges, entry.corrects, maxLength);
    return problems;
}

std::string escortOf(const InfusionAtHand& infusion) {
    const auto answer = domain::answerOf(infusion.record, domain::ChecklistKind::Discharge, domain::kEscortItem);
    return answer && answer->answer == domain::AnswerKind::Favourable ? answer->note : std::string{};
}

} // namespace

base::Result<domain::EntryId> InfusionService::recordAldrete(const Actor& actor, const AldreteEntry& entry) {
    return run(m_context, actor, domain::Permission::RecordInfusion, Access::Write,
               [&](Unit& unit) -> base::Result<domain::EntryId> {
                   const auto infusion = CHAIRSIDE_TRY(loadUnsigned(unit, entry.infusion));
                   CHAIRSIDE_TRY(checkMayDischarge(infusion, entry.corrects.has_value()));
                   const auto at = timeOf(infusion.record.aldrete, std::nullopt, entry.corrects);
                   domain::AldreteScore score{.head = headOf(unit, infusion, at, entry.corrects), .items = {}};
                   auto problems = readAldrete(infusion, entry, unit.policy().maxNoteLength, score);
                   if (!problems.empty()) return base::invalid(std::move(problems));
                   CHAIRSIDE_TRY(unit.tx().infusions().add(score));
                   noteEntry(unit, infusion, "aldrete_score", score.head);
                   return score.head.id;
               });
}

base::Result<domain::EntryId> InfusionService::discharge(const Actor& actor, const DischargeEntry& entry) {
    return run(m_context, actor, domain::Permission::RecordInfusion, Access::Write,
               [&](Unit& unit) -> base::Result<domain::EntryId> {
                   const auto infusion = CHAIRSIDE_TRY(loadUnsigned(unit, entry.infusion));
                   CHAIRSIDE_TRY(checkMayDischarge(infusion, entry.corrects.has_value()));
                   const auto at = timeOf(infusion.record.discharges, entry.at, entry.corrects).value_or(infusion.now);
                   auto gaps = domain::dischargeGaps(infusion.record, infusion.protocol, at);
                   CHAIRSIDE_TRY(checkHardStops(gaps, infusion.protocol));
                   auto problems = checkDischarge(infusion, entry, at, !gaps.empty(), unit.policy().maxNoteLength);
                   if (!problems.empty()) return base::invalid(std::move(problems));
                   const domain::Discharge discharge{
                       headOf(unit, infusion, std::max(at, stopOf(infusion)), entry.corrects), escortOf(infusion),
                       std::move(gaps), trimmed(entry.reason), trimmed(entry.prescriber)};
                   CHAIRSIDE_TRY(unit.tx().infusions().add(discharge));
                   const auto& patient = infusion.record.infusion.patient;
                   unit.audit(entry.corrects ? AuditAction::Correct : AuditAction::Record, "discharge",
                              discharge.head.id.text(), patient,
                              discharge.unmet.empty() ? "criteria_met" : "criteria_not_met");
                   unit.changed(ChangeKind::Infusion, infusion.id().text(), patient);
                   return discharge.head.id;
               });
}

} // namespace chairside::services
