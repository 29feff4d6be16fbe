#include "ui/infusion/after_step.h"

#include <QKeyEvent>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/infusion/after_scores_card.h"
#include "ui/infusion/columns_box.h"
#include "ui/infusion/event_form.h"
#include "ui/infusion/events_model.h"
#include "ui/infusion/infusion_words.h"
#include "ui/infusion/pain_card.h"
#include "ui/infusion/rescue_card.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/table_view.h"

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kLeastEvents = 3;

const QString kPainAfter = u"pain_after"_s;

} // namespace

AfterStep::AfterStep(InfusionPresenter& presenter, QWidget* parent)
    : SessionStep(presenter, u"after"_s, tr("After, events"), parent) {
    build();
    connect(m_pain, &PainCard::said, this, &SessionStep::said);
    connect(m_scores, &AfterScoresCard::said, this, &SessionStep::said);
    connect(m_form, &EventForm::said, this, &SessionStep::said);
    connect(m_rescue, &RescueCard::said, this, &SessionStep::said);
    connect(&presenter, &InfusionPresenter::saved, this, [this](SessionFact fact) {
        const bool isOurs = fact == SessionFact::Pain || fact == SessionFact::After || fact == SessionFact::Event ||
                            fact == SessionFact::Rescue;
        if (isOurs && m_finishing) return complete();
        if (!isOurs || !isVisible()) return;
        QWidget* next = fact == SessionFact::Pain ? m_scores->firstFocus() : nullptr;
        (next != nullptr ? next : entryFocus())->setFocus(Qt::OtherFocusReason);
    });
    connect(&presenter, &InfusionPresenter::failed, this, [this] { m_finishing = false; });
}

void AfterStep::build() {
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    m_pain = new PainCard(presenter(), domain::PainMoment::After, kPainAfter, this);
    m_scores = new AfterScoresCard(presenter(), this);
    m_form = new EventForm(presenter(), this);
    m_rescue = new RescueCard(presenter(), this);
    auto* right = new QWidget(this);
    auto* column = new QVBoxLayout(right);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(scaled(12));
    column->addWidget(m_pain);
    column->addWidget(m_scores);
    column->addWidget(buildList(), 1);
    column->addWidget(m_rescue);
    outer->addWidget(new ColumnsBox(right, 1, m_form, 1, this), 1);
}

QWidget* AfterStep::buildList() {
    auto* card = new Card(tr("Events of this infusion"), this);
    m_model = new EventsModel(this);
    m_table = new TableView(tr("Adverse events, newest first"), card);
    m_table->setObjectName(u"events_table"_s);
    m_table->setModel(m_model);
    m_table->setWrappingColumn(static_cast<int>(EventsModel::Column::Handling));
    m_table->setEmptyText(tr("No adverse event is recorded."));
    m_table->setLeastRows(kLeastEvents);
    card->body()->addWidget(m_table, 1);
    m_correct = makeButton(tr("Correct event…  F2"), ButtonKind::Secondary, u"events_correct"_s, card);
    card->addToHeading(m_correct);
    connect(m_correct, &QPushButton::clicked, this, [this] { correct(m_table->currentRow()); });
    connect(m_table, &TableView::rowOpened, this, &AfterStep::correct);
    return card;
}

void AfterStep::showRecord(const services::InfusionView& view) {
    m_pain->showRecord(view);
    m_scores->showRecord(view);
    m_model->setLines(eventLines(view));
    m_form->setVisible(presenter().mayRecord());
    m_rescue->showRecord(view);
    m_correct->setVisible(presenter().mayRecord() && m_model->rowCount() > 0);
}

StepProgress AfterStep::progressOf(const services::InfusionView& view) const {
    const auto events = domain::standing(view.record.events).size();
    QString note;
    if (events == 1) note = tr("1 event");
    if (events > 1) note = tr("%1 events").arg(events);
    const bool done = PainCard::scoreOf(view, domain::PainMoment::After).has_value();
    return {done ? StepState::Done : StepState::ToDo, note};
}

QWidget* AfterStep::firstFocus() {
    if (QWidget* pain = m_pain->firstFocus()) return pain;
    if (QWidget* score = m_scores->firstFocus()) return score;
    return m_form->isHidden() ? static_cast<QWidget*>(m_table) : m_form->firstFocus();
}

QWidget* AfterStep::entryFocus() {
    return m_form->isHidden() ? static_cast<QWidget*>(m_table) : m_form->firstFocus();
}

void AfterStep::complete() {
    const bool painTyped = m_pain->hasEntry() && m_pain->firstFocus() != nullptr;
    const bool eventTyped = presenter().mayRecord() && m_form->hasEntry();
    const bool scoresTyped = m_scores->hasEntry() && m_scores->firstFocus() != nullptr;
    const bool rescueTyped = m_rescue->hasEntry();
    m_finishing = painTyped || scoresTyped || eventTyped || rescueTyped;
    if (!m_finishing) return Q_EMIT finished();
    const bool isUnderWay = painTyped     ? m_pain->save()
                            : scoresTyped ? m_scores->save()
                            : eventTyped  ? m_form->save()
                                          : m_rescue->save();
    if (!isUnderWay) m_finishing = false;
}

void AfterStep::correct(int line) {
    const auto& view = presenter().view();
    if (!view || !presenter().mayRecord() || line < 0 || line >= m_model->rowCount()) return;
    if (m_model->line(line).corrected)
        return Q_EMIT said(tr("This event is already corrected; correct the newer one above it."));
    const auto id = m_model->line(line).id;
    const auto& events = view->record.events;
    const auto found =
        std::ranges::find_if(events, [&id](const domain::AdverseEvent& each) { return each.head.id == id; });
    if (found != events.end()) m_form->beginCorrection(*found);
}

void AfterStep::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_F2 && m_table->hasFocus()) return correct(m_table->currentRow());
    SessionStep::keyPressEvent(event);
}

EntryDraft AfterStep::draft() const {
    EntryDraft draft = draftOf(*m_pain);
    draft.insert(m_scores->draft());
    draft.insert(m_form->draft());
    draft.insert(m_rescue->draft());
    return draft;
}

void AfterStep::restore(const EntryDraft& draft) {
    m_finishing = false;
    m_pain->restore(draft);
    m_scores->restore(draft);
    m_form->restore(draft);
    m_rescue->restore(draft);
}

} // namespace chairside::ui
