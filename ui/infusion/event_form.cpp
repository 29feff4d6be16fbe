#include "ui/infusion/event_form.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/charts/chart_text.h"
#include "ui/format/to_qt.h"
#include "ui/infusion/event_words.h"
#include "ui/infusion/infusion_words.h"
#include "ui/infusion/meanwhile_words.h"
#include "ui/infusion/saving_link.h"
#include "ui/infusion/term_picker.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/choice_row.h"
#include "ui/widgets/digit_cell.h"
#include "ui/widgets/form_builder.h"
#include "ui/widgets/message_strip.h"
#include "ui/widgets/time_edit.h"

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kLowestGrade = 1;
constexpr int kHighestGrade = 5;
constexpr int kCommonTerms = 5; // one digit each

const QString kCorrectingEvent = u"correcting_event"_s;

std::vector<PickerTerm> pickerTerms() {
    std::vector<PickerTerm> terms;
    for (const std::string& key : domain::adverseEventTerms())
        terms.push_back({key, eventTermText(key, {})});
    return terms;
}

// By place in the list, as the type has them.
constexpr domain::EventRelation kRelations[] = {domain::EventRelation::Unrelated, domain::EventRelation::Unlikely,
                                                domain::EventRelation::Possible, domain::EventRelation::Probable,
                                                domain::EventRelation::Definite};

std::vector<PickerTerm> relationTerms() {
    std::vector<PickerTerm> terms;
    for (const auto relation : kRelations)
        terms.push_back({toStd(EventWords::relation(relation)), EventWords::relation(relation)});
    return terms;
}

std::optional<domain::EventRelation> relationOf(const TermPicker& picker) {
    const auto key = picker.key();
    for (const auto relation : kRelations) {
        if (key == toStd(EventWords::relation(relation))) return relation;
    }
    return std::nullopt;
}

base::Problem missingAnswer(const char* field) {
    return {.field = field, .rule = base::Rule::Required, .low = {}, .high = {}, .value = {}};
}

} // namespace

EventForm::EventForm(InfusionPresenter& presenter, QWidget* parent)
    : Card(tr("Adverse event"), parent), m_presenter(presenter) {
    build();
    connectForm();
    connectPresenter();
    showGrade();
}

void EventForm::build() {
    m_form = new FormBuilder(this, 4);
    m_term = m_form->row(tr("Even&t"), new TermPicker(pickerTerms()), {.name = u"term"_s, .span = 2});
    m_term->setPlaceholderText(tr("letters or 1-%1").arg(kCommonTerms));
    m_term->setNumbered(kCommonTerms);
    m_grade =
        m_form->row(tr("&Grade"), new DigitCell(tr("Grade"), {kLowestGrade, kHighestGrade}), {.name = u"grade"_s});
    m_onset = m_form->row(tr("&Onset"), new TimeEdit(m_presenter.bench().clock()),
                          {.name = u"onset"_s, .help = tr("10:45 or -5m")});
    m_onset->setPlaceholderText(tr("now"));
    m_words = m_form->row(tr("Detai&ls"), new QLineEdit, {.name = u"words"_s, .optional = true, .span = 3});
    m_ended =
        m_form->row(tr("Ended"), new TimeEdit(m_presenter.bench().clock()), {.name = u"ended"_s, .optional = true});
    buildChoices();
    m_reason = m_form->row(tr("Reason for the correction"), new QLineEdit, {.name = u"event_reason"_s, .span = 4});
    body()->addWidget(m_form);
    m_save = makeButton(tr("Save event"), ButtonKind::Primary, u"event_save"_s, this);
    m_cancel = makeButton(tr("Cancel"), ButtonKind::Secondary, u"event_cancel"_s, this);
    m_cancel->setAccessibleName(tr("Cancel the correction of the event"));
    // In sight whatever is scrolled.
    addToHeading(m_cancel);
    addToHeading(m_save);
    body()->addStretch(1);
    showCorrecting();
}

