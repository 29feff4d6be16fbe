#include "ui/infusion/record_summary.h"

#include <QCoreApplication>
#include <algorithm>

#include "core/domain/infusion/vitals_rules.h"
#include "ui/charts/chart_text.h"
#include "ui/format/date_text.h"
#include "ui/format/missing_text.h"
#include "ui/format/quantity_text.h"
#include "ui/format/to_qt.h"
#include "ui/infusion/after_words.h"
#include "ui/infusion/check_words.h"
#include "ui/infusion/discharge_words.h"
#include "ui/infusion/emergency_words.h"
#include "ui/infusion/event_words.h"
#include "ui/infusion/infusion_words.h"
#include "ui/infusion/pain_card.h"
#include "ui/infusion/second_check_words.h"

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

struct SummaryText {
    Q_DECLARE_TR_FUNCTIONS(SummaryText)

public:
    static QString dose(const services::InfusionView& view);
    static QString preCheck(const services::InfusionView& view);
    static QString pump(const services::InfusionView& view);
    static QString steps(const services::InfusionView& view);
    static QString deepestSedation(const services::InfusionView& view);
    static QString vitals(const services::InfusionView& view);
    static QString event(const domain::AdverseEvent& event);
    static QString events(const services::InfusionView& view);
    static QString tender(const services::InfusionView& view);
    static QString drug(const services::InfusionView& view);
};

QString summaryPain(const services::InfusionView& view, domain::PainMoment moment) {
    const auto score = PainCard::scoreOf(view, moment);
    return score ? painScoreLine(view, *score) : missingText(Missing::NotRecorded);
}

QString SummaryText::dose(const services::InfusionView& view) {
    const auto dose = domain::preparedDose(view.record);
    if (!dose) return missingText(Missing::NotRecorded);
    if (hidesFirstNumbers(view)) return SecondCheckWords::hidden();
    return tr("DOSE %1 = %2 × %3, in %4, %5, %6")
        .arg(amountText(dose->dose, u"mg"), amountText(dose->inputs.weight, u"kg"),
             perText(dose->inputs.perKg, u"mg", u"kg"), amountText(dose->totalVolume, u"mL"),
             amountText(dose->rate, u"mL per hour"), InfusionWords::written(view.people, dose->head));
}

// What was not as it should be, one by one; the rest is counted.
QString SummaryText::preCheck(const services::InfusionView& view) {
    const auto items = domain::itemsOf(view.protocol.items, domain::ChecklistKind::PreCheck);
    if (items.empty()) return tr("no checklist in this protocol version");
    QStringList parts;
    std::size_t answered = 0;
    for (const auto& item : items) {
        const auto answer = domain::answerOf(view.record, item.list, item.key);
        if (answer) ++answered;
        if (answer && answer->answer == domain::AnswerKind::Unfavourable)
            parts << u"%1 %2"_s.arg(toQt(item.text), CheckWords::answer(item, *answer));
    }
    const auto pressure = CheckWords::startPressureItem();
    if (const auto decision = domain::answerOf(view.record, pressure.list, pressure.key))
        parts << u"%1 %2"_s.arg(toQt(pressure.text), CheckWords::answer(pressure, *decision));
    parts.prepend(tr("%1 of %2 answered").arg(answered).arg(items.size()));
    return parts.join(u"\n"_s);
}

QString SummaryText::pump(const services::InfusionView& view) {
    const auto& delivery = view.delivery;
    if (!delivery.startedAt) return tr("not started");
    const QString given = tr("given %1 in %2")
                              .arg(amountText(delivery.dose, u"mg"),
                                   durationText(std::chrono::round<std::chrono::minutes>(delivery.runningTime)));
    if (!delivery.stoppedAt) return tr("started %1, not stopped, %2").arg(timeText(*delivery.startedAt), given);
    return tr("started %1, stopped %2, %3").arg(timeText(*delivery.startedAt), timeText(*delivery.stoppedAt), given);
}

// Pauses, changes of the rate and reasons; empty for an infusion that simply ran.
QString SummaryText::steps(const services::InfusionView& view) {
    QStringList parts;
    for (const auto& step : domain::standing(view.record.steps)) {
        const bool plain =
            (step.kind == domain::StepKind::Start || step.kind == domain::StepKind::Stop) && step.reason.empty();
        if (plain) continue;
        QString part = u"%1 %2"_s.arg(timeText(step.head.observedAt), InfusionWords::step(step.kind));
        if (step.rate && step.kind == domain::StepKind::RateChange)
            part += u' ' + amountText(*step.rate, u"mL per hour");
        if (!step.reason.empty()) part += u": "_s + toQt(step.reason);
        parts << part;
    }
    return parts.join(u" · "_s);
}

