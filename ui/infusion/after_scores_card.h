// What the protocol asks after an infusion besides pain: impression of change, relief, muscle endurance.
#pragma once

#include "ui/infusion/entry_draft.h"
#include "ui/infusion/infusion_presenter.h"
#include "ui/widgets/card.h"

class QLineEdit;
class QPushButton;

namespace chairside::ui {

class ChoiceRow;
class DigitCell;
class FactList;
class FormBuilder;
class QuantityEdit;

// One digit for the impression, a number for the relief, Enter. Nothing is preselected. What the version asks for and
// is not recorded yet can be typed, and only after the stop. Object names are the field names: impression, relief,
// held_seconds, load, side, stop, stop_words, after_reason; after_save, after_correct, after_cancel.
class AfterScoresCard : public Card {
    Q_OBJECT

public:
    explicit AfterScoresCard(InfusionPresenter& presenter, QWidget* parent = nullptr);

    void showRecord(const services::InfusionView& view);
    [[nodiscard]] bool hasEntry() const;
    // False if something has to be entered first; it is said here.
    bool save();
    // Nothing while there is nothing to enter.
    [[nodiscard]] QWidget* firstFocus() const;

    [[nodiscard]] EntryDraft draft() const;
    void restore(const EntryDraft& draft);

Q_SIGNALS:
    void said(const QString& sentence);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void build();
    void buildEndurance();
    void connectForm();
    void connectPresenter();
    void arrange();
    void showFields(bool impression, bool relief, bool endurance);
    void explainImpression();
    void beginCorrection();
    void endCorrection();
    void followOthers(const services::InfusionView& view);
    [[nodiscard]] bool isTypedToo(const domain::AfterAssessment& theirs) const;
    void fillBlanks(const domain::AfterAssessment& theirs);
    void showEndurance(const domain::AfterAssessment& entry);
    [[nodiscard]] bool isReady();
    [[nodiscard]] services::AfterEntry entry() const;

    InfusionPresenter& m_presenter;
    FormBuilder* m_form = nullptr;
    DigitCell* m_impression = nullptr;
    DigitCell* m_relief = nullptr;
    QuantityEdit* m_seconds = nullptr;
    QuantityEdit* m_load = nullptr;
    ChoiceRow* m_side = nullptr;
    ChoiceRow* m_stop = nullptr;
    QLineEdit* m_words = nullptr;
    QLineEdit* m_reason = nullptr;
    QPushButton* m_save = nullptr;
    QPushButton* m_cancel = nullptr;
    QPushButton* m_correct = nullptr;
    FactList* m_facts = nullptr;
    std::optional<domain::EntryId> m_correcting;
};

} // namespace chairside::ui
