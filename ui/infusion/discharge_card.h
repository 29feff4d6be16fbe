// The discharge itself: what is still open, the early leave with its reason, and who left when with whom.
#pragma once

#include <vector>

#include "ui/infusion/entry_draft.h"
#include "ui/infusion/infusion_presenter.h"
#include "ui/widgets/card.h"

class QLineEdit;
class QPushButton;

namespace chairside::ui {

class FactList;
class FormBuilder;
class TextLabel;
class TimeEdit;

// Object names: discharge_state, discharge_at, discharge_reason, discharge_prescriber, discharge_correction_reason,
// discharge_save, discharge_early, discharge_correct, discharge_cancel, discharge_facts.
class DischargeCard : public Card {
    Q_OBJECT

public:
    explicit DischargeCard(InfusionPresenter& presenter, QWidget* parent = nullptr);

    void showRecord(const services::InfusionView& view);
    void tick(const services::InfusionView& view, const base::Instant& now);
    [[nodiscard]] bool isOpen() const;
    // The reason of an early leave is asked for.
    [[nodiscard]] bool isEarly() const { return m_early; }
    void askWhyEarly();
    // The moment the criteria are judged at: the typed time, else now.
    [[nodiscard]] base::Instant judgedAt(const base::Instant& now) const;
    bool save();
    [[nodiscard]] QWidget* firstFocus() const;

    void addDraft(EntryDraft& draft) const;
    void restore(const EntryDraft& draft);

Q_SIGNALS:
    void said(const QString& sentence);
    // The button: the step looks first what is typed elsewhere.
    void completeWanted();
    void discharged();

private:
    void build();
    void buildForm();
    void connectPresenter();
    void arrange();
    void showFacts(const services::InfusionView& view);
    void beginCorrection();
    void endEntry();
    // Somebody else let the patient go while this was typed: it becomes a correction of theirs.
    void followOthers(const services::InfusionView& view);
    void showFailure(const base::Error& error);

    InfusionPresenter& m_presenter;
    std::optional<domain::Discharge> m_discharge; // the standing one
    bool m_mayDischarge = false;
    bool m_early = false;
    bool m_correcting = false;
    TextLabel* m_state = nullptr;
    FactList* m_facts = nullptr;
    FormBuilder* m_form = nullptr;
    QLineEdit* m_reason = nullptr;
    QLineEdit* m_prescriber = nullptr;
    QLineEdit* m_correction = nullptr;
    TimeEdit* m_at = nullptr;
    QPushButton* m_save = nullptr;
    QPushButton* m_leaveEarly = nullptr;
    QPushButton* m_correct = nullptr;
    QPushButton* m_cancel = nullptr;
};

} // namespace chairside::ui
