#include "core/domain/course/screening.h"

#include <algorithm>

namespace chairside::domain {
namespace {

std::optional<ScreeningGapKind> dateGap(const ScreeningItem& item, const ScreeningReply& reply,
                                        base::CalendarDate today) {
    if (!item.dated) return std::nullopt;
    if (!reply.on) return ScreeningGapKind::DateMissing;
    if (*reply.on > today) return ScreeningGapKind::DateInFuture;
    if (today > reply.on->plusDays(item.validDays)) return ScreeningGapKind::FindingTooOld;
    return std::nullopt;
}

std::optional<ScreeningGapKind> gapOf(const ScreeningItem& item, const ScreeningReply& reply,
                                      base::CalendarDate today) {
    if (reply.answer == AnswerKind::NotApplicable && item.always) return ScreeningGapKind::NotApplicable;
    if (reply.answer == AnswerKind::Favourable) return dateGap(item, reply, today);
    if (reply.answer != AnswerKind::Unfavourable) return std::nullopt;
    if (item.effect == AnswerEffect::HardStop) return ScreeningGapKind::HardStop;
    if (item.effect == AnswerEffect::SoftStop && reply.note.empty()) return ScreeningGapKind::ReasonMissing;
    return std::nullopt;
}

} // namespace

std::optional<ScreeningAnswer> latestAnswer(std::span<const ScreeningAnswer> answers, const ScreeningItem& item) {
    const ScreeningAnswer* latest = nullptr;
    for (const auto& one : answers) {
        if (one.item != item.key || one.question != item.text) continue;
        if (latest == nullptr || one.recordedAt >= latest->recordedAt) latest = &one;
    }
    return latest == nullptr ? std::nullopt : std::optional(*latest);
}

base::CalendarDate countsUntil(const ScreeningAnswer& answer, const ScreeningItem& item) {
    return answer.answeredOn.plusDays(item.validDays);
}

bool stillCounts(const ScreeningAnswer& answer, const ScreeningItem& item, base::CalendarDate today) {
    if (item.validDays == 0 || answer.answer == AnswerKind::Unfavourable) return false;
    return today <= countsUntil(answer, item);
}

std::vector<ScreeningGap> screeningGaps(std::span<const ScreeningItem> items, std::span<const ScreeningReply> replies,
                                        std::span<const ScreeningAnswer> answers, base::CalendarDate today) {
    std::vector<ScreeningGap> gaps;
    for (const auto& item : items) {
        const auto reply = std::ranges::find(replies, item.key, &ScreeningReply::item);
        if (reply != replies.end()) {
            if (const auto gap = gapOf(item, *reply, today)) gaps.push_back({*gap, item.key});
            continue;
        }
        const auto before = latestAnswer(answers, item);
        if (before && stillCounts(*before, item, today)) continue;
        gaps.push_back({before ? ScreeningGapKind::Expired : ScreeningGapKind::Unanswered, item.key});
    }
    for (const auto& reply : replies) {
        if (std::ranges::find(items, reply.item, &ScreeningItem::key) == items.end()) {
            gaps.push_back({ScreeningGapKind::UnknownItem, reply.item});
        }
    }
    return gaps;
}

base::Problem problemOf(const ScreeningGap& gap) {
    using base::Rule;
    const std::string field = "screening." + gap.item;
    switch (gap.kind) {
    case ScreeningGapKind::Unanswered:
        return {field, Rule::Required, {}, {}, {}};
    case ScreeningGapKind::Expired:
        return {field, Rule::Required, {}, {}, "expired"};
    case ScreeningGapKind::ReasonMissing:
        return {field + ".note", Rule::Required, {}, {}, {}};
    case ScreeningGapKind::DateMissing:
        return {field + ".on", Rule::Required, {}, {}, {}};
    case ScreeningGapKind::DateInFuture:
        return {field + ".on", Rule::InFuture, {}, {}, {}};
    case ScreeningGapKind::FindingTooOld:
        return {field + ".on", Rule::InPast, {}, {}, {}};
    case ScreeningGapKind::HardStop:
    case ScreeningGapKind::NotApplicable:
    case ScreeningGapKind::UnknownItem:
        break;
    }
    return {field, Rule::NotAllowed, {}, {}, {}};
}

} // namespace chairside::domain
