// Driving widgets as a person at the keyboard does. Nothing here sleeps.
#pragma once

#include <QString>
#include <QWidget>
#include <functional>
#include <gtest/gtest.h>
#include <vector>

class QAction;

namespace chairside::test {

// Shows the widget in an active window and gives the focus to its first tab stop.
void present(QWidget& widget, QSize size = {});

// The descendant of this object name, the one that is seen if several forms have such a field; a test failure and
// nothing if there is none.
[[nodiscard]] QWidget* findWidget(QWidget& root, const QString& objectName);

template <class Widget = QWidget>
[[nodiscard]] Widget* findByName(QWidget& root, const QString& objectName) {
    auto* found = qobject_cast<Widget*>(findWidget(root, objectName));
    EXPECT_NE(found, nullptr) << "no such widget of this type: " << qPrintable(objectName);
    return found;
}

// Types at whatever has the focus, and follows the focus from key to key.
void keys(const QString& text);
void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
// The same key so many times.
void keyTimes(Qt::Key key, int times);
void paste(const QString& text);
// Fails the test if the action is disabled, then triggers it.
void trigger(QAction* action);

// Presses Tab (or Back-Tab) from the widget that has the focus until a widget comes round again; the stops in
// order. Ends after 500 stops. A trap shows as one stop.
[[nodiscard]] std::vector<QWidget*> tabWalk(QWidget& root, bool backwards = false);

// Processes events until the predicate holds; false after the deadline.
[[nodiscard]] bool waitUntil(const std::function<bool()>& predicate, int milliseconds = 5000);
// Processes what is pending, including deferred deletes.
void settle();

// Counts an object's signal: `Heard heard(edit, &EntryEdit::refused);`.
class Heard {
public:
    template <class Sender, class Signal>
    Heard(Sender* sender, Signal signal) {
        QObject::connect(sender, signal, &m_context, [this] { ++m_count; });
    }
    [[nodiscard]] int count() const { return m_count; }

private:
    QObject m_context;
    int m_count = 0;
};

} // namespace chairside::test
