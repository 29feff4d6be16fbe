#include "ui/order/order_page.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/format/date_text.h"
#include "ui/format/problem_text.h"
#include "ui/format/to_qt.h"
#include "ui/order/order_form.h"
#include "ui/order/order_summary.h"
#include "ui/patients/following_scroll.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/card.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/text_label.h"
#include "ui/work/draft_keeper.h"
#include "ui/work/workbench.h"

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

bool sameVersions(const std::vector<domain::ProtocolVersion>& one, const std::vector<domain::ProtocolVersion>& other) {
    return std::ranges::equal(one, other, {}, &domain::ProtocolVersion::id, &domain::ProtocolVersion::id);
}

} // namespace

OrderPage::OrderPage(Workbench& bench, QWidget* parent)
    : Page(parent),
      m_bench(bench),
      m_presenter(new OrderPresenter(bench, this)),
      m_keeper(new DraftKeeper(bench, "order", this)) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    m_states = new QStackedWidget(this);
    m_loading = new QWidget(m_states);
    m_states->addWidget(m_loading);
    m_screen = makeOrderScreen();
    m_states->addWidget(m_screen);
    buildBars();
    layout->addWidget(m_states);
    connectPresenter();
}

// What is typed in loses the focus while the widget under this page is taken down, and says then that it is finished.
OrderPage::~OrderPage() {
    if (m_form != nullptr) m_form->disconnect(this);
}

QString OrderPage::title() const {
    return tr("Order a course");
}

QString OrderPage::help() const {
    return tr(
        "Choose a signed protocol version and answer its questions: Space answers and goes on, and an answer that "
        "stops the order says so. Then type the dose per kg and the first date; the other dates "
        "are proposed and "
        "each can be changed. What does not fit the protocol is said beside the field. Pain before the "
        "course may "
        "stay empty; then no percent change can be shown later. Ask the patient for name and date of "
        "birth, type "
        "initials and year of birth, then your password. Enter in the password or Ctrl+Enter signs the order. Alt with "
        "an "
        "underlined letter "
        "moves to that field; Alt+N goes to the next entry that is missing.");
}

bool OrderPage::can(Command command) const {
    return command == Command::Complete && m_states->currentWidget() == m_screen;
}

void OrderPage::perform(Command command) {
    if (command == Command::Complete) signOrder();
}

void OrderPage::goToNextOpen() {
    if (m_form == nullptr) return;
    if (QWidget* next = m_form->nextOpen(QApplication::focusWidget())) {
        next->setFocus(Qt::ShortcutFocusReason);
    } else {
        m_summary->button()->setFocus(Qt::ShortcutFocusReason);
        Q_EMIT status(tr("Every entry is there."));
    }
}

QWidget* OrderPage::firstFocus() {
    if (m_states->currentWidget() == m_screen) return m_form->firstFocus();
    return m_states->currentWidget()->findChild<QPushButton*>();
}

void OrderPage::open(const Place& place) {
    const bool another = place.patientId != m_patientId;
    if (another) keepDraft();
    m_patientId = place.patientId;
    m_focusWanted = true;
    if (another) {
        m_basis.reset();
        m_found = {};
        // It is asked for before the patient, so it is there first.
        if (m_patientId) {
            m_keeper->find(*m_patientId, [this](const FoundDraft& found) { m_found = orderDraftOf(found.content); });
        }
        m_states->setCurrentWidget(m_loading);
        Q_EMIT bannerChanged(std::nullopt);
    }
    if (m_form != nullptr) m_form->clearIdentity();
    m_presenter->open(place.patientId.value_or(std::string()));
}

QString OrderPage::noProtocolSentence() {
    return tr("A course cannot be ordered until a physician signs a protocol (Settings).");
}

