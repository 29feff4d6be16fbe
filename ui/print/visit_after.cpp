// Impression of change, relief and endurance after the infusion.
#include "ui/infusion/after_words.h"
#include "ui/print/print_blocks.h"
#include "ui/print/print_table.h"
#include "ui/print/visit_sections.h"
#include "ui/print/visit_words.h"

namespace chairside::ui {

namespace {

struct AfterText {
    Q_DECLARE_TR_FUNCTIONS(VisitAfter)
};

// A row for each part; what replaced the entry stands below the last one.
void addRows(PrintTable& table, const services::InfusionView& view, const domain::AfterAssessment& entry) {
    const bool struck = domain::isCorrected(view.record.after, entry);
    const auto add = [&](const QString& what, const QString& answer) {
        if (answer.isEmpty()) return;
        table.rows.push_back(
            {{what, answer, VisitWords::moment(view, entry.head.observedAt), VisitWords::written(view, entry.head)}});
        table.rows.back().struck = struck;
    };
    add(AfterText::tr("Impression of change"), AfterWords::impressionLine(entry));
    add(AfterText::tr("Relief"), AfterWords::reliefLine(entry));
    add(AfterText::tr("Endurance"), AfterWords::enduranceLine(entry));
    if (!table.rows.empty()) table.rows.back().notes = VisitWords::replaced(view, view.record.after, entry);
}

} // namespace

void addAfterScores(PrintFlow& flow, const services::VisitSummary& summary) {
    const auto& view = summary.infusion;
    if (view.record.after.empty()) return;
    addHeading(flow, AfterText::tr("Change and endurance after the infusion"));
    PrintTable table{AfterText::tr("Change and endurance"),
                     {{AfterText::tr("What"), 1.7},
                      {AfterText::tr("Answer"), 3.6},
                      {AfterText::tr("Time"), 0.8},
                      {AfterText::tr("Written by, at"), 1.2}},
                     {}};
    for (const auto& entry : byTime(view.record.after))
        addRows(table, view, entry);
    addTable(flow, table);
}

} // namespace chairside::ui
