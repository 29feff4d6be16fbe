#include "tests/bench/frame.h"

#include <QApplication>
#include <QDeadlineTimer>
#include <QEvent>
#include <QWidget>

#include "tests/bench/bench_clinic.h"

namespace chairside::bench {

namespace {

constexpr int kLongestFrameMs = 100;

} // namespace

Frame::Frame(QWidget& window) : m_window(window) {
    qApp->installEventFilter(this);
}

Frame::~Frame() {
    qApp->removeEventFilter(this);
}

// The request to update is answered here, so that what follows it in the queue is not counted: when sendEvent is back,
// the changed parts are painted and flushed.
bool Frame::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Paint) {
        auto* widget = qobject_cast<QWidget*>(watched);
        if (widget != nullptr && (widget == &m_window || m_window.isAncestorOf(widget))) m_hasPainted = true;
    }
    if (event->type() != QEvent::UpdateRequest || watched != &m_window || m_isPainting) return false;
    m_isPainting = true;
    QCoreApplication::sendEvent(watched, event);
    m_isPainting = false;
    m_isDone = m_hasPainted;
    return true;
}

void Frame::wait() {
    const QDeadlineTimer deadline(kLongestFrameMs);
    while (!m_isDone && !deadline.hasExpired())
        QApplication::processEvents(QEventLoop::AllEvents);
    if (!m_isDone) giveUp("a painted frame", {.code = base::Code::Internal});
}

} // namespace chairside::bench
