// From a change to the frame that shows it: painted, and handed to the window system.
#pragma once

#include <QObject>

class QWidget;

namespace chairside::bench {

// Made before the change. The window must outlive it.
class Frame : public QObject {
public:
    explicit Frame(QWidget& window);
    ~Frame() override;

    // Handles what is pending until something inside the window has been painted and flushed. Gives up the measurement
    // after a tenth of a second: then nothing was asked to be shown.
    void wait();

    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget& m_window;
    bool m_isPainting = false;
    bool m_hasPainted = false; // some part of the window
    bool m_isDone = false;
};

} // namespace chairside::bench
