#include "app/desktop_lock.h"

#include <QFile>

namespace chairside::app {

namespace {

using namespace Qt::Literals::StringLiterals;

// The library would start a bus of its own where there is none.
bool hasSessionBus() {
    return qEnvironmentVariableIsSet("DBUS_SESSION_BUS_ADDRESS") ||
           QFile::exists(qEnvironmentVariable("XDG_RUNTIME_DIR") + u"/bus"_s);
}

} // namespace

DesktopLock::DesktopLock(QObject* parent) : QObject(parent) {
    if (hasSessionBus()) hearSession(QDBusConnection::sessionBus());
    hearSystem(QDBusConnection::systemBus());
}

DesktopLock::DesktopLock(QDBusConnection bus, QObject* parent) : QObject(parent) {
    hearSession(bus);
    hearSystem(bus);
}

void DesktopLock::hearSession(QDBusConnection bus) {
    if (!bus.isConnected()) return;
    for (const auto& name : {u"org.freedesktop.ScreenSaver"_s, u"org.gnome.ScreenSaver"_s})
        bus.connect({}, {}, name, u"ActiveChanged"_s, this, SLOT(sayWhen(bool)));
}

void DesktopLock::hearSystem(QDBusConnection bus) {
    if (!bus.isConnected()) return;
    bus.connect({}, {}, u"org.freedesktop.login1.Session"_s, u"Lock"_s, this, SIGNAL(locked()));
    bus.connect({}, {}, u"org.freedesktop.login1.Manager"_s, u"PrepareForSleep"_s, this, SLOT(sayWhen(bool)));
}

void DesktopLock::sayWhen(bool isActive) {
    if (isActive) Q_EMIT locked();
}

} // namespace chairside::app
