#include "ui/print/print_table.h"

#include <QCoreApplication>
#include <QPainter>
#include <algorithm>

#include "ui/print/print_text.h"

namespace chairside::ui {

namespace {

constexpr qreal kPadding = mm(0.32);
constexpr qreal kColumnGap = mm(1.6);
constexpr qreal kHairline = 1.5;
constexpr qreal kNoteIndent = mm(3);

struct TableWords {
    Q_DECLARE_TR_FUNCTIONS(PrintTable)
};

void drawLine(QPainter& painter, QPointF from, qreal width, const QColor& colour, qreal thickness) {
    painter.fillRect(QRectF(from, QSizeF(width, thickness)), colour);
}

// Cells of one line of the table, laid out and placed.
class Cells {
public:
    Cells(const PrintTable& table, const QStringList& texts, qreal width, const PrintLook& look) {
        qreal shares = 0;
        for (const auto& column : table.columns)
            shares += column.share;
        qreal left = 0;
        for (std::size_t i = 0; i < table.columns.size(); ++i) {
            const auto& column = table.columns[i];
            const qreal wide = width * column.share / shares;
            PrintLook own = look;
            own.align = column.align;
            m_texts.emplace_back(texts.value(static_cast<qsizetype>(i)), wide - kColumnGap, own);
            m_lefts.push_back(left);
            m_height = std::max(m_height, m_texts.back().height());
            left += wide;
        }
    }
    [[nodiscard]] qreal height() const { return m_height; }
    void paint(QPainter& painter, QPointF topLeft, bool atBottom) const {
        for (std::size_t i = 0; i < m_texts.size(); ++i) {
            const qreal down = atBottom ? m_height - m_texts[i].height() : 0;
            m_texts[i].paint(painter, topLeft + QPointF(m_lefts[i], down));
        }
    }

private:
    std::vector<PrintText> m_texts;
    std::vector<qreal> m_lefts;
    qreal m_height = 0;
};

bool hasHead(const PrintTable& table) {
    return std::ranges::any_of(table.columns, [](const PrintColumn& column) { return !column.heading.isEmpty(); });
}

PrintStrip headOf(const PrintTable& table, qreal width) {
    QStringList headings;
    for (const auto& column : table.columns)
        headings << column.heading;
    const Cells cells(table, headings, width, {.role = PrintRole::Caption, .ink = printInks().secondary});
    const qreal height = cells.height() + 2 * kPadding;
    return {.height = height,
            .paint =
                [cells, width, height](QPainter& painter, QPointF at) {
                    cells.paint(painter, at + QPointF(0, kPadding), true);
                    drawLine(painter, at + QPointF(0, height - 2), width, printInks().rule, 2);
                },
            .staysWithNext = true};
}

// The same below the name of the table, for the pages after the first.
std::shared_ptr<const PrintStrip> continuedHead(const PrintTable& table, const PrintStrip& head, qreal width) {
    const PrintText name(TableWords::tr("%1, continued").arg(table.name), width, {.role = PrintRole::SmallStrong});
    if (!hasHead(table)) {
        return std::make_shared<const PrintStrip>(
            PrintStrip{.height = name.height() + kPadding, .paint = [name](QPainter& painter, QPointF at) {
                           name.paint(painter, at);
                       }});
    }
    return std::make_shared<const PrintStrip>(
        PrintStrip{.height = name.height() + kPadding + head.height,
                   .paint = [name, inner = head.paint](QPainter& painter, QPointF at) {
                       name.paint(painter, at);
                       inner(painter, at + QPointF(0, name.height() + kPadding));
                   }});
}

class RowWriter {
public:
    RowWriter(PrintFlow& flow, const PrintTable& table, std::shared_ptr<const PrintStrip> repeated)
        : m_flow(flow), m_table(table), m_repeated(std::move(repeated)) {}

    void write(const PrintRow& row) {
        const PrintInks& inks = printInks();
        PrintLook look{.role = row.strong ? PrintRole::SmallStrong : PrintRole::Small, .struck = row.struck};
        if (row.struck) look.ink = inks.secondary;
        const Cells cells(m_table, row.cells, m_flow.width(), look);
        const bool last = row.notes.isEmpty();
        const qreal height = cells.height() + kPadding + (last ? kPadding : 0);
        add({.height = height,
             .paint = [cells](QPainter& painter,
                              QPointF at) { cells.paint(painter, at + QPointF(0, kPadding), false); },
             .staysWithNext = !last},
            last);
        for (qsizetype i = 0; i < row.notes.size(); ++i)
            writeNote(row.notes[i], i + 1 == row.notes.size());
    }

private:
    // A note may be as long as a page: its lines are pieces of their own, the first of which stay with the row.
    void writeNote(const QString& note, bool lastNote) {
        const PrintText text(note, m_flow.width() - kNoteIndent, {.role = PrintRole::Caption});
        for (int line = 0; line < text.lineCount(); ++line) {
            const bool last = lastNote && line + 1 == text.lineCount();
            add({.height = text.lineHeight(line) + (last ? kPadding : 0),
                 .paint = [text, line](QPainter& painter,
                                       QPointF at) { text.paintLine(painter, line, at + QPointF(kNoteIndent, 0)); },
                 .staysWithNext = line < 1 && !last},
                last);
        }
    }

    void add(PrintStrip strip, bool closesRow) {
        if (closesRow) {
            strip.paint = [inner = std::move(strip.paint), width = m_flow.width(),
                           height = strip.height](QPainter& painter, QPointF at) {
                inner(painter, at);
                drawLine(painter, at + QPointF(0, height - kHairline), width, printInks().hairline, kHairline);
            };
        }
        strip.repeated = m_repeated;
        m_flow.add(std::move(strip));
    }

    PrintFlow& m_flow;
    const PrintTable& m_table;
    std::shared_ptr<const PrintStrip> m_repeated;
};

} // namespace

void addTable(PrintFlow& flow, const PrintTable& table) {
    const PrintStrip head = headOf(table, flow.width());
    RowWriter writer(flow, table, continuedHead(table, head, flow.width()));
    if (hasHead(table)) flow.addSpaced(head);
    for (const PrintRow& row : table.rows)
        writer.write(row);
}

} // namespace chairside::ui
