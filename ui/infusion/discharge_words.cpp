#include "ui/infusion/discharge_words.h"

#include "ui/format/date_text.h"
#include "ui/format/to_qt.h"
#include "ui/infusion/check_words.h"
#include "ui/infusion/infusion_words.h"

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;
using std::chrono::minutes;

namespace {

QString signText(const std::optional<int>& value) {
    return value ? QString::number(*value) : u"–"_s;
}

const domain::ChecklistItem* itemNamed(const domain::ProtocolVersion& protocol, const std::string& key) {
    for (const auto& item : protocol.items) {
        if (item.list == domain::ChecklistKind::Discharge && item.key == key) return &item;
    }
    return nullptr;
}

bool holds(const std::vector<domain::DischargeGap>& gaps, domain::DischargeGapKind kind) {
    return std::ranges::find(gaps, kind, &domain::DischargeGap::kind) != gaps.end();
}

} // namespace

std::vector<domain::DischargeGap> dischargeGapsOf(const services::InfusionView& view, const base::Instant& now) {
    if (!view.delivery.stoppedAt) return {};
    return domain::dischargeGaps(view.record, view.protocol, now);
}

bool isRecoveryRowDue(const services::InfusionView& view, const base::Instant& now) {
    const auto& rules = view.protocol.rules;
    if (rules.discharge.vitalsRows < 1) return false;
    const auto vitals = domain::recoveryVitals(view.record, rules, now);
    if (vitals.rows.empty()) return true;
    const minutes wait(rules.monitoring.intervalMinutes - rules.monitoring.graceMinutes);
    return now >= vitals.rows.back().head.observedAt.plus(wait);
}

FactLine DischargeWords::time(const services::InfusionView& view, const base::Instant& now) {
    const minutes least(view.protocol.rules.discharge.minMinutes);
    const auto from = domain::dischargeFrom(view.record, view.protocol.rules);
    const QString label = tr("After the stop");
    if (!from) return {label, tr("○ The infusion has not been stopped."), TextRole::Hint};
    if (now >= *from)
        return {label, tr("✔ %1 are over since %2").arg(minutesText(least), timeText(*from)), TextRole::Body};
    const auto passed = std::chrono::floor<minutes>(base::between(from->plus(-least), now));
    return {label, tr("○ %1 of %2, from %3").arg(minutesText(passed), minutesText(least), timeText(*from)),
            TextRole::Strong};
}

QString DischargeWords::row(const domain::VitalSigns& row) {
    return tr("%1/%2, %3 per min, %4 % at %5")
        .arg(signText(row.systolic), signText(row.diastolic), signText(row.heartRate), signText(row.spo2),
             timeText(row.head.observedAt));
}

FactLine DischargeWords::vitals(const services::InfusionView& view, const base::Instant& now) {
    using domain::DischargeGapKind;
    const auto& rules = view.protocol.rules.discharge;
    const QString label = tr("Vitals within %1 %").arg(rules.vitalsPercent);
    const auto gaps = dischargeGapsOf(view, now);
    const auto recovery = domain::recoveryVitals(view.record, view.protocol.rules, now);
    if (recovery.rows.empty())
        return {label, tr("○ no row after the stop yet, %1 in a row are needed").arg(rules.vitalsRows),
                TextRole::Strong};
    const QString count =
        tr("%1 of %2 in a row").arg(std::min(recovery.inARow, rules.vitalsRows)).arg(rules.vitalsRows);
    const QString newest = row(recovery.rows.back());
    if (holds(gaps, DischargeGapKind::BaselineMissing))
        return {label, tr("▲ %1; there is no baseline to compare with").arg(newest), TextRole::Warning};
    if (holds(gaps, DischargeGapKind::VitalsOutside)) {
        return {label,
                recovery.inARow == 0 ? tr("▲ %1 is outside or not complete (%2)").arg(newest, count)
                                     : tr("○ %1 (%2)").arg(newest, count),
                recovery.inARow == 0 ? TextRole::Warning : TextRole::Strong};
    }
    if (holds(gaps, DischargeGapKind::VitalsOld))
        return {label, tr("▲ %1 is too old, another row is needed").arg(newest), TextRole::Warning};
    if (holds(gaps, DischargeGapKind::VitalsMissing))
        return {label, tr("○ %1 (%2)").arg(newest, count), TextRole::Strong};
    return {label, tr("✔ %1 (%2)").arg(newest, count), TextRole::Body};
}

FactLine DischargeWords::baseline(const services::InfusionView& view, const base::Instant& now) {
    const auto recovery = domain::recoveryVitals(view.record, view.protocol.rules, now);
    return {tr("Baseline"), recovery.baseline ? row(*recovery.baseline) : tr("not taken before the start"),
            TextRole::Hint};
}

