// What was asked before the start, and what was answered.
#include "ui/format/to_qt.h"
#include "ui/infusion/check_words.h"
#include "ui/print/print_blocks.h"
#include "ui/print/print_table.h"
#include "ui/print/visit_sections.h"
#include "ui/print/visit_words.h"

namespace chairside::ui {

namespace {

struct PreCheckText {
    Q_DECLARE_TR_FUNCTIONS(VisitPreCheck)
};

void addAnswers(PrintTable& table, const services::InfusionView& view, const domain::ChecklistItem& item) {
    const auto& all = view.record.answers;
    bool found = false;
    for (const auto& answer : byTime(all)) {
        if (answer.list != item.list || answer.item != item.key) continue;
        found = true;
        PrintRow row{{toQt(item.text), CheckWords::answer(item, answer), VisitWords::written(view, answer.head)}};
        row.struck = domain::isCorrected(all, answer);
        row.notes = VisitWords::replaced(view, all, answer);
        table.rows.push_back(row);
    }
    if (!found) table.rows.push_back({{toQt(item.text), PreCheckText::tr("not answered"), {}}});
}

} // namespace

void addPreCheck(PrintFlow& flow, const services::VisitSummary& summary) {
    const auto& view = summary.infusion;
    const auto items = domain::itemsOf(view.protocol.items, domain::ChecklistKind::PreCheck);
    const auto pressure = CheckWords::startPressureItem(view);
    const bool decided = domain::answerOf(view.record, pressure.list, pressure.key).has_value();
    if (items.empty() && !decided) return;
    addHeading(flow, PreCheckText::tr("Pre-check"));
    PrintTable table{
        PreCheckText::tr("Pre-check"),
        {{PreCheckText::tr("Question"), 2}, {PreCheckText::tr("Answer"), 3}, {PreCheckText::tr("Written by, at"), 1}},
        {}};
    for (const auto& item : items)
        addAnswers(table, view, item);
    if (decided) addAnswers(table, view, pressure);
    addTable(flow, table);
}

} // namespace chairside::ui
