// Notices that nobody is at the screen.
#pragma once

#include <QObject>
#include <chrono>
#include <optional>

#include "core/base/clock.h"

class QTimer;

namespace chairside::ui {

// Watches every window of the program while it is on. A key, a button, the wheel and a touch are somebody; the pointer
// passing over is not. Time is the longer of the monotonic and the wall clock, so that a computer that slept, which
// stops the first one on some systems, wakes up locked.
class IdleWatch : public QObject {
    Q_OBJECT

public:
    explicit IdleWatch(const base::Clock& clock, QObject* parent = nullptr);

    // Starts counting from now, on or not.
    void begin(std::chrono::seconds after, std::chrono::seconds warning);
    void end();
    [[nodiscard]] bool isOn() const { return m_since.has_value(); }
    // Looks at the clock; done each second while it is on.
    void look();

Q_SIGNALS:
    // Once a second from the warning on.
    void warned(int secondsLeft);
    // Somebody is there again after a warning.
    void stayed();
    // It is off when this comes.
    void expired();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Moment {
        std::chrono::milliseconds monotonic{};
        base::Instant wall;
    };
    [[nodiscard]] Moment moment() const { return {m_clock.monotonic(), m_clock.now()}; }

    const base::Clock& m_clock;
    QTimer* m_timer = nullptr;
    std::chrono::seconds m_after{};
    std::chrono::seconds m_warning{};
    std::optional<Moment> m_since; // nothing: it is off
    bool m_hasWarned = false;
};

} // namespace chairside::ui
