// The desktop program while it runs: opens the clinic on the worker, shows what that leads to, and owns the window.
#pragma once

#include <QObject>
#include <functional>
#include <memory>

#include "app/clinic.h"
#include "app/demo/demo_folder.h"
#include "app/options.h"
#include "core/base/steady_clock.h"
#include "core/base/system_clock.h"
#include "ui/prompt/qt_prompter.h"
#include "ui/retreatment/retreatment_keeper.h"
#include "ui/shell/backup_watch.h"
#include "ui/shell/idle_watch.h"
#include "ui/shell/main_window.h"
#include "ui/work/thread_runner.h"
#include "ui/work/workbench.h"

namespace chairside::app {

class DesktopLock;

// Lives on the GUI thread. Only the worker touches the clinic.
class Desktop : public QObject {
    Q_OBJECT

public:
    // Begins to open the clinic on the worker, so that theme and window can be made meanwhile; nothing is shown, and
    // ready() or failed() follows only from the event loop after start(). clock: what the program goes by, instead of
    // the clock the options ask for; outlives the desktop.
    explicit Desktop(const Options& options, const base::Clock* clock = nullptr);
    ~Desktop() override;

    // Shows the window as soon as there is something to show; ready() or failed() follows.
    void start();

    // Made at the first call; the theme must have been applied.
    [[nodiscard]] ui::MainWindow& window();
    // Valid from ready() on.
    [[nodiscard]] ui::Workbench& bench() { return *m_bench; }
    [[nodiscard]] const Options& options() const { return m_options; }
    // Shows a signed-in person's program without asking; for pictures of a demo clinic.
    void enter(const services::Actor& actor);

Q_SIGNALS:
    // The sign-in or first-run screen is shown.
    void ready();
    // The fault screen is shown.
    void failed();

private:
    struct Opened;
    void openClinic();
    // On the worker.
    static base::Done openInto(Opened& opened, const std::filesystem::path& folder,
                               std::optional<base::Instant> demoStart, const base::Clock& clock);
    void clinicOpened(const std::shared_ptr<Opened>& opened);
    void tellRefusedInstruments();
    // whole: runs here when the check has passed.
    void checkClinic(const std::function<void()>& whole);
    void checkAfterSignIn();
    void closeClinic();
    [[nodiscard]] std::filesystem::path dataFolder() const;
    void restore(const QString& folder, const QString& backup, const std::string& password, const std::string& code);
    void showSignIn();
    void showSetup();
    void makePages();
    void showFault(const base::Error& error);
    void nameClinic(const services::ClinicDetails& details);
    // A person is there, and from now on missed.
    void watchBackups();
    void showEmergency();
    void watchScreen();
    void lock(services::LockCause cause);
    void quitWhenSafe();

    Options m_options;
    std::unique_ptr<base::TimeZone> m_zone;
    std::unique_ptr<base::Clock> m_wall; // none: it was given
    std::unique_ptr<base::SteadyClock> m_clock;
    std::unique_ptr<DemoFolder> m_demoFolder;
    std::unique_ptr<Clinic> m_clinic; // made and used on the worker; outlives it
    std::unique_ptr<ui::ThreadRunner> m_runner;
    ui::QtPrompter m_prompter;
    std::unique_ptr<ui::Workbench> m_bench;
    std::unique_ptr<ui::MainWindow> m_window;
    std::unique_ptr<ui::IdleWatch> m_idle;
    DesktopLock* m_desktopLock = nullptr;      // once somebody has signed in
    ui::BackupWatch* m_backups = nullptr;      // the bench's
    ui::RetreatmentKeeper* m_keeper = nullptr; // the bench's
    QString m_clinicName;
    QString m_notice; // for the next sign-in screen
    bool m_noticeIsFailure = false;
    bool m_isEncrypted = false;
    bool m_isChecked = false; // what is locked is checked after the first sign-in
    bool m_hasPages = false;
};

} // namespace chairside::app
