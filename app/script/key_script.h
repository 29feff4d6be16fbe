// Works the program by its keys, as a person would, and waits for what it shows: for the tour on machines without a
// display, for pictures of the pages, and for scenario tests.
#pragma once

#include <QObject>
#include <QPointer>
#include <QTimer>
#include <deque>
#include <functional>

class QWidget;

namespace chairside::app {

// Steps are added first and played by start(), each from the event loop. Keys go to the widget that has the focus, with
// shortcuts and mnemonics, exactly as the window system would deliver them.
class KeyScript : public QObject {
    Q_OBJECT

public:
    using Condition = std::function<bool()>;

    explicit KeyScript(QWidget& window, QObject* parent = nullptr);

    void type(const QString& text);
    void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    // Alt with a letter: a mnemonic.
    void alt(QChar letter);
    // Goes on once the condition holds; the script fails after the patience, naming `what`.
    void waitUntil(const QString& what, Condition condition);
    // Goes on once a visible widget of this object name exists.
    void waitFor(const QString& objectName);
    void waitForGone(const QString& objectName);
    void waitForEnabled(const QString& objectName);
    // Goes on once a line editor of this name shows exactly this text.
    void waitForText(const QString& objectName, const QString& text);
    // Goes on once nothing is being saved and the page has come to rest.
    void settle();
    // Moves the focus with Tab until the widget of this object name has it; fails after one round without meeting it.
    void tabTo(const QString& objectName);
    void run(std::function<void()> action);
    // Moves the clock on with somebody at the screen, so that it does not lock. Counts no key.
    void passTime(std::function<void()> moveClock);

    // A visible widget of the window, or nothing.
    [[nodiscard]] QWidget* visibleChild(const QString& objectName) const;
    void start();
    [[nodiscard]] int keysPressed() const { return m_keys; }
    // What had to be thought of: each text that is typed, and each key that is no text and ends none.
    [[nodiscard]] int thoughts() const { return m_thoughts; }
    void setPatience(int milliseconds) { m_patienceMs = milliseconds; }

Q_SIGNALS:
    void finished(bool succeeded, const QString& failure);

private:
    // Returns true when the step is done.
    using Step = std::function<bool()>;
    void add(const QString& what, Step step);
    void addThought();
    void advance();
    void fail(const QString& what);
    void send(int key, Qt::KeyboardModifiers modifiers, const QString& text);
    [[nodiscard]] QWidget* target() const;

    struct Named {
        QString what;
        Step step;
    };
    QWidget& m_window;
    std::deque<Named> m_steps;
    QTimer m_pulse;
    int m_pulsesOnStep = 0;
    int m_patienceMs = 20'000;
    int m_keys = 0;
    int m_thoughts = 0;
    bool m_afterText = false; // while the script is put together
};

} // namespace chairside::app
