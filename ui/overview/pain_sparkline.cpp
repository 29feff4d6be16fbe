#include "ui/overview/pain_sparkline.h"

#include <QPainter>
#include <algorithm>

#include "ui/overview/overview_words.h"
#include "ui/theme/fonts.h"
#include "ui/theme/metrics.h"
#include "ui/theme/palette.h"

namespace chairside::ui {

namespace {

constexpr qint64 kWorstPain = 10;
constexpr qreal kMarkRadius = 4.5;

int lineHeight() {
    return QFontMetrics(uiFont(TypeSize::Label)).height();
}

} // namespace

PainSparkline::PainSparkline(QWidget* parent) : QWidget(parent) {
    setAccessibleName(tr("Pain from 0 to 10, higher is worse"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void PainSparkline::setPicture(const PainPicture& picture) {
    m_picture = picture;
    setAccessibleDescription(picture.sentence);
    update();
}

QSize PainSparkline::sizeHint() const {
    return {scaled(420), scaled(104)};
}

QSize PainSparkline::minimumSizeHint() const {
    return {scaled(280), scaled(96)};
}

QRectF PainSparkline::plot() const {
    const QFontMetrics metrics(uiFont(TypeSize::Label));
    int right = scaled(12);
    for (const auto& line : m_picture.lines)
        right = std::max(right, metrics.horizontalAdvance(line.label) + scaled(12));
    const int left = metrics.horizontalAdvance(QStringLiteral("10")) + scaled(10);
    return QRectF(rect()).adjusted(left, lineHeight() / 2.0 + 1, -right, -(2.0 * lineHeight() + scaled(6)));
}

qreal PainSparkline::heightOf(domain::Score score) const {
    const QRectF area = plot();
    return area.bottom() - area.height() * static_cast<qreal>(score.raw()) / (kWorstPain * 1000.0);
}

// In proportion to the days between, but never so close that two labels meet.
std::vector<qreal> PainSparkline::positions() const {
    const QRectF area = plot().adjusted(scaled(16), 0, -scaled(16), 0);
    const auto& marks = m_picture.marks;
    std::vector<qreal> xs;
    if (marks.empty()) return xs;
    const qreal days = std::max(1, marks.back().day);
    const auto gaps = static_cast<qreal>(std::max<std::size_t>(1, marks.size() - 1));
    const qreal least = std::min<qreal>(scaled(48), area.width() / gaps);
    for (const auto& mark : marks) {
        const qreal x = area.left() + area.width() * mark.day / days;
        xs.push_back(xs.empty() ? x : std::max(x, xs.back() + least));
    }
    qreal limit = area.right();
    for (auto x = xs.rbegin(); x != xs.rend(); ++x) {
        *x = std::min(*x, limit);
        limit = *x - least;
    }
    return xs;
}

void PainSparkline::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(uiFont(TypeSize::Label));
    drawAxis(painter);
    drawLines(painter);
    drawMarks(painter);
    if (!m_picture.latest.isEmpty()) return;
    painter.setPen(tokens().secondary);
    painter.setFont(uiFont(TypeSize::Base));
    const QRectF room = plot().adjusted(scaled(space::kGroup), 0, -scaled(space::kGroup), 0);
    const int flags = static_cast<int>(Qt::AlignCenter) | Qt::TextWordWrap;
    // The grid lines stay behind the words.
    painter.fillRect(painter.boundingRect(room, flags, m_picture.sentence).adjusted(-6, 0, 6, 0), tokens().base);
    painter.drawText(room, flags, m_picture.sentence);
}

void PainSparkline::drawAxis(QPainter& painter) const {
    const QRectF area = plot();
    for (const qint64 value : {qint64{0}, kWorstPain / 2, kWorstPain}) {
        const qreal y = heightOf(domain::Score::ofWhole(value));
        painter.setPen(QPen(value == 0 ? tokens().secondary : tokens().chart.grid, 1));
        painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y));
        painter.setPen(tokens().secondary);
        const QRectF label(0, y - lineHeight() / 2.0, area.left() - scaled(6), lineHeight());
        painter.drawText(label, Qt::AlignRight | Qt::AlignVCenter, QString::number(value));
    }
}

void PainSparkline::drawLines(QPainter& painter) const {
    const QRectF area = plot();
    constexpr Qt::PenStyle kStyles[] = {Qt::SolidLine, Qt::DashLine, Qt::DotLine};
    qreal free = 0; // labels are written from the top down and never over each other
    for (std::size_t at = 0; at < m_picture.lines.size(); ++at) {
        const auto& line = m_picture.lines[at];
        if (!line.at) continue;
        const qreal y = heightOf(*line.at);
        painter.setPen(QPen(tokens().chart.reference, 1.2, kStyles[std::min<std::size_t>(at, 2)]));
        painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y));
        const qreal top = std::max(free, y - lineHeight() / 2.0);
        free = top + lineHeight();
        painter.setPen(tokens().text);
        painter.drawText(QRectF(area.right() + scaled(6), top, width() - area.right() - scaled(6), lineHeight()),
                         Qt::AlignLeft | Qt::AlignVCenter, line.label);
    }
}

void PainSparkline::drawMarks(QPainter& painter) const {
    const auto xs = positions();
    const QColor ink = tokens().chart.before;
    const QFontMetrics metrics(uiFont(TypeSize::Label));
    std::optional<QPointF> before;
    qreal labelled = -width(); // how far the labels reach; one that would touch the last is left to the sentence
    for (std::size_t at = 0; at < xs.size(); ++at) {
        const auto& mark = m_picture.marks[at];
        const qreal half = metrics.horizontalAdvance(mark.label) / 2.0;
        const bool fits = xs[at] - half > labelled + scaled(4);
        if (fits) labelled = xs[at] + half;
        drawNumber(painter, xs[at], mark);
        if (fits) drawLabel(painter, xs[at], mark.label);
        if (!mark.before) {
            before.reset();
            continue;
        }
        const QPointF here(xs[at], heightOf(*mark.before));
        painter.setPen(QPen(ink, 2));
        if (before) painter.drawLine(*before, here);
        painter.setBrush(ink);
        painter.drawEllipse(here, kMarkRadius, kMarkRadius);
        before = here;
    }
}

QRectF PainSparkline::below(qreal x, int line) const {
    const qreal half = scaled(40);
    return {x - half, plot().bottom() + scaled(3) + line * lineHeight(), 2 * half, static_cast<qreal>(lineHeight())};
}

void PainSparkline::drawLabel(QPainter& painter, qreal x, const QString& label) const {
    painter.setFont(uiFont(TypeSize::Label));
    painter.setPen(tokens().secondary);
    painter.drawText(below(x, 0), Qt::AlignCenter, label);
}

void PainSparkline::drawNumber(QPainter& painter, qreal x, const PainMark& mark) const {
    painter.setFont(uiFont(TypeSize::Label, mark.before ? QFont::DemiBold : QFont::Normal));
    painter.setPen(mark.before ? tokens().text : tokens().secondary);
    painter.drawText(below(x, 1), Qt::AlignCenter, mark.before ? OverviewWords::score(*mark.before) : mark.missing);
}

} // namespace chairside::ui
