// The chair-side session: steps on the left, the open step in the middle, the state of the infusion on the
// right.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "ui/infusion/entry_draft.h"
#include "ui/infusion/infusion_presenter.h"
#include "ui/shell/page.h"
#include "ui/work/draft_keeper.h"

class QStackedWidget;
class QVBoxLayout;

namespace chairside::ui {

class ChairLine;
class EmptyState;
class SessionStep;
class StatusPane;
class Stepper;
class TextLabel;

// Place.infusionId says which infusion. What is typed into a step and not saved is on the disk within about a second;
// it stays with its infusion and its author, and is there again when that person returns.
class InfusionPage : public Page {
    Q_OBJECT

public:
    using ExportHandler = std::function<void(std::string infusionId)>;

    // The workbench must outlive the page.
    explicit InfusionPage(Workbench& bench, QWidget* parent = nullptr);

    // Called for "Export PDF"; without a handler the page goes to the reports of this infusion.
    void setExportHandler(ExportHandler handler) { m_export = std::move(handler); }

    [[nodiscard]] QString title() const override;
    void open(const Place& place) override;
    void leave() override;
    [[nodiscard]] QWidget* firstFocus() override;
    [[nodiscard]] bool showsOnePatient() const override { return true; }
    [[nodiscard]] QString help() const override;
    void tick(const base::Instant& now) override;
    [[nodiscard]] bool can(Command command) const override;
    void perform(Command command) override;

    [[nodiscard]] InfusionPresenter& presenter() const { return *m_presenter; }
    // Opens a step as if it were chosen in the stepper: "dose", "pre_check", "run", "after", "tender", "drug",
    // "discharge", "sign", "emergency".
    void showStep(const QString& id);
    [[nodiscard]] QString currentStep() const;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void build();
    void addStep(SessionStep& step);
    void connectPresenter();
    void showRecord();
    void beginRecord();
    void showFailure(const base::Error& error);
    void showParts(bool record);
    void showSteps();
    void showBanner();
    void keepDrafts();
    void sayDraftIsBack();
    [[nodiscard]] bool isAnotherPersons() const;
    void tellSaveState(SaveState state);
    void goOn();
    void makeDetour(const QString& id, SessionFact until);
    void endDetour(SessionFact fact);
    void enterEvent();
    void openEmergency();
    [[nodiscard]] bool isNewEmergency() const;
    void exportRecord();
    void focusStep(bool forEntry);
    void dropDraft(const std::string& infusion, SessionFact fact);
    [[nodiscard]] SessionStep* step(const QString& id) const;
    [[nodiscard]] SessionStep* current() const;
    [[nodiscard]] QString firstStep() const;

    Workbench& m_bench;
    InfusionPresenter* m_presenter = nullptr;
    Stepper* m_stepper = nullptr;
    TextLabel* m_heading = nullptr;
    QStackedWidget* m_stack = nullptr;
    QWidget* m_middle = nullptr;
    EmptyState* m_empty = nullptr;
    StatusPane* m_pane = nullptr;
    std::vector<SessionStep*> m_steps;
    ChairLine* m_chair = nullptr;
    DraftKeeper* m_keeper = nullptr;
    FoundDraft m_found;                        // of the infusion on its way; drafts of steps by their id
    std::optional<domain::AccountId> m_author; // who has been typing
    ExportHandler m_export;
    SaveState m_saveState;
    // A step that was left for one entry in another one.
    struct Detour {
        QString from, to;
        SessionFact until;
    };
    std::optional<Detour> m_detour;
    bool m_isFresh = false; // the record on its way is shown for the first time
};

} // namespace chairside::ui