void OrderPage::buildBars() {
    m_noProtocol = new EmptyState(noProtocolSentence(), tr("Open se&ttings"), u"open_settings"_s, m_states);
    connect(m_noProtocol, &EmptyState::actionChosen, this, [this] {
        Q_EMIT goTo(Place{PageKind::Settings, {}, {}, {}});
    });
    m_courseActive =
        new EmptyState(tr("This patient has an active course. Another one can be ordered when it is completed "
                          "or stopped."),
                       tr("Back t&o the overview"), u"active_to_overview"_s, m_states);
    m_notAllowed = new EmptyState(tr("Only a physician orders a course."), tr("Back t&o the overview"),
                                  u"denied_to_overview"_s, m_states);
    m_unavailable = new EmptyState({}, tr("Back t&o the overview"), u"missing_to_overview"_s, m_states);
    for (EmptyState* state : {m_courseActive, m_notAllowed, m_unavailable}) {
        connect(state, &EmptyState::actionChosen, this, &OrderPage::showOverview);
    }
    for (EmptyState* state : {m_noProtocol, m_courseActive, m_notAllowed, m_unavailable})
        m_states->addWidget(state);
}

QWidget* OrderPage::makeOrderScreen() {
    auto* screen = new QWidget(m_states);
    m_columns = new QHBoxLayout(screen);
    const int margin = scaled(space::kGroup);
    m_columns->setContentsMargins(margin, margin, margin, margin);
    m_columns->setSpacing(scaled(12));
    m_formCard = new Card(title(), screen);
    m_summary = new OrderSummary(screen);
    m_columns->addWidget(m_formCard, 1);
    m_columns->addWidget(m_summary);
    connect(m_summary, &OrderSummary::signChosen, this, &OrderPage::signOrder);
    connect(m_summary, &OrderSummary::nextWanted, this, &OrderPage::goToNextOpen);
    return screen;
}

void OrderPage::connectPresenter() {
    connect(m_presenter, &OrderPresenter::ready, this, &OrderPage::showBasis);
    connect(m_presenter, &OrderPresenter::unavailable, this, &OrderPage::showUnavailable);
    connect(m_presenter, &OrderPresenter::signing, this, [this] { setSigning(true); });
    connect(m_presenter, &OrderPresenter::ordered, this, &OrderPage::finish);
    connect(m_presenter, &OrderPresenter::refused, this, &OrderPage::refuse);
    connect(m_keeper, &DraftKeeper::failed, this, [this](const base::Error& error) {
        Q_EMIT notice(Tier::Caution, tr("What is typed here is only on the screen. %1").arg(describe(error)));
    });
}

void OrderPage::showBasis(const OrderBasis& basis) {
    if (basis.patient.id.text() != m_patientId) return;
    m_basis = basis;
    Q_EMIT bannerChanged(bannerData(basis.patient, basis.weight, m_bench.now().localDate()));
    if (basis.bar != OrderBar::None) return showBar(basis);
    ensureForm(basis);
    m_form->setWeight(basis.weight, basis.body);
    m_form->setScreening(basis.screening);
    m_form->setComing(basis.coming);
    m_form->setCalendar(basis.calendar);
    if (const auto actor = m_bench.actor()) m_form->setSigner(actor->printedName);
    refreshSummary();
    m_states->setCurrentWidget(m_screen);
    placeFocus();
    Q_EMIT commandsChanged();
}

void OrderPage::showBar(const OrderBasis& basis) {
    EmptyState* bar = basis.bar == OrderBar::NoSignedProtocol ? m_noProtocol
                      : basis.bar == OrderBar::CourseActive   ? m_courseActive
                                                              : m_notAllowed;
    const QString coming = comingText(basis.coming);
    m_noProtocol->setSentence(coming.isEmpty() ? noProtocolSentence() : noProtocolSentence() + u'\n' + coming);
    m_states->setCurrentWidget(bar);
    placeFocus();
    Q_EMIT commandsChanged();
}

