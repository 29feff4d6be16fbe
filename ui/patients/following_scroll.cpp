#include "ui/patients/following_scroll.h"

#include <QApplication>

#include "ui/theme/metrics.h"

namespace chairside::ui {

FollowingScroll::FollowingScroll(QWidget* content, QWidget* parent) : QScrollArea(parent) {
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setWidget(content);
    // What stands behind shows through: a card, or the window.
    viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget*, QWidget* now) { follow(now); });
}

void FollowingScroll::follow(QWidget* now) {
    if (now == nullptr || widget() == nullptr || !widget()->isAncestorOf(now)) return;
    ensureWidgetVisible(now, 0, scaled(space::kBlock * 2));
}

} // namespace chairside::ui
