#include "ui/history/patient_state_form.h"

#include <QLineEdit>

#include "ui/format/problem_text.h"
#include "ui/format/to_qt.h"
#include "ui/infusion/entry_draft.h"
#include "ui/widgets/choice_row.h"
#include "ui/widgets/date_edit.h"
#include "ui/widgets/form_builder.h"

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;
using domain::PatientState;

PatientStateForm::PatientStateForm(const base::Clock& clock, QWidget* parent)
    : InlineForm(u"patient_state"_s, 4, parent) {
    setTitle(tr("Withdrawn, died or back"));
    m_state = new ChoiceRow;
    m_state->add(tr("Withdrew from the treatment"), static_cast<int>(PatientState::Withdrawn));
    m_state->add(tr("Died"), static_cast<int>(PatientState::Deceased));
    m_state->add(tr("Is treated again, or this was recorded in error"), static_cast<int>(PatientState::Active));
    form().row(tr("The p&atient"), m_state, {.name = u"state"_s, .span = 4});
    m_since = form().row(tr("Sin&ce"), new DateEdit(clock, DateExpected::Past), {.name = u"since"_s});
    m_reason = form().row(tr("&Reason"), new QLineEdit,
                          {.name = u"reason"_s, .unit = {}, .help = tr("And who told it."), .span = 3});
    addButtons(tr("Save the s&tate"), ButtonKind::Primary, tr("Cancel"));
}

services::PatientStateRequest PatientStateForm::request(const domain::PatientId& patient) const {
    return {.patient = patient,
            .state = m_state->valueAs<PatientState>().value_or(PatientState::Active),
            .since = m_since->date(),
            .reason = toStd(m_reason->text().trimmed())};
}

bool PatientStateForm::isReady() {
    if (m_state->value()) return true;
    form().problems({{"state", base::Rule::Required, {}, {}, {}}});
    return false;
}

void PatientStateForm::refuse(const base::Error& error) {
    if (error.problems.empty()) return showFailure(error);
    setBusy(false);
    for (const auto& problem : error.problems) {
        const QString field = toQt(problem.field);
        const QWidget* editor = form().editor(field);
        const QString label = editor != nullptr ? editor->accessibleName() : field;
        const bool isBirth = problem.field == "since" && problem.rule == base::Rule::InPast;
        form().problem(field, problem.field == "state" ? tr("This is what is recorded already. Choose another answer.")
                              : isBirth                ? tr("%1 must not be before the date of birth.").arg(label)
                                                       : describe(problem, {label, {}}));
    }
}

void PatientStateForm::reset() {
    form().clearProblems();
    clearEntries(form());
}

} // namespace chairside::ui
