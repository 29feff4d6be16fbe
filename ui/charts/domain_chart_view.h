// Small multiples: one row for each domain on the same time axis.
#pragma once

#include "ui/charts/chart_view.h"
#include "ui/charts/domain_chart_data.h"

namespace chairside::ui {

// Object names: "domain_chart" (the view), "domain_chart_canvas" (what takes the focus).
class DomainChartView : public ChartView {
    Q_OBJECT

public:
    explicit DomainChartView(QWidget* parent = nullptr);

    void setData(DomainChartData data);
    [[nodiscard]] const DomainChartData& data() const { return m_data; }

protected:
    [[nodiscard]] std::unique_ptr<ChartPicture> draw(const QSizeF& size, const ChartStyle& style) const override;
    [[nodiscard]] int pointCount() const override;
    [[nodiscard]] QString textOf(int point) const override;
    [[nodiscard]] QString sentence() const override;

private:
    DomainChartData m_data;
};

} // namespace chairside::ui