QString SummaryText::deepestSedation(const services::InfusionView& view) {
    const auto scores = domain::standing(view.record.sedation);
    const auto deepest = std::ranges::max_element(
        scores, {}, [](const domain::SedationScore& score) { return domain::sedationDepth(score.scale, score.value); });
    if (deepest == scores.end()) return {};
    return tr("deepest sedation %1 %2 at %3")
        .arg(InfusionWords::sedationName(deepest->scale))
        .arg(deepest->value)
        .arg(timeText(deepest->head.observedAt));
}

QString SummaryText::vitals(const services::InfusionView& view) {
    const auto rows = domain::standing(view.record.vitals);
    if (rows.empty()) return missingText(Missing::NotRecorded);
    const domain::VitalSigns* highest = nullptr;
    std::optional<int> lowestSpo2;
    for (const auto& row : rows) {
        if (row.systolic && (highest == nullptr || *row.systolic > *highest->systolic)) highest = &row;
        if (row.spo2) lowestSpo2 = std::min(*row.spo2, lowestSpo2.value_or(*row.spo2));
    }
    QStringList parts{rows.size() == 1 ? tr("1 row") : tr("%1 rows").arg(rows.size())};
    if (highest != nullptr && highest->diastolic)
        parts << tr("highest BP %1/%2 mmHg at %3")
                     .arg(*highest->systolic)
                     .arg(*highest->diastolic)
                     .arg(timeText(highest->head.observedAt));
    if (const QString sedation = deepestSedation(view); !sedation.isEmpty()) parts << sedation;
    if (lowestSpo2) parts << tr("lowest SpO2 %1 %").arg(*lowestSpo2);
    const auto corrected = view.record.vitals.size() - rows.size();
    if (corrected > 0) parts << tr("corrected rows: %1").arg(corrected);
    return parts.join(u", "_s);
}

QString SummaryText::event(const domain::AdverseEvent& event) {
    const QString line = tr("%1 %2, %3, %4")
                             .arg(timeText(event.head.observedAt), eventText({event.term, event.words, event.grade}),
                                  InfusionWords::action(event.action), InfusionWords::outcome(event.outcome));
    const auto judged = EventWords::judgement(event);
    return judged.isEmpty() ? line : line + u"; "_s + judged.join(u", "_s);
}

QString SummaryText::events(const services::InfusionView& view) {
    QStringList parts;
    for (const auto& event : domain::standing(view.record.events)) {
        parts << SummaryText::event(event);
    }
    return parts.isEmpty() ? tr("none recorded") : parts.join(u"\n"_s);
}

QString SummaryText::tender(const services::InfusionView& view) {
    const auto exams = domain::standing(view.record.tenderPoints);
    if (exams.empty()) return missingText(Missing::NotDone);
    const auto sum = domain::summarize(exams.back().exam, view.protocol.rules.monitoring);
    const QString count = tr("%1 positive, %2 not examined")
                              .arg(partText(sum.positive, static_cast<int>(domain::kTenderPointCount)))
                              .arg(sum.missing);
    QStringList parts{count};
    if (sum.meanThreshold) parts << tr("mean threshold %1").arg(amountText(*sum.meanThreshold, u"kgf per cm2"));
    parts << InfusionWords::written(view.people, exams.back().head);
    return parts.join(u", "_s);
}

QString SummaryText::drug(const services::InfusionView& view) {
    if (view.record.movements.empty()) return tr("not accounted for");
    const auto balance = domain::balanceOf(view.record.movements);
    QString line = tr("opened %1, given %2, wasted from the bag %3, from the vial %4")
                       .arg(amountText(balance.received, u"mg"), amountText(balance.given, u"mg"),
                            amountText(balance.wastedBag, u"mg"), amountText(balance.wastedVial, u"mg"));
    for (const auto& movement : view.record.movements) {
        if (movement.kind == domain::MovementKind::Correction)
            line += tr("; difference %1: %2").arg(amountText(-movement.amount, u"mg"), toQt(movement.reason));
    }
    const auto witnessed = std::ranges::find_if(
        view.record.movements, [](const domain::DrugMovement& each) { return each.witness.has_value(); });
    if (witnessed == view.record.movements.end()) return line;
    return tr("%1; witness %2").arg(line, InfusionWords::person(view.people, *witnessed->witness));
}

} // namespace

