#include "ui/print/print_text.h"

#include <QPainter>
#include <QTextCharFormat>
#include <QTextLayout>
#include <QTextOption>
#include <algorithm>

namespace chairside::ui {

namespace {

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
    qreal y = 0;
    layout->beginLayout();
    for (QTextLine line = layout->createLine(); line.isValid(); line = layout->createLine()) {
        line.setLineWidth(width);
        line.setPosition({0, y});
        y += line.height();
    }
    layout->endLayout();
    return layout;
}

}  // namespace

PrintText::PrintText(const QString& text, qreal width, const PrintLook& look)
    : PrintText(std::vector<PrintSpan>{{text, false}}, width, look) {}

PrintText::PrintText(const std::vector<PrintSpan>& spans, qreal width, const PrintLook& look)
    : m_layout(layOut(spans, width, look)), m_ink(look.ink) {}

qreal PrintText::height() const {
    const QTextLine last = m_layout->lineAt(lineCount() - 1);
    return last.y() + last.height();
}

qreal PrintText::usedWidth() const {
    qreal widest = 0;
    for (int line = 0; line < lineCount(); ++line) widest = std::max(widest, m_layout->lineAt(line).naturalTextWidth());
    return widest;
}

int PrintText::lineCount() const { return m_layout->lineCount(); }

qreal PrintText::lineHeight(int line) const { return m_layout->lineAt(line).height(); }

void PrintText::paint(QPainter& painter, QPointF topLeft) const {
    painter.setPen(m_ink);
    m_layout->draw(&painter, topLeft);
}

void PrintText::paintLine(QPainter& painter, int line, QPointF topLeft) const {
    const QTextLine one = m_layout->lineAt(line);
    painter.setPen(m_ink);
    one.draw(&painter, topLeft - QPointF(0, one.y()));
}

}  // namespace chairside::ui
