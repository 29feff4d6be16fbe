#include "tests/support/gui/gui_fixture.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QDeadlineTimer>
#include <QPointer>
#include <QTest>
#include <QTimer>
#include <algorithm>

namespace chairside::test {

namespace {

constexpr std::size_t kMostStops = 500;

// A mnemonic presses a button, which comes up and acts a moment later, as a person sees it do.
void letButtonsComeUp() {
    std::vector<QPointer<QAbstractButton>> down;
    for (QWidget* widget : QApplication::allWidgets()) {
        auto* button = qobject_cast<QAbstractButton*>(widget);
        if (button != nullptr && button->isDown()) down.emplace_back(button);
    }
    for (const auto& button : down)
        EXPECT_TRUE(waitUntil([&] { return button.isNull() || !button->isDown(); }));
}

} // namespace

void present(QWidget& widget, QSize size) {
    QWidget* window = widget.window();
    if (size.isValid()) window->resize(size);
    window->show();
    window->activateWindow();
    EXPECT_TRUE(QTest::qWaitForWindowActive(window));
    if (QApplication::focusWidget() == nullptr) QTest::keyClick(window, Qt::Key_Tab);
}

QWidget* findWidget(QWidget& root, const QString& objectName) {
    if (root.objectName() == objectName) return &root;
    const auto found = root.findChildren<QWidget*>(objectName);
    EXPECT_FALSE(found.isEmpty()) << "no widget named " << qPrintable(objectName);
    const auto seen = std::ranges::find_if(found, [](const QWidget* each) { return each->isVisible(); });
    if (seen != found.end()) return *seen;
    return found.isEmpty() ? nullptr : found.front();
}

void key(Qt::Key key, Qt::KeyboardModifiers modifiers) {
    QWidget* target = QApplication::focusWidget();
    if (target == nullptr) target = QApplication::activeWindow();
    ASSERT_NE(target, nullptr) << "nothing has the focus";
    QTest::keyClick(target, key, modifiers);
    if (modifiers.testFlag(Qt::AltModifier)) letButtonsComeUp();
}

void keyTimes(Qt::Key which, int times) {
    for (int time = 0; time < times; ++time)
        key(which);
}

void keys(const QString& text) {
    for (const QChar c : text) {
        QWidget* target = QApplication::focusWidget();
        ASSERT_NE(target, nullptr) << "nothing has the focus";
        if (c.unicode() < 128)
            QTest::keyClick(target, c.toLatin1());
        else
            QTest::sendKeyEvent(QTest::Click, target, Qt::Key_unknown, QString(c), Qt::NoModifier);
    }
}

void paste(const QString& text) {
    QApplication::clipboard()->setText(text);
    key(Qt::Key_V, Qt::ControlModifier);
}

void trigger(QAction* action) {
    ASSERT_NE(action, nullptr);
    ASSERT_TRUE(action->isEnabled()) << qPrintable(action->text());
    action->trigger();
}

std::vector<QWidget*> tabWalk(QWidget& root, bool backwards) {
    std::vector<QWidget*> stops;
    for (QWidget* at = QApplication::focusWidget(); stops.size() < kMostStops; at = QApplication::focusWidget()) {
        if (at == nullptr || std::find(stops.begin(), stops.end(), at) != stops.end()) break;
        if (&root == at || root.isAncestorOf(at)) stops.push_back(at);
        key(backwards ? Qt::Key_Backtab : Qt::Key_Tab, backwards ? Qt::ShiftModifier : Qt::NoModifier);
        if (QApplication::focusWidget() == at) break;
    }
    return stops;
}

bool waitUntil(const std::function<bool()>& predicate, int milliseconds) {
    QTimer waker; // so that waiting for an event ends
    waker.start(5);
    const QDeadlineTimer deadline(milliseconds);
    while (!predicate()) {
        if (deadline.hasExpired()) return false;
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
    return true;
}

void settle() {
    QCoreApplication::processEvents();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QCoreApplication::processEvents();
}

} // namespace chairside::test
