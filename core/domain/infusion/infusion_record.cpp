#include "core/domain/infusion/infusion_record.h"

#include <algorithm>

namespace chairside::domain {

namespace {

std::vector<InfusionStep> orderedSteps(const InfusionRecord& record) {
    auto steps = standing(record.steps);
    std::ranges::stable_sort(steps, {}, [](const InfusionStep& step) { return step.head.observedAt.utcMs(); });
    return steps;
}

bool hasPain(const std::vector<PainScore>& scores, PainMoment moment) {
    return std::ranges::any_of(scores, [&](const PainScore& score) { return score.moment == moment; });
}

// Every opened vial reconciles to zero, and what is booked as given is what the pump has delivered.
bool drugIsAccounted(const InfusionRecord& record, const Delivery& delivery) {
    Dose content;
    for (const auto& vial : record.vials)
        content += contentOf(vial);
    const DrugBalance book = balanceOf(record.movements);
    const Dose left = unaccounted({content + book.corrected, book.given, book.wastedVial, book.wastedBag});
    if (left != Dose{}) return false;
    // A correction may move milligrams between given and wasted, so only an uncorrected book can be compared.
    return book.corrected != Dose{} || book.given == delivery.dose;
}

std::int64_t slotOf(const VitalSigns& row, base::Instant start, std::int64_t intervalMs) {
    const base::Instant at = row.dueAt.value_or(row.head.observedAt);
    // Half-way belongs to the earlier row, which has waited longer.
    const std::int64_t sinceStart = base::between(start, at).count();
    return base::divideRounded(base::Wide{2} * sinceStart - 1, 2 * intervalMs);
}

std::int64_t firstFreeSlot(const std::vector<VitalSigns>& rows, base::Instant start, std::int64_t intervalMs) {
    std::int64_t free = 0;
    for (const auto& row : rows)
        free = std::max(free, slotOf(row, start, intervalMs) + 1);
    return free;
}

} // namespace

std::string chairOf(const InfusionRecord& record) {
    const auto places = standing(record.places);
    return places.empty() ? std::string() : places.back().chair;
}

std::optional<DoseCheck> preparedDose(const InfusionRecord& record) {
    std::optional<DoseCheck> newest;
    for (auto& check : standing(record.doseChecks)) {
        if (check.position != CheckPosition::First) continue;
        if (!newest || check.head.recordedAt >= newest->head.recordedAt) newest = check;
    }
    return newest;
}

DoseNumbers numbersOf(const DoseCheck& check) {
    return {check.inputs.weight, check.dose, check.drugVolume, check.rate};
}

std::optional<SecondCheck> secondCheckOf(const InfusionRecord& record) {
    const auto prepared = preparedDose(record);
    if (!prepared) return std::nullopt;
    const auto found = std::ranges::find(record.secondChecks, prepared->head.id, &SecondCheck::doseCheck);
    return found == record.secondChecks.end() ? std::nullopt : std::optional(*found);
}

CheckState checkStateOf(const InfusionRecord& record, const SecondCheckRules& rules) {
    if (rules.required == 0 || !preparedDose(record)) return CheckState::NotNeeded;
    if (!secondCheckOf(record)) return CheckState::Open;
    return checkDifferences(record, rules).empty() ? CheckState::Agrees : CheckState::Differs;
}

std::vector<NumberDifference> checkDifferences(const InfusionRecord& record, const SecondCheckRules& rules) {
    const auto first = preparedDose(record);
    const auto second = secondCheckOf(record);
    if (!first || !second) return {};
    return differences(numbersOf(*first), second->numbers, rules);
}

InfusionState stateOf(const InfusionRecord& record) {
    if (record.signature) return InfusionState::Signed;
    switch (pumpStateAfter(orderedSteps(record))) {
    case PumpState::Running:
        return InfusionState::Running;
    case PumpState::Paused:
        return InfusionState::Paused;
    case PumpState::Stopped:
        return dischargeOf(record) ? InfusionState::Discharged : InfusionState::Ended;
    case PumpState::NotStarted:
        break;
    }
    return preparedDose(record) ? InfusionState::Prepared : InfusionState::Opened;
}

bool hidesFirstNumbers(const InfusionRecord& record, const SecondCheckRules& rules) {
    return checkStateOf(record, rules) == CheckState::Open && stateOf(record) == InfusionState::Prepared &&
           record.movements.empty();
}

Delivery deliveryOf(const InfusionRecord& record, base::Instant asOf, const DoseRules& rules) {
    const auto prepared = preparedDose(record);
    const Preparation bag = prepared ? Preparation{prepared->dose, prepared->totalVolume} : Preparation{};
    return foldDelivery(orderedSteps(record), bag, asOf, rules);
}

std::optional<Discharge> dischargeOf(const InfusionRecord& record) {
    std::optional<Discharge> newest;
    for (auto& discharge : standing(record.discharges)) {
        if (!newest || discharge.head.recordedAt >= newest->head.recordedAt) newest = discharge;
    }
    return newest;
}

bool awaitsDischarge(const InfusionRecord& record, const ProtocolRules& rules) {
    if (rules.discharge.required == 0 || dischargeOf(record)) return false;
    if (pumpStateAfter(orderedSteps(record)) != PumpState::Stopped) return false;
    return deliveryOf(record, record.infusion.openedAt, rules.dose).dose > Dose{};
}

std::vector<SigningGap> signingGaps(const InfusionRecord& record, const ProtocolRules& rules) {
    std::vector<SigningGap> gaps;
    const bool stopped = pumpStateAfter(orderedSteps(record)) == PumpState::Stopped;
    const bool prepared = preparedDose(record).has_value();
    if (!stopped) gaps.push_back(SigningGap::NotStopped);
    if (!prepared) gaps.push_back(SigningGap::NoDose);
    const Delivery delivery = deliveryOf(record, record.infusion.openedAt, rules.dose);
    const bool drugInvolved = prepared || !record.vials.empty() || !record.movements.empty();
    if (drugInvolved && !drugIsAccounted(record, delivery)) gaps.push_back(SigningGap::DrugNotAccounted);
    if (awaitsDischarge(record, rules)) gaps.push_back(SigningGap::NotDischarged);
    const auto pain = standing(record.pain);
    if (isOngoing(record.emergency)) gaps.push_back(SigningGap::EmergencyOngoing);
    if (!hasPain(pain, PainMoment::Before)) gaps.push_back(SigningGap::PainBeforeMissing);
    if (!hasPain(pain, PainMoment::After)) gaps.push_back(SigningGap::PainAfterMissing);
    if (standing(record.vitals).empty()) gaps.push_back(SigningGap::NoVitals);
    return gaps;
}

bool blocksSigning(SigningGap gap) {
    return gap == SigningGap::NotStopped || gap == SigningGap::NoDose || gap == SigningGap::DrugNotAccounted ||
           gap == SigningGap::NotDischarged;
}

std::optional<DueRow> nextDueVitals(const InfusionRecord& record, base::Instant now, const MonitoringRules& rules) {
    const Delivery delivery = foldDelivery(orderedSteps(record), {}, now, {});
    if (!delivery.startedAt || rules.intervalMinutes < 1) return std::nullopt;
    const std::chrono::milliseconds interval = std::chrono::minutes(rules.intervalMinutes);
    const std::int64_t slot = firstFreeSlot(standing(record.vitals), *delivery.startedAt, interval.count());
    const base::Instant due = delivery.startedAt->plus(interval * slot);
    if (delivery.stoppedAt && due > *delivery.stoppedAt) return std::nullopt;
    return DueRow{due, due.plus(std::chrono::minutes(rules.graceMinutes))};
}

} // namespace chairside::domain
