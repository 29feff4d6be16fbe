#include "ui/widgets/split_line.h"

#include <QWidget>
#include <algorithm>

#include "ui/theme/metrics.h"

namespace chairside::ui {

namespace {

int heightAt(const QLayoutItem& item, int width) {
    return item.hasHeightForWidth() ? item.heightForWidth(width) : item.sizeHint().height();
}

} // namespace

SplitLine::SplitLine(QWidget* parent) : ItemLayout(parent) {
    setSpacing(scaled(space::kRelated));
}

QSize SplitLine::endSize() const {
    QSize size(0, 0);
    for (std::size_t at = 1; at < items().size(); ++at) {
        if (items()[at]->isEmpty()) continue;
        const QSize one = items()[at]->sizeHint();
        size = {size.width() + (size.width() > 0 ? spacing() : 0) + one.width(), std::max(size.height(), one.height())};
    }
    return size;
}

QSize SplitLine::sizeHint() const {
    if (items().empty()) return {};
    const QSize end = endSize();
    const QSize first = items().front()->isEmpty() ? QSize() : items().front()->sizeHint();
    return {std::max(first.width(), 0) + spacing() + end.width(), std::max(first.height(), end.height())};
}

QSize SplitLine::minimumSize() const {
    if (items().empty()) return {};
    const QSize first = items().front()->isEmpty() ? QSize(0, 0) : items().front()->minimumSize();
    return first.expandedTo(endSize());
}

int SplitLine::arrange(const QRect& rect, bool place) const {
    if (items().empty()) return 0;
    const auto& first = *items().front();
    const QSize end = endSize();
    if (first.isEmpty()) {
        if (place) placeEnd(rect);
        return end.height();
    }
    const int beside = rect.width() - (end.width() > 0 ? end.width() + spacing() : 0);
    const bool below = end.width() > 0 && beside < first.minimumSize().width();
    const int width = below ? rect.width() : beside;
    const int height = heightAt(first, width);
    const int line = below ? height : std::max(height, end.height());
    const int whole = below ? height + spacing() + end.height() : line;
    if (!place) return whole;
    const int room = below ? height : std::max(line, rect.height());
    items().front()->setGeometry({rect.x(), rect.y() + (below ? 0 : (room - height) / 2), width, height});
    placeEnd(below ? QRect(rect.x(), rect.y() + height + spacing(), rect.width(), end.height())
                   : QRect(rect.x(), rect.y(), rect.width(), room));
    return whole;
}

void SplitLine::placeEnd(const QRect& rect) const {
    int x = rect.x() + rect.width() - endSize().width();
    for (std::size_t at = 1; at < items().size(); ++at) {
        if (items()[at]->isEmpty()) continue;
        const QSize size = items()[at]->sizeHint();
        items()[at]->setGeometry({x, rect.y() + (rect.height() - size.height()) / 2, size.width(), size.height()});
        x += size.width() + spacing();
    }
}

} // namespace chairside::ui
