#include "ui/charts/vitals_chart_view.h"

#include "ui/charts/chart_text.h"
#include "ui/charts/vitals_picture.h"

namespace chairside::ui {

VitalsChartView::VitalsChartView(QWidget* parent) : ChartView(parent) {
    setCanvasName(QStringLiteral("vitals_chart"),
                  tr("Chart of blood pressure, heart rate, oxygen saturation and dose"));
}

void VitalsChartView::setData(VitalsChartData data) {
    const bool follow = currentPoint() == pointCount() - 1;
    m_data = std::move(data);
    dataChanged(pointCount() - 1, follow);
}

std::unique_ptr<ChartPicture> VitalsChartView::draw(const QSizeF& size, const ChartStyle& style) const {
    return drawVitals(m_data, size, style);
}

int VitalsChartView::pointCount() const {
    return static_cast<int>(m_data.rows.size());
}

QString VitalsChartView::textOf(int point) const {
    return ui::pointText(m_data, point);
}

QString VitalsChartView::sentence() const {
    return chartSentence(m_data);
}

void paintVitalsChart(QPainter& painter, const QRectF& target, const VitalsChartData& data, const ChartColours& print) {
    paintPicture(painter, target, print,
                 [&data](const QSizeF& size, const ChartStyle& style) { return drawVitals(data, size, style); });
}

} // namespace chairside::ui
