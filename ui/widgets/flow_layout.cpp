#include "ui/widgets/flow_layout.h"

#include <algorithm>

namespace chairside::ui {

FlowLayout::FlowLayout(int gap, QWidget* parent) : ItemLayout(parent), m_gap(gap) {}

QSize FlowLayout::sizeHint() const {
    QSize size;
    int shown = 0;
    for (const auto& item : items()) {
        if (item->isEmpty()) continue;
        size = {size.width() + item->sizeHint().width() + (shown++ > 0 ? m_gap : 0),
                std::max(size.height(), item->sizeHint().height())};
    }
    return size;
}

QSize FlowLayout::minimumSize() const {
    QSize size;
    for (const auto& item : items()) {
        if (!item->isEmpty()) size = size.expandedTo(item->minimumSize());
    }
    return size;
}

int FlowLayout::arrange(const QRect& rect, bool place) const {
    int x = rect.x();
    int y = rect.y();
    int lineHeight = 0;
    for (const auto& item : items()) {
        if (item->isEmpty()) continue;
        const QSize size = item->sizeHint();
        if (x > rect.x() && x + size.width() > rect.right() + 1) {
            x = rect.x();
            y += lineHeight + m_gap;
            lineHeight = 0;
        }
        if (place) item->setGeometry({QPoint(x, y), QSize(std::min(size.width(), rect.width()), size.height())});
        x += size.width() + m_gap;
        lineHeight = std::max(lineHeight, size.height());
    }
    return y + lineHeight - rect.y();
}

} // namespace chairside::ui
