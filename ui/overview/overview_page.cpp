#include "ui/overview/overview_page.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/format/problem_text.h"
#include "ui/format/to_qt.h"
#include "ui/overview/course_state_form.h"
#include "ui/overview/course_strip.h"
#include "ui/overview/courses_model.h"
#include "ui/overview/overview_presenter.h"
#include "ui/overview/pain_sparkline.h"
#include "ui/overview/plan_panel.h"
#include "ui/patients/following_scroll.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/card.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/table_view.h"
#include "ui/widgets/text_label.h"
#include "ui/work/workbench.h"

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kLeastCourses = 3;

} // namespace

OverviewPage::OverviewPage(Workbench& bench, QWidget* parent)
    : Page(parent),
      m_bench(bench),
      m_presenter(new OverviewPresenter(bench, this)),
      m_coursesModel(new CoursesModel(this)) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_scroll = new FollowingScroll(makeContent(), this);
    m_unavailableState = new EmptyState({}, tr("F&ind a patient"), u"find_instead"_s, this);
    connect(m_unavailableState, &EmptyState::actionChosen, this, [this] {
        Q_EMIT goTo(Place{PageKind::Patients, {}, {}, {}});
    });
    layout->addWidget(m_scroll, 1);
    layout->addWidget(m_unavailableState, 1);
    m_scroll->hide();
    m_unavailableState->hide();
    connectPresenter();
    connectPlan();
    connectState();
}

QString OverviewPage::title() const {
    return tr("Patient overview");
}

QString OverviewPage::help() const {
    return tr("The card at the top left says what is to be done next; Enter does it. Beside it stands the pain of "
              "the "
              "newest course: higher is worse, a gap means that a score is missing. The course below is a row of "
              "buttons: Left and Right move, Enter opens an infusion that was given, or offers to move a planned "
              "one or "
              "to mark it as missed or declined. A physician holds, resumes, completes or stops the course "
              "below it. Review with chart shows its response; with several courses a list leads to each of them.");
}

bool OverviewPage::can(Command command) const {
    if (command == Command::Print) return m_screen.has_value();
    if (command != Command::Complete) return false;
    // What ends a course needs its own button.
    const auto act = m_state->isHidden() ? std::nullopt : m_state->chosen();
    const bool goesOn = act == domain::CourseAct::Hold || act == domain::CourseAct::Resume;
    return m_plan->item().has_value() || goesOn;
}

void OverviewPage::openDocuments() {
    Q_EMIT goTo({.kind = PageKind::Reports, .patientId = m_patientId});
}

void OverviewPage::perform(Command command) {
    if (!can(command)) return;
    if (command == Command::Print) return openDocuments();
    if (m_plan->item()) return m_plan->save();
    m_state->submit();
}

void OverviewPage::open(const Place& place) {
    const bool another = place.patientId != m_patientId;
    m_patientId = place.patientId;
    m_focusWanted = true;
    m_nextRefusal->setText({});
    if (another) {
        // Nothing of one person may stand on the screen of another, not even while the record is read.
        m_plan->close();
        m_state->reset();
        m_state->hide();
        m_screen.reset();
        m_scroll->hide();
        m_unavailableState->hide();
        Q_EMIT bannerChanged(std::nullopt);
    } else if (m_screen) {
        Q_EMIT bannerChanged(m_screen->banner);
    }
    m_presenter->open(place.patientId.value_or(std::string()));
}

QWidget* OverviewPage::firstFocus() {
    if (!m_screen || m_scroll->isHidden()) return nullptr;
    if (!m_next->isHidden()) return m_next;
    if (!m_order->isHidden()) return m_order;
    return nullptr;
}

QWidget* OverviewPage::makeContent() {
    auto* content = new QWidget(this);
    auto* layout = new QVBoxLayout(content);
    const int margin = scaled(space::kGroup);
    layout->setContentsMargins(margin, margin, margin, margin);
    layout->setSpacing(scaled(12));
    auto* top = new QHBoxLayout;
    top->setSpacing(scaled(12));
    top->addWidget(makeNextCard(), 4);
    top->addWidget(makePainCard(), 6);
    layout->addLayout(top);
    layout->addWidget(makeCourseCard());
    auto* bottom = new QHBoxLayout;
    bottom->setSpacing(scaled(12));
    bottom->addWidget(makeFactsCard(), 3);
    bottom->addWidget(makeHistoryCard(), 3);
    bottom->addWidget(makeAssessmentsCard(), 3);
    bottom->addWidget(makeCoursesCard(), 4);
    layout->addLayout(bottom, 1);
    return content;
}

