// What the layouts of this folder have in common: they own their items, and their height follows the width.
#pragma once

#include <QLayout>
#include <memory>
#include <vector>

namespace chairside::ui {

class ItemLayout : public QLayout {
public:
    ~ItemLayout() override;

    void addItem(QLayoutItem* item) override;
    [[nodiscard]] int count() const override { return static_cast<int>(m_items.size()); }
    [[nodiscard]] QLayoutItem* itemAt(int index) const override;
    QLayoutItem* takeAt(int index) override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override { return arrange({0, 0, width, 0}, false); }
    void setGeometry(const QRect& rect) override;

protected:
    explicit ItemLayout(QWidget* parent);

    // Returns the height; places the widgets only if asked to.
    virtual int arrange(const QRect& rect, bool place) const = 0;
    [[nodiscard]] const std::vector<std::unique_ptr<QLayoutItem>>& items() const { return m_items; }

private:
    std::vector<std::unique_ptr<QLayoutItem>> m_items;
};

} // namespace chairside::ui
