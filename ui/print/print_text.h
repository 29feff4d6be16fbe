// Text on paper, laid out once for a width.
#pragma once

#include <QPointF>
#include <QString>
#include <memory>
#include <vector>

#include "ui/print/print_style.h"
#include "ui/print/printable.h"

class QPainter;
class QTextLayout;

namespace chairside::ui {

struct PrintSpan {
    QString text;
    bool strong = false;
};

struct PrintLook {
    PrintRole role = PrintRole::Body;
    Qt::Alignment align = Qt::AlignLeft;
    QColor ink = printInks().text;
    bool struck = false;
    LineBreaks breaks = LineBreaks::Flatten;
};

// Wraps at words and, where there is none, anywhere; never cuts. Copies share the layout.
class PrintText {
public:
    PrintText(const QString& text, qreal width, const PrintLook& look = {});
    PrintText(const std::vector<PrintSpan>& spans, qreal width, const PrintLook& look = {});

    [[nodiscard]] qreal height() const;
    // Of the widest line.
    [[nodiscard]] qreal usedWidth() const;
    [[nodiscard]] int lineCount() const;
    [[nodiscard]] qreal lineHeight(int line) const;

    void paint(QPainter& painter, QPointF topLeft) const;
    void paintLine(QPainter& painter, int line, QPointF topLeft) const;

private:
    [[nodiscard]] qreal raise(int line) const;

    std::shared_ptr<QTextLayout> m_layout;
    QColor m_ink;
};

} // namespace chairside::ui