Card* OverviewPage::makeNextCard() {
    auto* card = new Card(tr("Next step"), this);
    m_nextSentence = new TextLabel({}, TextRole::PageTitle, card);
    m_nextSentence->setObjectName(u"next_sentence"_s);
    m_nextSentence->setWordWrap(true);
    m_nextDetail = new TextLabel({}, TextRole::Hint, card);
    m_nextRefusal = new TextLabel({}, TextRole::Error, card);
    m_next = makeButton({}, ButtonKind::Primary, u"next_step"_s, card);
    m_openToday = makeButton(tr("Open it &today"), ButtonKind::Secondary, u"open_today"_s, card);
    m_order = makeButton(tr("Order a co&urse"), ButtonKind::Secondary, u"order_course"_s, card);
    m_documents = makeButton(tr("Documents"), ButtonKind::Secondary, u"overview_documents"_s, card);
    m_documents->setToolTip(tr("Ctrl+P"));
    m_exportData = makeButton(tr("E&xport"), ButtonKind::Secondary, u"overview_export"_s, card);
    connect(m_exportData, &QPushButton::clicked, this,
            [this] { Q_EMIT goTo({.kind = PageKind::Export, .patientId = m_patientId}); });
    connect(m_documents, &QPushButton::clicked, this, &OverviewPage::openDocuments);
    connect(m_next, &QPushButton::clicked, this, &OverviewPage::doNext);
    connect(m_openToday, &QPushButton::clicked, this, [this] {
        if (m_screen && m_screen->nextPlanned) openPlanned(*m_screen->nextPlanned);
    });
    connect(m_order, &QPushButton::clicked, this, [this] { Q_EMIT goTo(Place{PageKind::Order, m_patientId, {}, {}}); });
    for (QPushButton* button : {m_next, m_openToday, m_order})
        button->setAutoDefault(true);
    card->body()->addWidget(m_nextSentence);
    card->body()->addWidget(m_nextDetail);
    card->body()->addWidget(m_nextRefusal);
    card->body()->addStretch(1);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(scaled(space::kRelated));
    for (QPushButton* button : {m_next, m_openToday, m_order, m_documents, m_exportData})
        buttons->addWidget(button);
    buttons->addStretch(1);
    card->body()->addLayout(buttons);
    return card;
}

Card* OverviewPage::makePainCard() {
    auto* card = new Card(tr("Pain, 0–10 (higher is worse)"), this);
    auto* latest = new QHBoxLayout;
    latest->setSpacing(scaled(space::kRelated));
    m_latest = new TextLabel({}, TextRole::CardNumber, card);
    m_latest->setObjectName(u"latest_pain"_s);
    m_latestDetail = new TextLabel({}, TextRole::Hint, card);
    latest->addWidget(m_latest);
    latest->addWidget(m_latestDetail, 1);
    card->body()->addLayout(latest);
    m_sparkline = new PainSparkline(card);
    m_sparkline->setObjectName(u"pain_sparkline"_s);
    card->body()->addWidget(m_sparkline, 1);
    return card;
}

Card* OverviewPage::makeCourseCard() {
    m_courseCard = new Card(tr("Course"), this);
    m_orderLine = new TextLabel({}, TextRole::Hint, m_courseCard);
    m_strip = new CourseStrip(m_courseCard);
    m_strip->setObjectName(u"course_strip"_s);
    m_strip->setAccessibleName(tr("Infusions of the course"));
    m_plan = new PlanPanel(m_bench.clock(), m_courseCard);
    m_orderLine->setWordWrap(false);
    m_courseCard->addToHeading(m_orderLine);
    m_courseCard->body()->addWidget(m_strip);
    m_courseCard->body()->addWidget(m_plan);
    m_review = makeButton(tr("Review with ch&art"), ButtonKind::Secondary, u"course_review"_s, m_courseCard);
    m_review->setAutoDefault(true);
    connect(m_review, &QPushButton::clicked, this, [this] {
        if (m_screen && m_screen->courseId) showReview(*m_screen->courseId);
    });
    m_courseCard->addToHeading(m_review);
    m_stateButton = makeButton({}, ButtonKind::Secondary, u"course_state"_s, m_courseCard);
    m_state = new CourseStateForm(m_bench.clock(), m_courseCard);
    m_state->hide();
    m_courseCard->body()->addWidget(m_stateButton, 0, Qt::AlignLeft);
    m_courseCard->body()->addWidget(m_state);
    return m_courseCard;
}

