#include "ui/print/print_text.h"

#include <QList>
#include <QPainter>
#include <QRegularExpression>
#include <QTextCharFormat>
#include <QTextLayout>
#include <QTextOption>
#include <algorithm>

namespace chairside::ui {

namespace {

// Of the height that the font asks for: 1.22 of the type size in Open Sans.
constexpr qreal kLeading = 0.9;

struct Run {
    int from = 0, to = 0;
};

// Hyphens invite a line break, but a date is read as one word.
QList<Run> datesIn(const QString& text) {
    static const QRegularExpression date(QStringLiteral("\\d\\d-[A-Z][a-z][a-z]-\\d{4}"));
    QList<Run> dates;
    for (auto found = date.globalMatch(text); found.hasNext();) {
        const auto match = found.next();
        dates << Run{static_cast<int>(match.capturedStart()), static_cast<int>(match.capturedEnd())};
    }
    return dates;
}

// Ends the line before a date that it would cut, unless the date alone is wider.
void keepWhole(const QList<Run>& runs, QTextLine& line, qreal width) {
    const int end = line.textStart() + line.textLength();
    for (const Run& run : runs) {
        if (run.from > line.textStart() && run.from < end && end < run.to) {
            line.setNumColumns(run.from - line.textStart(), width);
        }
    }
}

std::shared_ptr<QTextLayout> layOut(const std::vector<PrintSpan>& spans, qreal width, const PrintLook& look) {
    QString text;
    QList<QTextLayout::FormatRange> formats;
    for (const PrintSpan& span : spans) {
        const QString safe = printable(span.text, look.breaks);
        QTextLayout::FormatRange range{static_cast<int>(text.size()), static_cast<int>(safe.size()), {}};
        if (span.strong) range.format.setFontWeight(QFont::DemiBold);
        if (look.struck) range.format.setFontStrikeOut(true);
        if (span.strong || look.struck) formats << range;
        text += safe;
    }
    auto layout = std::make_shared<QTextLayout>(text, printFont(look.role));
    QTextOption option(look.align);
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setTextDirection(Qt::LeftToRight);
    option.setUseDesignMetrics(true);
    layout->setTextOption(option);
    layout->setFormats(formats);
    const QList<Run> dates = datesIn(text);
    qreal y = 0;
    layout->beginLayout();
    for (QTextLine line = layout->createLine(); line.isValid(); line = layout->createLine()) {
        line.setLineWidth(width);
        keepWhole(dates, line, width);
        line.setPosition({0, y});
        y += line.height() * kLeading;
    }
    layout->endLayout();
    return layout;
}

} // namespace

PrintText::PrintText(const QString& text, qreal width, const PrintLook& look)
    : PrintText(std::vector<PrintSpan>{{text, false}}, width, look) {}

PrintText::PrintText(const std::vector<PrintSpan>& spans, qreal width, const PrintLook& look)
    : m_layout(layOut(spans, width, look)), m_ink(look.ink) {}

qreal PrintText::height() const {
    const int last = lineCount() - 1;
    return m_layout->lineAt(last).y() + lineHeight(last);
}

qreal PrintText::usedWidth() const {
    qreal widest = 0;
    for (int line = 0; line < lineCount(); ++line)
        widest = std::max(widest, m_layout->lineAt(line).naturalTextWidth());
    return widest;
}

int PrintText::lineCount() const {
    return m_layout->lineCount();
}

qreal PrintText::lineHeight(int line) const {
    return m_layout->lineAt(line).height() * kLeading;
}

// What is taken from the font's own height goes half above the letters and half below.
qreal PrintText::raise(int line) const {
    return m_layout->lineAt(line).height() * (1 - kLeading) / 2;
}

void PrintText::paint(QPainter& painter, QPointF topLeft) const {
    painter.setPen(m_ink);
    m_layout->draw(&painter, topLeft - QPointF(0, raise(0)));
}

void PrintText::paintLine(QPainter& painter, int line, QPointF topLeft) const {
    const QTextLine one = m_layout->lineAt(line);
    painter.setPen(m_ink);
    one.draw(&painter, topLeft - QPointF(0, one.y() + raise(line)));
}

} // namespace chairside::ui
