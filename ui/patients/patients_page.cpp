#include "ui/patients/patients_page.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "ui/format/date_text.h"
#include "ui/format/problem_text.h"
#include "ui/format/quantity_text.h"
#include "ui/format/to_qt.h"
#include "ui/patients/patients_model.h"
#include "ui/patients/patients_presenter.h"
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

// "1,204", "more than 1,000".
QString patientCountText(const PatientCount& count) {
    return count.exact ? countText(count.number) : PatientsPage::tr("more than %1").arg(countText(count.number));
}

} // namespace

PatientsPage::PatientsPage(Workbench& bench, QWidget* parent)
    : Page(parent), m_bench(bench), m_presenter(new PatientsPresenter(bench, this)), m_model(new PatientsModel(this)) {
    auto* layout = new QVBoxLayout(this);
    const int margin = scaled(space::kGroup);
    layout->setContentsMargins(margin, margin, margin, margin);
    layout->setSpacing(scaled(12));
    auto* heading = new QHBoxLayout;
    heading->addWidget(new TextLabel(title(), TextRole::PageTitle, this), 1);
    m_new = makeButton(tr("Ne&w patient"), ButtonKind::Secondary, u"new_patient"_s, this);
    m_new->setToolTip(tr("Ctrl+N"));
    m_new->setVisible(mayRegister());
    connect(m_new, &QPushButton::clicked, this, &PatientsPage::registerNew);
    auto* list = makeButton(tr("Import a &list"), ButtonKind::Secondary, u"import_list"_s, this);
    list->setVisible(mayRegister());
    connect(list, &QPushButton::clicked, this, [this] { Q_EMIT goTo({.kind = PageKind::Import}); });
    auto* lists = makeButton(tr("E&xport lists"), ButtonKind::Secondary, u"export_lists"_s, this);
    lists->setVisible(mayRegister());
    connect(lists, &QPushButton::clicked, this, [this] { Q_EMIT goTo({.kind = PageKind::Export}); });
    heading->addWidget(list);
    heading->addWidget(lists);
    heading->addWidget(m_new);
    layout->addLayout(heading);
    auto* card = new Card({}, this);
    card->setAccessibleName(tr("Find a patient"));
    card->body()->addWidget(makeFindRow());
    card->body()->addWidget(makeResults(), 1);
    layout->addWidget(card, 1);
    layout->addWidget(new TextLabel(tr("Enter opens the patient when exactly one matches. Down moves into "
                                       "the list. Ctrl+N registers a new patient."),
                                    TextRole::Hint, this));
    connectPresenter();
}

QString PatientsPage::title() const {
    return tr("Patients");
}

void PatientsPage::open(const Place&) {
    m_find->selectAll();
    m_presenter->refresh();
}

QWidget* PatientsPage::firstFocus() {
    return m_find;
}

QString PatientsPage::help() const {
    return tr("Type the beginning of a family or given name, the clinic number or its end, the date of birth "
              "or the "
              "end of the telephone number. Accents, hyphens and capitals do not matter. Enter opens the "
              "patient only "
              "when exactly one matches; otherwise it moves to the first row and says how many match. Down "
              "moves into "
              "the list. Ctrl+N registers a new patient. “SIMILAR NAME” warns of two people who are easily "
              "confused: "
              "check the date of birth and the number.");
}

bool PatientsPage::can(Command command) const {
    return command == Command::FindPatient || (command == Command::NewItem && mayRegister());
}

void PatientsPage::perform(Command command) {
    if (command == Command::NewItem) registerNew();
    if (command == Command::FindPatient) {
        m_find->setFocus(Qt::ShortcutFocusReason);
        m_find->selectAll();
    }
}

bool PatientsPage::mayRegister() const {
    return m_bench.may(domain::Permission::RegisterPatient);
}

