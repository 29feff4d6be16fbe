#include "ui/infusion/columns_box.h"

#include <QBoxLayout>
#include <QResizeEvent>
#include <algorithm>

#include "ui/theme/metrics.h"

namespace chairside::ui {

ColumnsBox::ColumnsBox(QWidget* left, int leftShare, QWidget* right, int rightShare, QWidget* parent)
    : QWidget(parent), m_left(left), m_right(right) {
    m_layout = new QBoxLayout(QBoxLayout::LeftToRight, this);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(scaled(space::kGroup));
    m_layout->addWidget(left, leftShare);
    m_layout->addWidget(right, rightShare);
}

int ColumnsBox::neededWidth() const {
    return m_left->minimumSizeHint().width() + m_right->minimumSizeHint().width() + m_layout->spacing();
}

QSize ColumnsBox::minimumSizeHint() const {
    const QSize left = m_left->minimumSizeHint();
    const QSize right = m_right->minimumSizeHint();
    const bool stacked = m_layout->direction() == QBoxLayout::TopToBottom;
    const int height =
        stacked ? left.height() + right.height() + m_layout->spacing() : std::max(left.height(), right.height());
    return {std::max(left.width(), right.width()), height};
}

void ColumnsBox::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    const auto direction = event->size().width() < neededWidth() ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight;
    if (m_layout->direction() == direction) return;
    m_layout->setDirection(direction);
    updateGeometry();
}

} // namespace chairside::ui
