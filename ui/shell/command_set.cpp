#include "ui/shell/command_set.h"

#include <QAction>
#include <QKeySequence>
#include <QMenu>
#include <QMenuBar>

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;

std::optional<RailEntry> railEntry(PageKind kind) {
    switch (kind) {
    case PageKind::Today:
        return RailEntry{CommandSet::tr("Today"), u"today"_s, 1};
    case PageKind::Patients:
        return RailEntry{CommandSet::tr("Patients"), u"patients"_s, 2};
    case PageKind::Review:
        return RailEntry{CommandSet::tr("Review"), u"review"_s, 3};
    case PageKind::Retreatment:
        return RailEntry{CommandSet::tr("Re-treatment"), u"retreatment"_s, 4};
    case PageKind::Outcomes:
        return RailEntry{CommandSet::tr("Outcomes"), u"outcomes"_s, 5};
    case PageKind::Reports:
        return RailEntry{CommandSet::tr("Reports"), u"reports"_s, 6};
    case PageKind::Settings:
        return RailEntry{CommandSet::tr("Settings"), u"settings"_s, 7};
    case PageKind::Ledger:
        return RailEntry{CommandSet::tr("Drug book"), u"vial"_s, 8};
    default:
        return std::nullopt;
    }
}

CommandSet::CommandSet(QMenuBar& menuBar, QObject* parent) : QObject(parent) {
    fillFile(menuBar);
    fillPatient(menuBar);
    fillSession(menuBar);
    fillView(menuBar);
    QMenu* help = menu(menuBar, tr("&Help"), u"helpMenu"_s);
    addOwn(help, tr("&Help for this screen"), {QKeySequence(Qt::Key_F1)}, "help", &CommandSet::helpChosen);
    enable([](Command) { return false; });
    setBackEnabled(false);
    enablePatientPages([](PageKind) { return false; });
}

QMenu* CommandSet::menu(QMenuBar& bar, const QString& title, const QString& name) {
    QMenu* added = bar.addMenu(title);
    added->setObjectName(name);
    return added;
}

QAction* CommandSet::add(QMenu* menu, Command command, const QString& text, const QList<QKeySequence>& keys,
                         const char* name) {
    auto* action = new QAction(text, this);
    action->setObjectName(QString::fromLatin1(name));
    action->setShortcuts(keys);
    connect(action, &QAction::triggered, this, [this, command] { Q_EMIT triggered(command); });
    menu->addAction(action);
    m_actions[command] = action;
    return action;
}

template <class Signal>
QAction* CommandSet::addOwn(QMenu* menu, const QString& text, const QList<QKeySequence>& keys, const char* name,
                            Signal signal) {
    auto* action = new QAction(text, this);
    action->setObjectName(QString::fromLatin1(name));
    action->setShortcuts(keys);
    connect(action, &QAction::triggered, this, [this, signal] { Q_EMIT(this->*signal)(); });
    menu->addAction(action);
    return action;
}

void CommandSet::fillFile(QMenuBar& bar) {
    QMenu* file = menu(bar, tr("&File"), u"fileMenu"_s);
    add(file, Command::Save, tr("&Save the draft now"), {QKeySequence(Qt::CTRL | Qt::Key_S)}, "save");
    add(file, Command::Print, tr("&Print preview"), {QKeySequence(Qt::CTRL | Qt::Key_P)}, "print");
    file->addSeparator();
    addOwn(file, tr("&Lock"), {QKeySequence(Qt::CTRL | Qt::Key_L)}, "lock", &CommandSet::lockChosen);
    addOwn(file, tr("Sign &out"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Q)}, "signOut",
           &CommandSet::signOutChosen);
    addOwn(file, tr("&Quit"), {QKeySequence(Qt::ALT | Qt::Key_F4)}, "quit", &CommandSet::quitChosen);
    QMenu* edit = menu(bar, tr("&Edit"), u"editMenu"_s);
    add(edit, Command::Undo, tr("&Undo"), {QKeySequence(Qt::CTRL | Qt::Key_Z)}, "undo");
    add(edit, Command::Redo, tr("&Redo"), {QKeySequence(Qt::CTRL | Qt::Key_Y)}, "redo");
}

void CommandSet::addPatientPage(QMenu* menu, PageKind kind, const QString& text, const QKeySequence& key,
                                const char* name) {
    auto* action = new QAction(text, this);
    action->setObjectName(QString::fromLatin1(name));
    action->setShortcut(key);
    connect(action, &QAction::triggered, this, [this, kind] { Q_EMIT patientPageChosen(kind); });
    menu->addAction(action);
    m_patientPages[kind] = action;
}

