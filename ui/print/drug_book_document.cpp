#include "ui/print/drug_book_document.h"

#include <QCoreApplication>
#include <algorithm>

#include "ui/format/quantity_text.h"
#include "ui/format/to_qt.h"
#include "ui/infusion/drug_book_words.h"
#include "ui/infusion/infusion_words.h"
#include "ui/print/document_words.h"
#include "ui/print/print_table.h"
#include "ui/print/visit_words.h"

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype kShortChainHead = 12;

struct BookText {
    Q_DECLARE_TR_FUNCTIONS(DrugBookDocument)
};

QStringList bookFooter(const services::DrugBook& book, bool preview) {
    const QString when = VisitWords::zoned(book.asOf);
    if (preview) {
        return {BookText::tr("PREVIEW, not issued. It is written into the audit when it is saved or printed."),
                BookText::tr("Shown %1 to %2").arg(when, toQt(book.readBy))};
    }
    return {BookText::tr("State of the book: audit %1").arg(toQt(book.auditHead).left(kShortChainHead)),
            BookText::tr("Printed %1 by %2").arg(when, toQt(book.readBy))};
}

PageWords bookWords(const services::DrugBook& book, const PrintOptions& options) {
    const auto different = std::ranges::count_if(book.vials, &services::DrugBookVial::hasDifference);
    PageWords words;
    DocumentWords::setClinic(words, book.clinic);
    words.document = BookText::tr("Controlled-drug book");
    words.person = DrugBookWords::period(book.query);
    words.facts = {{BookText::tr("Vials"), countText(static_cast<std::int64_t>(book.vials.size()))}};
    words.markIsFinal = different == 0;
    words.mark = different == 0 ? BookText::tr("BALANCED") : BookText::tr("DIFFERENCE");
    words.markDetail = DrugBookWords::summary(book);
    words.footer = bookFooter(book, options.preview);
    return words;
}

// Birth date and number stay on one line.
QString patientCell(const services::DrugBookLine& line) {
    const QString separator = u"\n"_s;
    const QString whole = DrugBookWords::patient(line, separator);
    return whole.section(separator, 0, 0) + u' ' + whole.section(separator, 1).replace(u' ', QChar(QChar::Nbsp));
}

PrintRow bookRow(const services::DrugBook& book, const services::DrugBookLine& line) {
    const auto& movement = line.movement;
    PrintRow row{{DrugBookWords::moment(book, movement.at), patientCell(line), DrugBookWords::movement(line),
                  DrugBookWords::amount(line), DrugBookWords::volume(line), numberText(line.balance),
                  InfusionWords::person(book.people, movement.recordedBy), DrugBookWords::witness(book, line)}};
    if (!movement.reason.empty()) row.notes << BookText::tr("Reason: %1").arg(toQt(movement.reason));
    row.strong = movement.kind == domain::MovementKind::Correction;
    return row;
}

void addVial(PrintFlow& flow, const services::DrugBook& book, const services::DrugBookVial& vial) {
    addHeading(flow, DrugBookWords::vial(vial.vial));
    addCaption(flow, BookText::tr("This vial: %1.").arg(DrugBookWords::closing(vial)));
    PrintTable table{BookText::tr("Lot %1").arg(toQt(vial.vial.lot)),
                     {{BookText::tr("Time"), book.query.day ? 0.9 : 1.4},
                      {BookText::tr("Patient, born, ID"), 2.8},
                      {BookText::tr("Movement"), 1.4},
                      {BookText::tr("mg"), 0.8, Qt::AlignRight},
                      {BookText::tr("mL"), 0.8, Qt::AlignRight},
                      {BookText::tr("Balance mg"), 0.9, Qt::AlignRight},
                      {BookText::tr("By"), 1.3},
                      {BookText::tr("Witness"), 1.3}},
                     {}};
    for (const auto& line : vial.lines)
        table.rows.push_back(bookRow(book, line));
    addTable(flow, table);
    flow.space(mm(3));
}

void fillBook(PrintFlow& flow, const services::DrugBook& book) {
    if (book.vials.empty()) addParagraph(flow, DrugBookWords::nothing(book.query));
    for (const auto& vial : book.vials)
        addVial(flow, book, vial);
    const QString sentence = BookText::tr(
        "Amounts with + add to what should be in the vial or bag, amounts with - take from it. The balance "
        "is what should be left after the line. A line is never changed: a correction is a new line. All "
        "times are local times of the 24-hour clock.");
    addParagraph(flow, sentence, {.role = PrintRole::Caption, .ink = printInks().secondary});
}

} // namespace

DrugBookDocument::DrugBookDocument(const services::DrugBook& book, const PrintOptions& options)
    : PrintDocument(bookWords(book, options), options.paper,
                    BookText::tr("Controlled-drug book, %1").arg(DrugBookWords::period(book.query)),
                    [&](PrintFlow& flow) { fillBook(flow, book); }) {}

} // namespace chairside::ui
