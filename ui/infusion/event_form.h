// Entry of one adverse event, or of the correction of one.
#pragma once

#include "ui/infusion/entry_draft.h"
#include "ui/infusion/infusion_presenter.h"
#include "ui/widgets/card.h"

class QLineEdit;
class QPushButton;

namespace chairside::ui {

class ChoiceRow;
class DigitCell;
class FormBuilder;
class TermPicker;
class TextLabel;
class TimeEdit;

// Term, one digit for the grade, one choice of what was done, Enter. Object names are the field names: term,
// grade, onset, words, ended, action, outcome, serious, relation, event_reason; event_save, event_cancel.
class EventForm : public Card {
    Q_OBJECT

public:
    explicit EventForm(InfusionPresenter& presenter, QWidget* parent = nullptr);

    [[nodiscard]] bool hasEntry() const;
    // False if something has to be entered first; it is said here.
    bool save();
    void beginCorrection(const domain::AdverseEvent& event);
    [[nodiscard]] QWidget* firstFocus() const;

    [[nodiscard]] EntryDraft draft() const;
    void restore(const EntryDraft& draft);

Q_SIGNALS:
    void said(const QString& sentence);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void build();
    void buildChoices();
    void connectForm();
    void connectPresenter();
    void showGrade();
    // Grade 1 of a term of the list, and nobody has said what was done.
    [[nodiscard]] bool isMildAndOpen() const;
    void showCorrecting();
    void endCorrection();
    // Somebody else corrected the same event meanwhile: theirs is said, and the next save corrects theirs.
    bool followOthers();
    [[nodiscard]] bool isReady();
    [[nodiscard]] services::EventEntry entry() const;

    InfusionPresenter& m_presenter;
    FormBuilder* m_form = nullptr;
    TermPicker* m_term = nullptr;
    DigitCell* m_grade = nullptr;
    TimeEdit* m_onset = nullptr;
    TimeEdit* m_ended = nullptr;
    QLineEdit* m_words = nullptr;
    ChoiceRow* m_action = nullptr;
    ChoiceRow* m_outcome = nullptr;
    ChoiceRow* m_serious = nullptr;
    TermPicker* m_relation = nullptr;
    QLineEdit* m_reason = nullptr;
    QPushButton* m_save = nullptr;
    QPushButton* m_cancel = nullptr;
    std::optional<domain::EntryId> m_correcting;
    std::optional<base::Instant> m_correctedOnset, m_correctedEnd;
};

} // namespace chairside::ui
