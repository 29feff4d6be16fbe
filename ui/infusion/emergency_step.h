// Beside the eight steps: what the protocol says is done in an emergency, the pump, and what was done.
#pragma once

#include "ui/infusion/session_step.h"

class QLineEdit;
class QPushButton;

namespace chairside::ui {

class ChoiceRow;
class FactList;
class FormBuilder;
class TextLabel;
class TimeEdit;

// Can be looked at at any time. The stop is recorded at once, without a question. Object names: emergency_text,
// emergency_stop, emergency_called, emergency_at, emergency_done, emergency_standing, emergency_save, emergency_lines.
class EmergencyStep : public SessionStep {
    Q_OBJECT

public:
    explicit EmergencyStep(InfusionPresenter& presenter, QWidget* parent = nullptr);

    void showRecord(const services::InfusionView& view) override;
    [[nodiscard]] StepProgress progressOf(const services::InfusionView& view) const override;
    [[nodiscard]] QWidget* firstFocus() override;
    void complete() override;
    [[nodiscard]] bool can(Command command) const override;
    void perform(Command command) override;

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    [[nodiscard]] QWidget* buildText();
    [[nodiscard]] QWidget* buildNotes();
    void connectPresenter();
    void stop();
    bool save();
    [[nodiscard]] bool hasEntry() const;
    [[nodiscard]] bool isOnPump() const;

    TextLabel* m_text = nullptr;
    TextLabel* m_source = nullptr;
    TextLabel* m_pump = nullptr;
    QPushButton* m_stop = nullptr;
    FactList* m_lines = nullptr;
    FormBuilder* m_form = nullptr;
    QLineEdit* m_called = nullptr;
    QLineEdit* m_done = nullptr;
    TimeEdit* m_at = nullptr;
    ChoiceRow* m_standing = nullptr;
    QPushButton* m_save = nullptr;
};

} // namespace chairside::ui
