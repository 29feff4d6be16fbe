// Step 2: what the protocol asks before the start, one answer at a time, and the baseline against the start limit.
#pragma once

#include "ui/infusion/session_step.h"

class QPushButton;

namespace chairside::ui {

class Card;
class CheckItemRow;
class CheckRows;
class MessageStrip;
class TextLabel;

// The items are those of the protocol version. The baseline is a row of the vital signs, typed in the step that holds
// them; here it is judged, and here the reason is given where it is above the limit.
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
    void buildBaseline();
    void connectPresenter();
    void makeDecision();
    void showBaseline(const services::InfusionView& view, bool mayAnswer);

    CheckRows* m_rows = nullptr;
    CheckItemRow* m_decision = nullptr; // about the baseline
    bool m_finishing = false;
    TextLabel* m_none = nullptr;
    Card* m_list = nullptr;
    MessageStrip* m_strip = nullptr;
    Card* m_baseline = nullptr;
    TextLabel* m_pressure = nullptr;
    QPushButton* m_toRow = nullptr;
    QPushButton* m_next = nullptr;
};

} // namespace chairside::ui
