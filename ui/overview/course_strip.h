// The infusions of a course in their order, as buttons: where in the course somebody is.
#pragma once

#include <QAbstractButton>
#include <QWidget>
#include <vector>

#include "ui/overview/overview_screen.h"

class QHBoxLayout;

namespace chairside::ui {

// One infusion. Symbol, word and outline differ with the state, never the colour alone.
class StripButton : public QAbstractButton {
    Q_OBJECT

public:
    explicit StripButton(QWidget* parent = nullptr);
    void setItem(const StripItem& item);
    [[nodiscard]] const std::optional<StripItem>& item() const { return m_item; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    std::optional<StripItem> m_item;
};

// Left and Right move between the infusions, Home and End to the ends; Enter, Space or a click chooses one.
class CourseStrip : public QWidget {
    Q_OBJECT

public:
    explicit CourseStrip(QWidget* parent = nullptr);
    // The focus stays on the same infusion.
    void setItems(const std::vector<StripItem>& items);
    void focusItem(const domain::PlannedInfusionId& planned);

Q_SIGNALS:
    void chosen(const chairside::ui::StripItem& item);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    [[nodiscard]] int focused() const;
    StripButton* addButton();

    QHBoxLayout* m_layout = nullptr;
    std::vector<StripButton*> m_buttons;
};

} // namespace chairside::ui
