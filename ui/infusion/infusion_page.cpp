#include "ui/infusion/infusion_page.h"
#include "ui/infusion/chair_line.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/format/date_text.h"
#include "ui/format/problem_text.h"
#include "ui/infusion/check_words.h"
#include "ui/infusion/pane_state.h"
#include "ui/infusion/second_check_words.h"
#include "ui/infusion/session_step.h"
#include "ui/infusion/session_steps.h"
#include "ui/infusion/sign_step.h"
#include "ui/infusion/status_pane.h"
#include "ui/patients/patient_banner_data.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/stepper.h"
#include "ui/widgets/text_label.h"

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kStepperWidth = 172;
constexpr int kPaneWidth = 212;
// Where the window is narrow, the middle gets what the sides can spare.
constexpr int kNarrowPage = 1100;
constexpr int kNarrowStepper = 148;
constexpr int kNarrowPane = 176;

const QString kEmergency = u"emergency"_s;

// Which steps hold what was typed for a fact.
QStringList stepsOf(SessionFact fact) {
    switch (fact) {
    case SessionFact::Place:
        return {};
    case SessionFact::Dose:
    case SessionFact::SecondCheck:
        return {u"dose"_s};
    case SessionFact::Answer:
        return {u"pre_check"_s, u"discharge"_s};
    case SessionFact::Baseline:
        return {u"pre_check"_s};
    case SessionFact::Aldrete:
    case SessionFact::Discharge:
        return {u"discharge"_s};
    case SessionFact::Pain:
        return {u"dose"_s, u"after"_s};
    case SessionFact::PumpStep:
    case SessionFact::Vitals:
        return {u"run"_s};
    case SessionFact::After:
    case SessionFact::Event:
    case SessionFact::Rescue:
        return {u"after"_s};
    case SessionFact::Emergency:
        return {kEmergency};
    case SessionFact::TenderPoints:
        return {u"tender"_s};
    case SessionFact::Drug:
        return {u"drug"_s};
    case SessionFact::Signature:
    case SessionFact::Addendum:
        return {u"sign"_s};
    }
    return {};
}

// What is left after the stop, in the order of the steps.
QString stepAfterStop(const services::InfusionView& view) {
    using domain::SigningGap;
    const auto isOpen = [&view](SigningGap gap) {
        return std::ranges::find(view.gaps, gap) != view.gaps.end();
    };
    if (view.state == domain::InfusionState::Ended && isOpen(SigningGap::PainAfterMissing)) return u"after"_s;
    if (isOpen(SigningGap::DrugNotAccounted)) return u"drug"_s;
    return isOpen(SigningGap::NotDischarged) ? u"discharge"_s : u"sign"_s;
}

} // namespace

InfusionPage::InfusionPage(Workbench& bench, QWidget* parent) : Page(parent), m_bench(bench) {
    setObjectName(u"infusion_page"_s);
    setDensity(*this, Density::ChairSide);
    m_presenter = new InfusionPresenter(bench, this);
    m_keeper = new DraftKeeper(bench, "infusion", this);
    build();
    connectPresenter();
}

