// A line with words or controls at its left and others at its right end.
#pragma once

#include <QLayout>
#include <memory>
#include <vector>

namespace chairside::ui {

// The first widget has what the others leave. Where they cannot stand beside its narrowest form, they stand below it,
// still at the right. What is hidden takes no room.
class SplitLine : public QLayout {
public:
    explicit SplitLine(QWidget* parent = nullptr);

    void addItem(QLayoutItem* item) override;
    [[nodiscard]] int count() const override { return static_cast<int>(m_items.size()); }
    [[nodiscard]] QLayoutItem* itemAt(int index) const override;
    QLayoutItem* takeAt(int index) override;
    [[nodiscard]] Qt::Orientations expandingDirections() const override { return Qt::Horizontal; }
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override { return arrange({0, 0, width, 0}, false); }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSize() const override;
    void setGeometry(const QRect& rect) override;

private:
    [[nodiscard]] QSize endSize() const;
    // Returns the height it takes.
    int arrange(const QRect& rect, bool place) const;
    void placeEnd(const QRect& rect) const;

    std::vector<std::unique_ptr<QLayoutItem>> m_items;
};

} // namespace chairside::ui
