#include "ui/assessment/assessment_page.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/assessment/assessment_form.h"
#include "ui/assessment/assessment_models.h"
#include "ui/assessment/score_panel.h"
#include "ui/format/date_text.h"
#include "ui/format/problem_text.h"
#include "ui/format/to_qt.h"
#include "ui/patients/following_scroll.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/card.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/table_view.h"
#include "ui/work/draft_keeper.h"
#include "ui/work/workbench.h"

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kListWidth = 296;
constexpr int kScoreWidth = 256;
constexpr int kLeastResponses = 3;

} // namespace

AssessmentPage::AssessmentPage(Workbench& bench, QWidget* parent)
    : Page(parent),
      m_bench(bench),
      m_presenter(new AssessmentPresenter(bench, this)),
      m_keeper(new DraftKeeper(bench, "assessment", this)) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    m_content = makeContent();
    m_unavailable = new EmptyState({}, tr("F&ind a patient"), u"find_instead"_s, this);
    connect(m_unavailable, &EmptyState::actionChosen, this, [this] {
        Q_EMIT goTo(Place{PageKind::Patients, {}, {}, {}});
    });
    layout->addWidget(m_content, 1);
    layout->addWidget(m_unavailable, 1);
    m_content->hide();
    m_unavailable->hide();
    connectPresenter();
}

QString AssessmentPage::title() const {
    return tr("Questionnaires and tests");
}

QString AssessmentPage::help() const {
    return tr("Choose an instrument with Up and Down; Enter goes to its form. One digit answers an item and goes on; "
              "where a longer number is possible, Enter or the next digit settles it. A slash marks an item as not "
              "done, minus goes back. What stays empty is missing with a reason, never 0. The score at the right "
              "follows every key. Ctrl+Enter saves. Enter on a line of the list below opens it for a correction: the "
              "old one stays in the record.");
}

QWidget* AssessmentPage::makeContent() {
    auto* content = new QWidget(this);
    auto* layout = new QHBoxLayout(content);
    const int margin = scaled(space::kGroup);
    layout->setContentsMargins(margin, margin, margin, margin);
    layout->setSpacing(scaled(12));
    layout->addWidget(makeLists());
    layout->addWidget(makeForm(), 1);
    m_score = new ScorePanel(content);
    m_score->setFixedWidth(scaled(kScoreWidth));
    connect(m_score->saveButton(), &QPushButton::clicked, this, &AssessmentPage::save);
    connect(m_score->discardButton(), &QPushButton::clicked, this, &AssessmentPage::discard);
    layout->addWidget(m_score);
    return content;
}

QWidget* AssessmentPage::makeLists() {
    auto* lists = new QWidget(this);
    lists->setFixedWidth(scaled(kListWidth));
    auto* layout = new QVBoxLayout(lists);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(scaled(12));
    m_instrumentRows = new TextRowsModel({tr("Instrument"), tr("Last score")}, this);
    m_instruments = new TableView(tr("Instruments"), lists);
    m_instruments->setObjectName(u"instruments"_s);
    m_instruments->setModel(m_instrumentRows);
    m_instruments->setWrappingColumns({0, 1});
    connect(m_instruments, &TableView::currentRowChanged, this, &AssessmentPage::chooseRow);
    connect(m_instruments, &TableView::rowOpened, this, [this](int row) {
        chooseRow(row);
        if (m_form != nullptr) m_form->firstFocus()->setFocus(Qt::TabFocusReason);
    });
    m_responseRows = new TextRowsModel({tr("Day"), tr("Instrument"), tr("Result"), tr("Entered by")}, this);
    m_responses = new TableView(tr("Filled in before"), lists);
    m_responses->setObjectName(u"responses"_s);
    m_responses->setModel(m_responseRows);
    m_responses->setColumnHidden(3, true);
    m_responses->setWrappingColumns({1, 2});
    m_responses->setLeastRows(kLeastResponses);
    m_responses->setEmptyText(tr("Nothing has been filled in yet."));
    connect(m_responses, &TableView::rowOpened, this, &AssessmentPage::correctRow);
    layout->addWidget(m_instruments, 3);
    layout->addWidget(m_responses, 2);
    return lists;
}

QWidget* AssessmentPage::makeForm() {
    m_formCard = new Card(tr("Form"), this);
    m_scroll = new FollowingScroll(new QWidget(m_formCard), m_formCard);
    m_formCard->body()->addWidget(m_scroll, 1);
    return m_formCard;
}

