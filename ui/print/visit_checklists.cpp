// What was asked before the start and before the patient left, what was answered, and the discharge.
#include "ui/format/to_qt.h"
#include "ui/infusion/check_words.h"
#include "ui/infusion/discharge_words.h"
#include "ui/print/print_blocks.h"
#include "ui/print/print_table.h"
#include "ui/print/visit_sections.h"
#include "ui/print/visit_words.h"

namespace chairside::ui {

namespace {

constexpr qsizetype kShortAnswer = 26; // characters that stand in half a line

struct ChecklistText {
    Q_DECLARE_TR_FUNCTIONS(VisitChecklists)

public:
    static PrintTable table(const QString& title);
    static PrintTable pairs(const QString& title);
    static QString writtenOnce(const QString& written);
    static QString aldrete(const services::InfusionView& view, const domain::AldreteScore& score);
};

PrintTable ChecklistText::table(const QString& title) {
    return {title, {{{}, 2}, {{}, 4}, {{}, 0.8}}, {}};
}

PrintTable ChecklistText::pairs(const QString& title) {
    return {title, {{{}, 3}, {{}, 2}, {{}, 3}, {{}, 2}}, {}};
}

QString ChecklistText::writtenOnce(const QString& written) {
    return tr("Written by, at: %1.").arg(written);
}

QString ChecklistText::aldrete(const services::InfusionView& view, const domain::AldreteScore& score) {
    return tr("%1: %2").arg(DischargeWords::aldrete(score, view.protocol.rules.discharge),
                            DischargeWords::aldreteItems(score));
}

// Replaced entries stay, struck through.
template <class Entry>
void addEntry(PrintTable& table, const services::InfusionView& view, const std::vector<Entry>& all, const Entry& entry,
              const QString& question, const QString& answer) {
    PrintRow row{{question, answer, VisitWords::written(view, entry.head)}};
    row.struck = domain::isCorrected(all, entry);
    row.notes = VisitWords::replaced(view, all, entry);
    table.rows.push_back(row);
}

void addAnswers(PrintTable& table, const services::InfusionView& view, const domain::ChecklistItem& item) {
    const auto& all = view.record.answers;
    bool found = false;
    for (const auto& answer : byTime(all)) {
        if (answer.list != item.list || answer.item != item.key) continue;
        found = true;
        addEntry(table, view, all, answer, toQt(item.text), CheckWords::answer(item, answer));
    }
    if (!found) table.rows.push_back({{toQt(item.text), ChecklistText::tr("not answered"), {}}});
}

// Short answers that one person wrote at one time stand two in a line, and who it was is said once, with the heading.
void addChecklist(PrintFlow& flow, const PrintTable& table) {
    constexpr int kWritten = 2;
    const auto isShort = [&table](const PrintRow& row) {
        return !row.struck && row.notes.isEmpty() && row.cells[1].size() <= kShortAnswer &&
               row.cells[kWritten] == table.rows.front().cells[kWritten];
    };
    std::vector<PrintRow> shortRows;
    PrintTable rest{table.name, table.columns, {}};
    for (const PrintRow& row : table.rows)
        (isShort(row) ? shortRows : rest.rows).push_back(row);
    if (shortRows.size() < 2) {
        addHeading(flow, table.name);
        return addTable(flow, table);
    }
    addHeading(flow, table.name, ChecklistText::writtenOnce(shortRows.front().cells[kWritten]));
    PrintTable pairs = ChecklistText::pairs(table.name);
    const std::size_t lines = (shortRows.size() + 1) / 2;
    for (std::size_t line = 0; line < lines; ++line) {
        QStringList cells{shortRows[line].cells[0], shortRows[line].cells[1]};
        if (line + lines < shortRows.size())
            cells << shortRows[line + lines].cells[0] << shortRows[line + lines].cells[1];
        pairs.rows.push_back({cells});
    }
    addTable(flow, pairs);
    if (!rest.rows.empty()) addTable(flow, rest);
}

} // namespace

void addPreCheck(PrintFlow& flow, const services::VisitSummary& summary) {
    const auto& view = summary.infusion;
    const auto items = domain::itemsOf(view.protocol.items, domain::ChecklistKind::PreCheck);
    const auto pressure = CheckWords::startPressureItem();
    const bool decided = domain::answerOf(view.record, pressure.list, pressure.key).has_value();
    if (items.empty() && !decided) return;
    PrintTable table = ChecklistText::table(ChecklistText::tr("Pre-check"));
    for (const auto& item : items)
        addAnswers(table, view, item);
    if (decided) addAnswers(table, view, pressure);
    addChecklist(flow, table);
}

void addDischarge(PrintFlow& flow, const services::VisitSummary& summary) {
    const auto& view = summary.infusion;
    const auto& record = view.record;
    if (record.discharges.empty() && !domain::awaitsDischarge(record, view.protocol.rules)) return;
    PrintTable table = ChecklistText::table(ChecklistText::tr("Discharge"));
    for (const auto& item : domain::itemsOf(view.protocol.items, domain::ChecklistKind::Discharge))
        addAnswers(table, view, item);
    for (const auto& score : byTime(record.aldrete)) {
        addEntry(table, view, record.aldrete, score, ChecklistText::tr("Modified Aldrete score"),
                 ChecklistText::aldrete(view, score));
    }
    if (const auto left = domain::dischargeOf(record); left && view.protocol.rules.discharge.vitalsRows > 0) {
        const auto line = DischargeWords::vitals(view, left->head.observedAt);
        table.rows.push_back({{line.label, line.value, {}}});
    }
    for (const auto& discharge : byTime(record.discharges)) {
        addEntry(table, view, record.discharges, discharge, ChecklistText::tr("Discharged"),
                 DischargeWords::discharge(view, discharge));
    }
    if (record.discharges.empty())
        table.rows.push_back({{ChecklistText::tr("Discharged"), ChecklistText::tr("not discharged yet"), {}}});
    addChecklist(flow, table);
}

} // namespace chairside::ui
