#include "ui/history/history_page.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/format/date_text.h"
#include "ui/format/problem_text.h"
#include "ui/format/to_qt.h"
#include "ui/history/history_form.h"
#include "ui/history/history_model.h"
#include "ui/history/outside_panel.h"
#include "ui/history/patient_state_form.h"
#include "ui/patients/following_scroll.h"
#include "ui/patients/history_words.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/card.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/table_view.h"
#include "ui/widgets/text_label.h"
#include "ui/work/draft_keeper.h"
#include "ui/work/workbench.h"

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;
using domain::HistoryKind;

namespace {

constexpr int kLeastRows = 3;
constexpr int kRowsAbovePanel = 6; // the page scrolls then
constexpr int kKindsAcross = 6;

QString kindButton(HistoryKind kind) {
    switch (kind) {
    case HistoryKind::Phone:
        return HistoryPage::tr("Ph&one");
    case HistoryKind::Email:
        return HistoryPage::tr("E-ma&il");
    case HistoryKind::Address:
        return HistoryPage::tr("Add&ress");
    case HistoryKind::EmergencyContact:
        return HistoryPage::tr("Emer&gency contact");
    case HistoryKind::Escort:
        return HistoryPage::tr("Es&cort");
    case HistoryKind::Allergy:
        return HistoryPage::tr("&Allergy");
    case HistoryKind::NoKnownAllergies:
        return HistoryPage::tr("No &known allergies");
    case HistoryKind::Medicine:
        return HistoryPage::tr("&Medicine");
    case HistoryKind::Therapy:
        return HistoryPage::tr("Other &therapy");
    case HistoryKind::Diagnosis:
        return HistoryPage::tr("&Diagnosis");
    case HistoryKind::Comorbidity:
        return HistoryPage::tr("Comorbidit&y");
    }
    return {};
}

// What is asked for first stands first.
constexpr HistoryKind kOffered[] = {
    HistoryKind::Allergy,   HistoryKind::NoKnownAllergies, HistoryKind::Medicine, HistoryKind::Therapy,
    HistoryKind::Diagnosis, HistoryKind::Comorbidity,      HistoryKind::Phone,    HistoryKind::Email,
    HistoryKind::Address,   HistoryKind::EmergencyContact, HistoryKind::Escort};

bool stands(const services::HistoryLine& line) {
    return !line.replaced && line.entry.act != domain::HistoryAct::Withdrawn;
}

std::string subjectOf(const std::string& patient, HistoryTask task, HistoryKind kind,
                      const std::optional<domain::EntryId>& target) {
    return patient + '/' + std::to_string(static_cast<int>(task)) + '/' + std::to_string(static_cast<int>(kind)) +
           (target ? '/' + target->text() : std::string());
}

} // namespace

HistoryPage::HistoryPage(Workbench& bench, QWidget* parent)
    : Page(parent),
      m_bench(bench),
      m_presenter(new HistoryPresenter(bench, this)),
      m_keeper(new DraftKeeper(bench, "history", this)),
      m_model(new HistoryModel(this)) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    m_content = new FollowingScroll(makeContent(), this);
    m_unavailable = new EmptyState({}, tr("F&ind a patient"), u"find_instead"_s, this);
    connect(m_unavailable, &EmptyState::actionChosen, this, [this] {
        Q_EMIT goTo(Place{PageKind::Patients, {}, {}, {}});
    });
    layout->addWidget(m_content, 1);
    layout->addWidget(m_unavailable, 1);
    m_content->hide();
    m_unavailable->hide();
    connectPresenter();
    connectState();
}

QString HistoryPage::title() const {
    return tr("History and contacts");
}

QString HistoryPage::help() const {
    return tr("Everything that is known about the patient beside the treatment, one entry a row. Ctrl+N goes to the "
              "kinds of entries; each has its key. Up and Down choose a row, Enter corrects it. What ended gets a last "
              "day; what never was true is marked as recorded in error. Nothing is erased: tick the box to see what "
              "stood there before. Ctrl+Enter saves, Esc closes the form and keeps what you typed. Opioids, "
              "benzodiazepines and MAO inhibitors are marked and stand in the banner. What was measured elsewhere and "
              "came in with a file stands in a list "
              "of its own with where it comes from; it is never counted with the scores of this clinic.");
}