Card* OverviewPage::makeFactsCard() {
    auto* card = new Card(tr("Latest"), this);
    m_facts = new QGridLayout;
    m_facts->setContentsMargins(0, 0, 0, 0);
    m_facts->setHorizontalSpacing(scaled(12));
    m_facts->setVerticalSpacing(scaled(6));
    m_facts->setColumnStretch(1, 1);
    card->body()->addLayout(m_facts);
    card->body()->addStretch(1);
    return card;
}

Card* OverviewPage::makeHistoryCard() {
    auto* card = new Card(tr("History"), this);
    m_history = new QGridLayout;
    m_history->setContentsMargins(0, 0, 0, 0);
    m_history->setHorizontalSpacing(scaled(12));
    m_history->setVerticalSpacing(scaled(6));
    m_history->setColumnStretch(1, 1);
    auto* button = makeButton(tr("Histor&y"), ButtonKind::Secondary, u"open_history"_s, card);
    button->setToolTip(tr("Ctrl+Shift+H"));
    button->setAutoDefault(true);
    connect(button, &QPushButton::clicked, this, [this] {
        Q_EMIT goTo(Place{PageKind::History, m_patientId, {}, {}});
    });
    card->addToHeading(button);
    card->body()->addLayout(m_history);
    card->body()->addStretch(1);
    return card;
}

Card* OverviewPage::makeAssessmentsCard() {
    auto* card = new Card(tr("Questionnaires and tests"), this);
    m_assessments = new QGridLayout;
    m_assessments->setContentsMargins(0, 0, 0, 0);
    m_assessments->setHorizontalSpacing(scaled(12));
    m_assessments->setVerticalSpacing(scaled(6));
    m_assessments->setColumnStretch(1, 1);
    m_noAssessment = new TextLabel(tr("Nothing has been filled in yet."), TextRole::Hint, card);
    m_noAssessment->setObjectName(u"no_assessment"_s);
    auto* button = makeButton(tr("Fill &in"), ButtonKind::Secondary, u"open_assessments"_s, card);
    button->setToolTip(tr("Ctrl+Shift+A"));
    button->setAutoDefault(true);
    connect(button, &QPushButton::clicked, this, [this] {
        Q_EMIT goTo(Place{PageKind::Assessment, m_patientId, {}, {}});
    });
    card->addToHeading(button);
    card->body()->addLayout(m_assessments);
    card->body()->addWidget(m_noAssessment);
    card->body()->addStretch(1);
    return card;
}

Card* OverviewPage::makeCoursesCard() {
    m_coursesCard = new Card(tr("Courses"), this);
    m_courses = new TableView(tr("Courses"), m_coursesCard);
    m_courses->setObjectName(u"courses_table"_s);
    m_courses->setModel(m_coursesModel);
    m_courses->setWrappingColumn(CoursesModel::Protocol);
    m_courses->setEmptyText(tr("No course yet."));
    m_courses->setLeastRows(kLeastCourses);
    connect(m_courses, &TableView::rowOpened, this, [this](int row) {
        if (const auto course = m_coursesModel->courseAt(row)) showReview(*course);
    });
    m_coursesCard->body()->addWidget(m_courses, 1);
    return m_coursesCard;
}

void OverviewPage::connectPresenter() {
    connect(m_presenter, &OverviewPresenter::shown, this, &OverviewPage::showScreen);
    connect(m_presenter, &OverviewPresenter::unavailable, this, &OverviewPage::showUnavailable);
    connect(m_presenter, &OverviewPresenter::infusionOpened, this,
            [this](const QString& infusion) { showInfusion(toStd(infusion)); });
    connect(m_presenter, &OverviewPresenter::openRefused, this, [this](const base::Error& error) {
        m_next->setEnabled(true);
        m_nextRefusal->announce(describe(error));
    });
}

