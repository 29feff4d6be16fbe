#include "app/script/key_script.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QWidget>
#include <memory>
#include <utility>

QT_BEGIN_NAMESPACE
// Exported by QtGui for QtTest, which delivers its keys by it: shortcuts and mnemonics get the key first.
Q_GUI_EXPORT bool qt_sendShortcutOverrideEvent(QObject* object, ulong timestamp, int key,
                                               Qt::KeyboardModifiers modifiers, const QString& text, bool autoRepeat,
                                               ushort count);
QT_END_NAMESPACE

namespace chairside::app {

namespace {

constexpr int kPulseMs = 5;
constexpr int kLongestTabRound = 400;
constexpr int kCalmPulses = 20; // a job goes to the worker and comes back

int keyOf(QChar character) {
    const QChar upper = character.toUpper();
    return upper.unicode() < 0x80 ? upper.unicode() : static_cast<int>(Qt::Key_unknown);
}

} // namespace

KeyScript::KeyScript(QWidget& window, QObject* parent) : QObject(parent), m_window(window) {
    m_pulse.setInterval(kPulseMs);
    connect(&m_pulse, &QTimer::timeout, this, &KeyScript::advance);
}

void KeyScript::add(const QString& what, Step step) {
    m_steps.push_back({what, std::move(step)});
}

void KeyScript::addThought() {
    add(QStringLiteral("thought"), [this] {
        ++m_thoughts;
        return true;
    });
}

void KeyScript::type(const QString& text) {
    addThought();
    m_afterText = true;
    for (const QChar character : text) {
        add(QStringLiteral("type"), [this, character] {
            send(keyOf(character), character.isUpper() ? Qt::ShiftModifier : Qt::NoModifier, QString(character));
            return true;
        });
    }
}

void KeyScript::press(int key, Qt::KeyboardModifiers modifiers) {
    const bool endsText = m_afterText && (key == Qt::Key_Return || key == Qt::Key_Tab);
    m_afterText = false;
    if (!endsText) addThought();
    add(QStringLiteral("press"), [this, key, modifiers] {
        const bool printable = key >= Qt::Key_Space && key <= Qt::Key_ydiaeresis && modifiers == Qt::NoModifier;
        const QString text = key == Qt::Key_Return ? QStringLiteral("\r")
                             : key == Qt::Key_Tab  ? QStringLiteral("\t")
                             : printable           ? QString(QChar(key)).toLower()
                                                   : QString();
        send(key, modifiers, text);
        return true;
    });
}

void KeyScript::alt(QChar letter) {
    m_afterText = false;
    addThought();
    add(QStringLiteral("Alt+%1").arg(letter), [this, letter] {
        send(keyOf(letter), Qt::AltModifier, QString(letter));
        return true;
    });
}

void KeyScript::waitUntil(const QString& what, Condition condition) {
    add(what, std::move(condition));
}

void KeyScript::waitFor(const QString& objectName) {
    add(QStringLiteral("wait for %1").arg(objectName),
        [this, objectName] { return visibleChild(objectName) != nullptr; });
}

void KeyScript::waitForGone(const QString& objectName) {
    add(QStringLiteral("wait until %1 is gone").arg(objectName),
        [this, objectName] { return visibleChild(objectName) == nullptr; });
}

void KeyScript::waitForEnabled(const QString& objectName) {
    add(QStringLiteral("wait until %1 is enabled").arg(objectName), [this, objectName] {
        const QWidget* child = visibleChild(objectName);
        return child != nullptr && child->isEnabled();
    });
}

void KeyScript::waitForText(const QString& objectName, const QString& text) {
    add(QStringLiteral("wait for the text of %1").arg(objectName), [this, objectName, text] {
        const auto* edit = qobject_cast<QLineEdit*>(visibleChild(objectName));
        return edit != nullptr && edit->text() == text;
    });
}

void KeyScript::settle() {
    const auto calm = std::make_shared<int>(0);
    add(QStringLiteral("wait until all is saved"), [this, calm] {
        const auto* state = qobject_cast<QLabel*>(visibleChild(QStringLiteral("statusSaved")));
        const bool saving = state != nullptr && state->text().startsWith(
                                                    QCoreApplication::translate("chairside::ui::StatusLine", "Saving"));
        *calm = saving ? 0 : *calm + 1;
        return *calm > kCalmPulses;
    });
}

void KeyScript::tabTo(const QString& objectName) {
    const auto round = std::make_shared<int>(0);
    add(QStringLiteral("Tab to %1").arg(objectName), [this, objectName, round] {
        const QWidget* focus = QApplication::focusWidget();
        const QWidget* wanted = visibleChild(objectName);
        if (wanted != nullptr && focus != nullptr && (focus == wanted || wanted->isAncestorOf(focus))) return true;
        if (wanted != nullptr && wanted->isEnabled() && ++*round < kLongestTabRound)
            send(Qt::Key_Tab, Qt::NoModifier, QStringLiteral("\t"));
        return false;
    });
}

void KeyScript::run(std::function<void()> action) {
    add(QStringLiteral("action"), [action = std::move(action)] {
        action();
        return true;
    });
}

void KeyScript::passTime(std::function<void()> moveClock) {
    add(QStringLiteral("time"), [this, moveClock = std::move(moveClock)] {
        moveClock();
        // Before anything looks at the clock.
        QKeyEvent press(QEvent::KeyPress, Qt::Key_Shift, Qt::ShiftModifier);
        QApplication::sendEvent(target(), &press);
        QKeyEvent release(QEvent::KeyRelease, Qt::Key_Shift, Qt::NoModifier);
        QApplication::sendEvent(target(), &release);
        return true;
    });
}

void KeyScript::start() {
    m_pulse.start();
}

void KeyScript::advance() {
    if (m_steps.empty()) {
        m_pulse.stop();
        Q_EMIT finished(true, {});
        return;
    }
    // The step may take long and let the timer run again.
    m_pulse.stop();
    if (m_steps.front().step()) {
        m_steps.pop_front();
        m_pulsesOnStep = 0;
    } else if (++m_pulsesOnStep * kPulseMs > m_patienceMs) {
        return fail(m_steps.front().what);
    }
    m_pulse.start();
}

void KeyScript::fail(const QString& what) {
    const QWidget* focus = QApplication::focusWidget();
    const QString where = focus == nullptr ? QStringLiteral("nothing") : focus->objectName();
    m_steps.clear();
    Q_EMIT finished(false, QStringLiteral("%1 (focus on %2)").arg(what, where));
}

void KeyScript::send(int key, Qt::KeyboardModifiers modifiers, const QString& text) {
    ++m_keys;
    QPointer<QWidget> widget = target();
    if (qt_sendShortcutOverrideEvent(widget, 0, key, modifiers, text, false, 1)) return;
    if (!widget) return;
    QKeyEvent press(QEvent::KeyPress, key, modifiers, text);
    QApplication::sendEvent(widget, &press);
    if (!widget) return;
    QKeyEvent release(QEvent::KeyRelease, key, modifiers, text);
    QApplication::sendEvent(widget, &release);
}

QWidget* KeyScript::target() const {
    if (QWidget* popup = QApplication::activePopupWidget())
        return popup->focusWidget() != nullptr ? popup->focusWidget() : popup;
    QWidget* focus = QApplication::focusWidget();
    return focus != nullptr ? focus : &m_window;
}

QWidget* KeyScript::visibleChild(const QString& objectName) const {
    for (QWidget* child : m_window.findChildren<QWidget*>(objectName)) {
        if (child->isVisible()) return child;
    }
    return nullptr;
}

} // namespace chairside::app
