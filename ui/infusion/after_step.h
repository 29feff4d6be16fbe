// Step 4: pain and what else is asked after the infusion, and the adverse events of the whole session.
#pragma once

#include "ui/infusion/session_step.h"

class QPushButton;

namespace chairside::ui {

class AfterScoresCard;
class EventForm;
class EventsModel;
class PainCard;
class RescueCard;
class TableView;

class AfterStep : public SessionStep {
    Q_OBJECT

public:
    explicit AfterStep(InfusionPresenter& presenter, QWidget* parent = nullptr);

    void showRecord(const services::InfusionView& view) override;
    [[nodiscard]] StepProgress progressOf(const services::InfusionView& view) const override;
    [[nodiscard]] QWidget* firstFocus() override;
    void complete() override;
    [[nodiscard]] EntryDraft draft() const override;
    void restore(const EntryDraft& draft) override;
    // Where a new event is typed.
    [[nodiscard]] QWidget* entryFocus() override;

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void build();
    [[nodiscard]] QWidget* buildList();
    void correct(int line);

    PainCard* m_pain = nullptr;
    AfterScoresCard* m_scores = nullptr;
    EventForm* m_form = nullptr;
    RescueCard* m_rescue = nullptr;
    EventsModel* m_model = nullptr;
    TableView* m_table = nullptr;
    QPushButton* m_correct = nullptr;
    bool m_finishing = false;
};

} // namespace chairside::ui