QString DischargeWords::aldrete(const domain::AldreteScore& score, const domain::DischargeRules& rules) {
    const int total = domain::totalOf(score.items);
    const QString words =
        tr("%1 of 10 at %2 (passes from %3)").arg(total).arg(timeText(score.head.observedAt)).arg(rules.aldretePass);
    return (total >= rules.aldretePass ? u"✔ "_s : u"▲ "_s) + words;
}

QString DischargeWords::aldreteItems(const domain::AldreteScore& score) {
    const bool isPercent = score.variant == domain::CirculationVariant::Percent;
    const QString change = tr("%1 to %2 mmHg").arg(score.baselineSystolic).arg(score.systolic);
    return tr("activity %1, breathing %2, circulation %3 (%4, %5), awake %6, SpO2 %7")
        .arg(score.items.activity)
        .arg(score.items.respiration)
        .arg(score.items.circulation)
        .arg(change, isPercent ? tr("bands in percent") : tr("bands in mmHg"))
        .arg(score.items.consciousness)
        .arg(score.items.spo2);
}

QString DischargeWords::gap(const domain::DischargeGap& gap, const domain::ProtocolVersion& protocol) {
    using domain::DischargeGapKind;
    switch (gap.kind) {
    case DischargeGapKind::MinimumTime:
        return tr("%1 after the stop").arg(minutesText(minutes(protocol.rules.discharge.minMinutes)));
    case DischargeGapKind::BaselineMissing:
        return tr("a baseline of the vital signs");
    case DischargeGapKind::VitalsMissing:
    case DischargeGapKind::VitalsOutside:
        return protocol.rules.discharge.vitalsRows == 1
                   ? tr("vital signs within %1 % in the newest row").arg(protocol.rules.discharge.vitalsPercent)
                   : tr("vital signs within %1 % in %2 rows in a row")
                         .arg(protocol.rules.discharge.vitalsPercent)
                         .arg(protocol.rules.discharge.vitalsRows);
    case DischargeGapKind::VitalsOld:
        return tr("a recent row of vital signs");
    case DischargeGapKind::AldreteMissing:
        return tr("an Aldrete score");
    case DischargeGapKind::AldreteBelow:
        return tr("an Aldrete score of %1 or more").arg(protocol.rules.discharge.aldretePass);
    case DischargeGapKind::ItemUnanswered:
    case DischargeGapKind::ItemNeedsReason:
    case DischargeGapKind::ItemForbids:
        break;
    }
    const auto* item = itemNamed(protocol, gap.item);
    const QString question = item != nullptr ? toQt(item->text) : toQt(gap.item);
    if (gap.kind == DischargeGapKind::ItemUnanswered) return tr("an answer to “%1”").arg(question);
    return tr("“%1”: %2").arg(question, item != nullptr ? toQt(item->favourable) : QString());
}

QString DischargeWords::gaps(const std::vector<domain::DischargeGap>& gaps, const domain::ProtocolVersion& protocol) {
    QStringList parts;
    for (const auto& one : gaps)
        parts << gap(one, protocol);
    return parts.join(u"; "_s);
}

QString DischargeWords::discharge(const services::InfusionView& view, const domain::Discharge& discharge) {
    const QString when = timeText(discharge.head.observedAt);
    const QString who = discharge.escort.empty() ? when : tr("%1, escort: %2").arg(when, toQt(discharge.escort));
    if (discharge.unmet.empty()) {
        return discharge.reason.empty() ? tr("%1; every criterion met").arg(who)
                                        : tr("%1; every criterion met; %2").arg(who, toQt(discharge.reason));
    }
    return tr("▲ %1; not met: %2; reason: %3 (asked: %4)")
        .arg(who, gaps(discharge.unmet, view.protocol), toQt(discharge.reason), toQt(discharge.prescriber));
}

QString DischargeWords::summary(const services::InfusionView& view) {
    const auto discharge = domain::dischargeOf(view.record);
    if (!discharge) {
        if (domain::awaitsDischarge(view.record, view.protocol.rules)) return tr("not discharged yet");
        return view.protocol.rules.discharge.required != 0 ? tr("none") : QString();
    }
    QStringList parts{tr("%1; %2").arg(DischargeWords::discharge(view, *discharge),
                                       InfusionWords::written(view.people, discharge->head))};
    if (const auto score = domain::aldreteBy(view.record, view.protocol.rules, discharge->head.observedAt))
        parts << tr("Aldrete %1").arg(aldrete(*score, view.protocol.rules.discharge));
    for (const auto& item : domain::itemsOf(view.protocol.items, domain::ChecklistKind::Discharge)) {
        const auto answer = domain::answerOf(view.record, item.list, item.key);
        if (answer && answer->answer == domain::AnswerKind::Unfavourable)
            parts << u"%1 %2"_s.arg(toQt(item.text), CheckWords::answer(item, *answer));
    }
    return parts.join(u"\n"_s);
}

} // namespace chairside::ui
