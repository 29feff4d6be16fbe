#include "core/domain/infusion/discharge.h"

#include <algorithm>
#include <cstdlib>

#include "core/domain/infusion/vitals_rules.h"

namespace chairside::domain {

namespace {

Delivery deliveryBy(const InfusionRecord& record, const ProtocolRules& rules) {
    return deliveryOf(record, record.infusion.openedAt, rules.dose);
}

bool isNear(const std::optional<int>& now, const std::optional<int>& before, int percent) {
    if (!before) return true;
    return now && 100 * std::abs(*now - *before) <= percent * *before;
}

bool holdsJudgedSign(const VitalSigns& row) {
    return row.systolic || row.diastolic || row.heartRate || row.spo2;
}

DischargeGapKind gapKindOf(CheckGapKind kind) {
    switch (kind) {
    case CheckGapKind::HardStop:
        return DischargeGapKind::ItemForbids;
    case CheckGapKind::ReasonMissing:
        return DischargeGapKind::ItemNeedsReason;
    default:
        return DischargeGapKind::ItemUnanswered;
    }
}

std::optional<DischargeGapKind> vitalsGap(const RecoveryVitals& vitals, int needed) {
    if (needed < 1) return std::nullopt;
    if (!vitals.baseline) return DischargeGapKind::BaselineMissing;
    const int taken = static_cast<int>(vitals.rows.size());
    if (vitals.inARow < std::min(taken, needed)) return DischargeGapKind::VitalsOutside;
    if (taken < needed) return DischargeGapKind::VitalsMissing;
    if (!vitals.isRecent) return DischargeGapKind::VitalsOld;
    return std::nullopt;
}

std::optional<DischargeGapKind> aldreteGap(const std::optional<AldreteScore>& score, const DischargeRules& rules) {
    if (rules.aldreteRequired == 0) return std::nullopt;
    if (!score) return DischargeGapKind::AldreteMissing;
    if (totalOf(score->items) < rules.aldretePass) return DischargeGapKind::AldreteBelow;
    return std::nullopt;
}

} // namespace

std::optional<base::Instant> dischargeFrom(const InfusionRecord& record, const ProtocolRules& rules) {
    const auto stop = deliveryBy(record, rules).stoppedAt;
    if (!stop) return std::nullopt;
    return stop->plus(std::chrono::minutes(rules.discharge.minMinutes));
}

bool isWithin(const VitalSigns& row, const VitalSigns& baseline, const ProtocolRules& rules) {
    const int percent = rules.discharge.vitalsPercent;
    return isNear(row.systolic, baseline.systolic, percent) && isNear(row.diastolic, baseline.diastolic, percent) &&
           isNear(row.heartRate, baseline.heartRate, percent) && row.spo2 &&
           markOf(VitalKind::Spo2, *row.spo2, rules.monitoring) == VitalMark::None;
}

RecoveryVitals recoveryVitals(const InfusionRecord& record, const ProtocolRules& rules, base::Instant at) {
    RecoveryVitals vitals;
    const auto delivery = deliveryBy(record, rules);
    if (!delivery.startedAt || !delivery.stoppedAt) return vitals;
    vitals.baseline = pressureBy(record, *delivery.startedAt);
    for (auto& row : standing(record.vitals)) {
        const auto taken = row.head.observedAt;
        if (taken > *delivery.stoppedAt && taken <= at && holdsJudgedSign(row)) vitals.rows.push_back(row);
    }
    std::ranges::stable_sort(vitals.rows, {}, [](const VitalSigns& row) { return row.head.observedAt.utcMs(); });
    if (vitals.rows.empty()) return vitals;
    const std::chrono::minutes interval(rules.monitoring.intervalMinutes);
    vitals.isRecent = at <= vitals.rows.back().head.observedAt.plus(interval);
    for (auto row = vitals.rows.rbegin(); vitals.baseline && row != vitals.rows.rend(); ++row) {
        if (!isWithin(*row, *vitals.baseline, rules)) break;
        ++vitals.inARow;
    }
    return vitals;
}

std::optional<AldreteScore> aldreteBy(const InfusionRecord& record, const ProtocolRules& rules, base::Instant at) {
    const auto stop = deliveryBy(record, rules).stoppedAt;
    std::optional<AldreteScore> newest;
    for (auto& score : standing(record.aldrete)) {
        const auto when = score.head.observedAt;
        if (!stop || when < *stop || when > at) continue;
        if (!newest || when >= newest->head.observedAt) newest = score;
    }
    return newest;
}

std::vector<DischargeGap> dischargeGaps(const InfusionRecord& record, const ProtocolVersion& protocol,
                                        base::Instant at) {
    const auto& rules = protocol.rules;
    std::vector<DischargeGap> gaps;
    if (rules.discharge.required == 0) return gaps;
    const auto from = dischargeFrom(record, rules);
    if (!from || at < *from) gaps.push_back({DischargeGapKind::MinimumTime, {}});
    if (const auto kind = vitalsGap(recoveryVitals(record, rules, at), rules.discharge.vitalsRows))
        gaps.push_back({*kind, {}});
    if (const auto kind = aldreteGap(aldreteBy(record, rules, at), rules.discharge)) gaps.push_back({*kind, {}});
    for (auto& gap : checklistGaps(record, protocol, ChecklistKind::Discharge))
        gaps.push_back({gapKindOf(gap.kind), std::move(gap.item)});
    return gaps;
}

bool isHard(const DischargeGap& gap, const ProtocolVersion& protocol) {
    const auto isIt = [&gap](const ChecklistItem& item) {
        return item.list == ChecklistKind::Discharge && item.key == gap.item;
    };
    const auto item = std::ranges::find_if(protocol.items, isIt);
    return !gap.item.empty() && item != protocol.items.end() && item->effect == AnswerEffect::HardStop;
}

} // namespace chairside::domain
