// Tender points, adverse events and the controlled drug.
#include <algorithm>

#include "core/domain/dosing/drug_balance.h"
#include "core/domain/outcome/tender_points.h"
#include "ui/charts/chart_text.h"
#include "ui/format/date_text.h"
#include "ui/format/missing_text.h"
#include "ui/format/quantity_text.h"
#include "ui/format/tender_site_text.h"
#include "ui/format/to_qt.h"
#include "ui/infusion/emergency_words.h"
#include "ui/infusion/event_words.h"
#include "ui/infusion/infusion_words.h"
#include "ui/print/print_blocks.h"
#include "ui/print/print_table.h"
#include "ui/print/visit_sections.h"
#include "ui/print/visit_words.h"

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

using domain::TenderSite;

constexpr qreal kMostExam = mm(80);

struct FindingsText {
    Q_DECLARE_TR_FUNCTIONS(VisitFindings)
};

// The 18 points of one side, in the order they are examined.
std::vector<TenderSite> sitesOf(domain::Side side) {
    std::vector<TenderSite> sites;
    for (const TenderSite site : domain::tenderSites()) {
        if (!domain::isControl(site) && domain::sideOf(site) == side) sites.push_back(site);
    }
    return sites;
}

QString scoreOf(const domain::TenderPointExam& exam, TenderSite site) {
    const auto& score = exam.at(site).score;
    if (!score) return missingText(Missing::NotDone);
    if (exam.scale == domain::TenderScale::YesNo)
        return *score > 0 ? FindingsText::tr("painful") : FindingsText::tr("not painful");
    return QString::number(*score);
}

QString pressureOf(const std::optional<domain::Pressure>& pressure) {
    return pressure ? numberText(*pressure) : missingText(Missing::NotDone);
}

enum class TenderLine { Score, Threshold, Tolerance };

QString lineLabel(domain::Side side, TenderLine line) {
    const bool right = side == domain::Side::Right;
    switch (line) {
    case TenderLine::Score:
        return right ? FindingsText::tr("Right") : FindingsText::tr("Left");
    case TenderLine::Threshold:
        return right ? FindingsText::tr("Threshold, right") : FindingsText::tr("Threshold, left");
    case TenderLine::Tolerance:
        return right ? FindingsText::tr("Tolerance, right") : FindingsText::tr("Tolerance, left");
    }
    return {};
}

bool hasLine(const domain::TenderPointExam& exam, TenderLine line) {
    return line == TenderLine::Score || std::ranges::any_of(exam.sites, [line](const domain::TenderSiteFinding& site) {
               return line == TenderLine::Threshold ? site.threshold.has_value() : site.tolerance.has_value();
           });
}

void addExamRows(PrintTable& table, const domain::TenderPointExam& exam, bool struck) {
    for (const auto line : {TenderLine::Score, TenderLine::Threshold, TenderLine::Tolerance}) {
        if (!hasLine(exam, line)) continue;
        for (const auto side : {domain::Side::Right, domain::Side::Left}) {
            PrintRow row{{lineLabel(side, line)}};
            row.struck = struck;
            for (const TenderSite site : sitesOf(side)) {
                const auto& finding = exam.at(site);
                if (line == TenderLine::Score)
                    row.cells << scoreOf(exam, site);
                else
                    row.cells << pressureOf(line == TenderLine::Threshold ? finding.threshold : finding.tolerance);
            }
            table.rows.push_back(row);
        }
    }
}

QString criterionText(domain::TenderCriterion criterion) {
    switch (criterion) {
    case domain::TenderCriterion::Met:
        return FindingsText::tr("met");
    case domain::TenderCriterion::NotMet:
        return FindingsText::tr("not met");
    case domain::TenderCriterion::Indeterminate:
        return FindingsText::tr("not decided, sites are missing");
    }
    return {};
}

QString controlWord(TenderSite site) {
    switch (site) {
    case TenderSite::ControlForehead:
        return FindingsText::tr("forehead");
    case TenderSite::ControlForearmRight:
        return FindingsText::tr("right forearm");
    case TenderSite::ControlThumbnailLeft:
        return FindingsText::tr("left thumbnail");
    default:
        return siteText(site);
    }
}

