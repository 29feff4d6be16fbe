// When the desktop locks its screen, or the computer goes to sleep.
#pragma once

#include <QDBusConnection>
#include <QObject>

namespace chairside::app {

// Hears what desktops say on their message buses: org.freedesktop.ScreenSaver and its GNOME namesake on that of the
// session, org.freedesktop.login1 on that of the system. Whoever says it can only have the program locked. Lives on the
// GUI thread.
class DesktopLock : public QObject {
    Q_OBJECT

public:
    // The buses of this session; without any, nothing is heard.
    explicit DesktopLock(QObject* parent = nullptr);
    // Both kinds of signal on one bus.
    DesktopLock(QDBusConnection bus, QObject* parent);

Q_SIGNALS:
    void locked();

private:
    Q_SLOT void sayWhen(bool isActive);
    void hearSession(QDBusConnection bus);
    void hearSystem(QDBusConnection bus);
};

} // namespace chairside::app
