#include "ui/shell/page_room.h"

#include <QApplication>
#include <QEvent>
#include <QLayout>
#include <algorithm>

#include "ui/theme/metrics.h"

namespace chairside::ui {

namespace {

int leastHeight(const QWidget& page, int width) {
    const QLayout* layout = page.layout();
    const int asked = page.minimumHeight();
    if (layout == nullptr) return std::max(asked, page.minimumSizeHint().height());
    return std::max(asked, layout->hasHeightForWidth() ? layout->minimumHeightForWidth(width)
                                                       : layout->minimumSize().height());
}

} // namespace

PageRoom::PageRoom(QWidget* page, QWidget* parent) : QScrollArea(parent) {
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setWidget(page);
    page->installEventFilter(this);
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget*, QWidget* now) { follow(now); });
}

void PageRoom::resizeEvent(QResizeEvent* event) {
    QScrollArea::resizeEvent(event);
    fit();
}

bool PageRoom::eventFilter(QObject* watched, QEvent* event) {
    const bool taken = QScrollArea::eventFilter(watched, event);
    if (watched == widget() && event->type() == QEvent::LayoutRequest) fit();
    return taken;
}

void PageRoom::fit() {
    if (widget() == nullptr) return;
    const int width = viewport()->width();
    widget()->resize(width, std::max(viewport()->height(), leastHeight(*widget(), width)));
}

void PageRoom::follow(QWidget* focus) {
    if (focus == nullptr || widget() == nullptr || !widget()->isAncestorOf(focus)) return;
    ensureWidgetVisible(focus, 0, scaled(space::kBlock));
}

} // namespace chairside::ui
