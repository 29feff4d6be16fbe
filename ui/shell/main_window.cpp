#include "ui/shell/main_window.h"

#include <QApplication>
#include <QCloseEvent>
#include <QMenuBar>
#include <QMetaMethod>
#include <QScreen>
#include <QStackedWidget>
#include <QStyle>
#include <QTimer>

#include "ui/a11y/tab_stops.h"
#include "ui/format/date_text.h"
#include "ui/shell/command_set.h"
#include "ui/shell/frame.h"
#include "ui/shell/page_registry.h"
#include "ui/shell/rail.h"
#include "ui/shell/status_line.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/text_label.h"

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kTickMs = 1000;
constexpr std::size_t kLongestHistory = 50;

} // namespace

MainWindow::MainWindow(const base::Clock& clock, QWidget* parent) : QMainWindow(parent), m_clock(clock) {
    m_layers = new QStackedWidget(this);
    m_frame = new Frame(m_layers);
    m_layers->addWidget(m_frame);
    setCentralWidget(m_layers);
    setMinimumSize(1000, 680);
    resize(1366, 768);
    m_pages = std::make_unique<PageRegistry>(*m_frame->pages);
    m_commands = std::make_unique<CommandSet>(*m_frame->menuBar);
    connectFrame();
    auto* timer = new QTimer(this);
    timer->setInterval(kTickMs);
    timer->setTimerType(Qt::PreciseTimer);
    connect(timer, &QTimer::timeout, this, &MainWindow::tick);
    timer->start();
    tick();
    refreshTitle();
}

MainWindow::~MainWindow() {
    // Pages die later, with the widgets; what they still say then has no listener.
    m_pages->silence(*this);
}

void MainWindow::connectFrame() {
    const CommandSet* commands = m_commands.get();
    connect(commands, &CommandSet::triggered, this, &MainWindow::perform);
    connect(commands, &CommandSet::placeChosen, this, [this](PageKind kind) { go(placeBeside(kind)); });
    connect(commands, &CommandSet::patientPageChosen, this, [this](PageKind kind) {
        if (m_place && m_place->patientId) go({.kind = kind, .patientId = m_place->patientId});
    });
    connect(commands, &CommandSet::backChosen, this, &MainWindow::goBack);
    connect(commands, &CommandSet::helpChosen, this, &MainWindow::showHelp);
    connect(commands, &CommandSet::lockChosen, this, &MainWindow::lockRequested);
    connect(commands, &CommandSet::signOutChosen, this, &MainWindow::signOut);
    connect(commands, &CommandSet::quitChosen, this, &QWidget::close);
    connect(commands, &CommandSet::paneChosen, this, &MainWindow::movePane);
    connect(m_frame->rail, &Rail::chosen, this, [this](PageKind kind) { go(placeBeside(kind)); });
}

void MainWindow::open() {
    const QSize room = screen()->availableSize() - QSize(0, style()->pixelMetric(QStyle::PM_TitleBarHeight));
    // A screen that is smaller than the least size is none to fit (a test's).
    if (room.width() >= minimumWidth() && room.height() >= minimumHeight()) resize(size().boundedTo(room));
    show();
}

void MainWindow::addPage(PageKind kind, PageFactory factory) {
    m_pages->add(kind, std::move(factory));
    m_frame->rail->add(kind);
    m_commands->addPlace(kind);
}

void MainWindow::setDemo(bool demo) {
    m_demo = demo;
    m_frame->demoStrip->setVisible(demo);
    m_frame->status->setDemo(demo);
    refreshTitle();
}

void MainWindow::setNotEncrypted(bool notEncrypted) {
    m_frame->notEncryptedStrip->setVisible(notEncrypted);
}

void MainWindow::setEmergency(std::optional<base::Instant> until) {
    m_emergencyUntil = until;
    m_frame->emergencyStrip->setVisible(until.has_value());
    if (until) {
        m_frame->emergencyStrip->setText(
            tr("▲ Emergency access to patients until %1, recorded and reviewed").arg(timeText(*until)));
    }
}

void MainWindow::warnOfLock(std::optional<int> secondsLeft) {
    const bool first = secondsLeft && m_frame->lockStrip->isHidden();
    m_frame->warnOfLock(secondsLeft ? tr("▲ Locks in %1 s. Press any key to stay.").arg(*secondsLeft) : QString());
    if (first) say(tr("This screen locks soon. Press any key to stay."));
    if (!secondsLeft) say({});
}

