#include "ui/retreatment/retreatment_page.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPushButton>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QVBoxLayout>
#include <algorithm>
#include <numeric>
#include <utility>

#include "ui/format/quantity_text.h"
#include "ui/patients/patient_banner_data.h"
#include "ui/retreatment/decision_form.h"
#include "ui/retreatment/follow_up_form.h"
#include "ui/retreatment/group_delegate.h"
#include "ui/retreatment/retreatment_model.h"
#include "ui/retreatment/retreatment_presenter.h"
#include "ui/retreatment/retreatment_text.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/table_view.h"
#include "ui/widgets/text_label.h"
#include "ui/work/workbench.h"

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

bool isPostponeKey(const QKeyEvent& event) {
    return event.key() == Qt::Key_P && event.modifiers() == Qt::AltModifier;
}

} // namespace

RetreatmentPage::RetreatmentPage(Workbench& bench, QWidget* parent)
    : Page(parent),
      m_bench(bench),
      m_presenter(new RetreatmentPresenter(bench, this)),
      m_model(new RetreatmentModel(this)) {
    auto* layout = new QVBoxLayout(this);
    const int margin = scaled(space::kGroup);
    layout->setContentsMargins(margin, margin, margin, margin);
    layout->setSpacing(scaled(12));
    buildHeading();
    buildList();
    layout->addWidget(m_stack, 1);
    buildActions();
    m_scoreForm = new FollowUpForm(bench.clock(), this);
    m_postponeForm = new DecisionForm(bench.clock(), DecisionForm::Offer::PostponeOnly, this);
    m_decideForm = new DecisionForm(bench.clock(), DecisionForm::Offer::All, this);
    for (InlineForm* form : {static_cast<InlineForm*>(m_scoreForm), static_cast<InlineForm*>(m_postponeForm),
                             static_cast<InlineForm*>(m_decideForm)})
        addForm(*form);
    connect(m_scoreForm, &InlineForm::submitted, this, &RetreatmentPage::submitScore);
    connect(m_postponeForm, &InlineForm::submitted, this, [this] { submitDecision(*m_postponeForm); });
    connect(m_decideForm, &InlineForm::submitted, this, [this] { submitDecision(*m_decideForm); });
    connectPresenter();
    refreshActions();
}

QString RetreatmentPage::title() const {
    return tr("Re-treatment");
}

QString RetreatmentPage::help() const {
    return tr("Everybody stands here with the newest course, until a physician has decided. Overdue comes first, then "
              "those due this week, those in the window, and those whose follow-up score is missing. Further rows "
              "come as you scroll; Alt+G shows one group alone. Enter opens the review of the row. Alt+T opens the "
              "call list: everybody who is due, with telephone numbers, to be printed. Alt+C takes down the score of a "
              "telephone call. Alt+P postpones the decision to a "
              "date, with a reason; Alt+D records any decision, and to treat again leads to a new order. The last "
              "column counts the infusions of the past 365 days.");
}

QWidget* RetreatmentPage::firstFocus() {
    return m_table->isVisibleTo(this) ? m_table : nullptr;
}

void RetreatmentPage::open(const Place&) {
    const bool may = m_presenter->mayDecide();
    m_postpone->setVisible(may);
    m_decide->setVisible(may);
    m_score->setVisible(m_presenter->mayRecordScore());
    m_keys->setText(may ? tr("Enter opens the review, Alt+P postpones.") : tr("Enter opens the review."));
    m_presenter->refresh();
}

bool RetreatmentPage::can(Command command) const {
    return command == Command::Complete && openedForm() != nullptr;
}

void RetreatmentPage::perform(Command command) {
    if (can(command)) openedForm()->submit();
}

void RetreatmentPage::show(const services::RetreatmentPart& part) {
    const auto* before = m_model->at(m_table->currentRow());
    const auto chosen = before ? std::optional(before->course.id) : std::nullopt;
    const bool focused = m_table->hasFocus() || !m_table->isVisibleTo(this);
    const bool nobody = std::ranges::all_of(part.counts, [](int count) { return count == 0; });
    m_model->begin(part, m_bench.now().localDate());
    m_presenter->setShown(m_model->loaded());
    m_summary->setText(nobody ? QString() : summaryText(part));
    showGroups(part);
    m_table->clearSpans();
    spanHeadings(*m_table, RetreatmentModel::kHeadingRole, 0);
    m_stack->setCurrentWidget(nobody ? static_cast<QWidget*>(m_nobody) : m_table);
    const int again = chosen ? m_model->rowOf(*chosen) : -1;
    const int row = again >= 0 ? again : m_model->firstRow();
    if (row >= 0) m_table->setCurrentIndex(m_model->index(row, 0));
    const bool choosing = m_groups->hasFocus();
    if (focused && !nobody && !choosing && openedForm() == nullptr) m_table->setFocus(Qt::OtherFocusReason);
    refreshActions();
}

void RetreatmentPage::showMore(const services::RetreatmentPart& part) {
    const int first = m_model->rowCount();
    if (!m_model->append(part)) return m_presenter->refresh();
    m_presenter->setShown(m_model->loaded());
    spanHeadings(*m_table, RetreatmentModel::kHeadingRole, first);
}

