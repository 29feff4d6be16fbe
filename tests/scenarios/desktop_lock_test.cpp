// The program hears that the desktop locks: on a message bus of the test's own, with what desktops say there.
#include <gtest/gtest.h>

#include <QDBusConnection>
#include <QDBusMessage>
#include <QProcess>
#include <QStandardPaths>

#include "app/desktop_lock.h"
#include "tests/support/gui/gui_fixture.h"

namespace chairside::test {
namespace {

using namespace Qt::Literals::StringLiterals;

class DesktopLocks : public testing::Test {
protected:
    void SetUp() override {
        const auto daemon = QStandardPaths::findExecutable(u"dbus-daemon"_s);
        if (daemon.isEmpty()) GTEST_SKIP() << "no dbus-daemon here";
        m_daemon.start(daemon, {u"--session"_s, u"--nofork"_s, u"--print-address"_s});
        ASSERT_TRUE(m_daemon.waitForStarted() && m_daemon.waitForReadyRead());
        const auto address = QString::fromLatin1(m_daemon.readLine()).trimmed();
        ASSERT_TRUE(m_bus.emplace(QDBusConnection::connectToBus(address, u"program"_s)).isConnected());
        ASSERT_TRUE(m_desktop.emplace(QDBusConnection::connectToBus(address, u"desktop"_s)).isConnected());
    }
    void TearDown() override {
        QDBusConnection::disconnectFromBus(u"program"_s);
        QDBusConnection::disconnectFromBus(u"desktop"_s);
        m_daemon.kill();
        m_daemon.waitForFinished();
    }
    // The bus answers in the order it is asked: what is to be heard is in force when it has.
    void waitForTheBus() {
        const auto name = u"org.freedesktop.DBus"_s;
        const auto answer =
            m_bus->call(QDBusMessage::createMethodCall(name, u"/org/freedesktop/DBus"_s, name, u"GetId"_s));
        ASSERT_EQ(answer.type(), QDBusMessage::ReplyMessage);
    }
    void say(const QString& path, const QString& interface, const QString& word, const QVariantList& with) {
        auto message = QDBusMessage::createSignal(path, interface, word);
        message.setArguments(with);
        ASSERT_TRUE(m_desktop->send(message));
    }

    QProcess m_daemon;
    std::optional<QDBusConnection> m_bus;
    std::optional<QDBusConnection> m_desktop;
};

TEST_F(DesktopLocks, AreHeardFromEveryDesktopAndFromTheSystem) {
    app::DesktopLock lock(*m_bus, nullptr);
    waitForTheBus();
    const Heard heard(&lock, &app::DesktopLock::locked);
    struct Said {
        QString path, interface, word;
        QVariantList with;
    };
    const std::vector<Said> locks{
        {u"/org/freedesktop/ScreenSaver"_s, u"org.freedesktop.ScreenSaver"_s, u"ActiveChanged"_s, {true}},
        {u"/org/gnome/ScreenSaver"_s, u"org.gnome.ScreenSaver"_s, u"ActiveChanged"_s, {true}},
        {u"/org/freedesktop/login1/session/_31"_s, u"org.freedesktop.login1.Session"_s, u"Lock"_s, {}},
        {u"/org/freedesktop/login1"_s, u"org.freedesktop.login1.Manager"_s, u"PrepareForSleep"_s, {true}}};
    int expected = 0;
    for (const auto& said : locks) {
        // A screen that is free again is no lock.
        if (!said.with.isEmpty()) say(said.path, said.interface, said.word, {false});
        say(said.path, said.interface, said.word, said.with);
        ++expected;
        EXPECT_TRUE(waitUntil([&] { return heard.count() == expected; })) << qPrintable(said.interface);
    }
}

} // namespace
} // namespace chairside::test
