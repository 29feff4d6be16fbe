#include "core/domain/infusion/checklist_rules.h"

#include <algorithm>
#include <ranges>
#include <tuple>

#include "core/domain/infusion/vitals_rules.h"

namespace chairside::domain {

namespace {

std::optional<CheckGap> gapOf(const ChecklistItem& item, const std::optional<ChecklistAnswer>& answer) {
    if (!answer) return CheckGap{CheckGapKind::Unanswered, item.key};
    if (answer->answer == AnswerKind::NotApplicable && item.always) {
        return CheckGap{CheckGapKind::Unanswered, item.key};
    }
    if (answer->answer != AnswerKind::Unfavourable || item.effect == AnswerEffect::Inform) return std::nullopt;
    if (item.effect == AnswerEffect::HardStop) return CheckGap{CheckGapKind::HardStop, item.key};
    const bool passed = !answer->note.empty() && !answer->prescriber.empty();
    if (passed) return std::nullopt;
    return CheckGap{CheckGapKind::ReasonMissing, item.key};
}

bool isLater(const EntryHead& one, const EntryHead& other) {
    return std::tuple(one.observedAt.utcMs(), one.recordedAt.utcMs()) >=
           std::tuple(other.observedAt.utcMs(), other.recordedAt.utcMs());
}

} // namespace

std::optional<ChecklistAnswer> answerOf(const InfusionRecord& record, ChecklistKind list, std::string_view item) {
    std::optional<ChecklistAnswer> newest;
    for (auto& answer : standing(record.answers)) {
        if (answer.list != list || answer.item != item) continue;
        if (!newest || answer.head.recordedAt >= newest->head.recordedAt) newest = answer;
    }
    return newest;
}

std::optional<VitalSigns> pressureBy(const InfusionRecord& record, base::Instant at) {
    std::optional<VitalSigns> newest;
    for (auto& row : standing(record.vitals)) {
        if ((!row.systolic && !row.diastolic) || row.head.observedAt > at) continue;
        if (!newest || isLater(row.head, newest->head)) newest = row;
    }
    return newest;
}

std::optional<VitalSigns> baselineBy(const InfusionRecord& record, base::Instant at) {
    auto rows = standing(record.vitals);
    std::erase_if(rows, [at](const VitalSigns& row) { return row.head.observedAt > at; });
    std::ranges::stable_sort(
        rows, [](const VitalSigns& one, const VitalSigns& other) { return !isLater(one.head, other.head); });
    if (rows.empty()) return std::nullopt;
    VitalSigns newest = rows.back();
    for (const auto& row : rows | std::views::reverse) {
        for (const auto sign : {&VitalSigns::systolic, &VitalSigns::diastolic, &VitalSigns::heartRate,
                                &VitalSigns::spo2, &VitalSigns::respiration}) {
            if (!(newest.*sign)) newest.*sign = row.*sign;
        }
    }
    if (!newest.systolic && !newest.diastolic) return std::nullopt;
    return newest;
}

std::optional<ChecklistAnswer> startPressureAnswer(const InfusionRecord& record, const VitalSigns& baseline) {
    auto answer = answerOf(record, ChecklistKind::PreCheck, kStartPressureItem);
    const bool counts = answer && answer->head.recordedAt >= baseline.head.recordedAt && !answer->note.empty() &&
                        !answer->prescriber.empty();
    if (!counts) answer.reset();
    return answer;
}

std::vector<CheckGap> checklistGaps(const InfusionRecord& record, const ProtocolVersion& protocol, ChecklistKind list) {
    std::vector<CheckGap> gaps;
    for (const auto& item : itemsOf(protocol.items, list)) {
        if (auto gap = gapOf(item, answerOf(record, list, item.key))) gaps.push_back(std::move(*gap));
    }
    return gaps;
}

std::vector<CheckGap> startGaps(const InfusionRecord& record, const ProtocolVersion& protocol, base::Instant at) {
    auto gaps = checklistGaps(record, protocol, ChecklistKind::PreCheck);
    const bool asks = !itemsOf(protocol.items, ChecklistKind::PreCheck).empty();
    const auto baseline = baselineBy(record, at);
    if (!baseline) {
        if (asks) gaps.push_back({CheckGapKind::BaselineMissing, {}});
        return gaps;
    }
    if (startBreaches(*baseline, protocol.rules).empty()) return gaps;
    if (protocol.rules.start.hardStop != 0)
        gaps.push_back({CheckGapKind::HardStop, {}});
    else if (!startPressureAnswer(record, *baseline))
        gaps.push_back({CheckGapKind::OutsideStartLimits, {}});
    return gaps;
}

} // namespace chairside::domain
