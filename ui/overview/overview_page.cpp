#include "ui/overview/overview_page.h"

#include <QGridLayout>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/format/problem_text.h"
#include "ui/format/to_qt.h"
#include "ui/overview/course_state_form.h"
#include "ui/overview/course_strip.h"
#include "ui/overview/overview_presenter.h"
#include "ui/overview/pain_sparkline.h"
#include "ui/overview/plan_panel.h"
#include "ui/overview/visits_model.h"
#include "ui/patients/following_scroll.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/card.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/message_strip.h"
#include "ui/widgets/table_view.h"
#include "ui/widgets/text_label.h"
#include "ui/work/workbench.h"

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

void clear(QGridLayout& grid) {
    while (QLayoutItem* item = grid.takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

} // namespace

OverviewPage::OverviewPage(Workbench& bench, QWidget* parent)
    : Page(parent),
      m_bench(bench),
      m_presenter(new OverviewPresenter(bench, this)),
      m_visitsModel(new VisitsModel(this)) {
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
              "below it. Review with chart shows its response; the list of visits leads to each infusion and to each "
              "earlier course.");
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
        m_caution->clear();
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
    showWeightCaution(screen);
    showNext(screen);
    showPain(screen.pain);
    showCourse(screen);
    showFacts(*m_facts, screen.facts);
    showFacts(*m_history, screen.history);
    showScores(screen.assessments);
    m_visitsModel->show(screen.visits);
    m_unavailableState->hide();
    m_scroll->show();
    placeFocus();
    Q_EMIT commandsChanged();
}

// Said again only when it changes: a screen reader would repeat it, and a focused button would go.
void OverviewPage::showWeightCaution(const OverviewScreen& screen) {
    if (!screen.weightCaution) return m_caution->clear();
    if (m_caution->text() == screen.weightCaution->sentence) return;
    std::vector<StripAction> ways;
    for (const auto& entry : screen.weightCaution->entries) {
        ways.push_back({entry.button, [this, entry] {
                            const auto kind = entry.infusionId ? PageKind::Infusion : PageKind::Review;
                            Q_EMIT goTo(Place{kind, m_patientId, entry.courseId, entry.infusionId});
                        }});
    }
    m_caution->say(Tier::Caution, screen.weightCaution->sentence, ways);
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
    m_agreement->setText(screen.agreementLine);
    m_agreement->setVisible(!screen.agreementLine.isEmpty());
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
    clear(grid);
    int row = 0;
    for (const Fact& fact : facts) {
        auto* label = new TextLabel(fact.label, TextRole::Label, this);
        label->setWordWrap(true);
        grid.addWidget(label, row, 0, Qt::AlignTop);
        grid.addWidget(valueOf(fact), row++, 1, Qt::AlignTop);
    }
}

// A score names its instrument itself.
void OverviewPage::showScores(const std::vector<Fact>& scores) {
    clear(*m_assessments);
    int row = 0;
    for (const Fact& score : scores) {
        auto* value = valueOf(score);
        value->setToolTip(score.label);
        m_assessments->addWidget(value, row++, 0, 1, 2, Qt::AlignTop);
    }
    m_noAssessment->setVisible(scores.empty());
}

TextLabel* OverviewPage::valueOf(const Fact& fact) {
    auto* value = new TextLabel(fact.when.isEmpty() ? fact.value : tr("%1 — %2").arg(fact.value, fact.when),
                                TextRole::Body, this);
    value->setWordWrap(true);
    return value;
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