QWidget* PatientsPage::makeFindRow() {
    auto* row = new QWidget(this);
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(scaled(12));
    auto* label = new TextLabel(tr("F&ind"), TextRole::Strong, row);
    m_find = new QLineEdit(row);
    m_find->setObjectName(u"find"_s);
    m_find->setAccessibleName(tr("Find"));
    m_find->setAccessibleDescription(tr("Name, clinic number, date of birth or end of the telephone number"));
    m_find->setPlaceholderText(tr("Name, number, date of birth, end of phone"));
    m_find->setClearButtonEnabled(false);
    m_find->setMaxLength(80);
    m_find->setMaximumWidth(scaled(460));
    m_find->installEventFilter(this);
    label->setBuddy(m_find);
    m_count = new TextLabel({}, TextRole::Label, row);
    m_count->setObjectName(u"match_count"_s);
    layout->addWidget(label);
    layout->addWidget(m_find, 1);
    layout->addWidget(m_count, 1);
    connect(m_find, &QLineEdit::textChanged, m_presenter, &PatientsPresenter::find);
    connect(m_find, &QLineEdit::returnPressed, m_presenter, &PatientsPresenter::enter);
    return row;
}

QWidget* PatientsPage::makeResults() {
    m_results = new QStackedWidget(this);
    m_table = new TableView(tr("Patients"), m_results);
    m_table->setObjectName(u"patients_table"_s);
    m_table->setModel(m_model);
    m_table->setWrappingColumn(PatientsModel::Name);
    m_table->installEventFilter(this);
    connect(m_table, &TableView::rowOpened, this, &PatientsPage::openRow);
    const QString action = mayRegister() ? tr("Register a &new patient") : QString();
    m_noMatch = new EmptyState({}, action, u"register_unmatched"_s, m_results);
    m_nobody = new EmptyState(
        mayRegister() ? tr("No patients yet. Everybody you register is listed here, those of today first.")
                      : tr("No patients yet. Everybody the clinic registers is listed here, those of today first."),
        action, u"register_first"_s, m_results);
    for (EmptyState* empty : {m_noMatch, m_nobody}) {
        connect(empty, &EmptyState::actionChosen, this, &PatientsPage::registerNew);
    }
    m_refusal = new TextLabel({}, TextRole::Body, m_results);
    m_refusal->setObjectName(u"find_refusal"_s);
    m_refusal->setWordWrap(true);
    m_refusal->setAlignment(Qt::AlignCenter);
    m_results->addWidget(m_table);
    m_results->addWidget(m_noMatch);
    m_results->addWidget(m_nobody);
    m_results->addWidget(makeReadings());
    m_results->addWidget(m_refusal);
    return m_results;
}

QWidget* PatientsPage::makeReadings() {
    m_readings = new QWidget(m_results);
    auto* layout = new QVBoxLayout(m_readings);
    layout->setContentsMargins(0, scaled(space::kGroup), 0, 0);
    layout->setSpacing(scaled(12));
    m_readingQuestion = new TextLabel({}, TextRole::Body, m_readings);
    m_readingQuestion->setWordWrap(true);
    layout->addWidget(m_readingQuestion);
    auto* row = new QHBoxLayout;
    row->setSpacing(scaled(space::kRelated));
    for (int index = 0; index < 2; ++index) {
        m_readingButtons[index] = makeButton({}, ButtonKind::Secondary, u"reading_%1"_s.arg(index + 1), m_readings);
        connect(m_readingButtons[index], &QPushButton::clicked, this, [this, index] { takeReading(index); });
        row->addWidget(m_readingButtons[index]);
    }
    row->addStretch(1);
    layout->addLayout(row);
    layout->addStretch(1);
    return m_readings;
}

void PatientsPage::connectPresenter() {
    connect(m_presenter, &PatientsPresenter::listed, this, &PatientsPage::showList);
    connect(m_presenter, &PatientsPresenter::refused, this,
            [this](const base::Error& error) { refuse(describe(error)); });
    connect(m_presenter, &PatientsPresenter::readingNeeded, this, &PatientsPage::moveIntoResults);
    connect(m_presenter, &PatientsPresenter::singleMatch, this,
            [this](const QString& patientId) { openPatient(toStd(patientId)); });
    connect(m_presenter, &PatientsPresenter::severalMatch, this, [this](const PatientCount& count) {
        m_table->selectFirstRow();
        m_table->setFocus(Qt::OtherFocusReason);
        Q_EMIT status(tr("%1 patients match").arg(patientCountText(count)));
    });
    connect(&m_bench, &Workbench::changed, this, [this](const services::Change& change) {
        using enum services::ChangeKind;
        if (change.kind == Patient || change.kind == Course || change.kind == Infusion) m_presenter->refresh();
    });
}