void InfusionPage::build() {
    auto* line = new QHBoxLayout(this);
    line->setSpacing(scaled(space::kGroup));
    m_stepper = new Stepper(this);
    m_stepper->setObjectName(u"infusion_steps"_s);
    m_stepper->setFixedWidth(scaled(kStepperWidth));
    m_middle = new QWidget(this);
    auto* column = new QVBoxLayout(m_middle);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(scaled(space::kRelated));
    m_heading = new TextLabel({}, TextRole::PageTitle, m_middle);
    m_heading->setObjectName(u"infusion_step_title"_s);
    m_stack = new QStackedWidget(m_middle);
    column->addWidget(m_heading);
    column->addWidget(m_stack, 1);
    m_empty = new EmptyState({}, tr("To today"), u"infusion_to_today"_s, this);
    m_chair = new ChairLine(*m_presenter, this);
    m_pane = new StatusPane(*m_chair, this);
    line->addWidget(m_stepper);
    line->addWidget(m_middle, 1);
    line->addWidget(m_empty, 1);
    line->addWidget(m_pane);
    m_steps = makeSessionSteps(*m_presenter, m_stack);
    std::vector<Step> steps;
    for (SessionStep* each : m_steps) {
        addStep(*each);
        const bool isBeside = each->id() == kEmergency;
        const QString title = isBeside ? each->title() : u"%1  %2"_s.arg(steps.size() + 1).arg(each->title());
        steps.push_back({.id = each->id(), .title = title, .note = {}});
    }
    m_stepper->setSteps(steps);
    m_empty->hide();
    m_stack->hide();
    connect(m_stepper, &Stepper::stepChosen, this, &InfusionPage::showStep);
    connect(m_pane, &StatusPane::eventWanted, this, &InfusionPage::enterEvent);
    connect(m_empty, &EmptyState::actionChosen, this,
            [this] { Q_EMIT goTo({.kind = PageKind::Today, .patientId = {}, .courseId = {}, .infusionId = {}}); });
}

void InfusionPage::resizeEvent(QResizeEvent* event) {
    Page::resizeEvent(event);
    const bool narrow = width() < scaled(kNarrowPage);
    m_stepper->setFixedWidth(scaled(narrow ? kNarrowStepper : kStepperWidth));
    m_pane->setFixedWidth(scaled(narrow ? kNarrowPane : kPaneWidth));
}

// Low screens and large text scroll the step; nothing ever scrolls sideways.
void InfusionPage::addStep(SessionStep& step) {
    auto* scroll = new QScrollArea(m_stack);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(&step);
    scroll->viewport()->setAutoFillBackground(false);
    step.setAutoFillBackground(false);
    m_stack->addWidget(scroll);
    connect(&step, &SessionStep::finished, this, &InfusionPage::goOn);
    connect(&step, &SessionStep::said, this, &Page::status);
    connect(&step, &SessionStep::commandsChanged, this, &Page::commandsChanged);
    connect(&step, &SessionStep::stepWanted, this, [this](const QString& id) {
        showStep(id);
        focusStep(true);
    });
    connect(&step, &SessionStep::detourWanted, this, &InfusionPage::makeDetour);
    connect(&step, &SessionStep::closeWanted, this,
            [this] { Q_EMIT goTo({.kind = PageKind::Patients, .patientId = {}, .courseId = {}, .infusionId = {}}); });
    if (auto* sign = qobject_cast<SignStep*>(&step))
        connect(sign, &SignStep::exportWanted, this, &InfusionPage::exportRecord);
}

void InfusionPage::connectPresenter() {
    connect(m_presenter, &InfusionPresenter::loaded, this, &InfusionPage::showRecord);
    connect(m_presenter, &InfusionPresenter::loadFailed, this, &InfusionPage::showFailure);
    connect(m_presenter, &InfusionPresenter::saving, this, [this] { tellSaveState({SaveState::Kind::Saving, {}}); });
    connect(m_presenter, &InfusionPresenter::saved, this, [this](SessionFact fact) {
        tellSaveState({SaveState::Kind::Saved, m_presenter->now()});
        endDetour(fact);
        if (fact == SessionFact::Event && isNewEmergency()) openEmergency();
    });
    connect(m_presenter, &InfusionPresenter::failed, this, [this](SessionFact, const base::Error& error) {
        const bool isRefused = error.code == base::Code::Invalid || error.code == base::Code::WrongState ||
                               error.code == base::Code::SignInFailed || error.code == base::Code::Conflict ||
                               error.code == base::Code::SignInDelayed;
        tellSaveState({isRefused ? SaveState::Kind::Unsaved : SaveState::Kind::Failed, {}});
    });
    connect(m_keeper, &DraftKeeper::failed, this, [this](const base::Error& error) {
        Q_EMIT notice(Tier::Caution, tr("What is typed here is only on the screen. %1").arg(describe(error)));
    });
    connect(m_presenter, &InfusionPresenter::savedElsewhere, this, &InfusionPage::dropDraft);
    connect(m_presenter, &InfusionPresenter::failedElsewhere, this, [this](const base::Error& error) {
        Q_EMIT notice(Tier::HardStop, tr("An entry of another infusion was not saved. %1").arg(describe(error)));
    });
}

