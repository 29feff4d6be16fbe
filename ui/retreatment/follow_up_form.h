// A pain score outside infusions, or the reason why there is none.
#pragma once

#include "core/services/course_service.h"
#include "ui/retreatment/inline_form.h"

class QComboBox;

namespace chairside::ui {

class ChoiceRow;
class DateEdit;
class ScoreEdit;

// Object names of the fields: "kind", "date", "pain", "missing".
class FollowUpForm : public InlineForm {
    Q_OBJECT

public:
    explicit FollowUpForm(const base::Clock& clock, QWidget* parent = nullptr);

    // Before the first infusion a score belongs to the baseline, afterwards to the follow-up; the person may say
    // otherwise.
    void start(domain::AssessmentKind usual);
    // A follow-up asked for today, by phone: only the score is left to type, and it takes the focus.
    void startToday(base::CalendarDate today);
    [[nodiscard]] domain::AssessmentKind kind() const;
    [[nodiscard]] std::optional<base::CalendarDate> date() const;
    [[nodiscard]] std::optional<int> pain() const;
    [[nodiscard]] std::optional<domain::MissingReason> missing() const;
    void reset() override;

protected:
    [[nodiscard]] bool isReady() override;

private:
    ChoiceRow* m_kind = nullptr;
    DateEdit* m_date = nullptr;
    ScoreEdit* m_pain = nullptr;
    QComboBox* m_missing = nullptr;
};

} // namespace chairside::ui