void EventForm::buildChoices() {
    using domain::EventAction;
    using domain::EventOutcome;
    m_action = new ChoiceRow(Qt::Vertical);
    for (const auto action : {EventAction::None, EventAction::RateLowered, EventAction::Paused, EventAction::Stopped,
                              EventAction::Treated}) {
        m_action->add(InfusionWords::action(action), static_cast<int>(action));
    }
    m_outcome = new ChoiceRow(Qt::Vertical);
    for (const auto outcome :
         {EventOutcome::Resolved, EventOutcome::Ongoing, EventOutcome::ResolvedWithSequelae, EventOutcome::Unknown}) {
        m_outcome->add(InfusionWords::outcome(outcome), static_cast<int>(outcome));
    }
    m_form->row(tr("What was &done"), m_action, {.name = u"action"_s, .span = 2});
    m_form->row(tr("O&utcome"), m_outcome, {.name = u"outcome"_s, .optional = true, .span = 2});
    m_serious = new ChoiceRow(Qt::Horizontal);
    m_serious->add(tr("no"), 0);
    m_serious->add(tr("yes"), 1);
    m_form->row(
        tr("Serious"), m_serious,
        {.name = u"serious"_s, .help = tr("Life-threatening, hospital, lasting harm"), .optional = true, .span = 2});
    m_relation = m_form->row(tr("Caused by the infusion"), new TermPicker(relationTerms()),
                             {.name = u"relation"_s, .optional = true, .span = 2});
}

void EventForm::connectForm() {
    connect(m_term, &TermPicker::picked, this, [this] {
        const bool isOther = m_term->key() == "other";
        (isOther ? static_cast<QWidget*>(m_words) : m_grade)->setFocus(Qt::TabFocusReason);
    });
    connect(m_grade, &DigitCell::changed, this, &EventForm::showGrade);
    connect(m_grade, &DigitCell::done, this, [this] { m_action->setFocus(Qt::TabFocusReason); });
    connect(m_grade, &DigitCell::back, this, [this] { m_term->setFocus(Qt::BacktabFocusReason); });
    connect(m_save, &QPushButton::clicked, this, &EventForm::save);
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        endCorrection();
        m_term->setFocus();
    });
}

void EventForm::connectPresenter() {
    linkSaving(m_presenter, SessionFact::Event,
               {.owner = this,
                .save = m_save,
                .saved =
                    [this] {
                        endCorrection();
                        Q_EMIT said(tr("Event saved"));
                    },
                .failed =
                    [this](const base::Error& error) {
                        if (isOvertaken(error) && followOthers()) return;
                        base::Error shown = error;
                        for (auto& problem : shown.problems) {
                            if (problem.field == "correction_reason") problem.field = "event_reason";
                            if (problem.field == "ended_at") problem.field = "ended";
                        }
                        m_form->failure(shown);
                    }});
}

bool EventForm::isMildAndOpen() const {
    const auto term = m_term->key();
    return term && *term != "other" && m_grade->value() == kLowestGrade && !m_action->value();
}

void EventForm::showGrade() {
    const auto grade = m_grade->value();
    m_form->setFieldHelp(u"action"_s, isMildAndOpen() ? tr("Enter: nothing was done.") : QString());
    m_form->setFieldHelp(u"grade"_s, grade ? InfusionWords::grade(*grade) : tr("1 mild … 5 death"));
}

void EventForm::showCorrecting() {
    m_form->setFieldVisible(u"event_reason"_s, m_correcting.has_value());
    m_cancel->setVisible(m_correcting.has_value());
    setTitle(m_correcting ? tr("Correction of an adverse event") : tr("Adverse event"));
}

bool EventForm::hasEntry() const {
    return !draftOf(*m_form).isEmpty();
}

QWidget* EventForm::firstFocus() const {
    return m_term;
}

bool EventForm::isReady() {
    m_form->clearProblems();
    base::Problems wrong = m_form->unreadable();
    // The service would record a blank action as "nothing done": nobody has said that.
    if (!m_action->value()) wrong.push_back(missingAnswer("action"));
    if (m_term->isBlank()) wrong.insert(wrong.begin(), missingAnswer("term"));
    if (!m_grade->value() && m_grade->isBlank()) wrong.push_back(missingAnswer("grade"));
    if (m_correcting && m_reason->text().trimmed().isEmpty()) wrong.push_back(missingAnswer("event_reason"));
    if (wrong.empty()) return true;
    m_form->problems(wrong);
    return false;
}

