// What every chart on the screen has in common: one drawing, a focus line moved by keys, and the words for it.
#pragma once

#include <QWidget>
#include <memory>

#include "ui/theme/palette.h"

class QPainter;
class QRectF;

namespace chairside::ui {

class ChartCanvas;
class ChartPicture;
struct ChartStyle;
class TextLabel;

// Left/Right, Home/End move the focus line; the text of the point stands below the chart and is announced. Follows
// theme and text size. Nothing moves by itself.
class ChartView : public QWidget {
    Q_OBJECT

public:
    ~ChartView() override;

    // Vector drawing of the same chart in the given colours: PDF and paper. target is in the painter's coordinates;
    // type keeps its size in points whatever the painter's scale. The focus line is left out.
    void paint(QPainter& painter, const QRectF& target, const ChartColours& print) const;

    // -1 while there is no point.
    [[nodiscard]] int currentPoint() const { return m_current; }
    // Moves the focus line; out of range moves to the nearest end. Announces the point's text.
    void setCurrentPoint(int point);
    [[nodiscard]] QString pointText() const;
    // The chart in one sentence.
    [[nodiscard]] QString wholeText() const { return sentence(); }
    // Before the data of another person or course: the next data opens on its newest point.
    void forgetPoint() { m_current = -1; }

    // The height asked for where the page is not high enough for all; logical pixels at normal text size.
    void setPreferredHeight(int height);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void currentPointChanged(int point);

protected:
    explicit ChartView(QWidget* parent);

    [[nodiscard]] virtual std::unique_ptr<ChartPicture> draw(const QSizeF& size, const ChartStyle& style) const = 0;
    [[nodiscard]] virtual int pointCount() const = 0;
    // The whole of one point as one spoken line.
    [[nodiscard]] virtual QString textOf(int point) const = 0;
    // The chart in one sentence.
    [[nodiscard]] virtual QString sentence() const = 0;
    virtual void activate(int point) { Q_UNUSED(point) }

    // After new data: keeps the point if it is still there, else (or to follow) takes the newest; announces nothing.
    void dataChanged(int newest, bool follow = false);
    // For drawings that say everything themselves; screen readers still hear the text of the point.
    void hidePointLine();
    void setCanvasName(const QString& objectName, const QString& accessibleName);

    void changeEvent(QEvent* event) override;

private:
    friend class ChartCanvas;
    void showPoint(bool announce);

    ChartCanvas* m_canvas = nullptr;
    TextLabel* m_line = nullptr;
    int m_current = -1;
    int m_preferredHeight = 360;
    bool m_hasLine = true;
};

} // namespace chairside::ui