void AssessmentPage::connectPresenter() {
    connect(m_presenter, &AssessmentPresenter::shown, this, &AssessmentPage::showScreen);
    connect(m_presenter, &AssessmentPresenter::unavailable, this, &AssessmentPage::showUnavailable);
    connect(m_presenter, &AssessmentPresenter::saving, this, [this] { setSaving(true); });
    connect(m_presenter, &AssessmentPresenter::saved, this, &AssessmentPage::finish);
    connect(m_presenter, &AssessmentPresenter::refused, this, &AssessmentPage::refuse);
    connect(m_keeper, &DraftKeeper::failed, this, [this](const base::Error& error) {
        Q_EMIT notice(Tier::Caution, tr("What is typed here is only on the screen. %1").arg(describe(error)));
    });
}

void AssessmentPage::open(const Place& place) {
    const bool another = place.patientId != m_patientId;
    if (another) {
        keepDraft();
        clearForm();
        m_screen.reset();
        m_lastRequest.reset();
        m_content->hide();
        m_unavailable->hide();
        Q_EMIT bannerChanged(std::nullopt);
    }
    m_patientId = place.patientId;
    m_presenter->open(place.patientId.value_or(std::string()));
}

void AssessmentPage::leave() {
    keepDraft();
}

void AssessmentPage::tick(const base::Instant&) {
    keepDraft();
}

QWidget* AssessmentPage::firstFocus() {
    return m_content->isHidden() ? nullptr : m_instruments;
}

bool AssessmentPage::can(Command command) const {
    return command == Command::Complete && m_form != nullptr && mayRecord();
}

void AssessmentPage::perform(Command command) {
    if (command == Command::Complete) save();
}

bool AssessmentPage::mayRecord() const {
    return m_bench.may(domain::Permission::RecordAssessment);
}

void AssessmentPage::showScreen(const AssessmentScreen& screen) {
    if (screen.patient.id.text() != m_patientId) return;
    const bool first = !m_screen;
    m_screen = screen;
    Q_EMIT bannerChanged(bannerData(screen.patient, screen.weight, m_bench.now().localDate()));
    m_choosing = true;
    const int row = m_instruments->currentRow();
    m_instrumentRows->setRows(instrumentRows(screen.assessments));
    m_responseRows->setRows(responseRows(screen.assessments));
    if (row >= 0) m_instruments->selectRow(row);
    m_choosing = false;
    m_unavailable->hide();
    m_content->show();
    if (first && !screen.assessments.instruments.empty()) {
        m_instruments->selectFirstRow();
        chooseRow(0);
        if (isVisible()) m_instruments->setFocus(Qt::OtherFocusReason);
    }
    Q_EMIT commandsChanged();
}

void AssessmentPage::showUnavailable(const base::Error& error) {
    clearForm();
    m_screen.reset();
    m_content->hide();
    m_unavailable->setSentence(describe(error));
    m_unavailable->show();
    Q_EMIT bannerChanged(std::nullopt);
    Q_EMIT commandsChanged();
}

void AssessmentPage::chooseRow(int row) {
    if (m_choosing || !m_screen || row < 0) return;
    const auto& instrument = m_screen->assessments.instruments[static_cast<std::size_t>(row)];
    if (m_form != nullptr && m_form->instrument().id == instrument.id && !m_form->corrects()) return;
    choose(instrument, std::nullopt);
}

void AssessmentPage::correctRow(int row) {
    if (!m_screen || row < 0) return;
    const auto& assessment = m_screen->assessments.all[static_cast<std::size_t>(row)];
    const auto* instrument = m_screen->assessments.instrument(assessment.response.instrument);
    if (assessment.corrected) {
        Q_EMIT status(tr("This one was corrected already; the correction can be corrected."));
    } else if (instrument == nullptr) {
        Q_EMIT status(tr("The clinic no longer has this instrument, so it cannot be corrected here."));
    } else {
        choose(*instrument, assessment);
        m_form->firstItem()->setFocus(Qt::TabFocusReason);
    }
}

void AssessmentPage::choose(const domain::Instrument& instrument,
                            const std::optional<services::Assessment>& corrected) {
    keepDraft();
    placeForm(new AssessmentForm(m_bench.clock(), instrument, corrected, m_formCard));
    m_formCard->setTitle(corrected
                             ? tr("Correction of %1, %2").arg(toQt(instrument.name), dateText(corrected->response.date))
                             : tr("%1 — %2").arg(toQt(instrument.name), toQt(instrument.recall)));
    if (m_lastRequest && !corrected) m_form->beginLike(*m_lastRequest);
    m_untouched = m_form->draft();
    m_score->setSaving(false, corrected.has_value());
    m_score->saveButton()->setVisible(mayRecord());
    m_form->setReadOnly(!mayRecord());
    tellSaveState(SaveState::Kind::Nothing);
    const std::string subject = draftSubject();
    m_keeper->find(subject, [this, subject](const FoundDraft& found) {
        if (m_form != nullptr && subject == draftSubject()) restoreDraft(found.content, found.fromEarlier);
    });
    refreshScore();
    Q_EMIT commandsChanged();
}

