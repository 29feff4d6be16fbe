// One drawing of a chart: a scene in logical pixels that is painted on the screen as it is and on paper scaled.
#pragma once

#include <QColor>
#include <QFont>
#include <QGraphicsScene>
#include <QPointF>
#include <QRectF>
#include <QString>
#include <algorithm>
#include <functional>
#include <memory>
#include <vector>

#include "ui/theme/palette.h"

class QPainter;

namespace chairside::ui {

struct ChartStyle {
    ChartColours colours;
    QFont label;  // captions, units, axis numbers
    QFont strong; // numbers beside marks
    QFont title;
    QFont latest;             // the newest value, larger
    bool hasFocusLine = true; // on paper nobody moves one, and its label needs no room
};

// The applied theme and text size, and what is right for paper. Type is set in pixels, so that a scene looks the same
// at every resolution.
[[nodiscard]] ChartStyle screenStyle();
[[nodiscard]] ChartStyle printStyle(const ChartColours& colours);

// A place where the focus line can stand; its label is centred on the height labelY.
struct ChartStop {
    qreal x = 0;
    qreal top = 0;
    qreal bottom = 0;
    qreal labelY = 0;
    QString label;
};

class ChartPicture {
public:
    ChartPicture(const QSizeF& size, const ChartStyle& style);
    ~ChartPicture();

    [[nodiscard]] const ChartStyle& style() const { return m_style; }
    [[nodiscard]] QSizeF size() const { return m_size; }
    [[nodiscard]] QGraphicsScene& scene() { return m_scene; }

    // Text whose `align` corner or edge lies at `at`: AlignRight ends there, AlignHCenter is centred on it.
    QRectF text(const QString& words, QPointF at, Qt::Alignment align, const QFont& font, const QColor& colour);
    void line(QPointF from, QPointF to, const QColor& colour, qreal width, Qt::PenStyle pen = Qt::SolidLine);
    // Covers what is drawn below a text, so that it can be read on lines.
    void plate(const QRectF& rect);
    void gridLine(QPointF from, QPointF to);
    // Below everything else.
    void band(const QRectF& rect, const QColor& colour);
    void triangle(QPointF centre, qreal size, const QColor& colour);

    void addStop(const ChartStop& stop) { m_stops.push_back(stop); }
    [[nodiscard]] const std::vector<ChartStop>& stops() const { return m_stops; }

    void render(QPainter& painter, const QRectF& target);

private:
    QSizeF m_size;
    ChartStyle m_style;
    QGraphicsScene m_scene;
    std::vector<ChartStop> m_stops;
};

// Draws at the size the target has on paper and renders it there.
void paintPicture(QPainter& painter, const QRectF& target, const ChartColours& print,
                  const std::function<std::unique_ptr<ChartPicture>(const QSizeF&, const ChartStyle&)>& draw);

// value between low and high, and low where there is no room.
[[nodiscard]] inline qreal within(qreal value, qreal low, qreal high) {
    return std::max(low, std::min(value, high));
}
[[nodiscard]] qreal textWidth(const QFont& font, const QString& words);
[[nodiscard]] qreal textHeight(const QFont& font);

} // namespace chairside::ui
