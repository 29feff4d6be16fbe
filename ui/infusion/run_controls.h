// Start, pause, resume, rate and stop, as the pump did them. The program records; it drives nothing.
#pragma once

#include "ui/infusion/entry_draft.h"
#include "ui/infusion/infusion_presenter.h"
#include "ui/shell/command.h"

#include <QWidget>

class QHBoxLayout;
class QPushButton;

namespace chairside::ui {

class MessageStrip;
class QuantityEdit;
class ReasonLine;
class TextLabel;

// Alt+F9 start, Alt+F10 pause or resume, Alt+F11 stop. Pause and stop ask why in the line below; a stop with
// an empty bag may leave it out. Object names: run_start, run_pause, run_stop, run_rate, run_reason,
// run_rate_value.
class RunControls : public QWidget {
    Q_OBJECT

public:
    explicit RunControls(InfusionPresenter& presenter, QWidget* parent = nullptr);

    void showRecord(const services::InfusionView& view);
    [[nodiscard]] bool can(Command command) const;
    void perform(Command command);
    // The open question and what is typed into it.
    void addDraft(EntryDraft& draft) const;
    void restore(const EntryDraft& draft);

Q_SIGNALS:
    void said(const QString& sentence);
    void commandsChanged();
    // The question is answered or taken back: the focus may go on.
    void answered();

private:
    void build();
    void connectPresenter();
    void ask(domain::StepKind kind);
    void openQuestion(domain::StepKind kind, const services::InfusionView& view);
    void record();
    void showFailure(const base::Error& error);
    void arrange();
    // Somebody else recorded a step while the reason of this one was typed, and this one is no longer possible.
    void followOthers(const services::InfusionView& view);
    [[nodiscard]] bool isStillPossible(const services::InfusionView& view) const;
    // Why the infusion cannot be started; empty if it can.
    [[nodiscard]] QString startHintOf(const services::InfusionView& view) const;

    InfusionPresenter& m_presenter;
    domain::StepKind m_asked = domain::StepKind::Start; // what the open question is about
    QPushButton* m_start = nullptr;
    QPushButton* m_pause = nullptr;
    QPushButton* m_stop = nullptr;
    QPushButton* m_rate = nullptr;
    TextLabel* m_hint = nullptr;
    TextLabel* m_history = nullptr;
    ReasonLine* m_reason = nullptr;
    QuantityEdit* m_rateValue = nullptr;
    MessageStrip* m_strip = nullptr;
};

} // namespace chairside::ui
