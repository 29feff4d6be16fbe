// What was noted, who answers for the record, and what was added after the signature.
#include "ui/format/to_qt.h"
#include "ui/infusion/infusion_words.h"
#include "ui/print/print_blocks.h"
#include "ui/print/print_table.h"
#include "ui/print/visit_sections.h"
#include "ui/print/visit_words.h"

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

struct ClosingText {
    Q_DECLARE_TR_FUNCTIONS(VisitClosing)
};

PrintLook freeText(bool struck = false) {
    return {.role = PrintRole::Small, .struck = struck, .breaks = LineBreaks::Keep};
}

// "12:40, R. Khan, RN:" and the words below it.
template <class Entry>
void addText(PrintFlow& flow, const services::InfusionView& view, const std::vector<Entry>& all, const Entry& entry,
             const QString& when) {
    const bool struck = domain::isCorrected(all, entry);
    addParagraph(flow, {{ClosingText::tr("%1, %2").arg(when, VisitWords::person(view, entry.head.recordedBy)), true}},
                 {.role = PrintRole::Small});
    addParagraph(flow, toQt(entry.text), freeText(struck));
    for (const QString& note : VisitWords::replaced(view, all, entry))
        addParagraph(flow, note, {.role = PrintRole::Caption});
    flow.space(mm(1.2));
}

// The keys under which the store keeps what a signature means.
QString meaningText(const std::string& meaning) {
    if (meaning == "authorship") return ClosingText::tr("authorship: wrote this record and answers for it");
    if (meaning == "review") return ClosingText::tr("review");
    if (meaning == "order") return ClosingText::tr("order");
    if (meaning == "protocol") return ClosingText::tr("protocol");
    if (meaning == "protocol_second") return ClosingText::tr("protocol, second signature");
    if (meaning == "witness") return ClosingText::tr("witness");
    return toQt(meaning);
}

void addSignature(PrintFlow& flow, const domain::Signature& signature) {
    PrintTable table{ClosingText::tr("Signatures"),
                     {{ClosingText::tr("Printed name"), 1.6},
                      {ClosingText::tr("Signed in the role of"), 1.2},
                      {ClosingText::tr("Date and time"), 1.7},
                      {ClosingText::tr("Meaning"), 2.6}},
                     {}};
    table.rows.push_back({{toQt(signature.printedName), toQt(signature.role), VisitWords::zoned(signature.at, true),
                           meaningText(signature.meaning)},
                          {ClosingText::tr("Hash of what was signed: %1").arg(toQt(signature.contentHash))}});
    addTable(flow, table);
}

void addOpenPoints(PrintFlow& flow, const services::InfusionView& view) {
    addParagraph(flow, {{ClosingText::tr("Not signed. This is a draft and may still change."), true}},
                 {.role = PrintRole::Body});
    QStringList gaps;
    for (const auto gap : view.gaps)
        gaps << InfusionWords::gap(gap);
    if (gaps.isEmpty()) return;
    addParagraph(flow, ClosingText::tr("Still open: %1").arg(gaps.join(u' ')), {.role = PrintRole::Small});
}

std::vector<PrintFact> identity(const services::VisitSummary& summary, bool issued) {
    if (!issued || !summary.head.document) {
        const QString later = ClosingText::tr("given when the document is issued");
        return {{ClosingText::tr("Document"), later}};
    }
    return {{ClosingText::tr("Document"), toQt(summary.head.document->text())},
            {ClosingText::tr("Hash of the record"), toQt(summary.head.contentHash)},
            {ClosingText::tr("Head of the audit chain"), toQt(summary.head.auditHead)}};
}

} // namespace

void addNotes(PrintFlow& flow, const services::VisitSummary& summary) {
    const auto& view = summary.infusion;
    if (view.record.notes.empty()) return;
    addHeading(flow, ClosingText::tr("Notes"));
    for (const auto& note : byTime(view.record.notes)) {
        addText(flow, view, view.record.notes, note, VisitWords::moment(view, note.head.observedAt));
    }
}

void addAddenda(PrintFlow& flow, const services::VisitSummary& summary) {
    const auto& view = summary.infusion;
    if (view.record.addenda.empty()) return;
    addHeading(flow, ClosingText::tr("Addenda after the signature"));
    for (const auto& addendum : byTime(view.record.addenda)) {
        addText(flow, view, view.record.addenda, addendum, VisitWords::zoned(addendum.head.recordedAt));
    }
}

void addSignatures(PrintFlow& flow, const services::VisitSummary& summary, bool issued) {
    const auto& view = summary.infusion;
    addHeading(flow, ClosingText::tr("Signatures"));
    if (view.record.signature)
        addSignature(flow, *view.record.signature);
    else
        addOpenPoints(flow, view);
    const PrintLook look{.role = PrintRole::Caption, .ink = printInks().secondary};
    flow.space(mm(1.2));
    const QString clock = ClosingText::tr("All times are local times of the 24-hour clock, %1 when this was printed.");
    QStringList lines{clock.arg(VisitWords::zoned(summary.head.printedAt).section(u' ', -1))};
    for (const auto& fact : identity(summary, issued))
        lines << ClosingText::tr("%1: %2").arg(fact.label, fact.value);
    addParagraph(flow, lines.join(u"  "_s), look);
}

} // namespace chairside::ui
