#include "ui/charts/outcome_chart_view.h"

#include "ui/charts/chart_picture.h"
#include "ui/charts/outcome_chart_text.h"
#include "ui/charts/outcome_picture.h"

namespace chairside::ui {

OutcomeChartView::OutcomeChartView(const QString& objectName, const QString& accessibleName, QWidget* parent)
    : ChartView(parent) {
    setCanvasName(objectName, accessibleName);
}

void OutcomeChartView::setData(OutcomeChart data) {
    m_data = std::move(data);
    dataChanged(0);
}

std::unique_ptr<ChartPicture> OutcomeChartView::draw(const QSizeF& size, const ChartStyle& style) const {
    return drawOutcomes(m_data, size, style);
}

int OutcomeChartView::pointCount() const {
    return ui::pointCount(m_data);
}

QString OutcomeChartView::textOf(int point) const {
    return ui::pointText(m_data, point);
}

QString OutcomeChartView::sentence() const {
    return chartSentence(m_data);
}

void OutcomeChartView::activate(int point) {
    Q_EMIT pointActivated(point);
}

} // namespace chairside::ui
