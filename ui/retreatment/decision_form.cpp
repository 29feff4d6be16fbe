#include "ui/retreatment/decision_form.h"

#include <QLineEdit>

#include "ui/format/to_qt.h"
#include "ui/retreatment/retreatment_text.h"
#include "ui/widgets/choice_row.h"
#include "ui/widgets/date_edit.h"
#include "ui/widgets/form_builder.h"

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;
using domain::DecisionKind;

DecisionForm::DecisionForm(const base::Clock& clock, Offer offer, QWidget* parent)
    : InlineForm(offer == Offer::All ? u"decision_form"_s : u"postpone_form"_s, offer == Offer::All ? 1 : 2, parent),
      m_offer(offer) {
    if (offer == Offer::All) {
        setTitle(tr("Decision on re-treatment"));
        m_kind = form().row(tr("Decis&ion"), new ChoiceRow, {.name = u"decision"_s});
        for (const auto kind : {DecisionKind::Retreat, DecisionKind::Postpone, DecisionKind::Discharge}) {
            m_kind->add(decisionText(kind), static_cast<int>(kind));
        }
        connect(m_kind, &ChoiceRow::chosen, this, &DecisionForm::showDate);
    } else {
        setTitle(tr("Postpone the decision"));
    }
    m_until = form().row(tr("Postpone &until"), new DateEdit(clock, DateExpected::Future),
                         {.name = u"until"_s, .help = tr("A date, or “+2w”.")});
    m_reason = form().row(tr("&Reason"), new QLineEdit, {.name = u"reason"_s});
    addButtons(offer == Offer::All ? tr("Rec&ord the decision") : tr("P&ostpone"), ButtonKind::Primary, tr("Cance&l"));
    showDate();
}

void DecisionForm::showDate() {
    if (m_kind) form().setFieldVisible(u"until"_s, kind() == DecisionKind::Postpone && m_kind->value().has_value());
}

DecisionKind DecisionForm::kind() const {
    if (!m_kind) return DecisionKind::Postpone;
    return m_kind->valueAs<DecisionKind>().value_or(DecisionKind::Postpone);
}

std::optional<base::CalendarDate> DecisionForm::until() const {
    return kind() == DecisionKind::Postpone ? m_until->date() : std::nullopt;
}

std::string DecisionForm::reason() const {
    return toStd(m_reason->text());
}

bool DecisionForm::isReady() {
    if (!m_kind || m_kind->value()) return true;
    form().problems({{.field = "decision", .rule = base::Rule::Required, .low = {}, .high = {}, .value = {}}});
    return false;
}

void DecisionForm::reset() {
    form().clearProblems();
    if (m_kind) m_kind->setValue(std::nullopt);
    m_until->setDate(std::nullopt);
    m_reason->clear();
    showDate();
}

} // namespace chairside::ui