QWidget* HistoryPage::makeContent() {
    auto* content = new QWidget(this);
    content->setObjectName(u"history_content"_s);
    auto* layout = new QVBoxLayout(content);
    const int margin = scaled(space::kGroup);
    layout->setContentsMargins(margin, margin, margin, margin);
    layout->setSpacing(scaled(12));
    layout->addWidget(makeList(), 1);
    layout->addWidget(makeKinds());
    m_state = new PatientStateForm(m_bench.clock(), content);
    m_state->hide();
    layout->addWidget(m_state);
    m_outside = new OutsidePanel(content);
    layout->addWidget(m_outside);
    return content;
}

Card* HistoryPage::makeList() {
    auto* card = new Card(title(), this);
    m_all = new QCheckBox(tr("Incl&ude what ended or was replaced"), card);
    m_all->setObjectName(u"include_all"_s);
    connect(m_all, &QCheckBox::toggled, this, [this] {
        showStates();
        showLines();
    });
    card->addToHeading(m_all);
    m_allergyLine =
        new TextLabel(tr("▲ Allergies are not recorded. Ask, then record an allergy or that none are known."),
                      TextRole::Warning, card);
    m_allergyLine->setObjectName(u"allergies_missing"_s);
    m_table = new TableView(tr("Entries"), card);
    m_table->setObjectName(u"history_table"_s);
    m_table->setModel(m_model);
    m_table->setWrappingColumns({HistoryModel::What, HistoryModel::Details, HistoryModel::State});
    m_table->setLeastRows(kLeastRows);
    connect(m_table, &TableView::currentRowChanged, this, &HistoryPage::noticeRow);
    connect(m_table, &TableView::rowOpened, this, [this] { change(HistoryTask::Correct); });
    m_stateLine = new TextLabel({}, TextRole::Warning, card);
    m_stateLine->setObjectName(u"state_line"_s);
    m_stateLine->setWordWrap(true);
    card->body()->addWidget(m_stateLine);
    card->body()->addWidget(m_allergyLine);
    m_outsideLine = new TextLabel({}, TextRole::Body, card);
    m_outsideLine->setObjectName(u"outside_line"_s);
    card->body()->addWidget(m_outsideLine);
    card->body()->addWidget(m_table, 1);
    card->body()->addWidget(makeRowButtons());
    return card;
}

QWidget* HistoryPage::makeRowButtons() {
    m_rowButtons = new QWidget(this);
    auto* layout = new QHBoxLayout(m_rowButtons);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(scaled(space::kRelated));
    m_correct = makeButton(tr("Correct e&ntry"), ButtonKind::Secondary, u"correct_entry"_s, m_rowButtons);
    m_correct->setToolTip(tr("Enter in the list"));
    m_end = makeButton(tr("Give the &last day"), ButtonKind::Secondary, u"end_entry"_s, m_rowButtons);
    m_withdraw = makeButton(tr("Recorded &wrongly"), ButtonKind::Secondary, u"withdraw_entry"_s, m_rowButtons);
    connect(m_correct, &QPushButton::clicked, this, [this] { change(HistoryTask::Correct); });
    connect(m_end, &QPushButton::clicked, this, [this] { change(HistoryTask::End); });
    connect(m_withdraw, &QPushButton::clicked, this, [this] { change(HistoryTask::Withdraw); });
    for (QPushButton* button : {m_correct, m_end, m_withdraw})
        layout->addWidget(button);
    layout->addStretch(1);
    return m_rowButtons;
}

