#include "ui/infusion/second_check_card.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

#include "ui/format/to_qt.h"
#include "ui/infusion/entry_draft.h"
#include "ui/infusion/fact_list.h"
#include "ui/infusion/meanwhile_words.h"
#include "ui/infusion/second_check_words.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/form_builder.h"
#include "ui/widgets/quantity_edit.h"
#include "ui/widgets/text_label.h"

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;

SecondCheckCard::SecondCheckCard(InfusionPresenter& presenter, QWidget* parent)
    : Card(tr("2. Second check"), parent), m_presenter(presenter) {
    setObjectName(u"second_check"_s);
    build();
    connectPresenter();
}

void SecondCheckCard::build() {
    m_intro = new TextLabel(tr("Another person weighs, reads the vial and calculates alone."), TextRole::Hint, this);
    m_result = new TextLabel({}, TextRole::Success, this);
    m_result->setObjectName(u"second_result"_s);
    m_result->setWordWrap(true);
    m_facts = new FactList(tr("What the second person calculated"), this);
    m_facts->setObjectName(u"second_facts"_s);
    body()->addWidget(m_intro);
    body()->addWidget(m_result);
    m_meanwhile = new TextLabel({}, TextRole::Warning, this);
    m_meanwhile->setObjectName(u"second_meanwhile"_s);
    m_meanwhile->setWordWrap(true);
    m_meanwhile->hide();
    body()->addWidget(m_meanwhile);
    buildForm();
    body()->addWidget(m_facts);
}

void SecondCheckCard::buildForm() {
    m_form = new FormBuilder(this, 2);
    m_weight =
        m_form->row(tr("Weight on the &scale"), new QuantityEdit({.wholeDigits = 3, .decimals = 1, .unit = u"kg"_s}),
                    {.name = u"second_weight"_s, .unit = u"kg"_s});
    m_dose =
        m_form->row(tr("Dose &you calculate"), new QuantityEdit({.wholeDigits = 4, .decimals = 2, .unit = u"mg"_s}),
                    {.name = u"second_dose"_s, .unit = u"mg"_s});
    m_volume = m_form->row(tr("&Volume to draw"), new QuantityEdit({.wholeDigits = 3, .decimals = 2, .unit = u"mL"_s}),
                           {.name = u"second_volume"_s, .unit = u"mL"_s});
    m_rate =
        m_form->row(tr("Pump &rate"), new QuantityEdit({.wholeDigits = 4, .decimals = 1, .unit = u"mL per hour"_s}),
                    {.name = u"second_rate"_s, .unit = u"mL per hour"_s});
    m_person = m_form->row(tr("Second person, &user name"), new QLineEdit, {.name = u"second_person"_s});
    m_password = m_form->row(tr("Second person, &password"), new QLineEdit, {.name = u"second_password"_s});
    m_password->setEchoMode(QLineEdit::Password);
    m_save = makeButton(tr("Save second chec&k"), ButtonKind::Primary, u"second_save"_s, this);
    body()->addWidget(m_form);
    body()->addWidget(m_save, 0, Qt::AlignLeft);
    connect(m_save, &QPushButton::clicked, this, &SecondCheckCard::completed);
}

void SecondCheckCard::connectPresenter() {
    connect(&m_presenter, &InfusionPresenter::saving, this, [this](SessionFact fact) {
        if (fact == SessionFact::SecondCheck) m_save->setEnabled(false);
    });
    connect(&m_presenter, &InfusionPresenter::saved, this, [this](SessionFact fact) {
        if (fact == SessionFact::Dose) reset();
        if (fact != SessionFact::SecondCheck) return;
        m_save->setEnabled(true);
        reset();
    });
    connect(&m_presenter, &InfusionPresenter::failed, this, [this](SessionFact fact, const base::Error& error) {
        if (fact != SessionFact::SecondCheck) return;
        m_save->setEnabled(true);
        showFailure(error);
    });
}

// What was typed stays; only the password is typed again.
void SecondCheckCard::showFailure(const base::Error& error) {
    m_password->clear();
    m_form->clearProblems();
    if (error.code == base::Code::SignInFailed) {
        m_form->problem(u"second_password"_s, tr("User name or password of the second person is not right."));
        return m_password->setFocus();
    }
    if (error.code == base::Code::Denied && error.field == "second_person") {
        m_form->problem(u"second_person"_s, tr("This person may not check doses. Ask someone who may."));
        return m_person->setFocus();
    }
    const bool isOver = error.code == base::Code::WrongState && error.detail == "already_checked";
    if (isOvertaken(error) || isOver) return m_presenter.refresh();
    m_form->failure(error);
}

