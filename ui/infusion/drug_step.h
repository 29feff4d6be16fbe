// Step 6: the controlled drug accounted for to the last milligram, in front of a witness.
#pragma once

#include "ui/infusion/session_step.h"

class QLineEdit;
class QPushButton;

namespace chairside::ui {

class Card;
class DateEdit;
class FactList;
class FormBuilder;
class QuantityEdit;
class TextLabel;

// Possible after the stop. What was given comes from the record; every other amount is typed. Object names
// are the field names: vial_volume, lot, expires, wasted_bag, wasted_vial, difference_reason, witness,
// witness_password.
class DrugStep : public SessionStep {
    Q_OBJECT

public:
    explicit DrugStep(InfusionPresenter& presenter, QWidget* parent = nullptr);

    void showRecord(const services::InfusionView& view) override;
    [[nodiscard]] StepProgress progressOf(const services::InfusionView& view) const override;
    [[nodiscard]] QWidget* firstFocus() override;
    void complete() override;
    void restore(const EntryDraft& draft) override;

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void build();
    void buildForm();
    [[nodiscard]] QWidget* buildSide();
    void connectPresenter();
    void showAmounts();
    // What was typed when somebody else booked the drug.
    void showMeanwhile();
    void save();
    void showFailure(const base::Error& error);
    [[nodiscard]] bool isOpen() const;
    [[nodiscard]] std::optional<domain::Dose> difference() const;

    Card* m_entry = nullptr;
    FormBuilder* m_form = nullptr;
    QuantityEdit* m_vialVolume = nullptr;
    QLineEdit* m_lot = nullptr;
    DateEdit* m_expires = nullptr;
    QuantityEdit* m_wastedBag = nullptr;
    QuantityEdit* m_wastedVial = nullptr;
    QLineEdit* m_reason = nullptr;
    QLineEdit* m_witness = nullptr;
    QLineEdit* m_password = nullptr;
    QPushButton* m_save = nullptr;
    TextLabel* m_difference = nullptr;
    TextLabel* m_vials = nullptr;
    Card* m_waiting = nullptr;
    TextLabel* m_notYet = nullptr;
    FactList* m_basis = nullptr;
    Card* m_booked = nullptr;
    FactList* m_bookedFacts = nullptr;
    TextLabel* m_meanwhile = nullptr;
    bool m_finishing = false;
};

} // namespace chairside::ui
