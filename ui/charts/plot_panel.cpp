#include "ui/charts/plot_panel.h"

#include <QAreaSeries>
#include <QChart>
#include <QGraphicsLayout>
#include <QLegend>
#include <QLineSeries>
#include <QPen>
#include <QScatterSeries>
#include <QValueAxis>
#include <algorithm>
#include <cmath>

namespace chairside::ui {

namespace {

constexpr qreal kRingPen = 2;

QChart* makeChart(const QRectF& plot) {
    auto* chart = new QChart;
    chart->legend()->hide();
    chart->setBackgroundVisible(false);
    chart->setPlotAreaBackgroundVisible(false);
    chart->setBackgroundRoundness(0);
    chart->setDropShadowEnabled(false);
    chart->setAnimationOptions(QChart::NoAnimation);
    chart->setMargins(QMargins());
    chart->layout()->setContentsMargins(0, 0, 0, 0);
    // A chart that no view shows has no size of its own.
    chart->resize(plot.right() + 1, plot.bottom() + 1);
    chart->setPlotArea(plot);
    return chart;
}

// The axis only gives the series their scale. Qt Charts lays its own lines and labels out for a view, with its own
// margins, and not at all in a scene that no view shows; lines and numbers are therefore the panel's.
void addAxis(QChart& chart, AxisRange range, Qt::Alignment side) {
    auto* axis = new QValueAxis(&chart);
    axis->setRange(range.from, range.to);
    axis->setVisible(false);
    chart.addAxis(axis, side);
}

void attach(QChart& chart, QAbstractSeries* series) {
    chart.addSeries(series);
    for (auto* axis : chart.axes())
        series->attachAxis(axis);
}

} // namespace

PlotPanel::PlotPanel(ChartPicture& picture, const QRectF& plot, AxisRange x, AxisRange y, qreal gridStep)
    : m_picture(picture), m_plot(plot), m_x(x), m_y(y), m_chart(makeChart(plot)) {
    picture.scene().addItem(m_chart);
    addAxis(*m_chart, x, Qt::AlignBottom);
    addAxis(*m_chart, y, Qt::AlignLeft);
    const auto& colours = picture.style().colours;
    if (gridStep > 0) {
        for (qreal value = std::ceil(y.from / gridStep) * gridStep; value <= y.to; value += gridStep) {
            picture.gridLine(at(x.from, value), at(x.to, value));
        }
    }
    picture.line(plot.bottomLeft(), plot.bottomRight(), colours.dose, 1);
    picture.line(plot.topLeft(), plot.bottomLeft(), colours.dose, 1);
}

qreal PlotPanel::x(qreal value) const {
    return m_plot.left() + (value - m_x.from) / (m_x.to - m_x.from) * m_plot.width();
}

qreal PlotPanel::y(qreal value) const {
    return m_plot.bottom() - (value - m_y.from) / (m_y.to - m_y.from) * m_plot.height();
}

void PlotPanel::polyline(const QList<QPointF>& points, const QColor& colour, qreal width, Qt::PenStyle style) {
    if (points.size() < 2) return;
    auto* series = new QLineSeries;
    series->replace(points);
    QPen pen(colour, width, style);
    pen.setJoinStyle(Qt::RoundJoin);
    series->setPen(pen);
    attach(*m_chart, series);
}

void PlotPanel::marks(const QList<QPointF>& points, MarkShape shape, qreal size, const QColor& colour) {
    if (points.isEmpty()) return;
    auto* series = new QScatterSeries;
    series->setMarkerShape(shape == MarkShape::Square ? QScatterSeries::MarkerShapeRectangle
                                                      : QScatterSeries::MarkerShapeCircle);
    series->setMarkerSize(size);
    series->setColor(shape == MarkShape::Ring ? m_picture.style().colours.background : colour);
    series->setPen(shape == MarkShape::Ring ? QPen(colour, kRingPen) : QPen(Qt::NoPen));
    series->replace(points);
    attach(*m_chart, series);
}

void PlotPanel::area(const QList<QPointF>& outline, const QColor& fill, const QColor& edge) {
    if (outline.size() < 2) return;
    auto* upper = new QLineSeries(m_chart);
    upper->replace(outline);
    auto* series = new QAreaSeries(upper);
    series->setBrush(fill);
    series->setPen(QPen(edge, 1));
    attach(*m_chart, series);
}

void PlotPanel::horizontalBand(qreal low, qreal high, const QColor& colour) {
    const qreal top = std::max(y(high), m_plot.top());
    const qreal bottom = std::min(y(low), m_plot.bottom());
    if (bottom > top) m_picture.band({m_plot.left(), top, m_plot.width(), bottom - top}, colour);
}

void PlotPanel::verticalBand(qreal low, qreal high, const QColor& colour) {
    const qreal left = std::max(x(low), m_plot.left());
    const qreal right = std::min(x(high), m_plot.right());
    if (right > left) m_picture.band({left, m_plot.top(), right - left, m_plot.height()}, colour);
}

void PlotPanel::axisNumberAt(qreal height, const QString& words) {
    m_picture.text(words, {m_plot.left() - 8, height}, Qt::AlignRight | Qt::AlignVCenter, m_picture.style().label,
                   m_picture.style().colours.dose);
}

} // namespace chairside::ui