Card* HistoryPage::makeKinds() {
    m_kinds = new Card(tr("Add"), this);
    auto* grid = new QGridLayout;
    grid->setSpacing(scaled(space::kRelated));
    int at = 0;
    for (const auto kind : kOffered) {
        auto* button =
            makeButton(kindButton(kind), ButtonKind::Secondary, u"add_%1"_s.arg(static_cast<int>(kind)), m_kinds);
        button->setAutoDefault(true);
        button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        connect(button, &QPushButton::clicked, this, [this, kind] { add(kind); });
        grid->addWidget(button, at / kKindsAcross, at % kKindsAcross);
        if (at++ == 0) m_firstKind = button;
    }
    auto* state = makeButton(tr("Withdrawn or died (Alt+&X)"), ButtonKind::Secondary, u"open_state"_s, m_kinds);
    state->setAutoDefault(true);
    state->setVisible(m_bench.may(domain::Permission::RecordPatientState));
    connect(state, &QPushButton::clicked, this, &HistoryPage::openState);
    grid->addWidget(state, at / kKindsAcross, at % kKindsAcross);
    m_kinds->body()->addLayout(grid);
    return m_kinds;
}

void HistoryPage::connectPresenter() {
    connect(m_presenter, &HistoryPresenter::shown, this, &HistoryPage::showScreen);
    connect(m_presenter, &HistoryPresenter::unavailable, this, &HistoryPage::showUnavailable);
    connect(m_presenter, &HistoryPresenter::saving, this, [this] {
        if (m_form != nullptr) m_form->setBusy(true);
        tellSaveState(SaveState::Kind::Saving);
    });
    connect(m_presenter, &HistoryPresenter::saved, this, &HistoryPage::finish);
    connect(m_presenter, &HistoryPresenter::refused, this, &HistoryPage::refuse);
    connect(m_keeper, &DraftKeeper::failed, this, [this](const base::Error& error) {
        Q_EMIT notice(Tier::Caution, tr("What is typed here is only on the screen. %1").arg(describe(error)));
    });
}

void HistoryPage::connectState() {
    connect(m_state, &InlineForm::left, this, &HistoryPage::closeState);
    connect(m_state, &InlineForm::submitted, this, [this] {
        if (!m_screen) return;
        m_state->setBusy(true);
        m_presenter->setState(m_state->request(m_screen->history.patient.id));
    });
    connect(m_presenter, &HistoryPresenter::stateRefused, m_state, &PatientStateForm::refuse);
    connect(m_presenter, &HistoryPresenter::stateSaved, this, [this] {
        m_state->setBusy(false);
        m_state->reset();
        closeState();
        tellSaveState(SaveState::Kind::Saved);
        Q_EMIT status(tr("The state of the patient is saved."));
    });
}

void HistoryPage::openState() {
    m_kinds->hide();
    m_rowButtons->hide();
    m_state->show();
    m_state->takeFocus();
    Q_EMIT commandsChanged();
}

void HistoryPage::closeState() {
    m_state->hide();
    m_kinds->setVisible(mayRecord());
    noticeRow();
    m_table->setFocus(Qt::OtherFocusReason);
    Q_EMIT commandsChanged();
}

void HistoryPage::open(const Place& place) {
    if (place.patientId != m_patientId) {
        m_state->reset();
        m_state->hide();
        closeForm();
        m_screen.reset();
        m_content->hide();
        m_unavailable->hide();
        m_all->setChecked(false);
        Q_EMIT bannerChanged(std::nullopt);
    }
    m_patientId = place.patientId;
    m_presenter->open(place.patientId.value_or(std::string()));
}

void HistoryPage::leave() {
    keepDraft();
}

void HistoryPage::tick(const base::Instant&) {
    keepDraft();
}

QWidget* HistoryPage::firstFocus() {
    return m_content->isHidden() ? nullptr : m_table;
}

bool HistoryPage::can(Command command) const {
    if (!m_screen || !mayRecord()) return false;
    if (command == Command::NewItem) return m_form == nullptr && m_state->isHidden();
    return command == Command::Complete && m_form != nullptr && m_form->task() != HistoryTask::Withdraw;
}

