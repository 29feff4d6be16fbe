// The pain of a course at a glance: fixed axis from 0 to 10, one mark for each score, a gap for a missing
// one.
#pragma once

#include <QWidget>
#include <vector>

#include "ui/overview/overview_screen.h"

namespace chairside::ui {

class PainSparkline : public QWidget {
    Q_OBJECT

public:
    explicit PainSparkline(QWidget* parent = nullptr);

    void setPicture(const PainPicture& picture);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] QRectF plot() const;
    [[nodiscard]] qreal heightOf(domain::Score score) const;
    [[nodiscard]] std::vector<qreal> positions() const;
    void drawAxis(QPainter& painter) const;
    void drawLines(QPainter& painter) const;
    void drawMarks(QPainter& painter) const;
    [[nodiscard]] QRectF below(qreal x, int line) const;
    void drawLabel(QPainter& painter, qreal x, const QString& label) const;
    void drawNumber(QPainter& painter, qreal x, const PainMark& mark) const;

    PainPicture m_picture;
};

} // namespace chairside::ui
