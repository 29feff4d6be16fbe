// Holding, resuming, stopping or completing a course, with a reason and a signature.
#pragma once

#include <vector>

#include "core/services/course_service.h"
#include "ui/retreatment/inline_form.h"

class QLineEdit;
class QRadioButton;

namespace chairside::ui {

class ChoiceRow;
class DateEdit;

// Offers what the state of the course allows, nothing preselected. Object names of the fields: "act", "resume_on"
// (resume only), "reason", "password".
class CourseStateForm : public InlineForm {
    Q_OBJECT

public:
    explicit CourseStateForm(const base::Clock& clock, QWidget* parent = nullptr);

    // What was typed stays, unless the chosen act is no longer offered; the password never does.
    void offer(const std::vector<domain::CourseAct>& acts);
    [[nodiscard]] std::optional<domain::CourseAct> chosen() const;
    // Only with a chosen act.
    [[nodiscard]] services::CourseActRequest request(const domain::CourseId& course) const;
    // A sentence under each field; what was typed stays, except a password that is not right.
    void refuse(const base::Error& error);
    void reset() override;

protected:
    [[nodiscard]] bool isReady() override;

private:
    void showFields();

    ChoiceRow* m_act = nullptr;
    std::vector<std::pair<domain::CourseAct, QRadioButton*>> m_choices;
    DateEdit* m_resumeOn = nullptr;
    QLineEdit* m_reason = nullptr;
    QLineEdit* m_password = nullptr;
};

} // namespace chairside::ui
