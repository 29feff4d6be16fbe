// What the pump did, and beside it the pain before, during and after and what else was asked afterwards.
#include "ui/format/date_text.h"
#include "ui/format/missing_text.h"
#include "ui/format/quantity_text.h"
#include "ui/format/to_qt.h"
#include "ui/infusion/infusion_words.h"
#include "ui/print/print_blocks.h"
#include "ui/print/print_table.h"
#include "ui/print/visit_sections.h"
#include "ui/print/visit_words.h"

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype kShortReason = 60; // longer ones get lines of their own

struct GivenText {
    Q_DECLARE_TR_FUNCTIONS(VisitAdministration)
};

PrintRow stepRow(const services::InfusionView& view, const domain::InfusionStep& step) {
    PrintRow row{{VisitWords::moment(view, step.head.observedAt), InfusionWords::step(step.kind),
                  step.rate ? amountText(*step.rate, u"mL per hour") : QString(),
                  VisitWords::written(view, step.head)}};
    const QString reason = toQt(step.reason);
    if (!step.rate && reason.size() < kShortReason)
        row.cells[2] = reason;
    else if (!reason.isEmpty())
        row.notes << GivenText::tr("Reason: %1").arg(reason);
    row.struck = domain::isCorrected(view.record.steps, step);
    row.notes << VisitWords::replaced(view, view.record.steps, step);
    return row;
}

void addTotals(PrintFlow& flow, const services::InfusionView& view) {
    const auto& delivery = view.delivery;
    const auto whole = [](std::chrono::milliseconds span) {
        return durationText(std::chrono::duration_cast<std::chrono::minutes>(span));
    };
    flow.space(mm(1.6));
    std::vector<PrintFact> facts{
        {GivenText::tr("Given"),
         GivenText::tr("%1 in %2").arg(amountText(delivery.dose, u"mg"), amountText(delivery.volume, u"mL")), true},
        {GivenText::tr("Left in the bag"),
         GivenText::tr("%1 in %2").arg(amountText(delivery.bagDose, u"mg"), amountText(delivery.bagVolume, u"mL"))},
        {GivenText::tr("Running time"), GivenText::tr("%1 without pauses, %2 from start to stop")
                                            .arg(whole(delivery.runningTime), whole(delivery.elapsed))}};
    if (!delivery.stoppedAt) {
        facts.back().value = GivenText::tr("%1 without pauses; not stopped at %2")
                                 .arg(whole(delivery.runningTime), VisitWords::moment(view, view.asOf));
    }
    addFacts(flow, facts, mm(25));
}

void addAdministration(PrintFlow& flow, const services::InfusionView& view) {
    addHeading(flow, GivenText::tr("Administration"));
    if (view.record.steps.empty()) {
        addParagraph(flow, GivenText::tr("The infusion has not been started."), {.role = PrintRole::Small});
        return;
    }
    PrintTable table{GivenText::tr("Administration"),
                     {{GivenText::tr("Time"), 1.1},
                      {GivenText::tr("Step"), 1.7},
                      {GivenText::tr("Rate or reason"), 2.2},
                      {GivenText::tr("Written by, at"), 1.5}},
                     {}};
    for (const auto& step : byTime(view.record.steps))
        table.rows.push_back(stepRow(view, step));
    addTable(flow, table);
    addTotals(flow, view);
}

QString momentWord(domain::PainMoment moment) {
    switch (moment) {
    case domain::PainMoment::Before:
        return GivenText::tr("Before");
    case domain::PainMoment::During:
        return GivenText::tr("During");
    case domain::PainMoment::After:
        return GivenText::tr("After");
    }
    return {};
}

QString frameWord(domain::RecallFrame frame) {
    switch (frame) {
    case domain::RecallFrame::Now:
        return GivenText::tr("now");
    case domain::RecallFrame::Average24h:
        return GivenText::tr("average of 24 hours");
    case domain::RecallFrame::Worst24h:
        return GivenText::tr("worst of 24 hours");
    case domain::RecallFrame::Average7d:
        return GivenText::tr("average of 7 days");
    }
    return {};
}

PrintRow painRow(const services::InfusionView& view, const domain::PainScore& score) {
    const QString value =
        score.value ? QString::number(*score.value) : missingText(score.missing.value_or(Missing::NotRecorded));
    PrintRow row{{momentWord(score.moment), value, frameWord(score.frame),
                  VisitWords::moment(view, score.head.observedAt), VisitWords::written(view, score.head)}};
    row.struck = domain::isCorrected(view.record.pain, score);
    row.notes = VisitWords::replaced(view, view.record.pain, score);
    return row;
}

// Scores asked in a row of the vitals grid stand there one by one; here is their range.
std::optional<PrintRow> duringRow(const services::InfusionView& view) {
    std::vector<domain::PainScore> scores;
    for (const auto& score : byTime(domain::standing(view.record.pain))) {
        if (score.row && score.value) scores.push_back(score);
    }
    if (scores.empty()) return std::nullopt;
    const auto [lowest, highest] = std::ranges::minmax(scores, {}, [](const auto& score) { return *score.value; });
    const QString value = lowest.value == highest.value
                              ? QString::number(*lowest.value)
                              : GivenText::tr("%1 to %2").arg(*lowest.value).arg(*highest.value);
    const QString from = VisitWords::moment(view, scores.front().head.observedAt);
    const QString to = VisitWords::moment(view, scores.back().head.observedAt);
    return PrintRow{{momentWord(domain::PainMoment::During), value, frameWord(domain::RecallFrame::Now),
                     scores.size() == 1 ? from : GivenText::tr("%1 to %2").arg(from, to),
                     GivenText::tr("see vital signs")}};
}

void addMissing(PrintTable& table, const services::InfusionView& view, domain::PainMoment moment) {
    for (const auto& score : view.record.pain) {
        if (score.moment == moment) return;
    }
    table.rows.push_back({{momentWord(moment), missingText(Missing::NotRecorded), {}, {}, {}}});
}

void addPain(PrintFlow& flow, const services::InfusionView& view) {
    addHeading(flow, GivenText::tr("Pain, 0 none to 10 worst"));
    PrintTable table{GivenText::tr("Pain"),
                     {{GivenText::tr("When"), 0.95},
                      {GivenText::tr("Pain"), 1.4},
                      {GivenText::tr("Asked for"), 1.9},
                      {GivenText::tr("Time"), 1.1},
                      {GivenText::tr("Written by, at"), 1.45}},
                     {}};
    for (const auto moment : {domain::PainMoment::Before, domain::PainMoment::During, domain::PainMoment::After}) {
        for (const auto& score : byTime(view.record.pain)) {
            if (score.moment == moment && !score.row) table.rows.push_back(painRow(view, score));
        }
        if (moment != domain::PainMoment::During)
            addMissing(table, view, moment);
        else if (const auto row = duringRow(view))
            table.rows.push_back(*row);
    }
    addTable(flow, table);
}

} // namespace

void addAdministrationAndScores(PrintFlow& flow, const services::VisitSummary& summary) {
    const auto& view = summary.infusion;
    addBeside(flow,
              {{1,
                [&view](PrintFlow& part) {
                    addAdministration(part, view);
                }},
               {1,
                [&](PrintFlow& part) {
                    addPain(part, view);
                    addAfterScores(part, summary);
                }}},
              mm(90));
}

} // namespace chairside::ui
