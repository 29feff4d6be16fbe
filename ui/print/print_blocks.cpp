#include "ui/print/print_blocks.h"

#include <QPainter>
#include <algorithm>

namespace chairside::ui {

namespace {

constexpr qreal kHeadingGap = mm(2.6);
constexpr qreal kPartGap = mm(7);
constexpr qreal kFactGap = mm(2.5);

PrintLook labelLook() {
    return {.role = PrintRole::Small, .ink = printInks().secondary};
}

// Figures stand in equal columns with a thin line between them.
struct FigureColumn {
    PrintText label, value, detail;

    [[nodiscard]] qreal height() const { return label.height() + value.height() + detail.height(); }
    void paint(QPainter& painter, QPointF at) const {
        label.paint(painter, at);
        value.paint(painter, at + QPointF(0, label.height()));
        detail.paint(painter, at + QPointF(0, label.height() + value.height()));
    }
};

} // namespace

void addHeading(PrintFlow& flow, const QString& title, const QString& aside, PrintRole role) {
    const PrintText text(title, flow.width(), {.role = role});
    const qreal taken = text.usedWidth() + kPartGap;
    const PrintText beside(aside, flow.width() - taken,
                           {.role = PrintRole::Caption, .align = Qt::AlignRight, .ink = printInks().secondary});
    const qreal height = std::max(text.height(), aside.isEmpty() ? 0 : beside.height());
    flow.addSpaced({.height = height + mm(0.9),
                    .paint =
                        [=, width = flow.width()](QPainter& painter, QPointF at) {
                            text.paint(painter, at + QPointF(0, height - text.height()));
                            painter.fillRect(QRectF(at + QPointF(0, height), QSizeF(width, 3)), printInks().text);
                            if (!aside.isEmpty())
                                beside.paint(painter, at + QPointF(taken, height - beside.height() - mm(0.4)));
                        },
                    .gapBefore = kHeadingGap,
                    .staysWithNext = true});
}

void addCaption(PrintFlow& flow, const QString& text) {
    const PrintText caption(text, flow.width(), {.role = PrintRole::SmallStrong});
    flow.addSpaced({.height = caption.height() + mm(1),
                    .paint = [caption](QPainter& painter, QPointF at) { caption.paint(painter, at); },
                    .staysWithNext = true});
}

void addParagraph(PrintFlow& flow, const std::vector<PrintSpan>& spans, const PrintLook& look) {
    const PrintText text(spans, flow.width(), look);
    const int count = text.lineCount();
    for (int line = 0; line < count; ++line) {
        PrintStrip strip{.height = text.lineHeight(line),
                         .paint = [text, line](QPainter& painter, QPointF at) { text.paintLine(painter, line, at); },
                         .staysWithNext = line + 1 < count && (line == 0 || line + 2 == count)};
        flow.addSpaced(std::move(strip));
    }
}

void addParagraph(PrintFlow& flow, const QString& text, const PrintLook& look) {
    addParagraph(flow, std::vector<PrintSpan>{{text, false}}, look);
}

void addFacts(PrintFlow& flow, const std::vector<PrintFact>& facts, qreal labelWidth) {
    for (const PrintFact& fact : facts) {
        const PrintText label(fact.label, labelWidth - kFactGap, labelLook());
        const PrintText value(fact.value, flow.width() - labelWidth,
                              {.role = fact.strong ? PrintRole::SmallStrong : PrintRole::Small});
        flow.addSpaced({.height = std::max(label.height(), value.height()) + mm(0.35),
                        .paint = [label, value, labelWidth](QPainter& painter, QPointF at) {
                            label.paint(painter, at);
                            value.paint(painter, at + QPointF(labelWidth, 0));
                        }});
    }
}

void addFigures(PrintFlow& flow, const std::vector<PrintFigure>& figures) {
    const qreal padding = mm(2);
    const qreal column = flow.width() / static_cast<qreal>(std::max<std::size_t>(1, figures.size()));
    const qreal inside = column - 2 * padding;
    std::vector<FigureColumn> columns;
    qreal height = 0;
    for (const PrintFigure& figure : figures) {
        columns.push_back({PrintText(figure.label, inside, {.role = PrintRole::Caption, .ink = printInks().secondary}),
                           PrintText(figure.value, inside, {.role = PrintRole::Figure}),
                           PrintText(figure.detail, inside, {.role = PrintRole::Caption})});
        height = std::max(height, columns.back().height());
    }
    height += 2 * padding;
    flow.addSpaced({.height = height, .paint = [columns, column, padding, height](QPainter& painter, QPointF at) {
                        const qreal width = column * static_cast<qreal>(columns.size());
                        painter.fillRect(QRectF(at, QSizeF(width, height)), printInks().tint);
                        for (std::size_t i = 0; i < columns.size(); ++i) {
                            const QPointF left = at + QPointF(column * static_cast<qreal>(i), 0);
                            if (i > 0) {
                                painter.fillRect(QRectF(left + QPointF(0, padding), QSizeF(2, height - 2 * padding)),
                                                 printInks().hairline);
                            }
                            columns[i].paint(painter, left + QPointF(padding, padding));
                        }
                    }});
}

void addPicture(PrintFlow& flow, qreal height, const std::function<void(QPainter&, const QRectF&)>& draw) {
    flow.addSpaced({.height = height, .paint = [draw, height, width = flow.width()](QPainter& painter, QPointF at) {
                        draw(painter, QRectF(at, QSizeF(width, height)));
                    }});
}

void addBeside(PrintFlow& flow, const std::vector<PrintPart>& parts, qreal maxHeight, PrintGap gap) {
    qreal shares = 0;
    for (const PrintPart& part : parts)
        shares += part.share;
    const qreal room = flow.width() - kPartGap * static_cast<qreal>(parts.size() - 1);
    std::vector<PrintFlow> columns;
    qreal height = 0;
    for (const PrintPart& part : parts) {
        part.fill(columns.emplace_back(room * part.share / shares));
        height = std::max(height, columns.back().height());
    }
    if (height > maxHeight) {
        for (const PrintPart& part : parts)
            part.fill(flow);
        return;
    }
    flow.addSpaced({.height = height,
                    .paint =
                        [columns](QPainter& painter, QPointF at) {
                            QPointF left = at;
                            for (const PrintFlow& column : columns) {
                                column.paint(painter, left);
                                left.rx() += column.width() + kPartGap;
                            }
                        },
                    .gapBefore = gap == PrintGap::Section ? kHeadingGap : mm(0.4)});
}

} // namespace chairside::ui
