// Where the tender points lie on the drawn figures, and the drawing itself: our own stylised outline, front
// and back.
#pragma once

#include <QPainterPath>
#include <QPointF>

#include "core/domain/outcome/tender_points.h"

namespace chairside::ui {

enum class FigureView { Front, Back };

// The box of one figure, mid-line at half its width; the viewer's left is at small x.
inline constexpr double kFigureWidth = 100;
inline constexpr double kFigureHeight = 220;

struct SitePlace {
    FigureView view = FigureView::Front;
    QPointF at; // in the figure's box
};

// On the front view the patient's right is at small x, on the back view at large x.
[[nodiscard]] SitePlace placeOf(domain::TenderSite site);

// The outline in the figure's box; the same for both views, since it is symmetrical.
[[nodiscard]] QPainterPath figureOutline();
// A few inner lines that tell front from back.
[[nodiscard]] QPainterPath figureDetail(FigureView view);

} // namespace chairside::ui
