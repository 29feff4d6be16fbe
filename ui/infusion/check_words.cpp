#include "ui/infusion/check_words.h"

#include <algorithm>

#include "ui/format/date_text.h"
#include "ui/format/to_qt.h"

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

bool hasGap(const std::vector<domain::CheckGap>& gaps, domain::CheckGapKind kind) {
    return std::ranges::find(gaps, kind, &domain::CheckGap::kind) != gaps.end();
}

QString valueText(const std::optional<int>& value) {
    return value ? QString::number(*value) : u"–"_s;
}

} // namespace

QString CheckWords::answer(const domain::ChecklistItem& item, const domain::ChecklistAnswer& answer) {
    using domain::AnswerKind;
    if (answer.answer == AnswerKind::NotApplicable) return tr("– does not apply");
    if (answer.answer == AnswerKind::Favourable) {
        return answer.note.empty() ? tr("✔ %1").arg(toQt(item.favourable))
                                   : tr("✔ %1: %2").arg(toQt(item.favourable), toQt(answer.note));
    }
    const QString words = tr("%1: %2").arg(toQt(item.unfavourable), toQt(answer.note));
    if (item.effect == domain::AnswerEffect::HardStop) return tr("✖ %1").arg(words);
    if (answer.prescriber.empty()) return tr("▲ %1").arg(words);
    return tr("▲ %1; asked: %2").arg(words, toQt(answer.prescriber));
}

QString CheckWords::pressure(const domain::VitalSigns& row) {
    return tr("%1/%2 mmHg at %3").arg(valueText(row.systolic), valueText(row.diastolic), timeText(row.head.observedAt));
}

QString CheckWords::startLimit(const domain::MonitoringRules& rules) {
    return tr("%1/%2 mmHg").arg(rules.startSystolicMax).arg(rules.startDiastolicMax);
}

domain::ChecklistItem CheckWords::startPressureItem(const services::InfusionView& view) {
    domain::ChecklistItem item;
    item.key = domain::kStartPressureItem;
    item.text = toStd(tr("Start above the limit of %1").arg(startLimit(view.protocol.rules.monitoring)));
    item.unfavourable = toStd(tr("started in spite of it"));
    item.effect = domain::AnswerEffect::SoftStop;
    return item;
}

QString CheckWords::startHint(const services::InfusionView& view, const base::Instant& now) {
    using domain::CheckGapKind;
    const auto gaps = startGapsOf(view, now);
    if (hasGap(gaps, CheckGapKind::HardStop))
        return tr("Start is not possible: an answer of the pre-check (step 2) forbids it.");
    if (hasGap(gaps, CheckGapKind::Unanswered) || hasGap(gaps, CheckGapKind::ReasonMissing))
        return tr("Start is possible when the pre-check is answered (step 2).");
    if (hasGap(gaps, CheckGapKind::BaselineMissing))
        return tr("Start is possible when a baseline row with a blood pressure is saved.");
    if (hasGap(gaps, CheckGapKind::AboveStartLimit))
        return tr("The baseline is above the start limit: the pre-check (step 2) asks for the reason.");
    return {};
}

QString CheckWords::effect(domain::AnswerEffect effect) {
    switch (effect) {
    case domain::AnswerEffect::Inform:
        return tr("is noted and stops nothing");
    case domain::AnswerEffect::SoftStop:
        return tr("needs a reason and the prescriber who was asked");
    case domain::AnswerEffect::HardStop:
        return tr("does not let anybody go on");
    }
    return {};
}

std::vector<domain::CheckGap> startGapsOf(const services::InfusionView& view, const base::Instant& now) {
    return domain::startGaps(view.record, view.protocol, view.delivery.startedAt.value_or(now));
}

} // namespace chairside::ui
