// The column of page buttons at the left edge.
#pragma once

#include <QWidget>
#include <map>

#include "ui/shell/place.h"

class QButtonGroup;
class QToolButton;
class QVBoxLayout;

namespace chairside::ui {

class Rail : public QWidget {
    Q_OBJECT

public:
    explicit Rail(QWidget* parent = nullptr);
    // Kinds that are no rail pages add nothing.
    void add(PageKind kind);
    // Marks the page's button; none for pages that are not in the rail.
    void mark(PageKind kind);

Q_SIGNALS:
    void chosen(chairside::ui::PageKind kind);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QVBoxLayout* m_layout = nullptr;
    std::map<int, QToolButton*> m_buttons;
};

} // namespace chairside::ui
