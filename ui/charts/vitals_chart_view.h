// Blood pressure, heart rate, oxygen saturation and the dose given, stacked over one time axis.
#pragma once

#include "ui/charts/chart_state.h"
#include "ui/charts/chart_view.h"

namespace chairside::ui {

// Object names: "vitals_chart" (the view), "vitals_chart_canvas" (what takes the focus).
class VitalsChartView : public ChartView {
    Q_OBJECT

public:
    explicit VitalsChartView(QWidget* parent = nullptr);

    void setData(VitalsChartData data);
    [[nodiscard]] const VitalsChartData& data() const { return m_data; }

protected:
    [[nodiscard]] std::unique_ptr<ChartPicture> draw(const QSizeF& size, const ChartStyle& style) const override;
    [[nodiscard]] int pointCount() const override;
    [[nodiscard]] QString textOf(int point) const override;
    [[nodiscard]] QString sentence() const override;

private:
    VitalsChartData m_data;
};

// The same drawing without a widget.
void paintVitalsChart(QPainter& painter, const QRectF& target, const VitalsChartData& data, const ChartColours& print);

} // namespace chairside::ui
