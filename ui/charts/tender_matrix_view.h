// Sites in rows, examinations in columns with the newest on the right; below them count, means and endurance.
#pragma once

#include "ui/charts/chart_view.h"
#include "ui/charts/tender_matrix_data.h"

namespace chairside::ui {

// Object names: "tender_matrix" (the view), "tender_matrix_canvas" (what takes the focus).
class TenderMatrixView : public ChartView {
    Q_OBJECT

public:
    explicit TenderMatrixView(QWidget* parent = nullptr);

    void setData(TenderMatrixData data);
    [[nodiscard]] const TenderMatrixData& data() const { return m_data; }

Q_SIGNALS:
    // Enter on an examination.
    void columnActivated(int column);

protected:
    [[nodiscard]] std::unique_ptr<ChartPicture> draw(const QSizeF& size, const ChartStyle& style) const override;
    [[nodiscard]] int pointCount() const override;
    [[nodiscard]] QString textOf(int point) const override;
    [[nodiscard]] QString sentence() const override;
    void activate(int point) override;

private:
    TenderMatrixData m_data;
};

} // namespace chairside::ui
