#include "ui/drug_book/correction_form.h"

#include <QLineEdit>

#include "ui/format/to_qt.h"
#include "ui/infusion/drug_book_words.h"
#include "ui/widgets/choice_row.h"
#include "ui/widgets/form_builder.h"
#include "ui/widgets/quantity_edit.h"

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;

CorrectionForm::CorrectionForm(QWidget* parent) : InlineForm(u"drug_correction"_s, 5, parent) {
    m_direction = form().row(tr("D&ifference"), new ChoiceRow, {.name = u"direction"_s});
    m_direction->add(tr("&Missing"), static_cast<int>(Direction::Missing));
    m_direction->add(tr("Found a&gain"), static_cast<int>(Direction::Found));
    m_amount = form().row(tr("Amo&unt"), new QuantityEdit({.wholeDigits = 5, .decimals = 1, .unit = u"mg"_s}),
                          {.name = u"amount"_s, .unit = u"mg"_s});
    m_reason = form().row(tr("&Reason"), new QLineEdit, {.name = u"correction_reason"_s});
    m_witness = form().row(tr("Wi&tness, user name"), new QLineEdit, {.name = u"witness"_s});
    m_password = form().row(tr("Witness, passw&ord"), new QLineEdit, {.name = u"witness_password"_s});
    m_password->setEchoMode(QLineEdit::Password);
    addButtons(tr("Boo&k the correction"), ButtonKind::Primary, tr("Cancel"));
}

void CorrectionForm::setVial(const services::DrugBookVial& book) {
    if (m_vial != book.vial.id) reset();
    m_vial = book.vial.id;
    setTitle(tr("Correct lot %1: %2").arg(toQt(book.vial.lot), DrugBookWords::closing(book)));
}

services::DrugCorrection CorrectionForm::correction() const {
    auto amount = m_amount->value<domain::Dose>();
    if (amount && m_direction->valueAs<Direction>() == Direction::Missing) amount = -*amount;
    return {*m_vial, amount, toStd(m_reason->text().trimmed()), toStd(m_witness->text().trimmed()),
            toStd(m_password->text())};
}

bool CorrectionForm::isReady() {
    if (m_direction->value()) return m_vial.has_value();
    form().problems({{.field = "direction", .rule = base::Rule::Required, .low = {}, .high = {}, .value = {}}});
    return false;
}

void CorrectionForm::refuse(const base::Error& error) {
    setBusy(false);
    m_password->clear();
    if (error.code == base::Code::SignInFailed) {
        form().problem(u"witness_password"_s, tr("User name or password of the witness is not right."));
        return m_password->setFocus();
    }
    if (error.code == base::Code::Denied && error.field == "witness") {
        form().problem(u"witness"_s, tr("This person may not witness a correction. Ask someone who may."));
        return m_witness->setFocus();
    }
    showFailure(error);
}

void CorrectionForm::reset() {
    form().clearProblems();
    m_direction->setValue(std::nullopt);
    m_amount->setThousandths(std::nullopt);
    for (QLineEdit* edit : {m_reason, m_witness, m_password})
        edit->clear();
}

} // namespace chairside::ui
