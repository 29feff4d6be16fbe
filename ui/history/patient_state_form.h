// A patient withdrew, died, or is back: what, since when and why.
#pragma once

#include "core/services/patient_state_service.h"
#include "ui/retreatment/inline_form.h"

class QLineEdit;

namespace chairside::base {
class Clock;
}

namespace chairside::ui {

class ChoiceRow;
class DateEdit;

class PatientStateForm : public InlineForm {
    Q_OBJECT

public:
    explicit PatientStateForm(const base::Clock& clock, QWidget* parent = nullptr);

    // Only while the form is ready.
    [[nodiscard]] services::PatientStateRequest request(const domain::PatientId& patient) const;
    void refuse(const base::Error& error);
    void reset() override;

protected:
    [[nodiscard]] bool isReady() override;

private:
    ChoiceRow* m_state = nullptr;
    DateEdit* m_since = nullptr;
    QLineEdit* m_reason = nullptr;
};

} // namespace chairside::ui
