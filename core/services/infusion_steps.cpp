// What the pump did: start, rate, pause, resume, stop.
#include "core/base/decimal_text.h"
#include "core/domain/course/course_state.h"
#include "core/services/course_rules.h"
#include "core/services/infusion_access.h"
#include "core/services/infusion_service.h"
#include "core/services/text_rules.h"
#include "core/services/try.h"

namespace chairside::services {
namespace {

using base::Code;
using base::Rule;
using domain::StepKind;

bool hasRate(StepKind kind) {
    return kind == StepKind::Start || kind == StepKind::RateChange || kind == StepKind::Resume;
}

// The typed rate; else the prepared one at the start and the last one when resuming.
std::optional<domain::FlowRate> rateOf(const StepEntry& entry, const std::vector<domain::InfusionStep>& steps,
                                       const domain::DoseCheck& prepared) {
    if (!hasRate(entry.kind) || entry.rate || entry.kind == StepKind::RateChange) return entry.rate;
    std::optional<domain::FlowRate> last = prepared.rate;
    for (const auto& step : steps)
        last = step.rate ? step.rate : last;
    return last;
}

void checkRate(base::Problems& problems, StepKind kind, std::optional<domain::FlowRate> rate,
               const domain::DoseRules& rules) {
    if (!hasRate(kind)) {
        if (rate) problems.push_back({"rate", Rule::NotAllowed, {}, {}, {}});
    } else if (!rate) {
        problems.push_back({"rate", Rule::Required, {}, {}, {}});
    } else if (*rate <= domain::FlowRate{}) {
        problems.push_back({"rate", Rule::OutOfRange, {}, base::toText(rules.maxRate), base::toText(*rate)});
    } else if (*rate > rules.maxRate) {
        problems.push_back({"rate", Rule::AboveLimit, {}, base::toText(rules.maxRate), base::toText(*rate)});
    }
}

// A pause, and a stop while a measurable dose is still in the bag.
bool needsReason(StepKind kind, const InfusionAtHand& infusion, base::Instant at) {
    if (kind == StepKind::Pause) return true;
    if (kind != StepKind::Stop) return false;
    return domain::deliveryOf(infusion.record, at, infusion.rules().dose).bagDose > domain::Dose{};
}

std::string keyOf(domain::CheckGapKind gap) {
    using domain::CheckGapKind;
    switch (gap) {
    case CheckGapKind::Unanswered:
        return "unanswered";
    case CheckGapKind::ReasonMissing:
        return "reason_missing";
    case CheckGapKind::HardStop:
        return "hard_stop";
    case CheckGapKind::BaselineMissing:
        return "baseline_missing";
    case CheckGapKind::OutsideStartLimits:
        return "outside_start_limits";
    }
    return {};
}

// What cannot be mended is told first.
base::Done checkPreCheck(const InfusionAtHand& infusion, base::Instant at) {
    const auto gaps = domain::startGaps(infusion.record, infusion.protocol, at);
    if (gaps.empty()) return {};
    const auto stop = std::ranges::find(gaps, domain::CheckGapKind::HardStop, &domain::CheckGap::kind);
    return base::fail(Code::WrongState, "pre_check", keyOf((stop == gaps.end() ? gaps.front() : *stop).kind));
}

// A bag is started only under the order that stands: a physician may have written a newer one since it was
// made.
base::Done checkMayStart(Unit& unit, const InfusionAtHand& infusion, const domain::DoseCheck& prepared,
                         base::Instant at) {
    if (infusion.planned.state != domain::PlanState::Open ||
        !domain::allows(infusion.course.state, domain::CourseAct::Give)) {
        return base::fail(Code::WrongState, "infusion", "stopped");
    }
    const auto patient = CHAIRSIDE_TRY(unit.tx().patients().get(infusion.record.infusion.patient));
    if (!domain::mayBeTreated(patient.state)) return base::fail(Code::WrongState, "patient");
    if (!infusion.record.movements.empty()) return base::fail(Code::WrongState, "infusion", "drug_booked");
    const auto order = CHAIRSIDE_TRY(standingOrder(CHAIRSIDE_TRY(unit.tx().courses().orders(infusion.course.id))));
    const bool isStanding = prepared.inputs.perKg == order.perKg && prepared.inputs.minutes == order.minutes;
    if (!isStanding) return base::fail(Code::WrongState, "dose", "order_changed");
    const auto check = domain::checkStateOf(infusion.record, infusion.rules().secondCheck);
    if (check != domain::CheckState::NotNeeded && check != domain::CheckState::Agrees) {
        return base::fail(Code::WrongState, "dose", "not_checked");
    }
    return checkPreCheck(infusion, at);
}

base::Problems checkStep(const InfusionAtHand& infusion, const StepEntry& entry, base::Instant at,
                         std::optional<domain::FlowRate> rate, int maxLength) {
    base::Problems problems;
    checkTime(problems, "at", entry.at, infusion);
    for (auto& problem : domain::checkNextStep(domain::standing(infusion.record.steps), entry.kind, at, infusion.now)) {
        if (problem.field == "observed_at") problem.field = "at";
        const bool said = problem.field == "at" && !problems.empty();
        if (!said) problems.push_back(std::move(problem));
    }
    checkRate(problems, entry.kind, rate, infusion.rules().dose);
    if (needsReason(entry.kind, infusion, at)) {
        checkText(problems, "reason", entry.reason, maxLength);
    } else {
        checkLength(problems, "reason", entry.reason, maxLength);
    }
    return problems;
}

} // namespace

base::Result<domain::EntryId> InfusionService::recordStep(const Actor& actor, const StepEntry& entry) {
    return run(m_context, actor, domain::Permission::RecordInfusion, Access::Write,
               [&](Unit& unit) -> base::Result<domain::EntryId> {
                   const auto infusion = CHAIRSIDE_TRY(loadUnsigned(unit, entry.infusion));
                   const auto prepared = domain::preparedDose(infusion.record);
                   if (!prepared) return base::fail(Code::WrongState, "dose", "not_prepared");
                   const auto at = entry.at.value_or(infusion.now);
                   if (entry.kind == StepKind::Start) CHAIRSIDE_TRY(checkMayStart(unit, infusion, *prepared, at));
                   const auto rate = rateOf(entry, domain::standing(infusion.record.steps), *prepared);
                   auto problems = checkStep(infusion, entry, at, rate, unit.policy().maxNoteLength);
                   if (!problems.empty()) return base::invalid(std::move(problems));
                   const domain::InfusionStep step{headOf(unit, infusion, at, std::nullopt), entry.kind, rate,
                                                   trimmed(entry.reason)};
                   CHAIRSIDE_TRY(unit.tx().infusions().add(step));
                   noteEntry(unit, infusion, "infusion_step", step.head);
                   return step.head.id;
               });
}

} // namespace chairside::services
