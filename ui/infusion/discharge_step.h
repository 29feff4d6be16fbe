// Step 7: what has to be so before the patient leaves, with numbers and times, and the discharge.
#pragma once

#include "ui/infusion/session_step.h"

class QPushButton;

namespace chairside::ui {

class AldreteCard;
class Card;
class CheckRows;
class DischargeCard;
class FactList;
class MessageStrip;
class TextLabel;

// Time and vital signs are judged by the program as they stand at this second; questions and Aldrete items are answered
// here, one by one. Ctrl+Enter discharges, or says what is still open.
class DischargeStep : public SessionStep {
    Q_OBJECT

public:
    explicit DischargeStep(InfusionPresenter& presenter, QWidget* parent = nullptr);

    void showRecord(const services::InfusionView& view) override;
    [[nodiscard]] StepProgress progressOf(const services::InfusionView& view) const override;
    [[nodiscard]] QWidget* firstFocus() override;
    void complete() override;
    void tick(const base::Instant& now) override;
    [[nodiscard]] EntryDraft draft() const override;
    void restore(const EntryDraft& draft) override;

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void build();
    QWidget* buildMeasured();
    void buildQuestions();
    void connectParts();
    void showMeasured(const services::InfusionView& view, const base::Instant& now);
    void goOnAfterEntry();
    bool saveEntries();
    void discharge();
    void sayOpen(const services::InfusionView& view, const std::vector<domain::DischargeGap>& gaps);
    [[nodiscard]] QWidget* focusFor(const std::vector<domain::DischargeGap>& gaps);

    bool m_finishing = false; // Ctrl+Enter: discharge when everything typed is saved
    TextLabel* m_none = nullptr;
    QWidget* m_parts = nullptr;
    MessageStrip* m_strip = nullptr;
    Card* m_questions = nullptr;
    CheckRows* m_rows = nullptr;
    FactList* m_measured = nullptr;
    QPushButton* m_toRow = nullptr;
    AldreteCard* m_aldrete = nullptr;
    DischargeCard* m_discharge = nullptr;
};

} // namespace chairside::ui