QString controlsText(const domain::TenderPointExam& exam) {
    QStringList controls;
    for (const TenderSite site : domain::tenderSites()) {
        if (!domain::isControl(site)) continue;
        controls << FindingsText::tr("%1 %2", "forehead 1").arg(controlWord(site), scoreOf(exam, site));
    }
    return controls.join(u", "_s);
}

QString examSentence(const domain::TenderPointExam& exam, const domain::MonitoringRules& rules) {
    const auto summary = domain::summarize(exam, rules);
    const auto sites = static_cast<int>(domain::kTenderPointCount);
    QStringList parts{
        FindingsText::tr("%1 positive, %2 examined").arg(partText(summary.positive, sites)).arg(summary.examined)};
    const QString mean =
        summary.meanIntensity ? scoreNumber(*summary.meanIntensity) : missingText(Missing::Unavailable);
    if (exam.scale != domain::TenderScale::YesNo) {
        parts << FindingsText::tr("mean %1 (0–%2)").arg(mean).arg(domain::maxScore(exam.scale));
        parts << FindingsText::tr("positive from %1").arg(rules.tenderPositiveFrom);
    }
    parts << FindingsText::tr("criterion of 1990 (%1): %2")
                 .arg(partText(rules.tenderCriterion, sites), criterionText(summary.criterion));
    if (summary.meanThreshold)
        parts << FindingsText::tr("mean threshold %1").arg(amountText(*summary.meanThreshold, u"kgf per cm2"));
    return FindingsText::tr("%1. Controls: %2.").arg(parts.join(u"; "_s), controlsText(exam));
}

// Columns as wide as the longest word of their heading asks for.
qreal shareOf(const QString& heading) {
    qsizetype longest = 0;
    for (const QString& word : heading.split(u' '))
        longest = std::max(longest, word.size());
    return static_cast<qreal>(longest) + 3;
}

void addExam(PrintFlow& flow, const services::InfusionView& view, const domain::TenderPointEntry& entry) {
    addHeading(
        flow, FindingsText::tr("Tender points"),
        FindingsText::tr("Examined %1, written by %2.")
            .arg(VisitWords::moment(view, entry.head.observedAt), VisitWords::person(view, entry.head.recordedBy)));
    const auto& all = view.record.tenderPoints;
    const bool struck = domain::isCorrected(all, entry);
    const bool pressure = hasLine(entry.exam, TenderLine::Threshold) || hasLine(entry.exam, TenderLine::Tolerance);
    const qreal first = shareOf(FindingsText::tr("Tolerance,")) + (pressure ? 3 : 0); // "Threshold, right" in one line
    PrintTable table{FindingsText::tr("Tender points"), {{FindingsText::tr("Side"), first}}, {}};
    for (const TenderSite site : sitesOf(domain::Side::Right)) {
        const QString name = siteGroupText(site);
        table.columns.push_back({name, shareOf(name)});
    }
    addExamRows(table, entry.exam, struck);
    addTable(flow, table);
    const PrintLook look{.role = PrintRole::Small, .struck = struck};
    flow.space(mm(1));
    if (pressure) {
        addParagraph(flow, FindingsText::tr("Pressure pain threshold and tolerance in kgf per cm2."),
                     {.role = PrintRole::Caption});
    }
    addParagraph(flow, {{examSentence(entry.exam, view.protocol.rules.monitoring), !struck}}, look);
    for (const QString& note : VisitWords::replaced(view, all, entry))
        addParagraph(flow, note, {.role = PrintRole::Caption});
}

