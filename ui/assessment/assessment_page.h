// Questionnaires and tests of one patient: choose one, answer its items by digit keys, see the score, save.
#pragma once

#include "ui/assessment/assessment_presenter.h"
#include "ui/shell/page.h"

class QVBoxLayout;

namespace chairside::ui {

class AssessmentForm;
class Card;
class DraftKeeper;
class EmptyState;
class FollowingScroll;
class ScorePanel;
class TableView;
class TextRowsModel;
class Workbench;

// What was typed is on the disk within about a second, for each patient and instrument of its own, until it is saved.
class AssessmentPage : public Page {
    Q_OBJECT

public:
    explicit AssessmentPage(Workbench& bench, QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override;
    void open(const Place& place) override;
    void leave() override;
    void tick(const base::Instant& now) override;
    [[nodiscard]] QWidget* firstFocus() override;
    [[nodiscard]] bool showsOnePatient() const override { return true; }
    [[nodiscard]] QString help() const override;
    [[nodiscard]] bool can(Command command) const override;
    void perform(Command command) override;

private:
    QWidget* makeContent();
    QWidget* makeLists();
    QWidget* makeForm();
    void connectPresenter();
    void showScreen(const AssessmentScreen& screen);
    void showUnavailable(const base::Error& error);
    // Shows the form of an instrument, or of a correction, with what was typed before.
    void choose(const domain::Instrument& instrument, const std::optional<services::Assessment>& corrected);
    void chooseRow(int row);
    void correctRow(int row);
    void placeForm(AssessmentForm* form);
    void restoreDraft(const QVariantMap& content, bool fromEarlier);
    void refreshScore();
    void keepDraft();
    void save();
    void finish(const services::AssessmentRequest& request);
    void refuse(const base::Error& error);
    void discard();
    void clearForm();
    void setSaving(bool saving);
    void tellSaveState(SaveState::Kind kind);
    [[nodiscard]] std::string draftSubject() const;
    [[nodiscard]] bool mayRecord() const;

    Workbench& m_bench;
    AssessmentPresenter* m_presenter = nullptr;
    DraftKeeper* m_keeper = nullptr;
    std::optional<std::string> m_patientId;
    std::optional<AssessmentScreen> m_screen;
    std::optional<QVariantMap> m_untouched; // what the form began with; nothing once something was typed
    std::optional<services::AssessmentRequest> m_lastRequest; // saved here for this patient
    QWidget* m_content = nullptr;
    EmptyState* m_unavailable = nullptr;
    TableView* m_instruments = nullptr;
    TextRowsModel* m_instrumentRows = nullptr;
    TableView* m_responses = nullptr;
    TextRowsModel* m_responseRows = nullptr;
    Card* m_formCard = nullptr;
    FollowingScroll* m_scroll = nullptr;
    AssessmentForm* m_form = nullptr;
    ScorePanel* m_score = nullptr;
    bool m_choosing = false;
};

} // namespace chairside::ui