bool PatientsPage::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() != QEvent::KeyPress) return Page::eventFilter(watched, event);
    const auto* key = static_cast<QKeyEvent*>(event);
    if (watched == m_find && key->key() == Qt::Key_Down && key->modifiers() == Qt::NoModifier) {
        moveIntoResults();
        return true;
    }
    if (watched == m_table) {
        const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        // A key held down since the find field must not open the row it led to.
        if (enter && key->isAutoRepeat()) return true;
        const bool leavesUp = key->key() == Qt::Key_Up && m_table->currentRow() <= 0;
        if (key->key() == Qt::Key_Escape || leavesUp) {
            m_find->setFocus(Qt::OtherFocusReason);
            return true;
        }
    }
    return Page::eventFilter(watched, event);
}

void PatientsPage::showList(const PatientList& list) {
    m_count->announce(countSentence(list));
    if (!list.readings.empty()) return showReadings(list);
    showRows(list);
    if (list.rows.empty()) showEmpty(list);
}

void PatientsPage::showReadings(const PatientList& list) {
    m_model->show({}, m_bench.now().localDate());
    m_readingQuestion->setText(tr("“%1” can be read as two dates. Which date of birth do you mean?").arg(list.text));
    for (std::size_t index = 0; index < 2; ++index) {
        const QString text = dateText(list.readings[index]);
        m_readingButtons[index]->setText(text);
        m_readingButtons[index]->setAccessibleName(text);
    }
    m_results->setCurrentWidget(m_readings);
}

void PatientsPage::showRows(const PatientList& list) {
    // A refresh keeps the chosen person; another text starts without one.
    const auto chosen = m_table->hasFocus() ? m_model->patientAt(m_table->currentRow()) : std::nullopt;
    m_model->show(list.rows, m_bench.now().localDate());
    if (const int row = chosen ? m_model->rowOf(*chosen) : -1; row >= 0) m_table->selectRow(row);
    m_results->setCurrentWidget(m_table);
}

void PatientsPage::showEmpty(const PatientList& list) {
    if (list.registered.number == 0) {
        m_results->setCurrentWidget(m_nobody);
        return;
    }
    m_noMatch->setSentence(tr("No patient matches ‘%1’. Check the spelling.").arg(list.text));
    m_results->setCurrentWidget(m_noMatch);
}

void PatientsPage::refuse(const QString& sentence) {
    m_count->announce({});
    m_model->show({}, m_bench.now().localDate());
    m_refusal->announce(sentence);
    m_results->setCurrentWidget(m_refusal);
}

QString PatientsPage::countSentence(const PatientList& list) const {
    if (!list.readings.empty()) return tr("Choose one of two dates");
    const QString all = patientCountText(list.registered);
    const auto shown = static_cast<std::int64_t>(list.rows.size());
    if (list.matches.number > shown) {
        return list.text.isEmpty() ? tr("%1 of %2 patients, today’s first").arg(countText(shown), all)
                                   : tr("First %1 of %2 matches: type more to see fewer")
                                         .arg(countText(shown), patientCountText(list.matches));
    }
    if (!list.text.isEmpty()) return tr("%1 of %2 patients").arg(countText(list.matches.number), all);
    return list.registered.number == 1 ? tr("1 patient") : tr("%1 patients, today’s first").arg(all);
}

void PatientsPage::moveIntoResults() {
    if (m_results->currentWidget() == m_readings) {
        m_readingButtons[0]->setFocus(Qt::OtherFocusReason);
    } else if (m_model->rowCount() > 0) {
        if (m_table->currentRow() < 0) m_table->selectFirstRow();
        m_table->setFocus(Qt::OtherFocusReason);
    }
}

void PatientsPage::takeReading(int index) {
    m_find->setFocus(Qt::OtherFocusReason);
    m_find->setText(m_readingButtons[index]->text());
}

void PatientsPage::openRow(int row) {
    if (const auto patient = m_model->patientAt(row)) openPatient(*patient);
}

void PatientsPage::openPatient(const std::string& patientId) {
    Q_EMIT goTo(Place{PageKind::Overview, patientId, {}, {}});
}

void PatientsPage::registerNew() {
    if (mayRegister()) Q_EMIT goTo(Place{PageKind::Register, {}, {}, {}});
}

} // namespace chairside::ui
