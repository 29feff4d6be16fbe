#include "ui/infusion/pane_state.h"

#include <QCoreApplication>

#include "ui/format/date_text.h"
#include "ui/format/quantity_text.h"
#include "ui/infusion/discharge_words.h"
#include "ui/infusion/infusion_words.h"
#include "ui/infusion/second_check_words.h"

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

using std::chrono::duration_cast;
using std::chrono::minutes;
using std::chrono::seconds;

struct PaneText {
    Q_DECLARE_TR_FUNCTIONS(PaneText)
};

Tone toneOf(domain::InfusionState state) {
    switch (state) {
    case domain::InfusionState::Running:
        return Tone::Active;
    case domain::InfusionState::Paused:
        return Tone::Caution;
    case domain::InfusionState::Signed:
        return Tone::Good;
    default:
        return Tone::Neutral;
    }
}

// How long the bag lasts: at the present rate while running, at the last one while paused.
QString leftText(const services::InfusionView& view, const domain::Delivery& delivery, const base::Instant& now) {
    if (delivery.state == domain::PumpState::Running && delivery.emptyAt) {
        if (now >= *delivery.emptyAt) return PaneText::tr("bag empty since %1").arg(timeText(*delivery.emptyAt));
        const auto left = duration_cast<seconds>(base::between(now, *delivery.emptyAt));
        return PaneText::tr("%1 left").arg(timerText(left));
    }
    if (delivery.state != domain::PumpState::Paused) return {};
    domain::FlowRate rate;
    for (const auto& step : domain::standing(view.record.steps))
        rate = step.rate.value_or(rate);
    if (rate <= domain::FlowRate{}) return {};
    const auto left = base::divideRounded(base::Wide{delivery.bagVolume.raw()} * 3600, rate.raw());
    return PaneText::tr("%1 left after resuming").arg(timerText(seconds(left)));
}

std::vector<FactLine> bagFacts(const services::InfusionView& view, const domain::Delivery& delivery) {
    std::vector<FactLine> facts;
    if (hidesFirstNumbers(view)) return {{PaneText::tr("Dose"), SecondCheckWords::hidden(), TextRole::Body}};
    const auto prepared = domain::preparedDose(view.record);
    if (prepared) {
        const QString bag =
            PaneText::tr("%1 in %2").arg(amountText(prepared->dose, u"mg"), amountText(prepared->totalVolume, u"mL"));
        facts.push_back({{}, bag, TextRole::Strong});
    }
    const bool running = delivery.state == domain::PumpState::Running;
    if (prepared && (running || !delivery.startedAt)) {
        facts.push_back({{}, amountText(running ? delivery.rate : prepared->rate, u"mL per hour"), TextRole::Strong});
    }
    if (delivery.startedAt) {
        facts.push_back({{}, PaneText::tr("given %1").arg(amountText(delivery.dose, u"mg")), TextRole::Body});
        facts.push_back({{}, PaneText::tr("started %1").arg(timeText(*delivery.startedAt)), TextRole::Body});
    }
    if (delivery.stoppedAt)
        facts.push_back({{}, PaneText::tr("stopped %1").arg(timeText(*delivery.stoppedAt)), TextRole::Body});
    return facts;
}

QString waitText(const base::Instant& now, const base::Instant& until) {
    const auto left = std::chrono::ceil<seconds>(base::between(now, until)).count();
    return left >= 60 ? PaneText::tr("in %1min %2sec").arg(left / 60).arg(left % 60)
                      : PaneText::tr("in %1sec").arg(left);
}

// From when the patient may leave; then what is still open. It says which vital signs are wanted now, so it replaces a
// row that was due during the infusion.
void fillDischarge(const services::InfusionView& view, const base::Instant& now, PaneState& pane) {
    pane.state = PaneText::tr("TO DISCHARGE");
    pane.overdue = false;
    const auto from = domain::dischargeFrom(view.record, view.protocol.rules);
    if (!from || now < *from) {
        pane.due = from ? PaneText::tr("STAYS UNTIL %1").arg(timeText(*from)) : QString();
        if (from) pane.dueDetail = waitText(now, *from);
        return;
    }
    const auto open = dischargeGapsOf(view, now).size();
    pane.due = open == 0 ? PaneText::tr("MAY LEAVE") : PaneText::tr("DISCHARGE OPEN");
    pane.dueDetail = open == 0   ? PaneText::tr("every criterion is met")
                     : open == 1 ? PaneText::tr("1 point is not met")
                                 : PaneText::tr("%1 points are not met").arg(open);
}

