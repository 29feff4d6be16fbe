#include "ui/print/visit_summary_pdf.h"

#include "ui/format/to_qt.h"
#include "ui/print/printable.h"

namespace chairside::ui {

namespace {

class TypedText {
public:
    void add(const std::string& text) {
        m_text += toQt(text);
        m_text += u' ';
    }
    template <class Entry>
    void addReasons(const std::vector<Entry>& entries) {
        for (const auto& entry : entries)
            add(entry.head.correctionReason);
    }
    [[nodiscard]] const QString& text() const { return m_text; }

private:
    QString m_text;
};

void addPatient(TypedText& typed, const domain::PatientDetails& details) {
    for (const std::string* text :
         {&details.name.family, &details.name.given, &details.name.title, &details.clinicNumber, &details.allergies}) {
        typed.add(*text);
    }
}

void addRecord(TypedText& typed, const domain::InfusionRecord& record) {
    typed.addReasons(record.doseChecks);
    typed.addReasons(record.vitals);
    typed.addReasons(record.pain);
    typed.addReasons(record.tenderPoints);
    typed.addReasons(record.events);
    typed.addReasons(record.after);
    for (const auto& entry : record.after) {
        if (entry.endurance) typed.add(entry.endurance->words);
    }
    for (const auto& step : record.steps)
        typed.add(step.reason);
    for (const auto& row : record.vitals)
        typed.add(row.note);
    for (const auto& event : record.events)
        typed.add(event.words);
    for (const auto& note : record.notes)
        typed.add(note.text);
    for (const auto& addendum : record.addenda)
        typed.add(addendum.text);
    for (const auto& vial : record.vials)
        typed.add(vial.lot);
    for (const auto& movement : record.movements)
        typed.add(movement.reason);
    if (record.signature) typed.add(record.signature->printedName);
}

} // namespace

QByteArray renderVisitSummary(const services::VisitSummary& summary, PaperSize paper) {
    return renderVisitSummary(summary, PrintOptions{.paper = paper});
}

QByteArray renderVisitSummary(const services::VisitSummary& summary, const PrintOptions& options) {
    return VisitSummaryDocument(summary, options).toPdf();
}

QStringList missingGlyphs(const services::VisitSummary& summary) {
    TypedText typed;
    const auto& view = summary.infusion;
    typed.add(summary.clinicName);
    typed.add(summary.printedBy);
    addPatient(typed, view.patient.details);
    typed.add(view.protocol.name);
    typed.add(view.course.goal);
    typed.add(view.order.reason);
    for (const auto& person : view.people)
        typed.add(person.printedName);
    for (const auto& point : summary.review.points)
        typed.add(point.planned.reason);
    addRecord(typed, view.record);
    return missingGlyphs(typed.text());
}

} // namespace chairside::ui
