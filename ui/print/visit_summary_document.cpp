#include "ui/print/visit_summary_document.h"

#include <QCoreApplication>

#include "ui/format/date_text.h"
#include "ui/format/name_text.h"
#include "ui/format/to_qt.h"
#include "ui/patients/patient_banner_data.h"
#include "ui/print/visit_sections.h"
#include "ui/print/visit_words.h"

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype kShortHash = 12;

struct SummaryText {
    Q_DECLARE_TR_FUNCTIONS(VisitSummary)
};

QString infusionText(const services::InfusionView& view) {
    return SummaryText::tr("%1 of %2, %3")
        .arg(view.record.infusion.ordinal)
        .arg(view.infusionsPlanned)
        .arg(dateText(view.record.infusion.date));
}

QString signedText(const services::VisitSummary& summary) {
    const auto& signature = summary.infusion.record.signature;
    if (!signature) return {};
    return SummaryText::tr("%1, %2").arg(toQt(signature->printedName), dateTimeText(signature->at));
}

void setMark(PageWords& words, const services::VisitSummary& summary) {
    words.markIsFinal = summary.state == "signed" || summary.state == "amended";
    if (summary.state == "amended") {
        words.mark = SummaryText::tr("AMENDED");
        words.markDetail = SummaryText::tr("Signed by %1; addenda since").arg(signedText(summary));
    } else if (words.markIsFinal) {
        words.mark = SummaryText::tr("SIGNED");
        words.markDetail = SummaryText::tr("by %1").arg(signedText(summary));
    } else {
        words.mark = SummaryText::tr("DRAFT");
        words.markDetail = SummaryText::tr("not signed, may still change");
        words.watermark = SummaryText::tr("DRAFT");
    }
}

QStringList footerOf(const services::VisitSummary& summary, bool preview) {
    if (preview) {
        return {
            SummaryText::tr("PREVIEW, not issued. Document number and hashes are added when it is saved or printed."),
            SummaryText::tr("Shown %1 to %2").arg(VisitWords::zoned(summary.printedAt), toQt(summary.printedBy))};
    }
    return {SummaryText::tr("Document %1 · record %2 · audit %3")
                .arg(toQt(summary.document.text()), toQt(summary.contentHash).left(kShortHash),
                     toQt(summary.auditHead).left(kShortHash)),
            SummaryText::tr("Printed %1 by %2").arg(VisitWords::zoned(summary.printedAt), toQt(summary.printedBy))};
}

PageWords wordsOf(const services::VisitSummary& summary, const PrintOptions& options) {
    const auto& details = summary.infusion.patient.details;
    PageWords words;
    words.clinic = toQt(summary.clinicName);
    words.document = SummaryText::tr("Infusion visit summary");
    words.person = nameText(details.name);
    words.facts = {{SummaryText::tr("Born"), dateText(details.born)},
                   {SummaryText::tr("ID"), clinicIdText(toQt(details.clinicNumber))},
                   {SummaryText::tr("Infusion"), infusionText(summary.infusion)}};
    setMark(words, summary);
    if (options.demo) {
        words.demo = SummaryText::tr("DEMO — not real patients");
        words.watermark = SummaryText::tr("DEMO");
    }
    words.footer = footerOf(summary, options.preview);
    return words;
}

void fill(PrintFlow& flow, const services::VisitSummary& summary, bool issued) {
    addGlance(flow, summary);
    addOrderAndDose(flow, summary);
    addPreCheck(flow, summary);
    addAdministrationAndPain(flow, summary);
    addAfterScores(flow, summary);
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