std::vector<FactLine> recordSummary(const services::InfusionView& view) {
    std::vector<FactLine> lines{{SummaryText::tr("Dose"), SummaryText::dose(view), TextRole::Body}};
    if (const QString check = SecondCheckWords::summary(view); !check.isEmpty())
        lines.push_back({SummaryText::tr("Second check"), check, TextRole::Body});
    lines.push_back({SummaryText::tr("Pain before"), summaryPain(view, domain::PainMoment::Before), TextRole::Body});
    lines.push_back({SummaryText::tr("Pre-check"), SummaryText::preCheck(view), TextRole::Body});
    lines.push_back({SummaryText::tr("Infusion"), SummaryText::pump(view), TextRole::Body});
    if (const QString steps = SummaryText::steps(view); !steps.isEmpty())
        lines.push_back({SummaryText::tr("Steps"), steps, TextRole::Body});
    lines.push_back({SummaryText::tr("Vital signs"), SummaryText::vitals(view), TextRole::Body});
    lines.push_back({SummaryText::tr("Pain after"), summaryPain(view, domain::PainMoment::After), TextRole::Body});
    if (const QString after = AfterWords::summary(view); !after.isEmpty())
        lines.push_back({SummaryText::tr("After"), after, TextRole::Body});
    lines.push_back({SummaryText::tr("Events"), SummaryText::events(view), TextRole::Body});
    if (const QString rescue = EventWords::rescueLines(view); !rescue.isEmpty())
        lines.push_back({SummaryText::tr("Rescue drugs"), rescue, TextRole::Body});
    if (const QString emergency = EmergencyWords::lines(view); !emergency.isEmpty())
        lines.push_back({SummaryText::tr("Emergency"), emergency, TextRole::Body});
    lines.push_back({SummaryText::tr("Tender points"), SummaryText::tender(view), TextRole::Body});
    lines.push_back({SummaryText::tr("Drug"), SummaryText::drug(view), TextRole::Body});
    if (const QString left = DischargeWords::summary(view); !left.isEmpty())
        lines.push_back({SummaryText::tr("Discharge"), left, TextRole::Body});
    return lines;
}

QStringList signingRemarks(const services::InfusionView& view) {
    QStringList remarks;
    for (const auto& event : domain::standing(view.record.events)) {
        if (event.serious.value_or(false) || event.grade >= view.protocol.rules.titration.stopFromGrade)
            remarks << SummaryText::tr("Event: %1").arg(SummaryText::event(event));
    }
    for (const auto& drug : domain::standing(view.record.rescueDrugs))
        remarks << SummaryText::tr("Rescue drug: %1").arg(EventWords::rescueLine(view, drug));
    const auto held = CheckWords::startPressureItem();
    if (const auto decision = domain::answerOf(view.record, held.list, held.key))
        remarks << SummaryText::tr("%1: %2 (asked: %3)")
                       .arg(toQt(held.text), toQt(decision->note), toQt(decision->prescriber));
    for (const auto& movement : view.record.movements) {
        if (movement.kind == domain::MovementKind::Correction)
            remarks << SummaryText::tr("Drug book: difference %1: %2")
                           .arg(amountText(-movement.amount, u"mg"), toQt(movement.reason));
    }
    const auto left = domain::dischargeOf(view.record);
    if (left && !left->reason.empty())
        remarks << SummaryText::tr("Left early: %1 (asked: %2)").arg(toQt(left->reason), toQt(left->prescriber));
    return remarks;
}

std::vector<SigningWarning> signingWarnings(const services::InfusionView& view) {
    std::vector<SigningWarning> warnings;
    for (const auto gap : view.gaps)
        warnings.push_back({InfusionWords::gap(gap), domain::blocksSigning(gap)});
    std::ranges::stable_partition(warnings, &SigningWarning::blocks);
    return warnings;
}

QString signedLine(const services::InfusionView& view) {
    const auto& signature = view.record.signature;
    if (!signature) return {};
    return SummaryText::tr("Signed by %1 at %2.").arg(toQt(signature->printedName), dateTimeText(signature->at));
}

std::vector<FactLine> addendumLines(const services::InfusionView& view) {
    std::vector<FactLine> lines;
    for (const auto& addendum : view.record.addenda) {
        const QString who = u"%1, %2"_s.arg(InfusionWords::person(view.people, addendum.head.recordedBy),
                                            dateTimeText(addendum.head.recordedAt));
        lines.push_back({{}, who, TextRole::Hint});
        lines.push_back({{}, toQt(addendum.text), TextRole::Body});
    }
    return lines;
}

} // namespace chairside::ui
