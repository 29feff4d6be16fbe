#include "ui/retreatment/retreatment_page.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>
#include <utility>

#include "ui/format/problem_text.h"
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

constexpr int kLeastListRows = 6;

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
    auto* heading = new QHBoxLayout;
    heading->addWidget(new TextLabel(title(), TextRole::PageTitle, this));
    heading->addSpacing(scaled(space::kGroup));
    m_summary = new TextLabel({}, TextRole::Body, this);
    m_summary->setObjectName(u"retreatment_summary"_s);
    heading->addWidget(m_summary, 1);
    layout->addLayout(heading);
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
              "those due this week, those in the window, and those whose follow-up score is missing. Enter opens the "
              "review of the row. Alt+C takes down the score of a telephone call. Alt+P postpones the decision to a "
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

void RetreatmentPage::buildList() {
    m_stack = new QStackedWidget(this);
    m_table = new TableView(tr("Re-treatment list"), m_stack);
    m_table->setObjectName(u"retreatment_table"_s);
    m_table->setLeastRows(kLeastListRows);
    m_table->setItemDelegate(new GroupDelegate(RetreatmentModel::kHeadingRole, m_table));
    m_table->setModel(m_model);
    m_table->setWrappingColumn(RetreatmentModel::Due);
    connect(m_table, &TableView::rowOpened, this, &RetreatmentPage::openRow);
    connect(m_table, &TableView::currentRowChanged, this, &RetreatmentPage::refreshActions);
    m_nobody = new EmptyState(tr("Nobody is due for a re-treatment decision. Every patient whose course has begun is "
                                 "listed here until a physician has decided."),
                              tr("F&ind a patient"), u"retreatment_find"_s, m_stack);
    connect(m_nobody, &EmptyState::actionChosen, this, [this] { Q_EMIT goTo({.kind = PageKind::Patients}); });
    m_refusal = new TextLabel({}, TextRole::Body, m_stack);
    m_refusal->setWordWrap(true);
    m_refusal->setAlignment(Qt::AlignCenter);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_nobody);
    m_stack->addWidget(m_refusal);
}

void RetreatmentPage::buildActions() {
    auto* row = new QHBoxLayout;
    row->setSpacing(scaled(space::kRelated));
    m_open = makeButton(tr("Open revie&w"), ButtonKind::Primary, u"open_review"_s, this);
    m_open->setToolTip(tr("Enter"));
    m_postpone = makeButton(tr("Postpone…"), ButtonKind::Secondary, u"postpone"_s, this);
    m_postpone->setToolTip(tr("Alt+P"));
    m_postpone->setAccessibleDescription(tr("Alt+P"));
    m_score = makeButton(tr("S&core by phone…"), ButtonKind::Secondary, u"phone_score"_s, this);
    m_score->setToolTip(tr("Alt+C"));
    m_decide = makeButton(tr("&Decide…"), ButtonKind::Secondary, u"decide"_s, this);
    m_decide->setToolTip(tr("Alt+D"));
    m_keys = new TextLabel({}, TextRole::Hint, this);
    row->addWidget(m_open);
    row->addWidget(m_score);
    row->addWidget(m_postpone);
    row->addWidget(m_decide);
    row->addWidget(m_keys, 1);
    static_cast<QVBoxLayout*>(layout())->addLayout(row);
    connect(m_open, &QPushButton::clicked, this, [this] { openRow(m_table->currentRow()); });
    connect(m_score, &QPushButton::clicked, this, &RetreatmentPage::startScore);
    connect(m_postpone, &QPushButton::clicked, this, &RetreatmentPage::startPostponing);
    connect(m_decide, &QPushButton::clicked, this, &RetreatmentPage::startDeciding);
}

void RetreatmentPage::connectPresenter() {
    connect(m_presenter, &RetreatmentPresenter::listed, this, &RetreatmentPage::show);
    connect(m_presenter, &RetreatmentPresenter::refused, this, [this](const base::Error& error) {
        m_refusal->setText(describe(error));
        m_stack->setCurrentWidget(m_refusal);
    });
    connect(m_presenter, &RetreatmentPresenter::saving, this, [this] {
        if (auto* form = openedForm()) form->setBusy(true);
        Q_EMIT saveStateChanged({.kind = SaveState::Kind::Saving, .at = {}});
    });
    connect(m_presenter, &RetreatmentPresenter::failed, this, [this](const base::Error& error) {
        if (auto* form = openedForm()) form->showFailure(error);
        Q_EMIT saveStateChanged({.kind = SaveState::Kind::Unsaved, .at = {}});
    });
    connect(m_presenter, &RetreatmentPresenter::saved, this, &RetreatmentPage::settleSaved);
    connect(&m_bench, &Workbench::changed, this, [this](const services::Change& change) {
        using services::ChangeKind;
        if (change.kind == ChangeKind::Account || change.kind == ChangeKind::DrugBook) return;
        if (isVisible()) m_presenter->refresh();
    });
}

void RetreatmentPage::show(const std::vector<services::RetreatmentRow>& rows) {
    const auto* before = m_model->at(m_table->currentRow());
    const auto chosen = before ? std::optional(before->course.id) : std::nullopt;
    const bool focused = m_table->hasFocus() || !m_table->isVisibleTo(this);
    m_model->setRows(rows, m_bench.now().localDate());
    m_summary->setText(rows.empty() ? QString() : summaryText(rows));
    m_table->clearSpans();
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (m_model->isHeading(row)) m_table->setSpan(row, 0, 1, RetreatmentModel::ColumnCount);
    }
    m_stack->setCurrentWidget(rows.empty() ? static_cast<QWidget*>(m_nobody) : m_table);
    const int again = chosen ? m_model->rowOf(*chosen) : -1;
    const int row = again >= 0 ? again : m_model->firstRow();
    if (row >= 0) m_table->setCurrentIndex(m_model->index(row, 0));
    if (focused && !rows.empty() && openedForm() == nullptr) m_table->setFocus(Qt::OtherFocusReason);
    refreshActions();
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
    form.setTitle(title.arg(nameText(line->patient.details.name)));
    form.show();
    form.takeFocus();
    Q_EMIT commandsChanged();
}

void RetreatmentPage::startScore() {
    if (!m_score->isEnabled()) return;
    openForm(*m_scoreForm, tr("Follow-up score of %1"));
    m_scoreForm->startToday(m_bench.now().localDate());
}

void RetreatmentPage::startPostponing() {
    if (m_postpone->isEnabled()) openForm(*m_postponeForm, tr("Postpone the decision for %1"));
}

void RetreatmentPage::startDeciding() {
    if (m_decide->isEnabled()) openForm(*m_decideForm, tr("Decision on re-treatment of %1"));
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
