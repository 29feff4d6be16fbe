#include "ui/overview/course_state_form.h"

#include <QLineEdit>
#include <QRadioButton>
#include <algorithm>

#include "ui/format/problem_text.h"
#include "ui/format/to_qt.h"
#include "ui/overview/schedule_words.h"
#include "ui/widgets/choice_row.h"
#include "ui/widgets/date_edit.h"
#include "ui/widgets/form_builder.h"
#include "ui/widgets/message_strip.h"

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;
using domain::CourseAct;

CourseStateForm::CourseStateForm(const base::Clock& clock, QWidget* parent)
    : InlineForm(u"course_state_form"_s, 2, parent) {
    setTitle(tr("Hold or end the course"));
    m_act = form().row(tr("What &happens"), new ChoiceRow, {.name = u"act"_s, .unit = {}, .help = {}, .span = 2});
    const auto add = [this](CourseAct act, const QString& text) {
        m_choices.emplace_back(act, m_act->add(text, static_cast<int>(act)));
    };
    add(CourseAct::Hold, tr("Hold: give nothing for now"));
    add(CourseAct::Resume, tr("Resume"));
    add(CourseAct::Complete, tr("Complete: enough was given"));
    add(CourseAct::Stop, tr("Stop for good"));
    m_resumeOn = form().row(tr("Day of the ne&xt infusion"), new DateEdit(clock, DateExpected::Future),
                            {.name = u"resume_on"_s,
                             .unit = {},
                             .help = tr("The later ones follow with the gaps of the protocol."),
                             .span = 2});
    m_reason = form().row(tr("&Reason"), new QLineEdit, {.name = u"reason"_s});
    m_password = form().row(tr("Your passwor&d"), new QLineEdit, {.name = u"password"_s});
    m_password->setEchoMode(QLineEdit::Password);
    connect(m_act, &ChoiceRow::chosen, this, &CourseStateForm::showFields);
    addButtons(tr("Si&gn"), ButtonKind::Primary, tr("Cance&l"));
    showFields();
}

void CourseStateForm::offer(const std::vector<CourseAct>& acts) {
    for (const auto& [act, button] : m_choices)
        button->setVisible(std::ranges::find(acts, act) != acts.end());
    if (const auto act = chosen(); act && std::ranges::find(acts, *act) == acts.end()) reset();
    m_password->clear();
    showFields();
}

std::optional<CourseAct> CourseStateForm::chosen() const {
    return m_act->valueAs<CourseAct>();
}

void CourseStateForm::showFields() {
    const auto act = chosen();
    form().setFieldVisible(u"resume_on"_s, act == CourseAct::Resume);
    if (!act) return setSubmit(tr("Si&gn"), ButtonKind::Primary);
    switch (*act) {
    case CourseAct::Hold:
        return setSubmit(tr("Si&gn: hold the course"), ButtonKind::Primary);
    case CourseAct::Resume:
        return setSubmit(tr("Si&gn: resume the course"), ButtonKind::Primary);
    case CourseAct::Complete:
        return setSubmit(tr("Si&gn: complete the course"), ButtonKind::Danger);
    default:
        return setSubmit(tr("Si&gn: stop the course"), ButtonKind::Danger);
    }
}

bool CourseStateForm::isReady() {
    const auto act = chosen();
    base::Problems problems;
    const auto need = [&problems](const char* field) {
        problems.push_back({field, base::Rule::Required, {}, {}, {}});
    };
    if (!act) need("act");
    if (act == CourseAct::Resume && m_resumeOn->isBlank()) need("resume_on");
    if (m_reason->text().trimmed().isEmpty()) need("reason");
    if (m_password->text().isEmpty()) need("password");
    if (problems.empty()) return true;
    form().problems(problems);
    return false;
}

services::CourseActRequest CourseStateForm::request(const domain::CourseId& course) const {
    const auto act = *chosen();
    return {.course = course,
            .act = act,
            .reason = toStd(m_reason->text()),
            .resumeOn = act == CourseAct::Resume ? m_resumeOn->date() : std::nullopt,
            .password = toStd(m_password->text())};
}

void CourseStateForm::refuse(const base::Error& error) {
    setBusy(false);
    form().clearProblems();
    const bool password = error.code == base::Code::SignInFailed || error.code == base::Code::SignInDelayed;
    if (password) m_password->clear();
    if (error.code == base::Code::SignInFailed) {
        form().problem(u"password"_s, tr("The password is not right. Nothing was signed."));
    } else if (password) {
        form().problem(u"password"_s, describe(error));
    } else if (error.code == base::Code::WrongState && error.detail == "none_given") {
        form().problem(u"act"_s,
                       tr("Nothing was given yet, so there is nothing to complete. Stop the course instead."));
    } else if (error.code == base::Code::WrongState && error.detail == "infusion_open") {
        form().problem(u"act"_s, tr("An infusion of this course is open. Finish and sign it first."));
    } else if (error.problems.empty()) {
        return form().failure(error);
    }
    for (const auto& problem : error.problems) {
        const QString name = toQt(problem.field);
        const QWidget* editor = form().editor(name);
        form().problem(name, scheduleSentence(problem, editor != nullptr ? editor->accessibleName() : tr("The plan")));
    }
}

void CourseStateForm::reset() {
    form().clearProblems();
    m_act->setValue(std::nullopt);
    m_resumeOn->setDate(std::nullopt);
    m_reason->clear();
    m_password->clear();
    showFields();
}

} // namespace chairside::ui