void fillDue(const services::InfusionView& view, const base::Instant& now, PaneState& pane) {
    if (view.record.signature) return;
    const auto due = domain::nextDueVitals(view.record, now, view.protocol.rules.monitoring);
    if (!due) return;
    if (view.delivery.stoppedAt) {
        pane.due = PaneText::tr("ROW %1 NOT TAKEN").arg(timeText(due->dueAt));
        pane.dueDetail = PaneText::tr("it was due before the stop");
        return;
    }
    pane.overdue = due->isOverdue(now);
    if (now >= due->dueAt) {
        const auto late = duration_cast<minutes>(base::between(due->dueAt, now));
        pane.due = pane.overdue ? PaneText::tr("VITALS OVERDUE %1").arg(durationText(late))
                                : PaneText::tr("VITALS DUE %1").arg(timeText(due->dueAt));
        pane.dueDetail = pane.overdue ? PaneText::tr("due %1").arg(timeText(due->dueAt)) : PaneText::tr("now");
        return;
    }
    pane.due = PaneText::tr("VITALS DUE %1").arg(timeText(due->dueAt));
    pane.dueDetail = waitText(now, due->dueAt);
}

FactLine markedFact(const QString& label, const QString& value, domain::VitalMark mark) {
    if (mark == domain::VitalMark::None) return {label, value, TextRole::Body};
    return {label, u"%1 %2"_s.arg(value, InfusionWords::mark(mark)), TextRole::Warning};
}

void fillLatest(const services::InfusionView& view, PaneState& pane) {
    const domain::VitalSigns* newest = nullptr;
    for (const auto& row : view.record.vitals) {
        if (domain::isCorrected(view.record.vitals, row)) continue;
        if (newest == nullptr || row.head.observedAt >= newest->head.observedAt) newest = &row;
    }
    if (newest == nullptr) return;
    using domain::VitalKind;
    const auto& rules = view.protocol.rules.monitoring;
    pane.latestAt = PaneText::tr("Last values, %1").arg(timeText(newest->head.observedAt));
    if (newest->systolic && newest->diastolic) {
        auto mark = domain::markOf(VitalKind::Systolic, *newest->systolic, rules);
        if (mark == domain::VitalMark::None) mark = domain::markOf(VitalKind::Diastolic, *newest->diastolic, rules);
        pane.latest.push_back(markedFact(
            PaneText::tr("BP"), PaneText::tr("%1/%2 mmHg").arg(*newest->systolic).arg(*newest->diastolic), mark));
    }
    if (newest->heartRate) {
        pane.latest.push_back(markedFact(PaneText::tr("HR"), PaneText::tr("%1 per min").arg(*newest->heartRate),
                                         domain::markOf(VitalKind::HeartRate, *newest->heartRate, rules)));
    }
    if (newest->spo2) {
        pane.latest.push_back(markedFact(PaneText::tr("SpO2"), PaneText::tr("%1 %").arg(*newest->spo2),
                                         domain::markOf(VitalKind::Spo2, *newest->spo2, rules)));
    }
}

} // namespace

PaneState paneStateOf(const services::InfusionView& view, const base::Instant& now) {
    PaneState pane;
    pane.state = InfusionWords::state(view.state);
    pane.tone = toneOf(view.state);
    const auto delivery = domain::deliveryOf(view.record, now, view.protocol.rules.dose);
    if (delivery.startedAt) pane.elapsed = timerText(duration_cast<seconds>(delivery.elapsed));
    pane.left = leftText(view, delivery, now);
    pane.bag = bagFacts(view, delivery);
    fillDue(view, now, pane);
    if (domain::awaitsDischarge(view.record, view.protocol.rules)) fillDischarge(view, now, pane);
    fillLatest(view, pane);
    return pane;
}

} // namespace chairside::ui
