#include "ui/charts/chart_canvas.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <algorithm>
#include <cmath>

#include "ui/charts/chart_view.h"
#include "ui/theme/style_drawing.h"

namespace chairside::ui {

namespace {

constexpr qreal kFrame = 6;         // room for the focus ring
constexpr qreal kAsideWeight = 100; // being in the lane of a stop counts for more than being near its end

} // namespace

ChartCanvas::ChartCanvas(ChartView& view) : QWidget(&view), m_view(view) {
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

ChartCanvas::~ChartCanvas() = default;

void ChartCanvas::drawAgain() {
    m_picture.reset();
    update();
}

QRectF ChartCanvas::inner() const {
    return QRectF(rect()).adjusted(kFrame, kFrame, -kFrame, -kFrame);
}

ChartPicture& ChartCanvas::picture() {
    if (!m_picture) m_picture = m_view.draw(inner().size(), screenStyle());
    return *m_picture;
}

void ChartCanvas::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), tokens().chart.background);
    if (inner().width() < 1 || inner().height() < 1) return;
    picture().render(painter, inner());
    const auto& stops = picture().stops();
    const int point = m_view.currentPoint();
    if (point >= 0 && point < static_cast<int>(stops.size())) {
        const auto& stop = stops[static_cast<std::size_t>(point)];
        if (stop.x >= 0) drawFocusLine(painter, stop);
    }
    if (hasFocus()) drawFocusRing(painter, QRectF(rect()).adjusted(1, 1, -1, -1), tokens());
}

void ChartCanvas::drawFocusLine(QPainter& painter, const ChartStop& stop) const {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QPointF shift = inner().topLeft();
    const QColor colour = hasFocus() ? tokens().focus : tokens().secondary;
    painter.setPen(QPen(colour, hasFocus() ? 2 : 1.2, hasFocus() ? Qt::SolidLine : Qt::DashLine));
    painter.drawLine(shift + QPointF(stop.x, stop.top), shift + QPointF(stop.x, stop.bottom));
    painter.setFont(screenStyle().label);
    QRectF tag = painter.fontMetrics().boundingRect(stop.label);
    tag = tag.adjusted(-5, -2, 5, 2);
    tag.moveCenter(shift + QPointF(stop.x, stop.labelY));
    tag.moveLeft(within(tag.left(), inner().left(), inner().right() - tag.width()));
    painter.setPen(QPen(colour, 1));
    painter.setBrush(tokens().chart.background);
    painter.drawRoundedRect(tag, 4, 4);
    painter.setPen(tokens().text);
    painter.drawText(tag, Qt::AlignCenter, stop.label);
    painter.restore();
}

void ChartCanvas::resizeEvent(QResizeEvent*) {
    drawAgain();
}

void ChartCanvas::focusInEvent(QFocusEvent* event) {
    QWidget::focusInEvent(event);
    update();
}

void ChartCanvas::keyPressEvent(QKeyEvent* event) {
    const int last = m_view.pointCount() - 1;
    if (last < 0) return QWidget::keyPressEvent(event);
    const int point = m_view.currentPoint();
    switch (event->key()) {
    case Qt::Key_Left:
        return m_view.setCurrentPoint(point - 1);
    case Qt::Key_Right:
        return m_view.setCurrentPoint(point + 1);
    case Qt::Key_Home:
        return m_view.setCurrentPoint(0);
    case Qt::Key_End:
        return m_view.setCurrentPoint(last);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (point >= 0) m_view.activate(point);
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

void ChartCanvas::mousePressEvent(QMouseEvent* event) {
    const qreal x = event->position().x() - inner().left();
    const qreal y = event->position().y() - inner().top();
    int nearest = -1;
    qreal distance = 0;
    const auto& stops = picture().stops();
    for (std::size_t i = 0; i < stops.size(); ++i) {
        if (stops[i].x < 0) continue;
        // A stop may be as high as the plot or one lane of it.
        const qreal aside = y < stops[i].top ? stops[i].top - y : std::max(0.0, y - stops[i].bottom);
        const qreal away = std::abs(stops[i].x - x) + kAsideWeight * aside;
        if (nearest >= 0 && away >= distance) continue;
        nearest = static_cast<int>(i);
        distance = away;
    }
    if (nearest >= 0) m_view.setCurrentPoint(nearest);
}

void ChartCanvas::mouseDoubleClickEvent(QMouseEvent* event) {
    mousePressEvent(event);
    if (m_view.currentPoint() >= 0) m_view.activate(m_view.currentPoint());
}

} // namespace chairside::ui
