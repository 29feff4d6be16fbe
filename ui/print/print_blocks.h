// The building blocks of a printed document besides tables.
#pragma once

#include <QRectF>
#include <QString>
#include <functional>
#include <vector>

#include "ui/print/print_flow.h"
#include "ui/print/print_text.h"

namespace chairside::ui {

// Stays with what follows it. aside: small, at the right end of the same line, such as who wrote what follows.
void addHeading(PrintFlow& flow, const QString& title, const QString& aside = {}, PrintRole role = PrintRole::Heading);

// The name of a picture; stays with it.
void addCaption(PrintFlow& flow, const QString& text);

// May run over pages, but never with a single line on one of them.
void addParagraph(PrintFlow& flow, const std::vector<PrintSpan>& spans, const PrintLook& look = {});
void addParagraph(PrintFlow& flow, const QString& text, const PrintLook& look = {});

struct PrintFact {
    QString label;
    QString value;
    bool strong = false;
};
// Labels in a column of their own, values beside them.
void addFacts(PrintFlow& flow, const std::vector<PrintFact>& facts, qreal labelWidth);

struct PrintFigure {
    QString label;
    QString value;
    QString detail;
};
// A band of the numbers that matter most.
void addFigures(PrintFlow& flow, const std::vector<PrintFigure>& figures);

// A drawing that stays in one piece.
void addPicture(PrintFlow& flow, qreal height, const std::function<void(QPainter&, const QRectF&)>& draw);

struct PrintPart {
    qreal share = 1; // of the width
    std::function<void(PrintFlow&)> fill;
};
enum class PrintGap { Section, UnderHeading };
// Parts beside each other in one piece; below each other over the whole width where one is higher than maxHeight.
void addBeside(PrintFlow& flow, const std::vector<PrintPart>& parts, qreal maxHeight, PrintGap gap = PrintGap::Section);

} // namespace chairside::ui