PrintRow eventRow(const services::InfusionView& view, const domain::AdverseEvent& event) {
    const QString ended = event.endedAt ? VisitWords::moment(view, *event.endedAt) : missingText(Missing::NotRecorded);
    PrintRow row{{VisitWords::moment(view, event.head.observedAt), eventTermText(event.term, event.words),
                  QString::number(event.grade), InfusionWords::action(event.action),
                  InfusionWords::outcome(event.outcome), ended, VisitWords::written(view, event.head)}};
    if (!event.words.empty() && event.term != "other") row.notes << toQt(event.words);
    auto judged = event;
    judged.endedAt.reset(); // has a column
    if (const auto parts = EventWords::judgement(judged); !parts.isEmpty()) row.notes << parts.join(u", "_s);
    row.struck = domain::isCorrected(view.record.events, event);
    row.notes << VisitWords::replaced(view, view.record.events, event);
    return row;
}

PrintRow rescueRow(const services::InfusionView& view, const domain::RescueDrug& drug) {
    PrintRow row{{VisitWords::moment(view, drug.head.observedAt), toQt(drug.drug), amountText(drug.dose, u"mg"),
                  EventWords::route(drug.route), VisitWords::person(view, drug.witness),
                  VisitWords::written(view, drug.head)}};
    row.struck = domain::isCorrected(view.record.rescueDrugs, drug);
    row.notes << VisitWords::replaced(view, view.record.rescueDrugs, drug);
    return row;
}

void addRescueDrugs(PrintFlow& flow, const services::InfusionView& view) {
    if (view.record.rescueDrugs.empty()) return;
    addHeading(flow, FindingsText::tr("Rescue drugs"));
    PrintTable table{FindingsText::tr("Rescue drugs"),
                     {{FindingsText::tr("Given"), 1},
                      {FindingsText::tr("Drug"), 2.6},
                      {FindingsText::tr("Dose"), 1.2},
                      {FindingsText::tr("Route"), 1.7},
                      {FindingsText::tr("Witness"), 2},
                      {FindingsText::tr("Given by, written"), 1.8}},
                     {}};
    for (const auto& drug : byTime(view.record.rescueDrugs))
        table.rows.push_back(rescueRow(view, drug));
    addTable(flow, table);
}

void addEmergency(PrintFlow& flow, const services::InfusionView& view) {
    if (view.record.emergency.empty()) return;
    addHeading(flow, FindingsText::tr("Emergency"));
    PrintTable table{FindingsText::tr("Emergency"),
                     {{FindingsText::tr("At"), 1},
                      {FindingsText::tr("Called"), 2.4},
                      {FindingsText::tr("Done"), 3},
                      {FindingsText::tr("How it stood"), 1.3},
                      {FindingsText::tr("Written by, at"), 1.8}},
                     {}};
    for (const auto& note : view.record.emergency)
        table.rows.push_back(
            PrintRow{{VisitWords::moment(view, note.head.observedAt), toQt(note.called), toQt(note.done),
                      EmergencyWords::standing(note.standing), VisitWords::written(view, note.head)}});
    addTable(flow, table);
}

// What was booked on one vial.
struct VialBook {
    domain::DrugBalance balance;
    domain::Dose difference;
    QString witness;
    QStringList reasons;
};

VialBook bookOf(const services::InfusionView& view, const domain::Vial& vial) {
    VialBook book;
    std::vector<domain::DrugMovement> movements;
    QStringList witnesses;
    for (const auto& movement : view.record.movements) {
        if (movement.vial != vial.id) continue;
        movements.push_back(movement);
        if (movement.witness) witnesses << VisitWords::person(view, *movement.witness);
        if (movement.kind != domain::MovementKind::Correction) continue;
        book.reasons << FindingsText::tr("Difference of %1 explained by %2: %3")
                            .arg(amountText(-movement.amount, u"mg"), VisitWords::person(view, movement.recordedBy),
                                 toQt(movement.reason));
    }
    witnesses.removeDuplicates();
    book.witness = witnesses.isEmpty() ? FindingsText::tr("nothing to witness") : witnesses.join(u"; "_s);
    book.balance = domain::balanceOf(movements);
    book.difference = domain::unaccounted(
        {book.balance.received, book.balance.given, book.balance.wastedVial, book.balance.wastedBag});
    return book;
}