void MainWindow::setBackupText(const QString& text) {
    m_frame->status->setBackupText(text);
}

void MainWindow::showGate(QWidget* gate) {
    if (!isGated()) {
        m_focusBeforeGate = m_frame->focusWidget();
        if (Page* page = currentPage()) page->leave();
    }
    if (m_gate) m_gate->deleteLater();
    m_gate = gate;
    m_layers->addWidget(gate);
    m_layers->setCurrentWidget(gate);
    m_frame->setEnabled(false);
    refreshTitle();
    QWidget* target = gate->focusProxy() != nullptr ? gate->focusProxy() : firstTabStop(gate);
    if (target != nullptr) target->setFocus(Qt::OtherFocusReason);
}

void MainWindow::removeGate() {
    if (!isGated()) return;
    m_gate->deleteLater();
    m_layers->removeWidget(m_gate);
    m_gate.clear();
    m_frame->setEnabled(true);
    m_layers->setCurrentWidget(m_frame);
    refreshTitle();
    if (m_focusBeforeGate) m_focusBeforeGate->setFocus(Qt::OtherFocusReason);
}

bool MainWindow::isGated() const {
    return !m_gate.isNull();
}

void MainWindow::signIn(const SignedIn& person) {
    m_person = person;
    m_frame->status->setPerson(&*m_person);
    if (m_place) return;
    if (const auto first = m_pages->firstOfRail()) go({.kind = *first});
}

void MainWindow::forgetPages() {
    if (Page* page = currentPage()) page->leave();
    m_place.reset();
    m_history.clear();
    m_focusBeforeGate.clear();
    m_frame->status->setSaveState({});
    m_frame->status->say({});
    m_frame->messages->clear();
    m_frame->banner->showPatient(std::nullopt);
    m_pages->silence(*this);
    m_pages->clear();
}

void MainWindow::startOver(const Place& place) {
    forgetPages();
    go(place);
}

void MainWindow::signOut() {
    forgetPages();
    m_person.reset();
    m_frame->status->setPerson(nullptr);
    refreshCommands();
    refreshTitle();
    Q_EMIT signedOut();
}

Page* MainWindow::currentPage() const {
    return m_place ? m_pages->find(m_place->kind) : nullptr;
}

void MainWindow::connectPage(Page& page) {
    Page* from = &page;
    const auto whileShown = [this, from](auto act) {
        return [this, from, act](const auto&... values) {
            if (currentPage() == from) act(values...);
        };
    };
    connect(from, &Page::bannerChanged, this, whileShown([this, from](const std::optional<BannerData>& patient) {
                if (from->showsOnePatient()) m_frame->banner->showPatient(patient);
            }));
    connect(from, &Page::goTo, this, whileShown([this](const Place& place) { go(place); }));
    connect(from, &Page::goBack, this, whileShown([this] { goBack(); }));
    connect(from, &Page::status, this, &MainWindow::say);
    connect(from, &Page::notice, this,
            whileShown([this](Tier tier, const QString& sentence) { m_frame->messages->say(tier, sentence); }));
    connect(from, &Page::saveStateChanged, this,
            whileShown([this](const SaveState& state) { m_frame->status->setSaveState(state); }));
    connect(from, &Page::commandsChanged, this, whileShown([this] { refreshCommands(); }));
}

bool MainWindow::go(const Place& place) {
    const std::optional<Place> before = m_place;
    if (!showPlace(place)) return false;
    if (before && *before != place) m_history.push_back(*before);
    if (m_history.size() > kLongestHistory) m_history.erase(m_history.begin());
    m_commands->setBackEnabled(!m_history.empty());
    return true;
}

// The review of the open patient and the summary of the open infusion, when there is one; the plain page
// otherwise.
Place MainWindow::placeBeside(PageKind kind) const {
    Place place{.kind = kind};
    if (!m_place) return place;
    if (kind == PageKind::Review || kind == PageKind::Reports) place.patientId = m_place->patientId;
    if (kind == PageKind::Reports) {
        place.courseId = m_place->courseId;
        place.infusionId = m_place->infusionId;
    }
    return place;
}

bool MainWindow::goBack() {
    if (m_history.empty()) return false;
    const Place place = m_history.back();
    m_history.pop_back();
    const bool shown = showPlace(place);
    m_commands->setBackEnabled(!m_history.empty());
    return shown;
}

