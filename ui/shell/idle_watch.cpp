#include "ui/shell/idle_watch.h"

#include <QCoreApplication>
#include <QEvent>
#include <QTimer>
#include <algorithm>

namespace chairside::ui {

namespace {

constexpr int kIdleLookMs = 1000;

bool isSomebody(QEvent::Type type) {
    switch (type) {
    case QEvent::KeyPress:
    case QEvent::MouseButtonPress:
    case QEvent::Wheel:
    case QEvent::TouchBegin:
    case QEvent::TabletPress:
        return true;
    default:
        return false;
    }
}

} // namespace

IdleWatch::IdleWatch(const base::Clock& clock, QObject* parent)
    : QObject(parent), m_clock(clock), m_timer(new QTimer(this)) {
    m_timer->setInterval(kIdleLookMs);
    connect(m_timer, &QTimer::timeout, this, &IdleWatch::look);
}

void IdleWatch::begin(std::chrono::seconds after, std::chrono::seconds warning) {
    if (!isOn()) QCoreApplication::instance()->installEventFilter(this);
    m_after = after;
    m_warning = warning;
    m_since = moment();
    m_timer->start();
}

void IdleWatch::end() {
    if (!isOn()) return;
    QCoreApplication::instance()->removeEventFilter(this);
    m_timer->stop();
    m_since.reset();
    if (std::exchange(m_hasWarned, false)) Q_EMIT stayed();
}

void IdleWatch::look() {
    if (!isOn()) return;
    const Moment now = moment();
    const auto idle = std::max(now.monotonic - m_since->monotonic, base::between(m_since->wall, now.wall));
    const auto left = std::chrono::ceil<std::chrono::seconds>(m_after - idle);
    if (left.count() <= 0) {
        end();
        return expired();
    }
    if (left > m_warning) return;
    m_hasWarned = true;
    Q_EMIT warned(static_cast<int>(left.count()));
}

bool IdleWatch::eventFilter(QObject* watched, QEvent* event) {
    if (isOn() && isSomebody(event->type())) {
        m_since = moment();
        if (std::exchange(m_hasWarned, false)) Q_EMIT stayed();
    }
    return QObject::eventFilter(watched, event);
}

} // namespace chairside::ui
