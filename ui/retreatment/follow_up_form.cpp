#include "ui/retreatment/follow_up_form.h"

#include <QComboBox>

#include "ui/format/missing_text.h"
#include "ui/widgets/choice_row.h"
#include "ui/widgets/date_edit.h"
#include "ui/widgets/form_builder.h"
#include "ui/widgets/score_edit.h"

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;
using domain::AssessmentKind;
using domain::MissingReason;

FollowUpForm::FollowUpForm(const base::Clock& clock, QWidget* parent) : InlineForm(u"follow_up_form"_s, 2, parent) {
    setTitle(tr("Pain score outside infusions"));
    m_kind = form().row(tr("Score ta&ken"), new ChoiceRow, {.name = u"kind"_s, .span = 2});
    m_kind->add(tr("before the course"), static_cast<int>(AssessmentKind::Baseline));
    m_kind->add(tr("follow-up"), static_cast<int>(AssessmentKind::FollowUp));
    m_date = form().row(tr("D&ate"), new DateEdit(clock, DateExpected::Past), {.name = u"date"_s});
    m_pain = form().row(tr("Pa&in, 24-hour average"), new ScoreEdit(tr("Pain")),
                        {.name = u"pain"_s, .help = tr("0 no pain … 10 worst imaginable")});
    m_missing = form().row(tr("If there is no score, wh&y"), new QComboBox, {.name = u"missing"_s, .optional = true});
    m_missing->addItem(tr("there is a score"), -1);
    using Pair = std::pair<MissingReason, Missing>;
    for (const auto& [reason, word] :
         {Pair{MissingReason::NotDone, Missing::NotDone}, Pair{MissingReason::Declined, Missing::Declined},
          Pair{MissingReason::Unavailable, Missing::Unavailable},
          Pair{MissingReason::NotRecorded, Missing::NotRecorded}}) {
        m_missing->addItem(missingText(word), static_cast<int>(reason));
    }
    addButtons(tr("Rec&ord the score"), ButtonKind::Primary, tr("Cance&l"));
}

void FollowUpForm::start(AssessmentKind usual) {
    if (!m_kind->value()) m_kind->setValue(static_cast<int>(usual));
}

void FollowUpForm::startToday(base::CalendarDate today) {
    start(AssessmentKind::FollowUp);
    if (!m_date->date()) m_date->setDate(today);
    m_pain->setFocus(Qt::OtherFocusReason);
}

AssessmentKind FollowUpForm::kind() const {
    return m_kind->valueAs<AssessmentKind>().value_or(AssessmentKind::FollowUp);
}

std::optional<base::CalendarDate> FollowUpForm::date() const {
    return m_date->date();
}

std::optional<int> FollowUpForm::pain() const {
    return m_pain->value();
}

std::optional<MissingReason> FollowUpForm::missing() const {
    const int value = m_missing->currentData().toInt();
    return value < 0 ? std::nullopt : std::optional(static_cast<MissingReason>(value));
}

// The request has no room for "no date", so this one is asked for here.
bool FollowUpForm::isReady() {
    if (m_date->date()) return true;
    base::Problems problems{{.field = "date", .rule = base::Rule::Required, .low = {}, .high = {}, .value = {}}};
    if (!pain() && !missing())
        problems.push_back({.field = "pain", .rule = base::Rule::Required, .low = {}, .high = {}, .value = {}});
    form().problems(problems);
    return false;
}

void FollowUpForm::reset() {
    form().clearProblems();
    m_kind->setValue(std::nullopt);
    m_date->setDate(std::nullopt);
    m_pain->setValue(std::nullopt);
    m_missing->setCurrentIndex(0);
}

} // namespace chairside::ui
