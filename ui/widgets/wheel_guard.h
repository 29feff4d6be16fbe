// Keeps the mouse wheel from changing a value somebody only scrolls past.
#pragma once

#include <QObject>

namespace chairside::ui {

// An event filter for the whole application: a wheel over an unfocused spin box, combo box, slider or one of
// our editors scrolls the page instead. Install once with QApplication::installEventFilter; the caller owns
// it.
class WheelGuard : public QObject {
    Q_OBJECT

public:
    explicit WheelGuard(QObject* parent = nullptr) : QObject(parent) {}

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
};

} // namespace chairside::ui
