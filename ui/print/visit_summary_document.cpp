#include "ui/print/visit_summary_document.h"

#include <QCoreApplication>

#include "ui/format/date_text.h"
#include "ui/print/document_words.h"
#include "ui/print/visit_sections.h"

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

struct SummaryText {
    Q_DECLARE_TR_FUNCTIONS(VisitSummary)
};

QString infusionText(const services::InfusionView& view) {
    return SummaryText::tr("%1 of %2, %3")
        .arg(view.record.infusion.ordinal)
        .arg(view.infusionsPlanned)
        .arg(dateText(view.record.infusion.date));
}

PageWords wordsOf(const services::VisitSummary& summary, const PrintOptions& options) {
    PageWords words = DocumentWords::page(summary.head, options, SummaryText::tr("Infusion visit summary"));
    DocumentWords::addPerson(words, summary.infusion.patient.details);
    words.facts.push_back({SummaryText::tr("Infusion"), infusionText(summary.infusion)});
    DocumentWords::markVisit(words, summary);
    return words;
}

void fill(PrintFlow& flow, const services::VisitSummary& summary, bool issued) {
    addGlance(flow, summary);
    addOrderAndDose(flow, summary);
    addPreCheck(flow, summary);
    addAdministrationAndScores(flow, summary);
    addEvents(flow, summary);
    addDrug(flow, summary);
    addDischarge(flow, summary);
    addVitals(flow, summary);
    addTenderPoints(flow, summary);
    addCourse(flow, summary);
    addNotes(flow, summary);
    addAddenda(flow, summary);
    addSignatures(flow, summary, issued);
}

} // namespace

VisitSummaryDocument::VisitSummaryDocument(const services::VisitSummary& summary, const PrintOptions& options)
    : PrintDocument(wordsOf(summary, options), options.paper,
                    SummaryText::tr("Infusion visit summary, %1").arg(infusionText(summary.infusion)),
                    [&](PrintFlow& flow) { fill(flow, summary, !options.preview); }) {}

} // namespace chairside::ui