// The chosen group stays, also when the last one has left it.
void RetreatmentPage::showGroups(const services::RetreatmentPart& part) {
    const QSignalBlocker quiet(m_groups);
    m_groups->clear();
    m_groups->addItem(tr("Everybody (%1)").arg(countText(std::accumulate(part.counts.begin(), part.counts.end(), 0))));
    for (const auto group : kShownGroups) {
        if (part.count(group) == 0 && m_presenter->group() != group) continue;
        m_groups->addItem(tr("%1 (%2)", "Overdue (3)").arg(groupText(group), countText(part.count(group))),
                          static_cast<int>(group));
        if (m_presenter->group() == group) m_groups->setCurrentIndex(m_groups->count() - 1);
    }
}

void RetreatmentPage::openRow(int row) {
    const auto* line = m_model->at(row);
    if (!line) return;
    Q_EMIT goTo({.kind = PageKind::Review, .patientId = line->patient.id.text(), .courseId = line->course.id.text()});
}

void RetreatmentPage::refreshActions() {
    const auto* line = m_model->at(m_table->currentRow());
    m_open->setEnabled(line != nullptr);
    // A running course has nothing to postpone yet, and a decided one no longer.
    const bool open = line && line->group != services::RetreatmentGroup::CourseRunning &&
                      line->group != services::RetreatmentGroup::Decided;
    m_postpone->setEnabled(open && m_presenter->mayDecide());
    m_decide->setEnabled(open && m_presenter->mayDecide());
    m_score->setEnabled(line != nullptr && m_presenter->mayRecordScore());
}

void RetreatmentPage::addForm(InlineForm& form) {
    form.hide();
    static_cast<QVBoxLayout*>(layout())->addWidget(&form);
    connect(&form, &InlineForm::left, this, &RetreatmentPage::closeForm);
}

InlineForm* RetreatmentPage::openedForm() const {
    for (InlineForm* form : {static_cast<InlineForm*>(m_scoreForm), static_cast<InlineForm*>(m_postponeForm),
                             static_cast<InlineForm*>(m_decideForm)})
        if (form->isVisibleTo(this)) return form;
    return nullptr;
}

void RetreatmentPage::openForm(InlineForm& form, const QString& title) {
    const auto* line = m_model->at(m_table->currentRow());
    auto* other = openedForm();
    if (other != nullptr && other->isBusy()) return;
    if (m_about != line->course.id) {
        m_scoreForm->reset();
        m_postponeForm->reset();
        m_decideForm->reset();
    }
    m_about = line->course.id;
    if (other != nullptr) other->hide();
    form.setTitle(title);
    form.show();
    form.takeFocus();
    Q_EMIT commandsChanged();
}

QString RetreatmentPage::currentName() const {
    return nameText(m_model->at(m_table->currentRow())->patient.details.name);
}

void RetreatmentPage::startScore() {
    if (!m_score->isEnabled()) return;
    openForm(*m_scoreForm, followUpTitle(*m_model->at(m_table->currentRow())));
    m_scoreForm->startToday(m_bench.now().localDate());
}

void RetreatmentPage::startPostponing() {
    if (m_postpone->isEnabled()) openForm(*m_postponeForm, tr("Postpone the decision for %1").arg(currentName()));
}

void RetreatmentPage::startDeciding() {
    if (m_decide->isEnabled()) openForm(*m_decideForm, tr("Decision on re-treatment of %1").arg(currentName()));
}

void RetreatmentPage::submitScore() {
    if (!m_about) return;
    m_said = tr("The score is recorded.");
    m_next.reset();
    m_presenter->recordScore({.course = *m_about,
                              .kind = m_scoreForm->kind(),
                              .date = *m_scoreForm->date(),
                              .pain = m_scoreForm->pain(),
                              .missing = m_scoreForm->missing()});
}

void RetreatmentPage::submitDecision(const DecisionForm& form) {
    const int row = m_about ? m_model->rowOf(*m_about) : -1;
    if (row < 0) return;
    const bool again = form.kind() == domain::DecisionKind::Retreat;
    m_said = form.kind() == domain::DecisionKind::Postpone ? tr("The decision is postponed.")
                                                           : tr("The decision is recorded.");
    m_next.reset();
    // Whoever treats again orders next; the dose is typed there.
    if (again && m_bench.may(domain::Permission::OrderCourse))
        m_next = Place{.kind = PageKind::Order, .patientId = m_model->at(row)->patient.id.text()};
    m_presenter->decide({.course = *m_about, .kind = form.kind(), .until = form.until(), .reason = form.reason()});
}

void RetreatmentPage::settleSaved() {
    if (auto* form = openedForm()) {
        form->setBusy(false);
        form->reset();
    }
    m_about.reset();
    closeForm();
    Q_EMIT saveStateChanged({.kind = SaveState::Kind::Saved, .at = m_bench.now()});
    Q_EMIT status(m_said);
    if (const auto next = std::exchange(m_next, std::nullopt)) Q_EMIT goTo(*next);
}

// What was typed stays in the form, for the next time on the same row.
void RetreatmentPage::closeForm() {
    if (auto* form = openedForm()) form->hide();
    m_table->setFocus(Qt::OtherFocusReason);
    Q_EMIT commandsChanged();
}

// Alt+P belongs to this page before it belongs to the Patient menu.
bool RetreatmentPage::event(QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride && isPostponeKey(*static_cast<QKeyEvent*>(event))) {
        event->accept();
        return true;
    }
    return Page::event(event);
}

void RetreatmentPage::keyPressEvent(QKeyEvent* event) {
    if (isPostponeKey(*event)) return startPostponing();
    Page::keyPressEvent(event);
}

} // namespace chairside::ui
