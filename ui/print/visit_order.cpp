// What was ordered, what was prepared, and the numbers a colleague looks for first.
#include <algorithm>

#include "core/domain/dosing/dose.h"
#include "ui/charts/chart_text.h"
#include "ui/format/counted_text.h"
#include "ui/format/date_text.h"
#include "ui/format/missing_text.h"
#include "ui/format/protocol_text.h"
#include "ui/format/quantity_text.h"
#include "ui/format/to_qt.h"
#include "ui/infusion/dose_lines.h"
#include "ui/infusion/second_check_words.h"
#include "ui/patients/patient_banner_data.h"
#include "ui/print/print_blocks.h"
#include "ui/print/visit_sections.h"
#include "ui/print/visit_words.h"

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

struct OrderText {
    Q_DECLARE_TR_FUNCTIONS(VisitOrder)
};

constexpr qreal kLabelWidth = mm(25);

PrintFigure givenFigure(const services::InfusionView& view) {
    PrintFigure figure{OrderText::tr("Given"), OrderText::tr("not started"), {}};
    const QString ordered = OrderText::tr("%1 ordered").arg(perText(view.order.perKg, u"mg", u"kg"));
    figure.detail = ordered;
    if (view.delivery.state == domain::PumpState::NotStarted) return figure;
    figure.value = amountText(view.delivery.dose, u"mg");
    if (view.delivery.state != domain::PumpState::Stopped) figure.value = OrderText::tr("%1 so far").arg(figure.value);
    return figure;
}

PrintFigure timeFigure(const services::InfusionView& view) {
    const auto& delivery = view.delivery;
    PrintFigure figure{OrderText::tr("Running time"), OrderText::tr("not started"), {}};
    if (!delivery.startedAt) return figure;
    figure.value = durationText(std::chrono::duration_cast<std::chrono::minutes>(delivery.runningTime));
    const QString start = VisitWords::moment(view, *delivery.startedAt);
    figure.detail = delivery.stoppedAt
                        ? OrderText::tr("from %1 to %2").arg(start, VisitWords::moment(view, *delivery.stoppedAt))
                        : OrderText::tr("from %1, not stopped").arg(start);
    return figure;
}

PrintFigure painFigure(const services::VisitSummary& summary) {
    PrintFigure figure{OrderText::tr("Pain before → after, 0–10"), {}, {}};
    const auto& points = summary.review.points;
    const auto point = std::ranges::find(points, summary.infusion.planned.id,
                                         [](const services::ReviewPoint& one) { return one.planned.id; });
    std::optional<domain::Score> before, after;
    if (point != points.end()) {
        before = point->before;
        after = point->after;
    }
    const QString none = missingText(Missing::NotRecorded);
    if (!before && !after) {
        figure.value = none;
        return figure;
    }
    figure.value =
        OrderText::tr("%1 → %2").arg(before ? scoreNumber(*before) : none, after ? scoreNumber(*after) : none);
    if (const auto percent = percentBetter(before, after)) {
        figure.detail = OrderText::tr("%1 on the same day").arg(percentBetterText(*percent));
    }
    return figure;
}

PrintFigure eventFigure(const services::InfusionView& view) {
    const auto events = domain::standing(view.record.events);
    PrintFigure figure{OrderText::tr("Adverse events"), QString::number(events.size()), OrderText::tr("none recorded")};
    if (events.empty()) return figure;
    const auto worst = std::ranges::max_element(events, {}, &domain::AdverseEvent::grade);
    figure.detail = OrderText::tr("worst: %1").arg(eventText({worst->term, worst->words, worst->grade}));
    return figure;
}

PrintFigure drugFigure(const services::InfusionView& view) {
    PrintFigure figure{OrderText::tr("Controlled drug"), OrderText::tr("open"), OrderText::tr("not yet accounted for")};
    if (view.record.movements.empty()) return figure;
    const auto balance = domain::balanceOf(view.record.movements);
    const domain::Dose wasted = balance.wastedVial + balance.wastedBag;
    figure.value = balance.balanced() ? OrderText::tr("balanced") : OrderText::tr("difference");
    figure.detail = OrderText::tr("%1 wasted with a witness").arg(amountText(wasted, u"mg"));
    if (wasted == domain::Dose{}) figure.detail = OrderText::tr("nothing wasted");
    if (!balance.balanced())
        figure.detail = OrderText::tr("%1 not accounted for").arg(amountText(balance.unaccounted, u"mg"));
    return figure;
}

QString allergyText(const domain::PatientDetails& details) {
    switch (details.allergyStatus) {
    case domain::AllergyStatus::NotRecorded:
        return OrderText::tr("Allergies not recorded");
    case domain::AllergyStatus::NoneKnown:
        return OrderText::tr("No known allergies");
    case domain::AllergyStatus::Known:
        return OrderText::tr("Known allergies: %1").arg(toQt(details.allergies));
    }
    return OrderText::tr("Allergies unavailable");
}