void OrderPage::ensureForm(const OrderBasis& basis) {
    const bool shown = m_form != nullptr && m_states->currentWidget() == m_screen;
    const bool sameForm = m_form != nullptr && sameVersions(m_form->versions(), basis.versions);
    if (sameForm && shown) return;
    const OrderDraft draft = shown ? m_form->draft() : m_found;
    if (!sameForm) placeForm(new OrderForm(m_bench.clock(), basis.versions, m_formCard));
    fillForm(draft);
    if (!basis.again || draft != OrderDraft{}) return;
    m_form->setCalendar(basis.calendar);
    // What the program filled in is no typing of anybody's: it makes no draft.
    m_form->startAfter(*basis.again);
    m_untouched = m_form->draft();
}

void OrderPage::fillForm(const OrderDraft& draft) {
    m_form->restore(draft);
    m_untouched = m_form->draft();
}

void OrderPage::placeForm(OrderForm* form) {
    if (m_form != nullptr) {
        auto* before = m_formCard->findChild<FollowingScroll*>();
        m_formCard->body()->removeWidget(before);
        before->hide();
        before->deleteLater();
    }
    m_form = form;
    m_formCard->body()->addWidget(new FollowingScroll(form, m_formCard), 1);
    connect(form, &OrderForm::signWanted, this, &OrderPage::signOrder);
    connect(form, &OrderForm::changed, this, [this] {
        refreshSummary();
        tellSaveState(SaveState::Kind::Unsaved);
    });
}

void OrderPage::refreshSummary() {
    m_summary->describe(*m_form);
}

void OrderPage::leave() {
    keepDraft();
}

void OrderPage::tick(const base::Instant&) {
    keepDraft();
}

void OrderPage::keepDraft() {
    if (m_form == nullptr || !m_patientId || m_states->currentWidget() != m_screen || m_presenter->isSigning()) return;
    const OrderDraft draft = m_form->draft();
    if (draft == m_untouched) return;
    m_untouched.reset();
    m_keeper->keep(*m_patientId, contentOf(draft));
}

void OrderPage::signOrder() {
    if (m_states->currentWidget() != m_screen || m_presenter->isSigning() || !m_basis) return;
    if (const auto problems = m_form->missing(); !problems.empty()) return m_form->showProblems(problems);
    m_presenter->order(m_form->request(m_basis->patient.id));
}

void OrderPage::finish(const QString& patientId) {
    setSigning(false);
    m_keeper->keep(toStd(patientId), {});
    m_found = {};
    const auto dates = m_form->dates();
    const QString first = dates.empty() || !dates.front() ? QString() : dateText(*dates.front());
    fillForm({});
    // The form is empty now; coming back finds the course.
    m_states->setCurrentWidget(m_loading);
    tellSaveState(SaveState::Kind::Saved);
    Q_EMIT status(tr("The course is ordered and signed. The first infusion is on %1.").arg(first));
    if (m_patientId == toStd(patientId)) showOverview();
}

void OrderPage::refuse(const base::Error& error) {
    setSigning(false);
    tellSaveState(SaveState::Kind::Failed);
    m_form->showFailure(error);
}

void OrderPage::showUnavailable(const base::Error& error) {
    m_unavailable->setSentence(describe(error));
    m_states->setCurrentWidget(m_unavailable);
    placeFocus();
    Q_EMIT commandsChanged();
}

void OrderPage::setSigning(bool signing) {
    m_summary->setSigning(signing);
    m_form->setReadOnly(signing);
    if (signing) tellSaveState(SaveState::Kind::Saving);
}

void OrderPage::placeFocus() {
    if (!m_focusWanted || !isVisible()) return;
    m_focusWanted = false;
    if (QWidget* target = firstFocus()) target->setFocus(Qt::OtherFocusReason);
}

void OrderPage::showOverview() {
    Q_EMIT goTo(Place{PageKind::Overview, m_patientId, {}, {}});
}

void OrderPage::tellSaveState(SaveState::Kind kind) {
    SaveState state{.kind = kind, .at = {}};
    if (kind == SaveState::Kind::Saved) state.at = m_bench.now();
    Q_EMIT saveStateChanged(state);
}

} // namespace chairside::ui
