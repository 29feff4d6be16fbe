#include "ui/charts/response_chart_view.h"

#include "ui/charts/chart_text.h"
#include "ui/charts/response_picture.h"

namespace chairside::ui {

namespace {

// The newest point that holds a score; else the newest that has a place in the drawing.
int newestOf(const ResponseChartData& data) {
    int newest = -1;
    int placed = -1;
    for (int i = 0; i < static_cast<int>(data.points.size()); ++i) {
        const auto& point = data.points[static_cast<std::size_t>(i)];
        if (point.before || point.after) newest = i;
        if (placed < 0 && point.panel != ChartPanel::TableOnly) placed = i;
    }
    return newest >= 0 ? newest : placed;
}

} // namespace

ResponseChartView::ResponseChartView(QWidget* parent) : ChartView(parent) {
    setCanvasName(QStringLiteral("response_chart"), tr("Pain chart, 0 to 10, higher is worse"));
}

void ResponseChartView::setData(ResponseChartData data) {
    m_data = std::move(data);
    dataChanged(newestOf(m_data));
}

std::unique_ptr<ChartPicture> ResponseChartView::draw(const QSizeF& size, const ChartStyle& style) const {
    return drawResponse(m_data, size, style);
}

int ResponseChartView::pointCount() const {
    return static_cast<int>(m_data.points.size());
}

QString ResponseChartView::textOf(int point) const {
    return ui::pointText(m_data, point);
}

QString ResponseChartView::sentence() const {
    return chartSentence(m_data);
}

void ResponseChartView::activate(int point) {
    const auto& at = m_data.points[static_cast<std::size_t>(point)];
    if (at.kind == ResponsePointKind::Infusion) Q_EMIT infusionActivated(at.ordinal);
}

void paintResponseChart(QPainter& painter, const QRectF& target, const ResponseChartData& data,
                        const ChartColours& print) {
    paintPicture(painter, target, print,
                 [&data](const QSizeF& size, const ChartStyle& style) { return drawResponse(data, size, style); });
}

} // namespace chairside::ui
