// Step 1: who is in the chair, what goes into the bag, and the pain before.
#pragma once

#include <optional>

#include "ui/infusion/session_step.h"

class QLineEdit;
class QPushButton;

namespace chairside::ui {

class Card;
class ChoiceRow;
class DoseCard;
class FactList;
class FormBuilder;
class PainCard;
class QuantityEdit;
class SecondCheckCard;
class TextLabel;

// The dose is worked out while it is typed. After it is saved the step shows what was prepared, or, where the protocol
// asks for a second person's calculation, nothing of it until that one is complete. Until the start it can be corrected
// with a reason.
class DoseStep : public SessionStep {
    Q_OBJECT

public:
    explicit DoseStep(InfusionPresenter& presenter, QWidget* parent = nullptr);

    void showRecord(const services::InfusionView& view) override;
    [[nodiscard]] StepProgress progressOf(const services::InfusionView& view) const override;
    [[nodiscard]] QWidget* firstFocus() override;
    void complete() override;
    [[nodiscard]] EntryDraft draft() const override;
    void restore(const EntryDraft& draft) override;

private:
    void build();
    void buildForm();
    void buildButtons();
    void buildPrepared();
    void connectPresenter();
    void arrange();
    void calculate();
    void goToNext();
    void goOn();
    void afterSecondCheck();
    void completeCheck();
    bool save();
    void showFailure(const base::Error& error);
    void beginCorrection();
    void endCorrection();
    // Somebody else prepared a dose while this one was typed: it becomes a correction of theirs.
    void followOthers(const services::InfusionView& view);
    [[nodiscard]] bool isFormOpen() const;
    [[nodiscard]] bool hasEntry() const;
    [[nodiscard]] std::optional<domain::DoseInputs> typedInputs() const;

    TextLabel* m_order = nullptr;
    TextLabel* m_orderSigned = nullptr;
    Card* m_entry = nullptr;
    FormBuilder* m_form = nullptr;
    QLineEdit* m_initials = nullptr;
    QLineEdit* m_birthYear = nullptr;
    QuantityEdit* m_weight = nullptr;
    QuantityEdit* m_strength = nullptr;
    QuantityEdit* m_bag = nullptr;
    ChoiceRow* m_convention = nullptr;
    QPushButton* m_save = nullptr;
    QPushButton* m_cancel = nullptr;
    QPushButton* m_close = nullptr;
    Card* m_prepared = nullptr;
    FactList* m_facts = nullptr;
    QPushButton* m_correct = nullptr;
    DoseCard* m_result = nullptr;
    SecondCheckCard* m_check = nullptr;
    PainCard* m_pain = nullptr;
    bool m_correcting = false;
    // The dose that stood when typing began; none: there was none.
    std::optional<domain::EntryId> m_against;
    bool m_finishing = false; // Ctrl+Enter: go on when everything is saved
};

} // namespace chairside::ui
