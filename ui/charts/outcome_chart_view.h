// A chart of many courses: waterfall, lanes, spread by infusion number, or time with the gain kept.
#pragma once

#include "ui/charts/chart_view.h"
#include "ui/charts/outcome_chart_state.h"

namespace chairside::ui {

// Enter on a point tells which; the page knows the course behind it.
class OutcomeChartView : public ChartView {
    Q_OBJECT

public:
    // Object names: objectName (the view), objectName + "_canvas" (what takes the focus).
    OutcomeChartView(const QString& objectName, const QString& accessibleName, QWidget* parent = nullptr);

    void setData(OutcomeChart data);
    [[nodiscard]] const OutcomeChart& data() const { return m_data; }

Q_SIGNALS:
    void pointActivated(int point);

protected:
    [[nodiscard]] std::unique_ptr<ChartPicture> draw(const QSizeF& size, const ChartStyle& style) const override;
    [[nodiscard]] int pointCount() const override;
    [[nodiscard]] QString textOf(int point) const override;
    [[nodiscard]] QString sentence() const override;
    void activate(int point) override;

private:
    OutcomeChart m_data;
};

} // namespace chairside::ui
