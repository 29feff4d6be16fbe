// Step 2: what the protocol asks before the start, one answer at a time, and the baseline against the start limits.
#pragma once

#include "ui/infusion/session_step.h"

class QPushButton;

namespace chairside::ui {

class BaselineCard;
class Card;
class CheckRows;
class MessageStrip;
class TextLabel;

// The items are those of the protocol version. The baseline is a row of the vital signs, typed here as well as in the
// step that holds them; the reason for a start outside of the limits is given here.
class PreCheckStep : public SessionStep {
    Q_OBJECT

public:
    explicit PreCheckStep(InfusionPresenter& presenter, QWidget* parent = nullptr);

    void showRecord(const services::InfusionView& view) override;
    [[nodiscard]] StepProgress progressOf(const services::InfusionView& view) const override;
    [[nodiscard]] QWidget* firstFocus() override;
    void complete() override;
    [[nodiscard]] EntryDraft draft() const override;
    void restore(const EntryDraft& draft) override;

private:
    void build();
    void connectParts();
    void goOnFrom();
    [[nodiscard]] bool asksBaseline() const;

    CheckRows* m_rows = nullptr;
    bool m_finishing = false;
    TextLabel* m_none = nullptr;
    Card* m_list = nullptr;
    MessageStrip* m_strip = nullptr;
    BaselineCard* m_baseline = nullptr;
    QPushButton* m_next = nullptr;
};

} // namespace chairside::ui