bool MainWindow::showPlace(const Place& place) {
    if (!m_person) return false;
    Page* page = m_pages->get(place.kind, [this](Page& made) { connectPage(made); });
    if (page == nullptr) return false;
    if (Page* leaving = currentPage()) leaving->leave();
    const bool samePatient = m_place && m_place->patientId == place.patientId && page == currentPage();
    m_place = place;
    m_frame->messages->clear();
    m_frame->status->setSaveState({});
    // The banner of one patient must never stand over the data of another, not even while a page loads.
    if (!page->showsOnePatient())
        m_frame->banner->showPatient(std::nullopt);
    else if (!samePatient)
        m_frame->banner->reserve();
    m_pages->bringForward(place.kind);
    m_frame->rail->mark(place.kind);
    page->open(place);
    refreshCommands();
    refreshTitle();
    QWidget* target = page->firstFocus() != nullptr ? page->firstFocus() : firstTabStop(page);
    if (target != nullptr && !isGated()) target->setFocus(Qt::OtherFocusReason);
    Q_EMIT placeChanged(place);
    return true;
}

void MainWindow::refreshCommands() {
    const Page* page = currentPage();
    const bool canFind = page != nullptr && m_pages->knows(PageKind::Patients);
    m_commands->enable([page, canFind](Command command) {
        return (page != nullptr && page->can(command)) || (canFind && command == Command::FindPatient);
    });
    m_commands->setBackEnabled(!m_history.empty());
    m_commands->enablePatientPages(
        [this](PageKind kind) { return m_place && m_place->patientId && m_pages->knows(kind); });
}

void MainWindow::refreshTitle() {
    const Page* page = isGated() ? nullptr : currentPage();
    const QString program = m_demo ? tr("DEMO — Chairside") : tr("Chairside");
    setWindowTitle(page == nullptr ? program : program + u" — " + page->title());
}

void MainWindow::showHelp() {
    const Page* page = currentPage();
    const QString text = page != nullptr ? page->help() : QString();
    const QString sentence = text.isEmpty() ? tr("There is no help for this screen yet.") : text;
    m_frame->messages->say(Tier::Information, sentence, {{tr("&Close help"), [this] {
                                                              m_frame->messages->clear();
                                                          }}});
}

void MainWindow::perform(Command command) {
    if (Page* page = currentPage(); page != nullptr && page->can(command))
        page->perform(command);
    else if (command == Command::FindPatient)
        go({.kind = PageKind::Patients});
    refreshCommands();
}

void MainWindow::movePane(int direction) {
    std::vector<QWidget*> panes;
    for (QWidget* pane : {static_cast<QWidget*>(m_frame->banner), static_cast<QWidget*>(m_frame->messages),
                          static_cast<QWidget*>(m_frame->rail), static_cast<QWidget*>(currentPage())}) {
        if (pane != nullptr && pane->isVisible() && firstTabStop(pane) != nullptr) panes.push_back(pane);
    }
    if (panes.empty()) return;
    const QWidget* focus = focusWidget();
    std::size_t at = 0;
    while (at < panes.size() && !(focus != nullptr && panes[at]->isAncestorOf(focus)))
        ++at;
    const std::size_t count = panes.size();
    const std::size_t next = at == count ? count - 1 : (at + (direction > 0 ? 1 : count - 1)) % count;
    firstTabStop(panes[next])->setFocus(Qt::TabFocusReason);
}

MessageStrip& MainWindow::messages() {
    return *m_frame->messages;
}

void MainWindow::say(const QString& sentence) {
    m_frame->status->say(sentence);
}

void MainWindow::tick() {
    const base::Instant now = m_clock.now();
    if (m_emergencyUntil && now >= *m_emergencyUntil) Q_EMIT emergencyOver();
    m_frame->clock->setText(tr("24-hour clock   %1 %2").arg(weekdayDateText(now.localDate()), timeText(now)));
    if (Page* page = currentPage(); page != nullptr && !isGated()) page->tick(now);
}

void MainWindow::closeNow() {
    m_closing = true;
    close();
}

void MainWindow::closeEvent(QCloseEvent* event) {
    if (Page* page = currentPage()) page->leave();
    static const QMetaMethod asked = QMetaMethod::fromSignal(&MainWindow::quitRequested);
    if (m_closing || !isSignalConnected(asked)) return event->accept();
    event->ignore();
    Q_EMIT quitRequested();
}

void MainWindow::changeEvent(QEvent* event) {
    QMainWindow::changeEvent(event);
    if (event->type() != QEvent::ActivationChange || isActiveWindow()) return;
    if (Page* page = currentPage()) page->leave();
}

} // namespace chairside::ui
