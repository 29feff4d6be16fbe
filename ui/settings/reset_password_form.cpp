#include "ui/settings/reset_password_form.h"

#include <QLineEdit>

#include "ui/format/problem_text.h"
#include "ui/format/to_qt.h"
#include "ui/settings/own_sign_in_panel.h"
#include "ui/sign_in/password_rule.h"
#include "ui/widgets/form_builder.h"

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;

ResetPasswordForm::ResetPasswordForm(Workbench& bench, QWidget* parent) : InlineForm(u"reset_form"_s, 2, parent) {
    m_new = form().row(tr("Their new passw&ord"), new QLineEdit, {.name = u"reset_password"_s});
    m_own = form().row(tr("Your passwor&d"), new QLineEdit, {.name = u"reset_own_password"_s});
    for (auto* edit : {m_new, m_own})
        edit->setEchoMode(QLineEdit::Password);
    describePasswordRule(bench, form(), u"reset_password"_s);
    addButtons(tr("&Save their password"), ButtonKind::Primary, tr("Cancel"));
}

void ResetPasswordForm::setPerson(const domain::Account& person) {
    if (!m_person || m_person->id != person.id) reset();
    m_person = person;
    setTitle(
        tr("Password for the next sign-in of %1; PIN and second factor are taken away").arg(toQt(person.printedName)));
}

std::string ResetPasswordForm::newPassword() const {
    return toStd(m_new->text());
}

std::string ResetPasswordForm::ownPassword() const {
    return toStd(m_own->text());
}

bool ResetPasswordForm::isReady() {
    form().clearProblems();
    return form().filled({m_new->objectName(), m_own->objectName()});
}

void ResetPasswordForm::refuse(const base::Error& error) {
    setBusy(false);
    for (const auto& problem : error.problems) {
        if (problem.field == "password")
            return form().problem(u"reset_password"_s,
                                  describe(problem, {.label = tr("The new password"), .unit = {}}));
        if (problem.field == "account")
            return form().problem(u"reset_password"_s, tr("Your own password is changed under My sign-in."));
    }
    if (error.code == base::Code::SignInFailed) return form().problem(u"reset_own_password"_s, passwordFailure(error));
    showFailure(error);
}

void ResetPasswordForm::reset() {
    form().clearProblems();
    m_new->clear();
    m_own->clear();
}

} // namespace chairside::ui
