// The tender-point map: a figure from the front and from the back, with a mark at every site.
#pragma once

#include <QWidget>
#include <optional>

#include "ui/infusion/tender_figure.h"

namespace chairside::ui {

class TenderBoard;
enum class SiteState;

// One stop in the tab order; inside it keys go to the board. Assistive technology sees a group with a check
// box for each of the 21 sites. A click selects a site, a second click toggles it. A mark is a shape and a
// text, never a colour alone.
class TenderMap : public QWidget {
    Q_OBJECT

public:
    // The board must outlive the map.
    explicit TenderMap(TenderBoard& board, QWidget* parent = nullptr);

    [[nodiscard]] TenderBoard& board() const { return m_board; }
    // Where a site can be clicked, at least 28 px square.
    [[nodiscard]] QRect siteRect(domain::TenderSite site) const;
    [[nodiscard]] std::optional<domain::TenderSite> siteAt(const QPoint& position) const;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    [[nodiscard]] double unit() const;
    [[nodiscard]] QPointF origin(FigureView view) const;
    [[nodiscard]] QPointF centre(domain::TenderSite site) const;
    void paintFigure(QPainter& painter, FigureView view) const;
    void paintWords(QPainter& painter, FigureView view) const;
    void paintSite(QPainter& painter, domain::TenderSite site) const;
    void paintMark(QPainter& painter, const QRectF& box, SiteState state, const QString& text) const;
    void tellFocus();

    TenderBoard& m_board;
};

} // namespace chairside::ui