void CommandSet::fillPatient(QMenuBar& bar) {
    QMenu* patient = menu(bar, tr("&Patient"), u"patientMenu"_s);
    add(patient, Command::FindPatient, tr("&Find a patient"),
        {QKeySequence(Qt::CTRL | Qt::Key_F), QKeySequence(Qt::CTRL | Qt::Key_K)}, "findPatient");
    add(patient, Command::NewItem, tr("&New"), {QKeySequence(Qt::CTRL | Qt::Key_N)}, "newItem");
    addPatientPage(patient, PageKind::Assessment, tr("&Questionnaires and tests"),
                   QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_A), "assessments");
    addPatientPage(patient, PageKind::History, tr("&History and contacts"),
                   QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_H), "history");
}

void CommandSet::fillSession(QMenuBar& bar) {
    QMenu* session = menu(bar, tr("&Session"), u"sessionMenu"_s);
    add(session, Command::Complete, tr("&Complete this step"),
        {QKeySequence(Qt::CTRL | Qt::Key_Return), QKeySequence(Qt::CTRL | Qt::Key_Enter)}, "complete");
    add(session, Command::NextSection, tr("&Next section"), {QKeySequence(Qt::CTRL | Qt::Key_Tab)}, "nextSection");
    add(session, Command::PreviousSection, tr("&Previous section"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Tab)},
        "previousSection");
    session->addSeparator();
    add(session, Command::StartInfusion, tr("&Start the infusion"), {QKeySequence(Qt::ALT | Qt::Key_F9)},
        "startInfusion");
    add(session, Command::PauseInfusion, tr("P&ause or resume the infusion"), {QKeySequence(Qt::ALT | Qt::Key_F10)},
        "pauseInfusion");
    add(session, Command::StopInfusion, tr("S&top the infusion"), {QKeySequence(Qt::ALT | Qt::Key_F11)},
        "stopInfusion");
    add(session, Command::Emergency, tr("&Emergency"), {QKeySequence(Qt::ALT | Qt::Key_F12)}, "emergency");
}

void CommandSet::fillView(QMenuBar& bar) {
    m_view = menu(bar, tr("&View"), u"viewMenu"_s);
    m_afterPlaces = m_view->addSeparator();
    m_back = addOwn(m_view, tr("&Back"), {QKeySequence(Qt::ALT | Qt::Key_Left)}, "back", &CommandSet::backChosen);
    auto* next = new QAction(tr("&Next pane"), this);
    next->setShortcut(QKeySequence(Qt::Key_F6));
    connect(next, &QAction::triggered, this, [this] { Q_EMIT paneChosen(1); });
    m_view->addAction(next);
    auto* previous = new QAction(tr("&Previous pane"), this);
    previous->setShortcut(QKeySequence(Qt::SHIFT | Qt::Key_F6));
    connect(previous, &QAction::triggered, this, [this] { Q_EMIT paneChosen(-1); });
    m_view->addAction(previous);
}

QAction* CommandSet::action(Command command) const {
    return m_actions.at(command);
}

void CommandSet::addPlace(PageKind kind) {
    const auto entry = railEntry(kind);
    if (!entry || m_places.contains(entry->number)) return;
    auto* action = new QAction(u"&%1 %2"_s.arg(entry->number).arg(entry->text), this);
    action->setShortcut(QKeySequence(Qt::ALT | static_cast<Qt::Key>(Qt::Key_0 + entry->number)));
    connect(action, &QAction::triggered, this, [this, kind] { Q_EMIT placeChosen(kind); });
    const auto after = m_places.upper_bound(entry->number);
    m_view->insertAction(after == m_places.end() ? m_afterPlaces : after->second, action);
    m_places[entry->number] = action;
}

void CommandSet::enable(const std::function<bool(Command)>& can) {
    for (const auto& [command, action] : m_actions)
        action->setEnabled(can(command));
}

void CommandSet::enablePatientPages(const std::function<bool(PageKind)>& can) {
    for (const auto& [kind, action] : m_patientPages)
        action->setEnabled(can(kind));
}

void CommandSet::setBackEnabled(bool enabled) {
    m_back->setEnabled(enabled);
}

} // namespace chairside::ui
