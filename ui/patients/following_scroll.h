// A scrolled page that keeps the focused control in sight, however the focus got there.
#pragma once

#include <QScrollArea>

namespace chairside::ui {

class FollowingScroll : public QScrollArea {
    Q_OBJECT

public:
    // Takes content as its widget.
    explicit FollowingScroll(QWidget* content, QWidget* parent = nullptr);

private:
    void follow(QWidget* now);
};

} // namespace chairside::ui