void AssessmentPage::restoreDraft(const QVariantMap& content, bool fromEarlier) {
    // Somebody typed already while it was read.
    if (content.isEmpty() || m_form->draft() != m_untouched) return;
    m_form->restore(content);
    m_untouched.reset();
    refreshScore();
    if (fromEarlier) Q_EMIT status(tr("What you had typed and not saved is here again."));
}

void AssessmentPage::placeForm(AssessmentForm* form) {
    m_form = form;
    // The one before is deleted with its place in the scroll area.
    m_scroll->setWidget(form);
    // What stands behind shows through, as it does for the widget the area began with.
    form->setAutoFillBackground(false);
    form->show();
    connect(form, &AssessmentForm::changed, this, [this] {
        refreshScore();
        if (m_form->draft() != m_untouched) tellSaveState(SaveState::Kind::Unsaved);
    });
    connect(form, &AssessmentForm::finished, this, [this] { m_score->saveButton()->setFocus(Qt::TabFocusReason); });
}

void AssessmentPage::refreshScore() {
    if (m_form != nullptr) m_score->show(m_form->instrument(), m_form->result(), m_form->blankCount());
}

std::string AssessmentPage::draftSubject() const {
    const auto corrects = m_form->corrects();
    return m_patientId.value_or(std::string()) + '/' + m_form->instrument().id +
           (corrects ? '/' + corrects->text() : std::string());
}

void AssessmentPage::keepDraft() {
    if (m_form == nullptr || m_presenter->isSaving()) return;
    const auto draft = m_form->draft();
    if (draft == m_untouched) return;
    m_untouched.reset();
    m_keeper->keep(draftSubject(), draft);
}

void AssessmentPage::save() {
    if (m_form == nullptr || !m_screen || m_presenter->isSaving() || !mayRecord()) return;
    if (const auto problems = m_form->missing(); !problems.empty()) return m_form->showProblems(problems);
    m_presenter->record(m_form->request(m_screen->patient.id));
}

void AssessmentPage::finish(const services::AssessmentRequest& request) {
    setSaving(false);
    // Meanwhile another patient may stand here; the draft of this one is ended all the same.
    const auto corrects = request.corrects;
    m_keeper->keep(
        request.patient.text() + '/' + request.instrument + (corrects ? '/' + corrects->text() : std::string()), {});
    tellSaveState(SaveState::Kind::Saved);
    if (m_form == nullptr || !m_screen || m_screen->patient.id != request.patient) return;
    Q_EMIT status(tr("%1 is saved.").arg(toQt(m_form->instrument().name)));
    m_untouched = m_form->draft();
    m_lastRequest = request;
    const auto instrument = m_form->instrument();
    choose(instrument, std::nullopt);
    tellSaveState(SaveState::Kind::Saved);
    m_instruments->setFocus(Qt::OtherFocusReason);
}

void AssessmentPage::refuse(const base::Error& error) {
    setSaving(false);
    tellSaveState(SaveState::Kind::Failed);
    if (m_form != nullptr) m_form->showFailure(error);
}

void AssessmentPage::discard() {
    if (m_form == nullptr || m_presenter->isSaving()) return;
    const auto forget = [this] {
        m_keeper->keep(draftSubject(), {});
        m_untouched = m_form->draft();
        const auto instrument = m_form->instrument();
        choose(instrument, std::nullopt);
        m_instruments->setFocus(Qt::OtherFocusReason);
    };
    if (m_form->draft() == m_untouched) return forget();
    m_bench.prompter().confirm(this,
                               {.title = tr("Discard what you typed?"),
                                .text = tr("Nothing of this form has been saved yet."),
                                .yesText = tr("Discard the entries"),
                                .noText = tr("Keep them"),
                                .destructive = true},
                               [forget](bool yes) {
                                   if (yes) forget();
                               });
}

void AssessmentPage::clearForm() {
    if (m_form == nullptr) return;
    m_form = nullptr;
    m_untouched.reset();
    m_scroll->setWidget(new QWidget);
}

void AssessmentPage::setSaving(bool saving) {
    if (m_form == nullptr) return;
    m_score->setSaving(saving, m_form->corrects().has_value());
    m_form->setReadOnly(saving);
    if (saving) tellSaveState(SaveState::Kind::Saving);
}

void AssessmentPage::tellSaveState(SaveState::Kind kind) {
    SaveState state{.kind = kind, .at = {}};
    if (kind == SaveState::Kind::Saved) state.at = m_bench.now();
    Q_EMIT saveStateChanged(state);
}

} // namespace chairside::ui