QString InfusionPage::title() const {
    return tr("Infusion");
}

QString InfusionPage::help() const {
    return tr(
        "One infusion from the identity check to the signature. The steps are on the left; any of them "
        "can be looked at at any time. "
        "In the pre-check Space gives the first answer, / the second one with a note; the baseline is typed below. "
        "Vital signs are typed as digits only: 1287672981 and Enter saves 128/76, 72, 98, 1. "
        "Before the patient leaves, Ctrl+Enter discharges or says what is still open. "
        "Alt+F9 starts, Alt+F10 pauses or resumes, Alt+F11 stops, Alt+F12 opens the emergency page. Ctrl+Enter "
        "completes a step, "
        "Ctrl+Tab goes to the next one, Ctrl+N enters an adverse event. "
        "Nothing that is saved is ever changed: a correction keeps the old value visible.");
}

void InfusionPage::open(const Place& place) {
    if (!place.infusionId) {
        m_empty->setSentence(tr("No infusion is open. Open one from today's list."));
        return showParts(false);
    }
    const auto id = domain::InfusionId::fromText(*place.infusionId);
    if (!id) return showFailure({base::Code::NotFound, {}, {}, {}});
    if (m_presenter->infusion() != *id || isAnotherPersons()) {
        if (!isAnotherPersons()) keepDrafts();
        m_author = m_bench.actor() ? std::optional(m_bench.actor()->account) : std::nullopt;
        m_found = {};
        m_keeper->find(id->text(), [this](const FoundDraft& found) { m_found = found; });
        // Until the record is here nothing of another one may be read or typed into.
        m_isFresh = true;
        m_stack->hide();
        m_pane->showState({});
        m_heading->setText(tr("Opening the record…"));
        showParts(true);
        Q_EMIT bannerChanged(std::nullopt);
    }
    m_presenter->open(*id);
}

void InfusionPage::leave() {
    keepDrafts();
}

void InfusionPage::keepDrafts() {
    if (!m_presenter->view() || m_isFresh || isAnotherPersons()) return;
    QVariantMap drafts;
    for (const SessionStep* each : m_steps) {
        if (const EntryDraft draft = each->draft(); !draft.isEmpty()) drafts.insert(each->id(), draft);
    }
    m_keeper->keep(m_presenter->infusion()->text(), drafts);
}

bool InfusionPage::isAnotherPersons() const {
    return !m_bench.actor() || m_author != m_bench.actor()->account;
}

void InfusionPage::sayDraftIsBack() {
    if (m_found.content.isEmpty() || !m_found.fromEarlier || !m_found.typedAt) return;
    Q_EMIT notice(Tier::Information,
                  tr("What you had typed at %1 and not saved is back in its fields.").arg(timeText(*m_found.typedAt)));
}

void InfusionPage::dropDraft(const std::string& infusion, SessionFact fact) {
    m_keeper->change(infusion, [steps = stepsOf(fact)](QVariantMap& drafts) {
        for (const QString& id : steps)
            drafts.remove(id);
    });
}

void InfusionPage::showFailure(const base::Error& error) {
    if (m_presenter->view() && !m_isFresh) return Q_EMIT notice(Tier::HardStop, describe(error));
    m_empty->setSentence(describe(error));
    showParts(false);
}

void InfusionPage::showParts(bool record) {
    if (!record) Q_EMIT bannerChanged(std::nullopt);
    m_empty->setVisible(!record);
    for (QWidget* part : {static_cast<QWidget*>(m_stepper), m_middle, static_cast<QWidget*>(m_pane)})
        part->setVisible(record);
}