void SecondCheckCard::showRecord(const services::InfusionView& view) {
    const bool open = isOpen();
    m_intro->setVisible(open);
    m_form->setVisible(open);
    m_save->setVisible(open);
    m_facts->setLines(secondCheckLines(view));
    m_facts->setVisible(!m_facts->lines().empty());
    showOutcome(view);
    followOthers(view);
}

QString SecondCheckCard::typedNumbers() const {
    QStringList numbers;
    for (const auto* edit : {m_weight, m_dose, m_volume, m_rate}) {
        if (!edit->text().isEmpty()) numbers << edit->accessibleName() + u' ' + edit->text();
    }
    return numbers.join(u", "_s);
}

void SecondCheckCard::followOthers(const services::InfusionView& view) {
    if (m_presenter.isSaving(SessionFact::SecondCheck) || m_presenter.isSaving(SessionFact::Dose)) return;
    const auto prepared = domain::preparedDose(view.record);
    const auto standing = prepared ? std::optional(prepared->head.id) : std::nullopt;
    const auto before = std::exchange(m_against, standing);
    const QString typed = typedNumbers();
    QString text;
    if (const auto theirs = domain::secondCheckOf(view.record); theirs && !typed.isEmpty())
        text = MeanwhileWords::secondCheck(view, *theirs, typed);
    else if (prepared && before && before != standing && !typed.isEmpty())
        text = MeanwhileWords::doseAgain(view, *prepared);
    else if (before == standing && isOpen())
        return; // what was said stays
    m_meanwhile->setVisible(!text.isEmpty());
    if (m_meanwhile->text() != text) m_meanwhile->announce(text.isEmpty() ? text : u"▲ "_s + text);
}

void SecondCheckCard::showOutcome(const services::InfusionView& view) {
    QString text;
    TextRole role = TextRole::Success;
    const auto state = checkStateOf(view);
    if (state == domain::CheckState::Agrees) {
        text =
            u"✔ "_s +
            tr("Both agree: %1").arg(SecondCheckWords::numbers(domain::numbersOf(*domain::preparedDose(view.record))));
    } else if (state == domain::CheckState::Differs) {
        role = TextRole::Stop;
        text =
            u"✖ "_s + SecondCheckWords::differ(domain::checkDifferences(view.record, view.protocol.rules.secondCheck));
    } else if (state == domain::CheckState::Open && !isOpen()) {
        role = TextRole::Hint;
        text = tr("No second check was made.");
    }
    m_result->setRole(role);
    m_result->setVisible(!text.isEmpty());
    if (m_result->text() != text) m_result->announce(text);
}

bool SecondCheckCard::isOpen() const {
    const auto& view = m_presenter.view();
    return view && m_presenter.mayRecord() && hidesFirstNumbers(*view);
}

bool SecondCheckCard::hasEntry() const {
    return isOpen() && (!draftOf(*m_form).isEmpty() || !m_password->text().isEmpty());
}

QWidget* SecondCheckCard::firstFocus() const {
    return isOpen() ? m_weight : nullptr;
}

bool SecondCheckCard::save() {
    const auto& view = m_presenter.view();
    const auto prepared = view ? domain::preparedDose(view->record) : std::nullopt;
    if (!prepared || !isOpen() || m_presenter.isSaving(SessionFact::SecondCheck)) return false;
    m_form->clearProblems();
    if (const auto wrong = m_form->unreadable(); !wrong.empty()) {
        m_form->problems(wrong);
        return false;
    }
    services::SecondCheckEntry entry{.infusion = view->record.infusion.id, .doseCheck = prepared->head.id};
    entry.weight = m_weight->value<domain::Weight>();
    entry.dose = m_dose->value<domain::Dose>();
    entry.drugVolume = m_volume->value<domain::Volume>();
    entry.rate = m_rate->value<domain::FlowRate>();
    entry.userName = toStd(m_person->text().trimmed());
    entry.password = toStd(m_password->text());
    m_presenter.record(entry);
    return true;
}

void SecondCheckCard::reset() {
    clearEntries(*m_form);
    m_password->clear();
    m_form->clearProblems();
    m_meanwhile->hide();
    m_meanwhile->setText({});
}

void SecondCheckCard::keyPressEvent(QKeyEvent* event) {
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (!enter || event->modifiers().testFlag(Qt::ControlModifier)) return Card::keyPressEvent(event);
    QWidget* const fields[] = {m_weight, m_dose, m_volume, m_rate, m_person, m_password};
    const auto at = std::ranges::find_if(fields, [](const QWidget* each) { return each->hasFocus(); });
    if (at == std::end(fields)) return Card::keyPressEvent(event);
    if (*at == m_password) return Q_EMIT completed();
    (*std::next(at))->setFocus(Qt::TabFocusReason);
}

} // namespace chairside::ui