void OverviewPage::connectPlan() {
    connect(m_strip, &CourseStrip::chosen, this, &OverviewPage::choose);
    connect(m_plan, &PlanPanel::openChosen, this, &OverviewPage::openPlanned);
    connect(m_plan, &PlanPanel::moveChosen, m_presenter, &OverviewPresenter::move);
    connect(m_plan, &PlanPanel::notGivenChosen, m_presenter, &OverviewPresenter::markNotGiven);
    connect(m_plan, &PlanPanel::closed, this, [this](const domain::PlannedInfusionId& planned) {
        Q_EMIT commandsChanged();
        if (isVisible()) m_strip->focusItem(planned);
    });
    connect(m_presenter, &OverviewPresenter::planRefused, m_plan, &PlanPanel::refuse);
    connect(m_presenter, &OverviewPresenter::planSaved, this, [this] {
        m_plan->setSaving(false);
        m_plan->close();
        Q_EMIT status(tr("The plan is saved."));
        Q_EMIT saveStateChanged(SaveState{.kind = SaveState::Kind::Saved, .at = m_bench.now()});
    });
}

void OverviewPage::connectState() {
    connect(m_stateButton, &QPushButton::clicked, this, &OverviewPage::openState);
    connect(m_state, &InlineForm::left, this, &OverviewPage::closeState);
    connect(m_state, &InlineForm::submitted, this, &OverviewPage::signState);
    connect(m_presenter, &OverviewPresenter::stateRefused, m_state, &CourseStateForm::refuse);
    connect(m_presenter, &OverviewPresenter::stateSigned, this, [this] {
        m_state->setBusy(false);
        m_state->reset();
        closeState();
        Q_EMIT status(tr("The order is signed."));
        Q_EMIT saveStateChanged(SaveState{.kind = SaveState::Kind::Saved, .at = m_bench.now()});
    });
}

void OverviewPage::showScreen(const OverviewScreen& screen) {
    if (screen.patientId != m_patientId) return;
    m_screen = screen;
    Q_EMIT bannerChanged(screen.banner);
    showNext(screen);
    showPain(screen.pain);
    showCourse(screen);
    showFacts(*m_facts, screen.facts);
    showFacts(*m_history, screen.history);
    showFacts(*m_assessments, screen.assessments);
    m_noAssessment->setVisible(screen.assessments.empty());
    m_coursesModel->show(screen.courses);
    // The one course stands above already.
    m_coursesCard->setVisible(screen.courses.size() > 1);
    m_unavailableState->hide();
    m_scroll->show();
    placeFocus();
    Q_EMIT commandsChanged();
}

void OverviewPage::showNext(const OverviewScreen& screen) {
    m_nextSentence->setText(screen.next.sentence);
    m_nextDetail->setText(screen.next.detail);
    m_nextDetail->setVisible(!screen.next.detail.isEmpty());
    m_next->setText(screen.next.button);
    m_next->setAccessibleName(spokenName(screen.next.button));
    m_next->setAccessibleDescription(screen.next.sentence);
    m_next->setVisible(screen.next.action != NextAction::Nothing);
    m_next->setEnabled(true);
    m_openToday->setVisible(screen.next.mayOpenToday);
    m_order->setVisible(screen.offerOrder);
}

void OverviewPage::showPain(const PainPicture& pain) {
    m_latest->setText(pain.latest);
    m_latest->setVisible(!pain.latest.isEmpty());
    m_latestDetail->setText(pain.latestDetail);
    m_latestDetail->setVisible(!pain.latest.isEmpty());
    m_sparkline->setPicture(pain);
}

void OverviewPage::showCourse(const OverviewScreen& screen) {
    m_courseCard->setVisible(screen.courseId.has_value());
    if (!screen.courseId) return;
    m_courseCard->setTitle(screen.courseHeading);
    m_orderLine->setText(screen.windowLine.isEmpty() ? screen.orderLine
                                                     : tr("%1. %2").arg(screen.orderLine, screen.windowLine));
    m_strip->setItems(screen.strip);
    m_plan->follow(screen.strip);
    const QString text = screen.onHold ? tr("Resume or end the cours&e…") : tr("Hold or end the cours&e…");
    m_stateButton->setText(text);
    m_stateButton->setAccessibleName(spokenName(text));
    const bool mayAct = !screen.acts.empty();
    m_stateButton->setVisible(mayAct && m_state->isHidden());
    if (mayAct) return m_state->offer(screen.acts);
    m_state->hide();
}