void InfusionPage::showRecord() {
    const auto& view = *m_presenter->view();
    for (SessionStep* each : m_steps)
        each->showRecord(view);
    m_chair->showRecord(view);
    showSteps();
    showBanner();
    m_pane->showState(paneStateOf(view, m_presenter->now()));
    m_pane->setEventsPossible(m_presenter->mayRecord());
    if (std::exchange(m_isFresh, false)) beginRecord();
    Q_EMIT commandsChanged();
}

// The first sight of an infusion: its drafts return, and the step that comes next opens.
void InfusionPage::beginRecord() {
    for (SessionStep* each : m_steps)
        each->restore(m_found.content.value(each->id()).toMap());
    sayDraftIsBack();
    showParts(true);
    m_stack->show();
    m_saveState = {};
    const QWidget* focused = QApplication::focusWidget();
    const bool isOurs = focused == nullptr || focused == window() || isAncestorOf(focused);
    const QString first = firstStep();
    m_stepper->setCurrent(first);
    showStep(first);
    if (!isVisible() || !isOurs) return;
    focusStep(false);
}

QString InfusionPage::firstStep() const {
    const auto& view = *m_presenter->view();
    switch (view.state) {
    case domain::InfusionState::Opened:
        return u"dose"_s;
    case domain::InfusionState::Prepared:
        if (!SecondCheckWords::notStartable(checkStateOf(view)).isEmpty()) return u"dose"_s;
        return startGapsOf(view, m_presenter->now()).empty() ? u"run"_s : u"pre_check"_s;
    case domain::InfusionState::Running:
    case domain::InfusionState::Paused:
        return u"run"_s;
    case domain::InfusionState::Ended:
    case domain::InfusionState::Discharged:
        return stepAfterStop(view);
    case domain::InfusionState::Signed:
        return u"sign"_s;
    }
    return u"dose"_s;
}

void InfusionPage::showSteps() {
    const auto& view = *m_presenter->view();
    for (const SessionStep* each : m_steps) {
        const StepProgress progress = each->progressOf(view);
        m_stepper->setState(each->id(), progress.state, progress.note);
    }
}

void InfusionPage::showBanner() {
    const auto& view = *m_presenter->view();
    const auto prepared = hidesFirstNumbers(view) ? std::nullopt : domain::preparedDose(view.record);
    const auto weight = prepared ? std::optional(KnownWeight{prepared->inputs.weight, prepared->weighedOn})
                                 : knownWeight(view.lastWeight, view.lastWeighedOn);
    Q_EMIT bannerChanged(
        bannerData(view.patient, weight, m_presenter->now().localDate(), view.protocol.rules.dose.weightMaxAgeDays));
}

SessionStep* InfusionPage::step(const QString& id) const {
    const auto found = std::ranges::find_if(m_steps, [&id](const SessionStep* each) { return each->id() == id; });
    return found == m_steps.end() ? nullptr : *found;
}

SessionStep* InfusionPage::current() const {
    return step(m_stepper->currentId());
}

QString InfusionPage::currentStep() const {
    return m_stepper->currentId();
}

void InfusionPage::showStep(const QString& id) {
    SessionStep* shown = step(id);
    if (shown == nullptr) return;
    m_detour.reset();
    if (m_stepper->currentId() != id) m_stepper->setCurrent(id);
    const auto position = std::ranges::find(m_steps, shown) - m_steps.begin();
    const bool hadFocus = m_stack->isAncestorOf(QApplication::focusWidget());
    m_stack->setCurrentIndex(static_cast<int>(position));
    m_heading->setText(shown->title());
    // A focus left behind in the hidden step would take keys nobody sees.
    if (hadFocus) focusStep(false);
}

void InfusionPage::focusStep(bool forEntry) {
    SessionStep* shown = current();
    if (shown == nullptr) return;
    QWidget* target = forEntry ? shown->entryFocus() : shown->firstFocus();
    (target != nullptr ? target : m_stepper)->setFocus(Qt::OtherFocusReason);
}

