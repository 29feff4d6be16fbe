// Every program-wide action with its key, and the menus they are found in.
#pragma once

#include <QObject>
#include <functional>
#include <map>

#include "ui/shell/command.h"
#include "ui/shell/place.h"

class QAction;
class QKeySequence;
class QMenu;
class QMenuBar;

namespace chairside::ui {

// The name and icon of a rail page; nothing for the other kinds. number is the digit of its Alt key.
struct RailEntry {
    QString text;
    QString icon;
    int number = 0;
};
[[nodiscard]] std::optional<RailEntry> railEntry(PageKind kind);

// Owned by the main window. Actions work only while the menu bar they are in is visible, so a gate switches
// all off.
class CommandSet : public QObject {
    Q_OBJECT

public:
    explicit CommandSet(QMenuBar& menuBar, QObject* parent = nullptr);

    [[nodiscard]] QAction* action(Command command) const;
    // Adds the page to the View menu, in the rail's order, with its Alt key.
    void addPlace(PageKind kind);
    // Enables exactly the commands for which can(command) holds.
    void enable(const std::function<bool(Command)>& can);
    void setBackEnabled(bool enabled);
    // Whether there is a patient whose page of this kind can be gone to.
    void enablePatientPages(const std::function<bool(PageKind)>& can);

Q_SIGNALS:
    void triggered(chairside::ui::Command command);
    void placeChosen(chairside::ui::PageKind kind);
    void backChosen();
    // A page of the patient who is open.
    void patientPageChosen(chairside::ui::PageKind kind);
    void helpChosen();
    void lockChosen();
    void signOutChosen();
    void quitChosen();
    // 1 = next pane, -1 = the one before.
    void paneChosen(int direction);

private:
    QMenu* menu(QMenuBar& bar, const QString& title, const QString& name);
    QAction* add(QMenu* menu, Command command, const QString& text, const QList<QKeySequence>& keys, const char* name);
    template <class Signal>
    QAction* addOwn(QMenu* menu, const QString& text, const QList<QKeySequence>& keys, const char* name, Signal signal);
    void addPatientPage(QMenu* menu, PageKind kind, const QString& text, const QKeySequence& key, const char* name);
    void fillFile(QMenuBar& bar);
    void fillPatient(QMenuBar& bar);
    void fillSession(QMenuBar& bar);
    void fillView(QMenuBar& bar);

    std::map<Command, QAction*> m_actions;
    std::map<int, QAction*> m_places;
    QMenu* m_view = nullptr;
    QAction* m_afterPlaces = nullptr;
    QAction* m_back = nullptr;
    std::map<PageKind, QAction*> m_patientPages;
};

} // namespace chairside::ui
