// Where the keyboard stops, and in which order.
#pragma once

#include <QObject>

class QWidget;

namespace chairside::ui {

// Moves the focus to the next stop of its window, after the last one to the first, or backwards: down a column or along
// a line as the layouts place it, then to the next one, whenever the widgets were made.
void moveFocus(bool forward);

// The first widget in root, in the order of its layouts, that Tab would stop at; nothing if there is none. Root itself
// counts.
[[nodiscard]] QWidget* firstTabStop(QWidget* root);

// An event filter for the whole application: Tab and Back-Tab are moveFocus, so that nobody has to chain widgets.
// Install once with QApplication::installEventFilter; the caller owns it.
class TabsFollowLayout : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
};

} // namespace chairside::ui
