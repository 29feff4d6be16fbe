// The baseline of an infusion: typed in the pre-check, and judged by the start limits at once.
#pragma once

#include "ui/infusion/entry_draft.h"
#include "ui/infusion/infusion_presenter.h"
#include "ui/widgets/card.h"

class QPushButton;

namespace chairside::ui {

class CheckItemRow;
class CheckRows;
class TextLabel;
class VitalsForm;

// The newest value of each sign counts; measured again it is a further row. A baseline outside of the limits asks for
// the reason and the prescriber here, or says that nobody starts. Object names: baseline_systolic ... baseline_save,
// baseline_again, pre_check_baseline.
class BaselineCard : public Card {
    Q_OBJECT

public:
    explicit BaselineCard(InfusionPresenter& presenter, QWidget* parent = nullptr);

    // Makes the reason's row for the version that is shown and lets it be asked after the others.
    void joinDecision(CheckRows& rows);
    void showRecord(const services::InfusionView& view, bool mayAnswer);

    // What is typed here is a row that has not been saved.
    [[nodiscard]] bool hasEntry() const;
    // False if something has to be entered first; the card says what.
    bool save();
    // Where the baseline is typed; nothing while there is one.
    [[nodiscard]] QWidget* firstOpen() const;

    void addDraft(EntryDraft& draft) const;
    void restore(const EntryDraft& draft);

Q_SIGNALS:
    void saved();
    void said(const QString& sentence);
    void eventsWanted();

private:
    void build();
    void connectRow();
    void connectPresenter();
    void showForm();
    void measureAgain();

    InfusionPresenter& m_presenter;
    bool m_mayAnswer = false;
    bool m_isTaken = false;
    bool m_again = false; // one more row is being typed
    TextLabel* m_words = nullptr;
    QPushButton* m_measure = nullptr;
    VitalsForm* m_form = nullptr;
    CheckItemRow* m_decision = nullptr; // about the baseline; belongs to the rows it joined
};

} // namespace chairside::ui