QString orderKind(domain::OrderKind kind) {
    switch (kind) {
    case domain::OrderKind::Initial:
        return OrderText::tr("first order of the course");
    case domain::OrderKind::Change:
        return OrderText::tr("dose changed");
    case domain::OrderKind::Keep:
        return OrderText::tr("dose kept");
    case domain::OrderKind::Stop:
        return OrderText::tr("course stopped");
    case domain::OrderKind::Hold:
        return OrderText::tr("course held");
    case domain::OrderKind::Resume:
        return OrderText::tr("course resumed");
    case domain::OrderKind::Complete:
        return OrderText::tr("course completed");
    }
    return {};
}

QString protocolText(const services::InfusionView& view) {
    const auto& protocol = view.protocol;
    const QString name = versionTitle(protocol.name, protocol.version);
    if (!protocol.signedBy || !protocol.signedAt) return name;
    return OrderText::tr("%1, signed %2 by %3")
        .arg(name, dateText(protocol.signedAt->localDate()), VisitWords::person(view, *protocol.signedBy));
}

void addOrder(PrintFlow& flow, const services::InfusionView& view) {
    addHeading(flow, OrderText::tr("Order"));
    const auto& order = view.order;
    const auto& details = view.patient.details;
    std::vector<PrintFact> facts{{OrderText::tr("Allergies"), allergyText(details), true}};
    const QString gender = genderText(details.gender);
    facts.push_back({OrderText::tr("Gender"), gender.isEmpty() ? OrderText::tr("Not known") : gender});
    facts.push_back({OrderText::tr("Protocol"), protocolText(view)});
    facts.push_back({OrderText::tr("Ordered"),
                     OrderText::tr("%1 over %2")
                         .arg(perText(order.perKg, u"mg", u"kg"), countedText(order.minutes, Counted::Minute)),
                     true});
    facts.push_back({OrderText::tr("Ordered by"), OrderText::tr("%1, %2").arg(VisitWords::person(view, order.orderedBy),
                                                                              dateTimeText(order.orderedAt))});
    facts.push_back(
        {OrderText::tr("Order version"), OrderText::tr("%1, %2").arg(order.version).arg(orderKind(order.kind))});
    if (!order.reason.empty()) facts.push_back({OrderText::tr("Reason"), toQt(order.reason)});
    if (!view.course.goal.empty()) facts.push_back({OrderText::tr("Goal"), toQt(view.course.goal)});
    addFacts(flow, facts, kLabelWidth);
}

QString bagText(const domain::DoseCheck& check) {
    const QString bag = amountText(check.inputs.bag, u"mL");
    const QString total = amountText(check.totalVolume, u"mL");
    if (check.inputs.convention == domain::VolumeConvention::QsTotal) {
        return OrderText::tr("%1, made up to %2 with the drug in it").arg(bag, total);
    }
    return OrderText::tr("%1 bag + %2 drug = %3").arg(bag, amountText(check.drugVolume, u"mL"), total);
}

QString basisText(domain::WeightBasis basis) {
    switch (basis) {
    case domain::WeightBasis::Actual:
        return OrderText::tr("actual weight");
    case domain::WeightBasis::Ideal:
        return OrderText::tr("ideal weight");
    case domain::WeightBasis::Adjusted:
        return OrderText::tr("adjusted weight");
    }
    return {};
}

// The sum as it was booked: "34 mg = 68 kg × 0.5 mg per kg".
QString sumText(const domain::DoseCheck& check) {
    return OrderText::tr("%1 = %2 × %3")
        .arg(amountText(check.dose, u"mg"), amountText(check.inputs.weight, u"kg"),
             perText(check.inputs.perKg, u"mg", u"kg"));
}

// Who calculated it as well, when, and whether the two agreed; empty where the protocol asks for nobody.
QString secondCheckText(const services::InfusionView& view) {
    const auto second = domain::secondCheckOf(view.record);
    if (!second) return checkStateOf(view) == domain::CheckState::Open ? OrderText::tr("not checked") : QString();
    const auto found = domain::checkDifferences(view.record, view.protocol.rules.secondCheck);
    const QString outcome = found.empty() ? OrderText::tr("agreed: %1").arg(SecondCheckWords::numbers(second->numbers))
                                          : OrderText::tr("differed: %1").arg(SecondCheckWords::differences(found));
    return OrderText::tr("%1, %2, %3")
        .arg(VisitWords::person(view, second->head.recordedBy), VisitWords::moment(view, second->head.recordedAt),
             outcome);
}

