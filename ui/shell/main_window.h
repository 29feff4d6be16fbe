// The frame around every page: menu bar, strips, patient banner, rail, work area and status bar.
#pragma once

#include <QMainWindow>
#include <QPointer>
#include <QString>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "core/base/clock.h"
#include "ui/shell/page.h"

class QStackedWidget;

namespace chairside::ui {

class CommandSet;
class Frame;
class PageRegistry;

// Who is signed in, as the status bar names them.
struct SignedIn {
    QString name{};
    QString role{};
    QString computer{}; // "Chair 3 PC"; may be empty
};

// Knows pages only by the Page interface and makes each on first use. Owned by the composition root, which
// also shows the gate (sign-in or lock) in it. The clock must outlive it.
class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    using PageFactory = std::function<Page*(QWidget* parent)>;

    explicit MainWindow(const base::Clock& clock, QWidget* parent = nullptr);
    ~MainWindow() override;

    // Shows the window at its standard size, or as large as the screen holds beside a title bar.
    void open();
    // Only registered pages can be gone to; the seven rail kinds appear in the rail as they are registered.
    void addPage(PageKind kind, PageFactory factory);
    // Yellow strip, title prefix and DEMO in the status bar.
    void setDemo(bool demo);
    // A strip that says the data on this computer are not encrypted.
    void setNotEncrypted(bool notEncrypted);
    // The screen locks in so many seconds unless somebody is there; nothing: somebody is.
    void warnOfLock(std::optional<int> secondsLeft);
    // A strip that says until when somebody sees patients for an emergency; nothing takes it away, and so does the
    // time.
    void setEmergency(std::optional<base::Instant> until);
    // "Backup 02:10 today" in the status bar; empty hides it.
    void setBackupText(const QString& text);

    // Shows a widget over the whole window, with the record hidden from sight and from screen readers:
    // sign-in, lock, first run, a start-up fault. Takes ownership; an earlier gate is deleted.
    void showGate(QWidget* gate);
    // Removes the gate and returns to the page and the focus that were there.
    void removeGate();
    [[nodiscard]] bool isGated() const;

    // Names the person and makes the pages reachable; the first registered rail page opens if no page is
    // open.
    void signIn(const SignedIn& person);
    // Leaves and deletes every page, forgets the history and the banner, then tells signedOut.
    void signOut();

    // Leaves and deletes every page and goes on at this place: nothing that was shown is left.
    void startOver(const Place& place);

    // Closes without asking.
    void closeNow();

    // Opens a place and remembers the one before. Nothing happens if the kind is not registered (returns
    // false) or nobody is signed in.
    bool go(const Place& place);
    bool goBack();
    [[nodiscard]] const std::optional<Place>& place() const { return m_place; }
    [[nodiscard]] Page* currentPage() const;

    [[nodiscard]] MessageStrip& messages();
    // Shows and announces a sentence in the status bar.
    void say(const QString& sentence);
    [[nodiscard]] CommandSet& commands() { return *m_commands; }

Q_SIGNALS:
    void lockRequested();
    void signedOut();
    void placeChanged(const chairside::ui::Place& place);
    // The person wants to quit: answer with closeNow() when drafts are safe. Unconnected, the window just
    // closes.
    void quitRequested();
    // The time of an emergency access is over.
    void emergencyOver();

protected:
    void closeEvent(QCloseEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void forgetPages();
    void connectFrame();
    void connectPage(Page& page);
    bool showPlace(const Place& place);
    [[nodiscard]] Place placeBeside(PageKind kind) const;
    void refreshCommands();
    void refreshTitle();
    void showHelp();
    void perform(Command command);
    void movePane(int direction);
    void tick();

    const base::Clock& m_clock;
    QStackedWidget* m_layers = nullptr;
    Frame* m_frame = nullptr;
    std::unique_ptr<CommandSet> m_commands;
    std::unique_ptr<PageRegistry> m_pages;
    std::vector<Place> m_history;
    std::optional<Place> m_place;
    std::optional<SignedIn> m_person;
    QPointer<QWidget> m_gate;
    QPointer<QWidget> m_focusBeforeGate;
    std::optional<base::Instant> m_emergencyUntil;
    bool m_demo = false;
    bool m_closing = false;
};

} // namespace chairside::ui