void OverviewPage::showFacts(QGridLayout& grid, const std::vector<Fact>& facts) {
    while (QLayoutItem* item = grid.takeAt(0)) {
        delete item->widget();
        delete item;
    }
    int row = 0;
    for (const Fact& fact : facts) {
        auto* label = new TextLabel(fact.label, TextRole::Label, this);
        label->setWordWrap(true);
        auto* value = new TextLabel(fact.when.isEmpty() ? fact.value : tr("%1 — %2").arg(fact.value, fact.when),
                                    TextRole::Body, this);
        value->setWordWrap(true);
        grid.addWidget(label, row, 0, Qt::AlignTop);
        grid.addWidget(value, row++, 1, Qt::AlignTop);
    }
}

void OverviewPage::showUnavailable(const base::Error& error) {
    m_screen.reset();
    m_scroll->hide();
    m_unavailableState->setSentence(describe(error));
    m_unavailableState->show();
    Q_EMIT bannerChanged(std::nullopt);
}

void OverviewPage::placeFocus() {
    if (!m_focusWanted || !isVisible()) return;
    m_focusWanted = false;
    QWidget* now = window()->focusWidget();
    if (now != nullptr && now != this && isAncestorOf(now) && now->isVisible()) return;
    if (QWidget* target = firstFocus()) target->setFocus(Qt::OtherFocusReason);
}

void OverviewPage::doNext() {
    if (!m_screen) return;
    switch (m_screen->next.action) {
    case NextAction::OrderCourse:
        Q_EMIT goTo(Place{PageKind::Order, m_patientId, {}, {}});
        break;
    case NextAction::OpenPlanned:
        if (m_screen->nextPlanned) openPlanned(*m_screen->nextPlanned);
        break;
    case NextAction::ShowInfusion:
        if (m_screen->nextInfusion) showInfusion(*m_screen->nextInfusion);
        break;
    case NextAction::ReviewCourse:
        if (m_screen->courseId) showReview(*m_screen->courseId);
        break;
    case NextAction::Nothing:
        break;
    }
}

void OverviewPage::openPlanned(const domain::PlannedInfusionId& planned) {
    m_nextRefusal->setText({});
    m_presenter->openInfusion(planned);
}

void OverviewPage::showInfusion(const std::string& infusionId) {
    Q_EMIT goTo(Place{PageKind::Infusion, m_patientId, m_screen ? m_screen->courseId : std::nullopt, infusionId});
}

void OverviewPage::showReview(const std::string& courseId) {
    Q_EMIT goTo(Place{PageKind::Review, m_patientId, courseId, {}});
}

bool OverviewPage::mayOpenNow(const StripItem& item) const {
    return m_screen->mayRecord && item.planned.state == domain::PlanState::Planned;
}

void OverviewPage::openState() {
    if (!m_screen || m_screen->acts.empty()) return;
    m_plan->close();
    m_state->offer(m_screen->acts);
    m_state->show();
    m_stateButton->hide();
    m_state->takeFocus();
    QMetaObject::invokeMethod(
        this, [this] { m_scroll->ensureWidgetVisible(m_state); }, Qt::QueuedConnection);
    Q_EMIT commandsChanged();
}

void OverviewPage::closeState() {
    m_state->hide();
    const bool mayAct = m_screen && !m_screen->acts.empty();
    m_stateButton->setVisible(mayAct);
    if (mayAct && isVisible()) m_stateButton->setFocus(Qt::OtherFocusReason);
    Q_EMIT commandsChanged();
}

void OverviewPage::signState() {
    if (!m_screen || !m_screen->courseId) return;
    const auto course = domain::CourseId::fromText(*m_screen->courseId);
    if (!course || !m_state->chosen()) return;
    m_state->setBusy(true);
    m_presenter->act(m_state->request(*course));
}

void OverviewPage::choose(const StripItem& item) {
    if (!m_screen) return;
    if (!m_state->isHidden()) closeState();
    if (item.planned.infusion) return showInfusion(item.planned.infusion->text());
    m_plan->openFor(item, mayOpenNow(item), m_screen->mayPlan);
    m_plan->takeFocus();
    QMetaObject::invokeMethod(
        this, [this] { m_scroll->ensureWidgetVisible(m_plan); }, Qt::QueuedConnection);
    Q_EMIT commandsChanged();
}

} // namespace chairside::ui