PrintRow vialRow(const services::InfusionView& view, const domain::Vial& vial) {
    const VialBook book = bookOf(view, vial);
    const auto mg = [](domain::Dose dose) {
        return amountText(dose, u"mg");
    };
    PrintRow row{{FindingsText::tr("%1 %2, %3")
                      .arg(toQt(vial.drug), perText(vial.strength, u"mg", u"mL"), amountText(vial.volume, u"mL")),
                  toQt(vial.lot), dateText(vial.expires), mg(book.balance.received), mg(book.balance.given),
                  mg(book.balance.wastedVial), mg(book.balance.wastedBag), mg(book.difference), book.witness},
                 book.reasons};
    if (!book.balance.balanced())
        row.notes << FindingsText::tr("%1 not accounted for.").arg(mg(book.balance.unaccounted));
    return row;
}

QString bookingText(const services::InfusionView& view) {
    const auto& booked = view.record.movements.front();
    QStringList parts;
    if (const auto prepared = domain::preparedDose(view.record)) {
        parts << FindingsText::tr("Drawn into the bag: %1 (%2).")
                     .arg(amountText(prepared->drugVolume, u"mL"), amountText(prepared->dose, u"mg"));
    }
    parts << FindingsText::tr("Booked %1 by %2.")
                 .arg(VisitWords::moment(view, booked.at), VisitWords::person(view, booked.recordedBy));
    return parts.join(u' ');
}

} // namespace

void addTenderPoints(PrintFlow& flow, const services::VisitSummary& summary) {
    const auto& view = summary.infusion;
    for (const auto& entry : byTime(view.record.tenderPoints)) {
        // In one piece: both sides of the body are compared.
        addBeside(flow,
                  {{1,
                    [&](PrintFlow& part) {
                        addExam(part, view, entry);
                    }}},
                  kMostExam);
    }
}

void addEvents(PrintFlow& flow, const services::VisitSummary& summary) {
    const auto& view = summary.infusion;
    addHeading(flow, FindingsText::tr("Adverse events"));
    if (view.record.events.empty()) {
        addParagraph(flow, FindingsText::tr("No adverse event is recorded."), {.role = PrintRole::Small});
        addRescueDrugs(flow, view);
        return addEmergency(flow, view);
    }
    PrintTable table{FindingsText::tr("Adverse events"),
                     {{FindingsText::tr("Onset"), 1},
                      {FindingsText::tr("Event"), 2.6},
                      {FindingsText::tr("CTCAE v5 grade"), 1.4},
                      {FindingsText::tr("Action"), 1.7},
                      {FindingsText::tr("Outcome"), 2},
                      {FindingsText::tr("Ended"), 1.4},
                      {FindingsText::tr("Written by, at"), 1.6}},
                     {}};
    for (const auto& event : byTime(view.record.events))
        table.rows.push_back(eventRow(view, event));
    addTable(flow, table);
    addRescueDrugs(flow, view);
    addEmergency(flow, view);
}

void addDrug(PrintFlow& flow, const services::VisitSummary& summary) {
    const auto& view = summary.infusion;
    const bool booked = !view.record.movements.empty();
    addHeading(flow, FindingsText::tr("Controlled drug"), booked ? bookingText(view) : QString());
    if (!booked) {
        addParagraph(flow, FindingsText::tr("The drug is not accounted for yet."), {.role = PrintRole::Small});
        return;
    }
    PrintTable table{FindingsText::tr("Controlled drug"),
                     {{FindingsText::tr("Vial"), 3.5},
                      {FindingsText::tr("Lot"), 1.2},
                      {FindingsText::tr("Expires"), 1.5},
                      {FindingsText::tr("Received"), 1.1},
                      {FindingsText::tr("Given"), 1},
                      {FindingsText::tr("Wasted, vial"), 1.45},
                      {FindingsText::tr("Wasted, bag"), 1.45},
                      {FindingsText::tr("Difference"), 1.2},
                      {FindingsText::tr("Witness of waste"), 1.8}},
                     {}};
    for (const auto& vial : view.record.vials)
        table.rows.push_back(vialRow(view, vial));
    addTable(flow, table);
}

} // namespace chairside::ui
