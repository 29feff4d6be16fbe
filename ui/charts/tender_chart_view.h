// Count of positive tender points per examination, with the band of examiner noise around the first count.
#pragma once

#include "ui/charts/chart_state.h"
#include "ui/charts/chart_view.h"

namespace chairside::ui {

// Object names: "tender_chart" (the view), "tender_chart_canvas" (what takes the focus).
class TenderChartView : public ChartView {
    Q_OBJECT

public:
    explicit TenderChartView(QWidget* parent = nullptr);

    void setData(TenderChartData data);
    [[nodiscard]] const TenderChartData& data() const { return m_data; }

protected:
    [[nodiscard]] std::unique_ptr<ChartPicture> draw(const QSizeF& size, const ChartStyle& style) const override;
    [[nodiscard]] int pointCount() const override;
    [[nodiscard]] QString textOf(int point) const override;
    [[nodiscard]] QString sentence() const override;

private:
    TenderChartData m_data;
};

} // namespace chairside::ui