services::EventEntry EventForm::entry() const {
    services::EventEntry entry{.infusion = *m_presenter.infusion()};
    entry.term = m_term->key().value_or(std::string());
    entry.words = toStd(m_words->text().trimmed());
    entry.grade = m_grade->value();
    entry.onset = m_onset->instant();
    // An untouched onset stays to the second.
    if (m_correctedOnset && entry.onset && entry.onset->localMinuteOfDay() == m_correctedOnset->localMinuteOfDay())
        entry.onset = m_correctedOnset;
    entry.endedAt = m_ended->instant();
    if (m_correctedEnd && entry.endedAt && entry.endedAt->localMinuteOfDay() == m_correctedEnd->localMinuteOfDay())
        entry.endedAt = m_correctedEnd;
    entry.action = m_action->valueAs<domain::EventAction>().value_or(domain::EventAction::None);
    entry.outcome = m_outcome->valueAs<domain::EventOutcome>().value_or(domain::EventOutcome::Unknown);
    if (const auto serious = m_serious->value()) entry.serious = *serious != 0;
    entry.relation = relationOf(*m_relation);
    if (m_correcting) entry.corrects = services::Correction{*m_correcting, toStd(m_reason->text().trimmed())};
    return entry;
}

bool EventForm::save() {
    if (!m_presenter.mayRecord() || m_presenter.isSaving(SessionFact::Event) || !isReady()) return false;
    m_presenter.record(entry());
    return true;
}

void EventForm::beginCorrection(const domain::AdverseEvent& event) {
    m_form->clearProblems();
    m_correcting = event.head.id;
    m_correctedOnset = event.head.observedAt;
    m_term->setKey(event.term);
    m_words->setText(toQt(event.words));
    m_grade->setValue(event.grade);
    m_onset->setMinuteOfDay(event.head.observedAt.localMinuteOfDay());
    m_action->setValue(static_cast<int>(event.action));
    m_outcome->setValue(static_cast<int>(event.outcome));
    m_correctedEnd = event.endedAt;
    m_ended->setMinuteOfDay(event.endedAt ? std::optional(event.endedAt->localMinuteOfDay()) : std::nullopt);
    m_serious->setValue(event.serious ? std::optional(*event.serious ? 1 : 0) : std::nullopt);
    m_relation->setKey(event.relation ? std::optional(toStd(EventWords::relation(*event.relation))) : std::nullopt);
    m_reason->clear();
    showCorrecting();
    m_reason->setFocus(Qt::OtherFocusReason);
}

void EventForm::endCorrection() {
    m_correcting.reset();
    m_correctedOnset.reset();
    m_correctedEnd.reset();
    clearEntries(*m_form);
    m_form->clearProblems();
    showCorrecting();
}

bool EventForm::followOthers() {
    const auto& view = m_presenter.view();
    const auto* theirs = view && m_correcting ? standingFor(view->record.events, *m_correcting) : nullptr;
    if (theirs == nullptr) return false;
    m_correcting = theirs->head.id;
    m_form->clearProblems();
    m_form->strip().say(Tier::Caution, MeanwhileWords::event(*view, *theirs));
    return true;
}

EntryDraft EventForm::draft() const {
    EntryDraft draft = draftOf(*m_form);
    if (m_correcting) draft.insert(kCorrectingEvent, toQt(m_correcting->text()));
    return draft;
}

void EventForm::restore(const EntryDraft& draft) {
    endCorrection();
    m_correcting = domain::EntryId::fromText(toStd(draft.value(kCorrectingEvent).toString()));
    showCorrecting();
    restoreDraft(*m_form, draft);
}

void EventForm::keyPressEvent(QKeyEvent* event) {
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && !event->modifiers().testFlag(Qt::ControlModifier)) {
        // By its definition grade 1 needs no intervention; the field says what Enter means there (CTCAE v5).
        const QWidget* focus = QApplication::focusWidget();
        const bool isAtAction = focus != nullptr && (focus == m_action || m_action->isAncestorOf(focus));
        if (isMildAndOpen() && isAtAction) m_action->setValue(static_cast<int>(domain::EventAction::None));
        save();
        return;
    }
    Card::keyPressEvent(event);
}

} // namespace chairside::ui