void HistoryPage::perform(Command command) {
    if (!can(command)) return;
    if (command == Command::Complete) return m_form->submit();
    m_firstKind->setFocus(Qt::ShortcutFocusReason);
}

// Esc closes the form wherever the focus is.
void HistoryPage::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape && m_form != nullptr) return leaveForm();
    Page::keyPressEvent(event);
}

bool HistoryPage::mayRecord() const {
    return m_bench.may(domain::Permission::RecordHistory);
}

void HistoryPage::showScreen(const HistoryScreen& screen) {
    const auto& patient = screen.history.patient;
    if (patient.id.text() != m_patientId) return;
    const bool first = !m_screen;
    m_screen = screen;
    Q_EMIT bannerChanged(bannerData(patient, screen.weight, m_bench.now().localDate()));
    m_allergyLine->setVisible(patient.details.allergyStatus == domain::AllergyStatus::NotRecorded);
    m_kinds->setVisible(mayRecord() && m_form == nullptr && m_state->isHidden());
    showStates();
    showLines();
    m_outside->show(screen.measured);
    m_outsideLine->setText(tr("Measured elsewhere: %1. These values stand below.").arg(screen.measured.size()));
    m_outsideLine->setVisible(!screen.measured.empty());
    m_table->setLeastRows(screen.measured.empty() ? kLeastRows : kRowsAbovePanel);
    m_unavailable->hide();
    m_content->show();
    if (first && isVisible()) m_table->setFocus(Qt::OtherFocusReason);
    Q_EMIT commandsChanged();
}

void HistoryPage::showLines() {
    if (!m_screen) return;
    const auto* line = chosen();
    const auto before = line ? std::optional(line->entry.id) : std::nullopt;
    m_model->show(m_screen->history.lines, m_all->isChecked());
    m_table->setEmptyText(emptySentence());
    for (int row = 0; before && row < m_model->rowCount(); ++row) {
        if (m_model->lineAt(row)->entry.id == *before) m_table->selectRow(row);
    }
    if (m_table->currentRow() < 0) m_table->selectFirstRow();
    noticeRow();
}

QString HistoryPage::emptySentence() const {
    if (!m_screen->history.lines.empty())
        return tr("Nothing of what was recorded holds any more. Tick the box above to see what ended or was replaced.");
    return mayRecord() ? tr("Nothing is recorded yet. Choose below what you want to add.")
                       : tr("Nothing is recorded yet. A nurse or a physician adds here what is known.");
}

// What holds now; with the box ticked everything that was recorded.
void HistoryPage::showStates() {
    if (!m_screen) return;
    const auto& states = m_screen->states;
    const bool active = m_screen->history.patient.state == domain::PatientState::Active;
    QStringList lines;
    for (const auto& line : states) {
        if (!m_all->isChecked() && (active || !lines.isEmpty())) break;
        lines << HistoryWords::state(line);
    }
    m_stateLine->setText(lines.join(u'\n'));
    m_stateLine->setVisible(!lines.isEmpty());
}

void HistoryPage::showUnavailable(const base::Error& error) {
    closeForm();
    m_screen.reset();
    m_content->hide();
    m_unavailable->setSentence(describe(error));
    m_unavailable->show();
    Q_EMIT bannerChanged(std::nullopt);
    Q_EMIT commandsChanged();
}

const services::HistoryLine* HistoryPage::chosen() const {
    return m_model->lineAt(m_table->currentRow());
}

void HistoryPage::noticeRow() {
    const auto* line = chosen();
    const bool standing = line != nullptr && stands(*line);
    const bool ended = line != nullptr && line->entry.act == domain::HistoryAct::Ended;
    m_correct->setEnabled(standing);
    m_withdraw->setEnabled(standing);
    m_end->setEnabled(standing && !ended);
    m_rowButtons->setVisible(mayRecord() && m_form == nullptr && m_state->isHidden() && m_model->rowCount() > 0);
}

void HistoryPage::add(HistoryKind kind) {
    placeForm(new HistoryForm(m_bench.clock(), HistoryTask::Add, kind, this));
}

