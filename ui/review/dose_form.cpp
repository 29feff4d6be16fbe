#include "ui/review/dose_form.h"

#include <QLineEdit>

#include "ui/format/to_qt.h"
#include "ui/widgets/form_builder.h"
#include "ui/widgets/quantity_edit.h"

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;
using domain::OrderKind;

DoseForm::DoseForm(QWidget* parent) : InlineForm(u"dose_form"_s, 1, parent) {
    m_perKg =
        form().row(tr("New dose per k&g"), new QuantityEdit({.wholeDigits = 1, .decimals = 3, .unit = u"mg per kg"_s}),
                   {.name = u"dose_per_kg"_s, .unit = u"mg per kg"_s});
    m_reason = form().row(tr("&Reason"), new QLineEdit, {.name = u"reason"_s});
    m_password = form().row(tr("Pass&word"), new QLineEdit, {.name = u"password"_s});
    m_password->setEchoMode(QLineEdit::Password);
    addButtons(tr("Sign the &order"), ButtonKind::Primary, tr("Cance&l"));
}

void DoseForm::start(OrderKind kind) {
    if (kind != m_kind) reset();
    m_kind = kind;
    forgetPassword();
    form().setFieldVisible(u"dose_per_kg"_s, kind == OrderKind::Change);
    switch (kind) {
    case OrderKind::Keep:
        setTitle(tr("Keep the dose"));
        setSubmit(tr("Sign: keep the d&ose"), ButtonKind::Primary);
        break;
    case OrderKind::Stop:
        setTitle(tr("Stop the course"));
        setSubmit(tr("Sign: stop the c&ourse"), ButtonKind::Danger);
        break;
    case OrderKind::Change:
    case OrderKind::Initial:
    case OrderKind::Hold:
    case OrderKind::Resume:
    case OrderKind::Complete:
        setTitle(tr("Change the dose"));
        setSubmit(tr("Sign the new d&ose"), ButtonKind::Primary);
        break;
    }
}

std::optional<domain::DosePerKg> DoseForm::perKg() const {
    return m_kind == OrderKind::Change ? m_perKg->value<domain::DosePerKg>() : std::nullopt;
}

std::string DoseForm::reason() const {
    return toStd(m_reason->text());
}

std::string DoseForm::password() const {
    return toStd(m_password->text());
}

void DoseForm::forgetPassword() {
    m_password->clear();
}

void DoseForm::reset() {
    form().clearProblems();
    m_perKg->setThousandths(std::nullopt);
    m_reason->clear();
    m_password->clear();
}

} // namespace chairside::ui
