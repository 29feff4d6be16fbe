#include "ui/widgets/wheel_guard.h"

#include <QAbstractSlider>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QEvent>
#include <QScrollBar>

#include "ui/widgets/entry_edit.h"

namespace chairside::ui {

namespace {

bool isGuarded(const QWidget* widget) {
    if (qobject_cast<const QScrollBar*>(widget) != nullptr) return false;
    return qobject_cast<const QAbstractSpinBox*>(widget) != nullptr ||
           qobject_cast<const QComboBox*>(widget) != nullptr ||
           qobject_cast<const QAbstractSlider*>(widget) != nullptr || qobject_cast<const EntryEdit*>(widget) != nullptr;
}

} // namespace

bool WheelGuard::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() != QEvent::Wheel && event->type() != QEvent::Polish) return QObject::eventFilter(watched, event);
    auto* widget = qobject_cast<QWidget*>(watched);
    if (widget == nullptr || !isGuarded(widget) || widget->hasFocus()) return QObject::eventFilter(watched, event);
    if (event->type() == QEvent::Polish) {
        // A wheel would else give the focus first, and then change the value.
        if (widget->focusPolicy() == Qt::WheelFocus) widget->setFocusPolicy(Qt::StrongFocus);
        return QObject::eventFilter(watched, event);
    }
    // Not delivered here, and ignored: Qt hands it on to the page around the widget.
    event->ignore();
    return true;
}

} // namespace chairside::ui
