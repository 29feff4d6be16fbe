// A line with words or controls at its left and others at its right end.
#pragma once

#include "ui/widgets/item_layout.h"

namespace chairside::ui {

// The first widget has what the others leave. Where they cannot stand beside its narrowest form, they stand below it,
// still at the right. What is hidden takes no room.
class SplitLine : public ItemLayout {
public:
    explicit SplitLine(QWidget* parent = nullptr);

    [[nodiscard]] Qt::Orientations expandingDirections() const override { return Qt::Horizontal; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSize() const override;

private:
    [[nodiscard]] QSize endSize() const;
    int arrange(const QRect& rect, bool place) const override;
    void placeEnd(const QRect& rect) const;
};

} // namespace chairside::ui
