// Widgets beside each other as far as the width goes, the rest in lines below.
#pragma once

#include "ui/widgets/item_layout.h"

namespace chairside::ui {

// Hidden widgets take no place. The layout is as wide as its widest widget at least.
class FlowLayout : public ItemLayout {
public:
    explicit FlowLayout(int gap, QWidget* parent = nullptr);

    [[nodiscard]] Qt::Orientations expandingDirections() const override { return {}; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSize() const override;

private:
    int arrange(const QRect& rect, bool place) const override;

    int m_gap;
};

} // namespace chairside::ui