QWidget* InfusionPage::firstFocus() {
    SessionStep* shown = current();
    QWidget* target = shown != nullptr && !m_isFresh ? shown->firstFocus() : nullptr;
    return target != nullptr ? target : m_stepper;
}

// What stands beside the steps does not come after the last of them.
void InfusionPage::goOn() {
    const bool isLast = current() != nullptr && current()->id() == u"sign"_s;
    if (!isLast && m_stepper->moveBy(1)) focusStep(false);
}

void InfusionPage::openEmergency() {
    showStep(kEmergency);
    focusStep(false);
}

// Of the event that was saved last.
bool InfusionPage::isNewEmergency() const {
    const auto& view = m_presenter->view();
    if (!view) return false;
    // Ids grow with time, also within one millisecond.
    const auto latest = std::ranges::max_element(
        view->record.events, {}, [](const domain::AdverseEvent& event) { return event.head.id.text(); });
    return latest != view->record.events.end() && domain::isEmergency(*latest);
}

void InfusionPage::makeDetour(const QString& id, SessionFact until) {
    const QString from = currentStep();
    showStep(id);
    focusStep(true);
    m_detour = Detour{from, id, until};
}

// Who has gone elsewhere in the meantime stays there.
void InfusionPage::endDetour(SessionFact fact) {
    if (!m_detour || m_detour->until != fact) return;
    const Detour detour = *std::exchange(m_detour, std::nullopt);
    if (currentStep() != detour.to) return;
    showStep(detour.from);
    focusStep(false);
}

void InfusionPage::enterEvent() {
    showStep(u"after"_s);
    focusStep(true);
}

void InfusionPage::exportRecord() {
    const auto& view = m_presenter->view();
    if (!view) return;
    const std::string id = m_presenter->infusion()->text();
    if (m_export) return m_export(id);
    Q_EMIT goTo({.kind = PageKind::Reports,
                 .patientId = view->patient.id.text(),
                 .courseId = view->course.id.text(),
                 .infusionId = id});
}

void InfusionPage::tellSaveState(SaveState state) {
    if (state == m_saveState) return;
    m_saveState = state;
    Q_EMIT saveStateChanged(state);
}

void InfusionPage::tick(const base::Instant&) {
    const auto& view = m_presenter->view();
    if (!view || m_isFresh) return;
    const base::Instant now = m_presenter->now();
    m_pane->showState(paneStateOf(*view, now));
    showSteps();
    for (SessionStep* each : m_steps)
        each->tick(now);
    keepDrafts();
}

bool InfusionPage::can(Command command) const {
    if (!m_presenter->view() || m_isFresh) return false;
    switch (command) {
    case Command::Complete:
    case Command::NextSection:
    case Command::PreviousSection:
        return true;
    case Command::NewItem:
        return m_presenter->mayRecord();
    case Command::StartInfusion:
    case Command::PauseInfusion:
    case Command::StopInfusion:
        return step(u"run"_s)->can(command);
    case Command::Emergency:
        return true;
    default:
        return false;
    }
}

void InfusionPage::perform(Command command) {
    if (!can(command)) return;
    switch (command) {
    case Command::Complete:
        return current()->complete();
    case Command::NewItem:
        return enterEvent();
    case Command::NextSection:
    case Command::PreviousSection:
        if (m_stepper->moveBy(command == Command::NextSection ? 1 : -1)) focusStep(false);
        return;
    case Command::StartInfusion:
    case Command::PauseInfusion:
    case Command::StopInfusion:
        // In an emergency the stop asks nothing.
        if (command == Command::StopInfusion && currentStep() == kEmergency) return current()->perform(command);
        showStep(u"run"_s);
        return step(u"run"_s)->perform(command);
    case Command::Emergency:
        return openEmergency();
    default:
        return;
    }
}

} // namespace chairside::ui
