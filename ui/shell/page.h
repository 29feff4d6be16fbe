// One screen of the program, as the main window knows it.
#pragma once

#include <QString>
#include <QWidget>
#include <optional>

#include "core/base/instant.h"
#include "ui/shell/command.h"
#include "ui/shell/place.h"
#include "ui/widgets/message_strip.h"
#include "ui/widgets/patient_banner.h"

namespace chairside::ui {

// How far the page's entries are from the disk; shown in the status bar.
struct SaveState {
    enum class Kind { Nothing, Unsaved, Saving, Saved, Failed };
    Kind kind = Kind::Nothing;
    std::optional<base::Instant> at{}; // Saved: when; Failed: the last time it worked

    bool operator==(const SaveState&) const = default;
};

// Made by a factory registered with MainWindow, on first use, with the work area as parent; kept until
// sign-out. All calls come on the GUI thread, and none may wait for disk or network.
class Page : public QWidget {
    Q_OBJECT

public:
    explicit Page(QWidget* parent = nullptr) : QWidget(parent) {}

    // Shown in the window title and spoken on arrival: never patient data.
    [[nodiscard]] virtual QString title() const = 0;
    // Shows this place. Called on every arrival, also on the same place again; drafts survive it.
    virtual void open(const Place& place) = 0;
    // Called before another page is shown, on lock and when the window loses focus: keep the draft.
    virtual void leave() {}
    // The widget that takes the focus on arrival; nothing = the first one in the tab order.
    [[nodiscard]] virtual QWidget* firstFocus() { return nullptr; }
    // True: the main window reserves the banner, and bannerChanged fills it. False: never a banner.
    [[nodiscard]] virtual bool showsOnePatient() const { return false; }
    // Two to six plain sentences for F1.
    [[nodiscard]] virtual QString help() const { return {}; }
    // Once a second while the page is shown.
    virtual void tick(const base::Instant& now) { Q_UNUSED(now) }
    // Whether the command has something to act on now; emit commandsChanged when the answer changes.
    [[nodiscard]] virtual bool can(Command command) const {
        Q_UNUSED(command)
        return false;
    }
    virtual void perform(Command command) { Q_UNUSED(command) }

Q_SIGNALS:
    void bannerChanged(const std::optional<chairside::ui::BannerData>& patient);
    void goTo(const chairside::ui::Place& place);
    void goBack();
    // A short sentence for the status bar, announced to screen readers without moving the focus.
    void status(const QString& sentence);
    // An inline message under the banner.
    void notice(chairside::ui::Tier tier, const QString& sentence);
    void saveStateChanged(const chairside::ui::SaveState& state);
    void commandsChanged();
};

} // namespace chairside::ui
