// The decision on re-treatment: treat again, postpone to a date, or discharge; always with a reason.
#pragma once

#include "core/services/course_service.h"
#include "ui/retreatment/inline_form.h"

class QLineEdit;

namespace chairside::ui {

class ChoiceRow;
class DateEdit;

// Nothing is preselected. Object names of the fields: "decision", "until", "reason".
class DecisionForm : public InlineForm {
    Q_OBJECT

public:
    enum class Offer { All, PostponeOnly };

    DecisionForm(const base::Clock& clock, Offer offer, QWidget* parent = nullptr);

    [[nodiscard]] domain::DecisionKind kind() const;
    [[nodiscard]] std::optional<base::CalendarDate> until() const;
    [[nodiscard]] std::string reason() const;
    void reset() override;

protected:
    [[nodiscard]] bool isReady() override;

private:
    void showDate();

    Offer m_offer;
    ChoiceRow* m_kind = nullptr;
    DateEdit* m_until = nullptr;
    QLineEdit* m_reason = nullptr;
};

} // namespace chairside::ui
