#include "ui/widgets/item_layout.h"

namespace chairside::ui {

ItemLayout::ItemLayout(QWidget* parent) : QLayout(parent) {
    setContentsMargins(0, 0, 0, 0);
}

ItemLayout::~ItemLayout() = default;

void ItemLayout::addItem(QLayoutItem* item) {
    m_items.emplace_back(item);
}

QLayoutItem* ItemLayout::itemAt(int index) const {
    return index >= 0 && index < count() ? m_items[static_cast<std::size_t>(index)].get() : nullptr;
}

QLayoutItem* ItemLayout::takeAt(int index) {
    if (index < 0 || index >= count()) return nullptr;
    const auto at = m_items.begin() + index;
    QLayoutItem* item = at->release();
    m_items.erase(at);
    return item;
}

void ItemLayout::setGeometry(const QRect& rect) {
    QLayout::setGeometry(rect);
    arrange(rect, true);
}

} // namespace chairside::ui
