// Pain before and after each infusion, with dose track, events, reference lines and follow-ups.
#pragma once

#include "ui/charts/chart_state.h"
#include "ui/charts/chart_view.h"

namespace chairside::ui {

// Object names: "response_chart" (the view), "response_chart_canvas" (what takes the focus).
class ResponseChartView : public ChartView {
    Q_OBJECT

public:
    explicit ResponseChartView(QWidget* parent = nullptr);

    void setData(ResponseChartData data);
    [[nodiscard]] const ResponseChartData& data() const { return m_data; }

Q_SIGNALS:
    // Enter or a double click on an infusion.
    void infusionActivated(int ordinal);

protected:
    [[nodiscard]] std::unique_ptr<ChartPicture> draw(const QSizeF& size, const ChartStyle& style) const override;
    [[nodiscard]] int pointCount() const override;
    [[nodiscard]] QString textOf(int point) const override;
    [[nodiscard]] QString sentence() const override;
    void activate(int point) override;

private:
    ResponseChartData m_data;
};

// The same drawing without a widget.
void paintResponseChart(QPainter& painter, const QRectF& target, const ResponseChartData& data,
                        const ChartColours& print);

} // namespace chairside::ui
