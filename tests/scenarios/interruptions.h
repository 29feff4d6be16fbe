// Windows that stand in the way of somebody at work.
#pragma once

#include <QEvent>
#include <QObject>
#include <QWidget>

namespace chairside::test {

// Counts the windows that stand in the way until they are answered.
class Interruptions : public QObject {
public:
    bool eventFilter(QObject* watched, QEvent* event) override {
        const auto* widget = qobject_cast<const QWidget*>(watched);
        if (event->type() == QEvent::Show && widget != nullptr && widget->isWindow() && widget->isModal()) ++m_count;
        return QObject::eventFilter(watched, event);
    }
    int m_count = 0;
};

} // namespace chairside::test
