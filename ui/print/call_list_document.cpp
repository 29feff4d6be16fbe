#include "ui/print/call_list_document.h"

#include <QCoreApplication>

#include "ui/format/date_text.h"
#include "ui/format/name_text.h"
#include "ui/format/quantity_text.h"
#include "ui/format/to_qt.h"
#include "ui/patients/patient_banner_data.h"
#include "ui/print/document_words.h"
#include "ui/print/print_blocks.h"
#include "ui/print/print_table.h"
#include "ui/retreatment/retreatment_text.h"

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

struct CallListText {
    Q_DECLARE_TR_FUNCTIONS(CallList)
};

PageWords callListPage(const services::CallList& list, const PrintOptions& options) {
    PageWords words = DocumentWords::page(list.head, options, CallListText::tr("Re-treatment call list"));
    words.person = weekdayDateText(list.head.printedAt.localDate());
    words.facts = {{CallListText::tr("To call"), countText(static_cast<std::int64_t>(list.rows.size()))}};
    words.markIsFinal = true;
    words.mark = CallListText::tr("CONFIDENTIAL");
    words.markDetail = CallListText::tr("names several patients");
    return words;
}

// Stays on one line.
QString onOneLine(QString text) {
    return text.replace(u' ', QChar(QChar::Nbsp));
}

PrintRow callRow(const services::RetreatmentRow& row, base::CalendarDate today) {
    const auto& details = row.patient.details;
    const QString identity = onOneLine(dateText(details.born) + u' ' + clinicIdText(toQt(details.clinicNumber)));
    return {{nameText(details.name) + u' ' + identity,
             details.phone.empty() ? CallListText::tr("no number") : toQt(details.phone),
             CallListText::tr("%1. %2. %3", "course, last score, response")
                 .arg(courseText(row), lastScoreText(row, today), onOneLine(responseText(row))),
             dueText(row), QString()}};
}

void addCallGroup(PrintFlow& flow, const services::CallList& list, services::RetreatmentGroup group) {
    PrintTable table{groupText(group),
                     {{CallListText::tr("Patient, born, ID"), 2.2},
                      {CallListText::tr("Telephone"), 1.3},
                      {CallListText::tr("Course, last score, response"), 2.4},
                      {CallListText::tr("Due"), 1.7},
                      {CallListText::tr("Called on, by, result"), 2.2}},
                     {}};
    for (const auto& row : list.rows) {
        if (row.group == group) table.rows.push_back(callRow(row, list.head.printedAt.localDate()));
    }
    if (table.rows.empty()) return;
    addHeading(flow, CallListText::tr("%1 (%2)", "Overdue (3)").arg(groupText(group)).arg(table.rows.size()));
    addTable(flow, table);
}

void fillCallList(PrintFlow& flow, const services::CallList& list) {
    if (list.rows.empty()) addParagraph(flow, CallListText::tr("Nobody has to be called about a re-treatment now."));
    for (const auto group : kShownGroups)
        addCallGroup(flow, list, group);
    flow.space(mm(3));
    const QString rest =
        CallListText::tr("Patients with a course who need no call now (postponed, before their window, in a "
                         "course, or decided): %1.")
            .arg(list.others);
    addParagraph(flow, rest, {.role = PrintRole::Caption, .ink = printInks().secondary});
}

} // namespace

CallListDocument::CallListDocument(const services::CallList& list, const PrintOptions& options)
    : PrintDocument(callListPage(list, options), options.paper, CallListText::tr("Re-treatment call list"),
                    [&](PrintFlow& flow) { fillCallList(flow, list); }) {}

} // namespace chairside::ui
