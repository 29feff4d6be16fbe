// Entry of one drug given against an adverse event, with its witness, and what has been given so far.
#pragma once

#include "ui/infusion/entry_draft.h"
#include "ui/infusion/infusion_presenter.h"
#include "ui/widgets/card.h"

class QLineEdit;
class QPushButton;

namespace chairside::ui {

class FactList;
class FormBuilder;
class QuantityEdit;
class TermPicker;
class TimeEdit;

// Object names are the field names: rescue_drug, rescue_dose, rescue_at, rescue_route, rescue_witness,
// rescue_password, rescue_reason; rescue_save, rescue_correct, rescue_cancel, rescue_given.
class RescueCard : public Card {
    Q_OBJECT

public:
    explicit RescueCard(InfusionPresenter& presenter, QWidget* parent = nullptr);

    void showRecord(const services::InfusionView& view);
    // The password alone is an entry too: nothing that was begun is passed over.
    [[nodiscard]] bool hasEntry() const;
    // False if something has to be entered first; it is said here.
    bool save();

    // Without the password.
    [[nodiscard]] EntryDraft draft() const;
    void restore(const EntryDraft& draft);

Q_SIGNALS:
    void said(const QString& sentence);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void build();
    void buildForm();
    void connectPresenter();
    void showFailure(base::Error error);
    void beginCorrection();
    void endCorrection();
    void showCorrecting();
    void followOthers(const services::InfusionView& view);
    [[nodiscard]] services::RescueEntry entry() const;

    InfusionPresenter& m_presenter;
    FactList* m_given = nullptr;
    FormBuilder* m_form = nullptr;
    QLineEdit* m_drug = nullptr;
    QuantityEdit* m_dose = nullptr;
    TimeEdit* m_at = nullptr;
    TermPicker* m_route = nullptr;
    QLineEdit* m_reason = nullptr;
    QLineEdit* m_witness = nullptr;
    QLineEdit* m_password = nullptr;
    QPushButton* m_save = nullptr;
    QPushButton* m_correct = nullptr;
    QPushButton* m_cancel = nullptr;
    std::optional<domain::EntryId> m_correcting;
    std::optional<base::Instant> m_correctedAt;
    std::size_t m_known = 0; // lines that were shown last
    bool m_warned = false;   // of somebody else's line
};

} // namespace chairside::ui
