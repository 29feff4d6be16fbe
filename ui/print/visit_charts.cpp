#include "ui/print/visit_charts.h"

#include <QPainter>

#include "ui/print/print_blocks.h"
#include "ui/theme/palette.h"

namespace chairside::ui {

namespace {

constexpr qreal kChartDpi =
    116; // charts are laid out in pixels of this size: their 9 pt labels become 7.4 pt, as the tables' captions

ChartStyle paperStyle() {
    ChartStyle style = printStyle(printColours());
    for (QFont* font : {&style.label, &style.strong, &style.title, &style.latest}) {
        *font = forPaper(*font);
    }
    return style;
}

} // namespace

void addChartPicture(PrintFlow& flow, qreal height, const ChartDrawer& draw) {
    const qreal scale = kChartDpi / kDotsPerInch;
    const std::shared_ptr<ChartPicture> picture = draw(QSizeF(flow.width(), height) * scale, paperStyle());
    addPicture(flow, height, [picture](QPainter& painter, const QRectF& target) { picture->render(painter, target); });
}

} // namespace chairside::ui