// The second sets of doses that were prepared again.
void addEarlierChecks(PrintFlow& flow, const services::InfusionView& view, const domain::DoseCheck& replaced) {
    for (const auto& each : view.record.secondChecks) {
        if (each.doseCheck != replaced.head.id) continue;
        addParagraph(flow,
                     OrderText::tr("Second check of it: %1; %2, %3.")
                         .arg(SecondCheckWords::numbers(each.numbers), VisitWords::person(view, each.head.recordedBy),
                              VisitWords::moment(view, each.head.recordedAt)),
                     {.role = PrintRole::Caption});
    }
}

void addDoseFacts(PrintFlow& flow, const services::InfusionView& view, const domain::DoseCheck& check) {
    const auto& inputs = check.inputs;
    std::vector<PrintFact> facts{{OrderText::tr("Dose"), sumText(check), true}};
    const QString rounding = doseLines(inputs, view.protocol.rules.dose).rounding;
    if (!rounding.isEmpty()) facts.push_back({OrderText::tr("Rounding"), rounding});
    facts.push_back({OrderText::tr("Weighed"),
                     OrderText::tr("%1 on %2, %3")
                         .arg(amountText(inputs.weight, u"kg"), dateText(check.weighedOn), basisText(check.basis))});
    facts.push_back({OrderText::tr("Vial strength"), perText(inputs.strength, u"mg", u"mL")});
    facts.push_back({OrderText::tr("Volume drawn"), amountText(check.drugVolume, u"mL"), true});
    facts.push_back({OrderText::tr("Bag"), bagText(check)});
    facts.push_back({OrderText::tr("Pump rate"),
                     OrderText::tr("%1 over %2")
                         .arg(amountText(check.rate, u"mL per hour"), countedText(inputs.minutes, Counted::Minute)),
                     true});
    for (const auto& each : domain::standing(view.record.doseChecks)) {
        const bool first = each.position == domain::CheckPosition::First;
        facts.push_back({first ? OrderText::tr("Prepared by") : OrderText::tr("Checked by"),
                         OrderText::tr("%1, %2").arg(VisitWords::person(view, each.head.recordedBy),
                                                     VisitWords::moment(view, each.head.recordedAt))});
    }
    if (const QString second = secondCheckText(view); !second.isEmpty())
        facts.push_back({OrderText::tr("Second check"), second, true});
    addFacts(flow, facts, kLabelWidth);
}

void addDose(PrintFlow& flow, const services::InfusionView& view) {
    addHeading(flow, OrderText::tr("Dose preparation"));
    const auto& all = view.record.doseChecks;
    if (hidesFirstNumbers(view)) {
        return addParagraph(flow, OrderText::tr("Shown when a second person has calculated the dose."),
                            {.role = PrintRole::Small});
    }
    if (const auto prepared = domain::preparedDose(view.record)) {
        addDoseFacts(flow, view, *prepared);
    } else {
        addParagraph(flow, OrderText::tr("No dose has been prepared."), {.role = PrintRole::Small});
    }
    for (const auto& check : byTime(all)) {
        if (!domain::isCorrected(all, check)) continue;
        const PrintInks& inks = printInks();
        addParagraph(flow, sumText(check), {.role = PrintRole::Small, .ink = inks.secondary, .struck = true});
        for (const QString& note : VisitWords::replaced(view, all, check))
            addParagraph(flow, note, {.role = PrintRole::Caption});
        addEarlierChecks(flow, view, check);
    }
}

// The whole dose in one line, in the order that medication lines are read.
void addDoseLine(PrintFlow& flow, const services::InfusionView& view) {
    const auto prepared = domain::preparedDose(view.record);
    if (!prepared || hidesFirstNumbers(view)) return;
    const auto& inputs = prepared->inputs;
    flow.space(mm(2.4));
    addParagraph(flow, {{toQt(view.protocol.drug), true},
                        {OrderText::tr(" — %1 — DOSE ").arg(perText(inputs.strength, u"mg", u"mL"))},
                        {amountText(prepared->dose, u"mg"), true},
                        {OrderText::tr(" in %1 — %2 — over %3 — intravenous infusion")
                             .arg(amountText(prepared->totalVolume, u"mL"), amountText(prepared->rate, u"mL per hour"),
                                  countedText(inputs.minutes, Counted::Minute))}});
}

} // namespace

void addGlance(PrintFlow& flow, const services::VisitSummary& summary) {
    const auto& view = summary.infusion;
    addFigures(flow, {givenFigure(view), timeFigure(view), painFigure(summary), eventFigure(view), drugFigure(view)});
    addDoseLine(flow, view);
}

void addOrderAndDose(PrintFlow& flow, const services::VisitSummary& summary) {
    const auto& view = summary.infusion;
    addBeside(flow,
              {{1,
                [&view](PrintFlow& part) {
                    addOrder(part, view);
                }},
               {1,
                [&view](PrintFlow& part) {
                    addDose(part, view);
                }}},
              mm(110));
}

} // namespace chairside::ui
