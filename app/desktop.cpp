#include "app/desktop.h"

#include <QApplication>
#include <QTimer>
#include <chrono>
#include <utility>

#include "app/demo/demo_clinic.h"
#include "app/demo/demo_script.h"
#include "app/desktop_lock.h"
#include "app/pages.h"
#include "app/vault/restore_clinic.h"
#include "core/store/store.h"
#include "ui/format/backup_text.h"
#include "ui/format/role_text.h"
#include "ui/format/to_qt.h"
#include "ui/setup/setup_page.h"
#include "ui/shell/clock_watch.h"
#include "ui/shell/fault_page.h"
#include "ui/sign_in/lock_page.h"
#include "ui/sign_in/sign_in_page.h"
#include "ui/start/fault_text.h"
#include "ui/start/opening_page.h"

namespace chairside::app {

namespace {

constexpr std::chrono::milliseconds kPagesAfter{150};
constexpr std::chrono::milliseconds kWaitUnseen{100};

// Writes the demo clinic if the folder has none yet. Its own clinic object is closed again, so that the one the person
// works with starts with the running clock.
base::Done prepareDemo(const std::filesystem::path& folder, base::Instant moment) {
    DemoClock clock(moment);
    auto clinic = Clinic::open({.folder = folder, .weakPasswords = true}, clock);
    if (!clinic) return std::unexpected(clinic.error());
    auto occupied = (*clinic)->services().accounts.hasAccounts();
    if (!occupied) return std::unexpected(occupied.error());
    if (*occupied) return {};
    return fillDemoClinic(**clinic, clock, moment);
}

QString restoreText(const base::Result<Restored>& restored) {
    if (!restored) return Desktop::tr("The backup was not restored: %1").arg(ui::backupRestoreText(restored.error()));
    if (restored->safetyCopy.empty()) return Desktop::tr("The backup is restored and verified.");
    return Desktop::tr("The backup is restored and verified. The data from before are kept in %1.")
        .arg(QString::fromStdString(restored->safetyCopy.string()));
}

std::vector<ui::SignInHint> demoHints() {
    std::vector<ui::SignInHint> hints;
    for (const auto& account : demoAccounts()) {
        hints.push_back(
            {ui::toQt(account.printedName), ui::toQt(account.userName), ui::toQt(account.password), account.roles});
    }
    return hints;
}

} // namespace

// What the worker brings back.
struct Desktop::Opened {
    std::unique_ptr<Clinic> clinic;
    services::ClinicDetails details;
    bool hasAccounts = false;
    bool isEncrypted = false;
    std::optional<base::Error> error;
};

Desktop::Desktop(const Options& options, const base::Clock* clock)
    : m_options(options),
      m_zone(std::make_unique<base::SystemTimeZone>()),
      m_runner(std::make_unique<ui::ThreadRunner>()) {
    if (clock == nullptr) {
        if (m_options.fixedClock || m_options.demo) {
            m_wall = std::make_unique<base::ShiftedClock>(m_options.fixedClock.value_or(demoMoment(*m_zone)));
        } else {
            m_wall = std::make_unique<base::SystemClock>(*m_zone);
        }
        clock = m_wall.get();
    }
    m_clock = std::make_unique<base::SteadyClock>(*clock);
    openClinic();
}

ui::MainWindow& Desktop::window() {
    if (m_window) return *m_window;
    m_window = std::make_unique<ui::MainWindow>(*m_clock);
    m_window->setDemo(m_options.demo);
    m_window->setNotEncrypted(!store::Store::encrypts());
    connect(m_window.get(), &ui::MainWindow::quitRequested, this, &Desktop::quitWhenSafe);
    connect(m_window.get(), &ui::MainWindow::lockRequested, this, [this] { lock(services::LockCause::Asked); });
    m_idle = std::make_unique<ui::IdleWatch>(*m_clock);
    connect(m_idle.get(), &ui::IdleWatch::warned, m_window.get(), &ui::MainWindow::warnOfLock);
    connect(m_idle.get(), &ui::IdleWatch::stayed, m_window.get(), [this] { m_window->warnOfLock(std::nullopt); });
    connect(m_window.get(), &ui::MainWindow::emergencyOver, this, [this] {
        if (m_bench) m_bench->setEmergency(std::nullopt);
    });
    connect(m_idle.get(), &ui::IdleWatch::expired, this, [this] { lock(services::LockCause::Idle); });
    connect(m_window.get(), &ui::MainWindow::signedOut, this, [this] {
        m_idle->end();
        m_bench->askAs(
            this, [](services::Services& all, const services::Actor& actor) { return all.accounts.signOut(actor); },
            [](const base::Done&) {});
        m_bench->setActor(std::nullopt);
        showSignIn();
    });
    return *m_window;
}

Desktop::~Desktop() {
    m_idle.reset();
    m_window.reset();
    m_runner.reset(); // every job that was asked for has run
    m_bench.reset();
    m_clinic.reset();
}

void Desktop::start() {
    (void)window();
    // A clinic that opens at once shows its first screen at once; a person who has to wait is told why.
    QTimer::singleShot(kWaitUnseen, this, [this] {
        if (m_window->isVisible()) return;
        m_window->showGate(new ui::OpeningPage(m_options.demo));
        m_window->open();
    });
}

void Desktop::openClinic() {
    closeClinic();
    if (m_options.demo && !m_demoFolder) {
        auto folder = DemoFolder::make(m_options.data);
        if (!folder) {
            const auto fault = [this, error = folder.error()] {
                showFault(error);
            };
            QMetaObject::invokeMethod(this, fault, Qt::QueuedConnection);
            return;
        }
        m_demoFolder = std::move(*folder);
    }
    const auto folder = dataFolder();
    const auto demoStart =
        m_options.demo ? std::optional(m_options.fixedClock.value_or(demoMoment(*m_zone))) : std::nullopt;
    const auto opened = std::make_shared<Opened>();
    m_runner->submit(
        [opened, folder, demoStart, clock = m_clock.get()] {
            if (auto done = openInto(*opened, folder, demoStart, *clock); !done) opened->error = done.error();
        },
        [this, opened] { clinicOpened(opened); });
}

base::Done Desktop::openInto(Opened& opened, const std::filesystem::path& folder,
                             std::optional<base::Instant> demoStart, const base::Clock& clock) {
    if (demoStart) {
        if (auto done = prepareDemo(folder, *demoStart); !done) return done;
    }
    auto clinic = Clinic::open({.folder = folder, .checkLater = true, .weakPasswords = demoStart.has_value()}, clock);
    if (!clinic) return std::unexpected(clinic.error());
    auto accounts = (*clinic)->services().accounts.hasAccounts();
    if (!accounts) return std::unexpected(accounts.error());
    opened.hasAccounts = *accounts;
    if (*accounts) opened.details = (*clinic)->services().clinic.details().value_or(services::ClinicDetails{});
    opened.isEncrypted = (*clinic)->isEncrypted();
    opened.clinic = std::move(*clinic);
    return {};
}

void Desktop::tellRefusedInstruments() {
    for (const auto& [name, error] : m_clinic->refusedInstruments()) {
        const auto& problems = error.problems;
        const QString where = ui::toQt(problems.empty() ? error.field : problems.front().field);
        m_window->messages().say(ui::Tier::Caution,
                                 tr("The instrument in %1 is not offered: see “%2” in that file. All others are there.")
                                     .arg(ui::toQt(name), where));
    }
}

void Desktop::clinicOpened(const std::shared_ptr<Opened>& opened) {
    if (opened->error) return showFault(*opened->error);
    m_clinic = std::move(opened->clinic);
    nameClinic(opened->details);
    m_isEncrypted = opened->isEncrypted;
    m_isChecked = !m_isEncrypted;
    m_window->setNotEncrypted(!m_isEncrypted);
    tellRefusedInstruments();
    m_bench = std::make_unique<ui::Workbench>(m_clinic->services(), *m_runner, *m_clock, m_prompter);
    auto* clockWatch = new ui::ClockWatch(*m_clock, *m_bench, workstationName(), m_bench.get());
    connect(clockWatch, &ui::ClockWatch::noticed, m_window.get(),
            [this](const QString& sentence) { m_window->messages().say(ui::Tier::Caution, sentence); });
    connect(m_bench.get(), &ui::Workbench::emergencyChanged, this, [this] {
        showEmergency();
        // What was read for the emergency is not left on a page.
        if (!m_bench->isInEmergency()) m_window->startOver({.kind = ui::PageKind::Settings});
    });
    connect(m_bench.get(), &ui::Workbench::restoreWanted, this, &Desktop::restore);
    watchBackups();
    m_keeper = new ui::RetreatmentKeeper(*m_bench, m_bench.get());
    connect(m_bench.get(), &ui::Workbench::changed, this, [this](const services::Change& change) {
        if (change.id == services::ScreenLockService::kChangeId && m_idle->isOn()) watchScreen();
    });
    m_clinic->changes().subscribe([bench = m_bench.get()](const services::Change& change) {
        QMetaObject::invokeMethod(
            bench, [bench, change] { Q_EMIT bench->changed(change); }, Qt::QueuedConnection);
    });
    if (opened->hasAccounts) {
        showSignIn();
    } else {
        showSetup();
    }
    m_window->open();
    Q_EMIT ready();
    // While somebody types a name; the first screen does not wait for it, and the sign-in runs after it.
    checkClinic([this] { QTimer::singleShot(kPagesAfter, this, &Desktop::makePages); });
}

void Desktop::nameClinic(const services::ClinicDetails& details) {
    m_clinicName = ui::toQt(details.name);
    m_window->setDemo(m_options.demo || details.invented);
}

void Desktop::watchBackups() {
    m_backups = new ui::BackupWatch(*m_bench, workstationName(), m_bench.get());
    connect(m_backups, &ui::BackupWatch::stateText, m_window.get(), &ui::MainWindow::setBackupText);
    connect(m_backups, &ui::BackupWatch::alarm, m_window.get(),
            [this](const QString& sentence) { m_window->messages().say(ui::Tier::Caution, sentence); });
}

void Desktop::checkClinic(const std::function<void()>& whole) {
    const auto checked = std::make_shared<base::Done>();
    m_runner->submit([checked, clinic = m_clinic.get()] { *checked = clinic->check(); },
                     [this, checked, whole] {
                         if (!*checked) return showFault(checked->error());
                         whole();
                     });
}

// Nothing of a locked clinic can be read before; its name and whether its patients are invented only now.
void Desktop::checkAfterSignIn() {
    if (m_isChecked) return;
    m_isChecked = true;
    m_bench->ask(
        this, [](services::Services& all) { return all.clinic.details(); },
        [this](const base::Result<services::ClinicDetails>& details) {
            if (details) nameClinic(*details);
        });
    checkClinic([] {});
}

// A clinic that was found damaged is let go, so that what replaces it can be opened.
void Desktop::closeClinic() {
    if (!m_clinic) return;
    delete std::exchange(m_backups, nullptr);
    delete std::exchange(m_keeper, nullptr);
    const auto closing = std::make_shared<std::unique_ptr<Clinic>>(std::move(m_clinic));
    m_runner->submit([closing] { closing->reset(); }, [] {});
}

std::filesystem::path Desktop::dataFolder() const {
    if (m_demoFolder) return m_demoFolder->path();
    return m_options.data.empty() ? defaultDataFolder() : m_options.data;
}

// The clinic is let go, replaced on the worker, and opened again whatever became of it.
void Desktop::restore(const QString& folder, const QString& backup, const std::string& password,
                      const std::string& code) {
    if (!m_bench || !m_bench->actor()) return;
    const auto data = dataFolder();
    const auto backups = folder.isEmpty() ? data / "backups" : std::filesystem::path(ui::toStd(folder));
    const RestoreRequest request{backups / ui::toStd(backup), data, m_bench->actor()->userName, password, code};
    m_window->signOut();
    m_window->showGate(new ui::OpeningPage(m_options.demo));
    closeClinic();
    m_hasPages = false; // new ones for the clinic that comes
    const auto outcome = std::make_shared<base::Result<Restored>>(base::fail(base::Code::Internal));
    m_runner->submit([outcome, request, clock = m_clock.get()] { *outcome = restoreClinic(request, *clock); },
                     [this, outcome] {
                         m_noticeIsFailure = !outcome->has_value();
                         m_notice = restoreText(*outcome);
                         openClinic();
                     });
}

void Desktop::makePages() {
    if (m_hasPages || !m_clinic) return; // a clinic that was let go meanwhile makes none
    m_hasPages = true;
    addPages(*m_window, *m_bench);
}

void Desktop::showSignIn() {
    auto* page = new ui::SignInPage(*m_bench, {.clinicName = m_clinicName,
                                               .workstation = workstationName(),
                                               .notEncrypted = !m_isEncrypted,
                                               .notice = std::exchange(m_notice, {}),
                                               .isFailure = m_noticeIsFailure,
                                               .hints = m_options.demo ? demoHints() : std::vector<ui::SignInHint>{}});
    connect(page, &ui::SignInPage::signedIn, this, [this](const services::Actor& actor) {
        enter(actor);
        watchScreen();
    });
    m_window->showGate(page);
}

void Desktop::showSetup() {
    auto* page = new ui::SetupPage(*m_bench, workstationName());
    connect(page, &ui::SetupPage::finished, this, [this](const QString& clinicName, const services::Actor& actor) {
        m_clinicName = clinicName;
        enter(actor);
        watchScreen();
        m_window->go({.kind = ui::PageKind::Settings});
    });
    m_window->showGate(page);
}

void Desktop::showFault(const base::Error& error) {
    auto fault = ui::describeFault(error);
    // Pages belong to the clinic they were made for; once they are there, another start is needed.
    fault.canRetry = fault.canRetry && !m_hasPages;
    auto* page = new ui::FaultPage(fault);
    connect(page, &ui::FaultPage::retryRequested, this, [this] {
        m_window->showGate(new ui::OpeningPage(m_options.demo));
        openClinic();
    });
    connect(page, &ui::FaultPage::quitRequested, qApp, &QApplication::quit);
    m_window->showGate(page);
    m_window->open();
    Q_EMIT failed();
}

void Desktop::enter(const services::Actor& actor) {
    makePages();
    m_bench->setActor(actor);
    showEmergency();
    checkAfterSignIn();
    m_window->removeGate();
    m_window->signIn({.name = ui::toQt(actor.printedName),
                      .role = ui::roleWords(actor.leadingRole()),
                      .computer = ui::toQt(actor.workstation)});
    if (m_backups != nullptr) m_backups->show();
    if (m_keeper != nullptr) m_keeper->begin();
}

void Desktop::showEmergency() {
    m_window->setEmergency(m_bench->isInEmergency() ? m_bench->actor()->emergencyUntil : std::nullopt);
}

void Desktop::watchScreen() {
    if (m_desktopLock == nullptr) {
        m_desktopLock = new DesktopLock(this);
        connect(m_desktopLock, &DesktopLock::locked, this, [this] { lock(services::LockCause::Asked); });
    }
    m_bench->ask(
        this, [](services::Services& all) { return all.screenLock.rule(); },
        [this](const base::Result<services::ScreenLockRule>& rule) {
            if (rule && m_bench->actor() && !m_window->isGated()) m_idle->begin(rule->after, rule->warning);
        });
}

void Desktop::lock(services::LockCause cause) {
    if (!m_bench || !m_bench->actor() || m_window->isGated()) return;
    m_idle->end();
    m_bench->askAs(
        this,
        [cause](services::Services& all, const services::Actor& actor) { return all.screenLock.locked(actor, cause); },
        [](const base::Done&) {});
    auto* page = new ui::LockPage(*m_bench);
    connect(page, &ui::LockPage::unlocked, this, [this] {
        m_window->removeGate();
        watchScreen();
    });
    connect(page, &ui::LockPage::otherPerson, m_window.get(), &ui::MainWindow::signOut);
    m_window->showGate(page);
}

void Desktop::quitWhenSafe() {
    qApp->quit();
}

} // namespace chairside::app
