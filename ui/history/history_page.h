// What is known about one patient beside the treatment: allergies, medicines, therapies, conditions, contacts.
#pragma once

#include "ui/history/history_presenter.h"
#include "ui/shell/page.h"

class QCheckBox;
class QPushButton;

namespace chairside::ui {

class Card;
class DraftKeeper;
class EmptyState;
class HistoryForm;
class HistoryModel;
class OutsidePanel;
class PatientStateForm;
class TableView;
class TextLabel;
class Workbench;

// What was typed is on the disk within about a second, for each entry of its own, until it is saved.
class HistoryPage : public Page {
    Q_OBJECT

public:
    explicit HistoryPage(Workbench& bench, QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override;
    void open(const Place& place) override;
    void leave() override;
    void tick(const base::Instant& now) override;
    [[nodiscard]] QWidget* firstFocus() override;
    [[nodiscard]] bool showsOnePatient() const override { return true; }
    [[nodiscard]] QString help() const override;
    [[nodiscard]] bool can(Command command) const override;
    void perform(Command command) override;

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    QWidget* makeContent();
    Card* makeList();
    QWidget* makeRowButtons();
    Card* makeKinds();
    void connectPresenter();
    void showScreen(const HistoryScreen& screen);
    void showLines();
    // Why the list is empty, and what to do then.
    [[nodiscard]] QString emptySentence() const;
    void showStates();
    void connectState();
    void openState();
    void closeState();
    void showUnavailable(const base::Error& error);
    void noticeRow();
    void add(domain::HistoryKind kind);
    void change(HistoryTask task);
    void placeForm(HistoryForm* form);
    void closeForm();
    void leaveForm();
    void submit();
    void finish(const HistoryRequest& request);
    void refuse(const base::Error& error);
    void keepDraft();
    [[nodiscard]] std::string draftSubject() const;
    [[nodiscard]] const services::HistoryLine* chosen() const;
    [[nodiscard]] bool mayRecord() const;
    void tellSaveState(SaveState::Kind kind);

    Workbench& m_bench;
    HistoryPresenter* m_presenter = nullptr;
    DraftKeeper* m_keeper = nullptr;
    OutsidePanel* m_outside = nullptr;
    HistoryModel* m_model = nullptr;
    std::optional<std::string> m_patientId;
    std::optional<HistoryScreen> m_screen;
    std::optional<QVariantMap> m_untouched; // what the form began with; nothing once something was typed
    QWidget* m_content = nullptr;
    EmptyState* m_unavailable = nullptr;
    TextLabel* m_allergyLine = nullptr;
    TableView* m_table = nullptr;
    QCheckBox* m_all = nullptr;
    QWidget* m_rowButtons = nullptr;
    QPushButton* m_correct = nullptr;
    QPushButton* m_end = nullptr;
    QPushButton* m_withdraw = nullptr;
    Card* m_kinds = nullptr;
    QPushButton* m_firstKind = nullptr;
    HistoryForm* m_form = nullptr;
    TextLabel* m_stateLine = nullptr;
    TextLabel* m_outsideLine = nullptr;
    PatientStateForm* m_state = nullptr;
};

} // namespace chairside::ui