void HistoryPage::change(HistoryTask task) {
    const auto* line = chosen();
    if (line == nullptr || !mayRecord()) return;
    if (!stands(*line)) {
        Q_EMIT status(tr("This entry was replaced or withdrawn; the one in its place can be corrected."));
        return;
    }
    auto* form = new HistoryForm(m_bench.clock(), task, line->entry.details.kind, this);
    form->setLine(*line);
    placeForm(form);
}

void HistoryPage::placeForm(HistoryForm* form) {
    closeForm();
    m_form = form;
    m_kinds->hide();
    m_rowButtons->hide();
    m_content->findChild<QWidget*>(u"history_content"_s)->layout()->addWidget(form);
    connect(form, &InlineForm::submitted, this, &HistoryPage::submit);
    connect(form, &InlineForm::left, this, &HistoryPage::leaveForm);
    connect(form, &HistoryForm::edited, this, [this] { tellSaveState(SaveState::Kind::Unsaved); });
    m_untouched = form->draft();
    form->show();
    form->takeFocus();
    m_keeper->find(draftSubject(), [this, subject = draftSubject()](const FoundDraft& found) {
        // Somebody typed already, or went on, while it was read.
        if (found.content.isEmpty() || m_form == nullptr || subject != draftSubject()) return;
        if (m_form->draft() != m_untouched) return;
        m_form->restore(found.content);
        m_untouched.reset();
        tellSaveState(SaveState::Kind::Unsaved);
        if (found.fromEarlier) Q_EMIT status(tr("What you had typed and not saved is here again."));
    });
    Q_EMIT commandsChanged();
}

void HistoryPage::closeForm() {
    if (m_form == nullptr) return;
    keepDraft();
    m_form->hide();
    m_form->deleteLater();
    m_form = nullptr;
    m_untouched.reset();
    m_kinds->setVisible(mayRecord());
    noticeRow();
    Q_EMIT commandsChanged();
}

void HistoryPage::leaveForm() {
    if (m_presenter->isSaving()) return;
    const bool typed = m_form->draft() != m_untouched;
    closeForm();
    m_table->setFocus(Qt::OtherFocusReason);
    if (typed) Q_EMIT status(tr("What you typed is kept and comes back with the same form."));
}

void HistoryPage::submit() {
    const auto* form = m_form;
    m_presenter->save({.task = form->task(),
                       .details = form->details(),
                       .target = form->target(),
                       .until = form->until(),
                       .reason = form->reason(),
                       .draft = draftSubject()});
}

void HistoryPage::finish(const HistoryRequest& request) {
    // Meanwhile another form may be open; the draft of this one is ended all the same.
    m_keeper->keep(request.draft, {});
    tellSaveState(SaveState::Kind::Saved);
    if (m_form == nullptr || draftSubject() != request.draft) return;
    m_untouched = m_form->draft();
    closeForm();
    Q_EMIT status(tr("%1: the entry is saved.").arg(HistoryWords::kind(request.details.kind)));
    m_table->setFocus(Qt::OtherFocusReason);
}

void HistoryPage::refuse(const base::Error& error) {
    tellSaveState(SaveState::Kind::Failed);
    if (m_form != nullptr) m_form->refuse(error);
}

std::string HistoryPage::draftSubject() const {
    return subjectOf(m_patientId.value_or(std::string()), m_form->task(), m_form->kind(), m_form->target());
}

void HistoryPage::keepDraft() {
    if (m_form == nullptr || m_presenter->isSaving()) return;
    const auto draft = m_form->draft();
    if (draft == m_untouched) return;
    m_untouched.reset();
    m_keeper->keep(draftSubject(), draft);
}

void HistoryPage::tellSaveState(SaveState::Kind kind) {
    SaveState state{.kind = kind, .at = {}};
    if (kind == SaveState::Kind::Saved) state.at = m_bench.now();
    Q_EMIT saveStateChanged(state);
}

} // namespace chairside::ui
