#include "ui/infusion/check_words.h"

#include <QStringList>
#include <algorithm>

#include "core/domain/infusion/vitals_rules.h"
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

// "systolic 168 is above the limit of 159 mmHg".
QString breachText(const domain::StartBreach& breach) {
    const auto words = [&breach](const QString& above, const QString& below) {
        return (breach.isAbove ? above : below).arg(breach.value).arg(breach.limit);
    };
    switch (breach.kind) {
    case domain::VitalKind::Systolic:
        return words(CheckWords::tr("systolic %1 is above the limit of %2 mmHg"),
                     CheckWords::tr("systolic %1 is below the limit of %2 mmHg"));
    case domain::VitalKind::Diastolic:
        return words(CheckWords::tr("diastolic %1 is above the limit of %2 mmHg"),
                     CheckWords::tr("diastolic %1 is below the limit of %2 mmHg"));
    case domain::VitalKind::HeartRate:
        return words(CheckWords::tr("heart rate %1 is above the limit of %2 per min"),
                     CheckWords::tr("heart rate %1 is below the limit of %2 per min"));
    case domain::VitalKind::Spo2:
        return words(CheckWords::tr("SpO2 %1 is above the limit of %2 %"),
                     CheckWords::tr("SpO2 %1 is below the limit of %2 %"));
    case domain::VitalKind::Respiration:
        return words(CheckWords::tr("respiration %1 is above the limit of %2 per min"),
                     CheckWords::tr("respiration %1 is below the limit of %2 per min"));
    }
    return {};
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
    return tr("▲ %1 (asked: %2)").arg(words, toQt(answer.prescriber));
}

QString CheckWords::baseline(const domain::VitalSigns& row) {
    QStringList parts{tr("%1/%2 mmHg").arg(valueText(row.systolic), valueText(row.diastolic))};
    if (row.heartRate) parts << tr("HR %1 per min").arg(*row.heartRate);
    if (row.spo2) parts << tr("SpO2 %1 %").arg(*row.spo2);
    if (row.respiration) parts << tr("Resp %1 per min").arg(*row.respiration);
    return tr("%1 at %2").arg(parts.join(u", "_s), timeText(row.head.observedAt));
}

QString CheckWords::baselineJudged(const domain::VitalSigns& row, const domain::ProtocolRules& rules) {
    const auto breaches = domain::startBreaches(row, rules);
    if (breaches.empty()) return tr("✔ %1: within the start limits.").arg(baseline(row));
    QStringList parts;
    for (const auto& one : breaches)
        parts << breachText(one);
    const QString found = tr("▲ %1: %2.").arg(baseline(row), parts.join(u"; "_s));
    return rules.start.hardStop != 0
               ? tr("%1 The protocol lets nobody start outside of the limits: let the patient rest and measure again, "
                    "or end here and tell the prescriber.")
                     .arg(found)
               : tr("%1 Starting needs a reason and the prescriber who was asked; or measure again.").arg(found);
}

domain::ChecklistItem CheckWords::startPressureItem() {
    domain::ChecklistItem item;
    item.key = domain::kStartPressureItem;
    item.text = toStd(tr("Start outside of the baseline limits"));
    item.unfavourable = toStd(tr("started in spite of it"));
    item.effect = domain::AnswerEffect::SoftStop;
    return item;
}

QString CheckWords::startHint(const services::InfusionView& view, const base::Instant& now) {
    using domain::CheckGapKind;
    const auto gaps = startGapsOf(view, now);
    if (std::ranges::find(gaps, domain::CheckGap{CheckGapKind::HardStop, {}}) != gaps.end())
        return tr("Start is not possible: the baseline is outside of the start limits, and the protocol lets nobody "
                  "start then (step 2).");
    if (hasGap(gaps, CheckGapKind::HardStop))
        return tr("Start is not possible: an answer of the pre-check (step 2) forbids it.");
    if (hasGap(gaps, CheckGapKind::Unanswered) || hasGap(gaps, CheckGapKind::ReasonMissing))
        return tr("Start is possible when the pre-check is answered (step 2).");
    if (hasGap(gaps, CheckGapKind::BaselineMissing))
        return tr("Start is possible when a baseline with a blood pressure is saved (step 2).");
    if (hasGap(gaps, CheckGapKind::OutsideStartLimits))
        return tr("The baseline is outside of the start limits: the pre-check (step 2) asks for the reason.");
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
