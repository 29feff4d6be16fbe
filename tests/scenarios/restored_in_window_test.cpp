// A backup restored from the running program: the clinic is let go, replaced, opened again, and said so on the sign-in
// screen. What is refused leaves the data as they were.
#include <gtest/gtest.h>

#include <QEventLoop>
#include <QTemporaryDir>
#include <QTimer>
#include <filesystem>

#include "app/demo/demo_clinic.h"
#include "app/demo/demo_clock.h"
#include "app/desktop.h"
#include "app/script/tour_clock.h"
#include "ui/widgets/text_label.h"

namespace chairside::test {
namespace {

namespace fs = std::filesystem;
using services::BackupProgress;

constexpr const char* kPassword = "a kettle sings at dawn";
constexpr int kLongestWaitMs = 60'000;

class RestoredInWindow : public testing::Test {
protected:
    RestoredInWindow() : m_clock(app::demoMoment(m_zone)) {
        app::DemoClock made(app::demoMoment(m_zone));
        auto clinic = app::Clinic::open({.folder = folder(), .weakPasswords = true}, made);
        const services::NewAccount first{"ines", "I. Nes", {domain::Role::Administrator}, kPassword};
        const auto actor = (*clinic)->services().accounts.setUpClinic("Hillside", first, "pc");
        auto& backups = (*clinic)->services().backups;
        EXPECT_TRUE(backups.begin(*actor).has_value());
        auto progress = backups.step();
        while (progress && progress->phase != BackupProgress::Phase::Finished)
            progress = backups.step();
        if (!progress) return;
        m_backup = progress->backup.name;
        // Saved after the backup: gone once it is restored.
        EXPECT_TRUE((*clinic)
                        ->services()
                        .accounts.createAccount(*actor, {"lee", "J. Lee", {domain::Role::Nurse}, "battery staple 12"})
                        .has_value());
    }

    fs::path folder() const { return m_folder.filePath(QStringLiteral("clinic")).toStdString(); }

    // Runs until the signal comes.
    template <class Signal>
    void await(Signal signal) {
        QEventLoop loop;
        QObject::connect(m_desktop.get(), signal, &loop, &QEventLoop::quit);
        QTimer::singleShot(kLongestWaitMs, &loop, &QEventLoop::quit);
        loop.exec();
    }
    std::optional<services::Actor> signIn(const std::string& user, const std::string& password) {
        std::optional<services::Actor> actor;
        QEventLoop loop;
        m_desktop->bench().ask(
            &loop, [user, password](services::Services& all) { return all.accounts.signIn(user, password, "pc"); },
            [&](const base::Result<services::Actor>& result) {
                if (result) actor = *result;
                loop.quit();
            });
        loop.exec();
        return actor;
    }
    void start() {
        app::Options options;
        options.data = folder().string();
        m_desktop = std::make_unique<app::Desktop>(options, &m_clock);
        m_desktop->start();
        await(&app::Desktop::ready);
    }
    QString restore(const std::string& password) {
        const auto administrator = signIn("ines", kPassword);
        EXPECT_TRUE(administrator);
        m_desktop->enter(*administrator);
        Q_EMIT m_desktop->bench().restoreWanted({}, QString::fromStdString(m_backup), password, {});
        await(&app::Desktop::ready);
        auto* notice = m_desktop->window().findChild<ui::TextLabel*>(QStringLiteral("sign_in_notice"));
        return notice == nullptr ? QString() : notice->text();
    }

    base::SystemTimeZone m_zone;
    app::TourClock m_clock;
    QTemporaryDir m_folder;
    std::string m_backup;
    std::unique_ptr<app::Desktop> m_desktop;
};

TEST_F(RestoredInWindow, GoesOnWithTheBackupAndKeepsWhatWasThere) {
    ASSERT_FALSE(m_backup.empty());
    start();
    const QString notice = restore(kPassword);
    EXPECT_TRUE(notice.startsWith(QStringLiteral("The backup is restored and verified."))) << qPrintable(notice);
    EXPECT_TRUE(notice.contains(QStringLiteral("clinic-before-restore"))) << qPrintable(notice);
    EXPECT_FALSE(signIn("lee", "battery staple 12")) << "made after the backup";
    const auto administrator = signIn("ines", kPassword);
    ASSERT_TRUE(administrator);
    m_desktop->enter(*administrator);
    EXPECT_TRUE(m_desktop->window().go({.kind = ui::PageKind::Settings})) << "its pages are those of the new clinic";
}

TEST_F(RestoredInWindow, AWrongPasswordChangesNothing) {
    ASSERT_FALSE(m_backup.empty());
    start();
    const QString notice = restore("not the password of then");
    EXPECT_TRUE(notice.contains(QStringLiteral("Nothing has changed"))) << qPrintable(notice);
    EXPECT_TRUE(signIn("lee", "battery staple 12")) << "the data are those from before";
}

} // namespace
} // namespace chairside::test
