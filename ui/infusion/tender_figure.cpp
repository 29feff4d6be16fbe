#include "ui/infusion/tender_figure.h"

#include <array>
#include <utility>
#include <vector>

namespace chairside::ui {

namespace {

constexpr double kMidline = kFigureWidth / 2;

// The right half of the outline, from the crown down to the crotch, as end points of smooth curves.
constexpr std::array<std::pair<double, double>, 22> kHalf{{
    {50, 2},  {61, 9},   {61, 19},  {57, 27},  {57.5, 35},  {66, 40},  {77, 46}, {82, 58},
    {84, 76}, {88, 96},  {91, 114}, {91, 125}, {85.5, 124}, {83, 112}, {76, 88}, {70, 62},
    {66, 84}, {71, 112}, {69, 140}, {64, 160}, {64, 182},   {59, 208},
}};
constexpr std::array<std::pair<double, double>, 6> kInner{{
    {62, 215},
    {52.5, 215},
    {52, 200},
    {53, 178},
    {51.5, 150},
    {50, 124},
}};

void addSmooth(QPainterPath& path, const std::vector<QPointF>& points) {
    path.moveTo(points.front());
    for (std::size_t at = 0; at + 1 < points.size(); ++at) {
        // Catmull-Rom through the points, as cubic curves.
        const QPointF before = points[at == 0 ? 0 : at - 1];
        const QPointF from = points[at];
        const QPointF to = points[at + 1];
        const QPointF after = points[at + 2 < points.size() ? at + 2 : at + 1];
        path.cubicTo(from + (to - before) / 6.0, to - (after - from) / 6.0, to);
    }
}

QPointF mirrored(const QPointF& point) {
    return {kFigureWidth - point.x(), point.y()};
}

SitePlace front(double x, double y) {
    return {FigureView::Front, {x, y}};
}
SitePlace back(double x, double y) {
    return {FigureView::Back, {x, y}};
}

} // namespace

SitePlace placeOf(domain::TenderSite site) {
    using enum domain::TenderSite;
    switch (site) {
    case ControlForehead:
        return front(kMidline, 10);
    case OcciputRight:
        return back(57, 22);
    case OcciputLeft:
        return back(43, 22);
    case TrapeziusRight:
        return back(65, 40);
    case TrapeziusLeft:
        return back(35, 40);
    case SupraspinatusRight:
        return back(57, 52);
    case SupraspinatusLeft:
        return back(43, 52);
    case GlutealRight:
        return back(59, 100);
    case GlutealLeft:
        return back(41, 100);
    case LowCervicalRight:
        return front(42.5, 36);
    case LowCervicalLeft:
        return front(57.5, 36);
    case SecondRibRight:
        return front(43, 54);
    case SecondRibLeft:
        return front(57, 54);
    case LateralEpicondyleRight:
        return front(21.5, 86);
    case LateralEpicondyleLeft:
        return front(78.5, 86);
    case ControlForearmRight:
        return front(16, 101);
    // Behind the prominence, so it is seen from the back.
    case GreaterTrochanterRight:
        return back(69, 114);
    case GreaterTrochanterLeft:
        return back(31, 114);
    case KneeRight:
        return front(43, 157);
    case KneeLeft:
        return front(57, 157);
    case ControlThumbnailLeft:
        return front(86, 119);
    }
    return {};
}

QPainterPath figureOutline() {
    std::vector<QPointF> points;
    for (const auto& [x, y] : kHalf)
        points.emplace_back(x, y);
    for (const auto& [x, y] : kInner)
        points.emplace_back(x, y);
    const std::size_t half = points.size();
    for (std::size_t at = half - 1; at-- > 0;)
        points.push_back(mirrored(points[at]));
    QPainterPath path;
    addSmooth(path, points);
    path.closeSubpath();
    return path;
}

QPainterPath figureDetail(FigureView view) {
    QPainterPath path;
    if (view == FigureView::Front) {
        addSmooth(path, {{40, 45}, {46, 46}, {50, 48}}); // collar bones
        addSmooth(path, {{60, 45}, {54, 46}, {50, 48}});
        addSmooth(path, {{50, 84}, {49.6, 86}, {50, 88}}); // navel
    } else {
        addSmooth(path, {{50, 38}, {50, 66}, {50, 94}}); // spine
        addSmooth(path, {{44, 56}, {42, 64}, {37, 66}}); // shoulder blades
        addSmooth(path, {{56, 56}, {58, 64}, {63, 66}});
        addSmooth(path, {{50, 104}, {50, 114}, {50, 122}}); // buttocks
    }
    return path;
}

} // namespace chairside::ui
