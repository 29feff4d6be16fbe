// The part of a chart view that is drawn, takes the focus and the keys.
#pragma once

#include <QWidget>
#include <memory>

#include "ui/charts/chart_picture.h"

namespace chairside::ui {

class ChartView;

class ChartCanvas : public QWidget {
    Q_OBJECT

public:
    explicit ChartCanvas(ChartView& view);
    ~ChartCanvas() override;

    // Draws anew at the next paint: other data, theme or size.
    void drawAgain();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;

private:
    [[nodiscard]] ChartPicture& picture();
    [[nodiscard]] QRectF inner() const;
    void drawFocusLine(QPainter& painter, const ChartStop& stop) const;

    ChartView& m_view;
    std::unique_ptr<ChartPicture> m_picture;
};

} // namespace chairside::ui
