// One plot with linear axes inside a picture: a chart of Qt Charts in a fixed rectangle.
#pragma once

#include <QList>
#include <QRectF>

#include "ui/charts/chart_picture.h"

class QChart;

namespace chairside::ui {

struct AxisRange {
    qreal from = 0;
    qreal to = 1;
};

enum class MarkShape { Disc, Ring, Square };

// The picture's scene owns the chart; a panel is a handle for the time of drawing.
class PlotPanel {
public:
    // gridStep: values between horizontal grid lines, counted from 0; 0 draws none. The panel labels nothing by itself.
    PlotPanel(ChartPicture& picture, const QRectF& plot, AxisRange x, AxisRange y, qreal gridStep);

    [[nodiscard]] const QRectF& plot() const { return m_plot; }
    [[nodiscard]] qreal x(qreal value) const;
    [[nodiscard]] qreal y(qreal value) const;
    [[nodiscard]] QPointF at(qreal xValue, qreal yValue) const { return {x(xValue), y(yValue)}; }
    // Width in values of so many pixels.
    [[nodiscard]] qreal xSpan(qreal pixels) const { return pixels / m_plot.width() * (m_x.to - m_x.from); }

    // Series of Qt Charts, in values.
    void polyline(const QList<QPointF>& points, const QColor& colour, qreal width, Qt::PenStyle pen = Qt::SolidLine);
    void marks(const QList<QPointF>& points, MarkShape shape, qreal size, const QColor& colour);
    void area(const QList<QPointF>& outline, const QColor& fill, const QColor& edge);

    // Scene items that follow the values.
    void horizontalBand(qreal low, qreal high, const QColor& colour);
    void verticalBand(qreal low, qreal high, const QColor& colour);
    void axisNumber(qreal value, const QString& words) { axisNumberAt(y(value), words); }
    // Beside another height of the picture, where its own is not free.
    void axisNumberAt(qreal height, const QString& words);

private:
    ChartPicture& m_picture;
    QRectF m_plot;
    AxisRange m_x, m_y;
    QChart* m_chart = nullptr;
};

} // namespace chairside::ui
