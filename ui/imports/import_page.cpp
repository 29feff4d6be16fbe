#include "ui/imports/import_page.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include "ui/format/problem_text.h"
#include "ui/format/to_qt.h"
#include "ui/imports/file_facts.h"
#include "ui/imports/import_model.h"
#include "ui/imports/import_words.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/choice_row.h"
#include "ui/widgets/form_builder.h"
#include "ui/widgets/message_strip.h"
#include "ui/widgets/table_view.h"
#include "ui/widgets/text_label.h"
#include "ui/work/workbench.h"

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;
using services::DateOrder;
using services::PatientColumn;

namespace {

constexpr std::size_t kMostColumns = 60; // of a list; the others are not imported
constexpr qsizetype kLongestLabel = 28;
constexpr int kColumnsWidth = 300;
constexpr std::size_t kMostListed = 8; // problems that are told at once

// The name of a column and what stands in it, short and without a mnemonic of its own.
QString labelOf(const services::CsvTable& table, std::size_t column) {
    const auto shorten = [](const std::string& text) {
        QString words = toQt(text).simplified();
        if (words.size() > kLongestLabel) words = words.left(kLongestLabel) + u'…';
        return words.replace(u'&', u"&&"_s);
    };
    const QString name = shorten(table.head[column]);
    return name.isEmpty() ? ImportPage::tr("Column %1").arg(column + 1) : name;
}

QString exampleOf(const services::CsvTable& table, std::size_t column) {
    for (const auto& row : table.rows) {
        const QString words = toQt(row.cells[column]).simplified();
        if (!words.isEmpty()) return ImportPage::tr("For example: %1").arg(words.left(kLongestLabel));
    }
    return ImportPage::tr("Always empty");
}

} // namespace

ImportPage::ImportPage(Workbench& bench, QWidget* parent)
    : Page(parent), m_bench(bench), m_presenter(new ImportPresenter(bench, this)), m_model(new ImportModel(this)) {
    auto* layout = new QVBoxLayout(this);
    const int margin = scaled(space::kGroup);
    layout->setContentsMargins(margin, margin, margin, margin);
    layout->setSpacing(scaled(space::kRelated));
    m_strip = new MessageStrip(this);
    m_strip->setObjectName(u"import_message"_s);
    layout->addWidget(makeHeading());
    layout->addWidget(m_strip);
    layout->addWidget(makeBody(), 1);
    connectPresenter();
    refresh();
}

QString ImportPage::title() const {
    return tr("Import patients");
}

QString ImportPage::help() const {
    return tr("Choose a list of patients in CSV form, or a FHIR R4 bundle (JSON) with patients, conditions, allergies, "
              "medicines and measured values. For a list, what each column is stands on the left; change it where the "
              "program guessed wrong. Of a bundle it says there who made it, when, and how much of what it holds. Then "
              "check the file: the table says of every part whether it is new, known, "
              "known with differences, or cannot be taken and why. Nothing is written before you import, and then "
              "everything that is new is taken over, or nothing. What is known stays as it is.");
}

void ImportPage::open(const Place& place) {
    Q_UNUSED(place)
    refresh();
}

QWidget* ImportPage::firstFocus() {
    return m_choose;
}

bool ImportPage::can(Command command) const {
    return command == Command::Complete && m_presenter->canTake();
}

void ImportPage::perform(Command command) {
    if (command == Command::Complete) m_presenter->take();
}

QWidget* ImportPage::makeHeading() {
    auto* row = new QWidget(this);
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(scaled(12));
    m_choose = makeButton(tr("Choose a fi&le…"), ButtonKind::Secondary, u"import_choose"_s, row);
    m_check = makeButton(tr("Chec&k the file"), ButtonKind::Secondary, u"import_check"_s, row);
    m_take = makeButton(tr("&Import what is new"), ButtonKind::Primary, u"import_take"_s, row);
    m_take->setToolTip(tr("Ctrl+Enter"));
    layout->addWidget(new TextLabel(title(), TextRole::PageTitle, row));
    layout->addStretch(1);
    for (QPushButton* button : {m_choose, m_check, m_take})
        layout->addWidget(button);
    connect(m_choose, &QPushButton::clicked, this, &ImportPage::chooseFile);
    connect(m_check, &QPushButton::clicked, m_presenter, &ImportPresenter::check);
    connect(m_take, &QPushButton::clicked, m_presenter, &ImportPresenter::take);
    return row;
}

// What the columns of a list are, or what a bundle says about itself.
QWidget* ImportPage::makeLeft() {
    auto* left = new QWidget(this);
    left->setFixedWidth(scaled(kColumnsWidth));
    auto* columns = new QVBoxLayout(left);
    columns->setContentsMargins(0, 0, 0, 0);
    m_dateLabel = new TextLabel(tr("Dates in numbers"), TextRole::Label, left);
    m_dates = new ChoiceRow(Qt::Horizontal, left);
    m_dates->setObjectName(u"import_dates"_s);
    m_dates->setAccessibleName(m_dateLabel->text());
    m_dates->add(tr("&Day first"), static_cast<int>(DateOrder::DayMonth))->setObjectName(u"day_first"_s);
    m_dates->add(tr("&Month first"), static_cast<int>(DateOrder::MonthDay))->setObjectName(u"month_first"_s);
    m_dates->setValue(static_cast<int>(DateOrder::DayMonth));
    m_columnArea = new QScrollArea(left);
    m_columnArea->setObjectName(u"import_columns"_s);
    m_columnArea->setFocusPolicy(Qt::NoFocus);
    m_columnArea->setFrameShape(QFrame::NoFrame);
    m_columnArea->setWidgetResizable(true);
    columns->addWidget(m_dateLabel);
    columns->addWidget(m_dates);
    m_leaveOut = new QCheckBox(tr("Leave o&ut what cannot be taken"), left);
    m_leaveOut->setObjectName(u"leave_out"_s);
    m_leaveOut->setToolTip(tr("The rest of the file is taken over. With a patient, their whole record is left out."));
    m_facts = new FileFacts(left);
    columns->addWidget(m_columnArea, 1);
    columns->addWidget(m_facts, 1);
    columns->addWidget(m_leaveOut);
    connect(m_leaveOut, &QCheckBox::toggled, this, [this](bool on) {
        m_presenter->setRefused(on ? services::Refused::IsLeftOut : services::Refused::StopsAll);
    });
    connect(m_dates, &ChoiceRow::chosen, this, [this] { m_presenter->setMapping(chosen()); });
    return left;
}

QWidget* ImportPage::makeBody() {
    auto* body = new QWidget(this);
    auto* layout = new QHBoxLayout(body);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(scaled(space::kGroup));
    auto* right = new QWidget(body);
    auto* found = new QVBoxLayout(right);
    found->setContentsMargins(0, 0, 0, 0);
    m_summary = new TextLabel({}, TextRole::Body, right);
    m_summary->setObjectName(u"import_summary"_s);
    m_summary->setWordWrap(true);
    m_table = new TableView(tr("What would become of each part"), right);
    m_table->setObjectName(u"import_table"_s);
    m_table->setModel(m_model);
    m_table->setWrappingColumns(
        {static_cast<int>(ImportModel::Column::What), static_cast<int>(ImportModel::Column::Detail)});
    m_table->setEmptyText(tr("Choose a file and check it; what would become of each part is shown here."));
    found->addWidget(m_summary);
    found->addWidget(m_table, 1);
    layout->addWidget(makeLeft());
    layout->addWidget(right, 1);
    return body;
}

void ImportPage::connectPresenter() {
    connect(m_presenter, &ImportPresenter::busyChanged, this, &ImportPage::refresh);
    connect(m_presenter, &ImportPresenter::fileRead, this, [this] {
        m_strip->clear();
        showColumns();
        refresh();
        const auto patients =
            m_presenter->table() ? m_presenter->table()->rows.size() : m_presenter->records()->records.size();
        m_summary->announce(tr("Patients in the file: %1.").arg(patients));
        m_check->setFocus();
    });
    connect(m_presenter, &ImportPresenter::fileRefused, this, [this](const base::Error& error) {
        showColumns();
        refresh();
        if (error.problems.empty()) return m_strip->say(Tier::HardStop, describe(error));
        refuse(tr("This file cannot be read."), error.problems);
    });
    connect(m_presenter, &ImportPresenter::checked, this, [this] {
        m_strip->clear();
        refresh();
        m_summary->announce(m_presenter->summary());
    });
    connect(m_presenter, &ImportPresenter::notChecked, this, [this](const base::Error& error) {
        refresh();
        if (error.problems.empty()) return m_strip->say(Tier::HardStop, describe(error));
        refuse(tr("The columns are not complete yet."), error.problems);
    });
    connect(m_presenter, &ImportPresenter::notTaken, this, [this](const base::Error& error) {
        m_strip->say(Tier::HardStop, tr("%1 Nothing was imported; check the file again.").arg(describe(error)));
        refresh();
    });
    connect(m_presenter, &ImportPresenter::taken, this, [this](int count) {
        const QString done = m_presenter->records() ? tr("Taken over: %1 patients, entries and values.").arg(count)
                                                    : tr("Patients registered: %1.").arg(count);
        m_strip->say(Tier::Information, done);
        m_summary->announce(done);
        refresh();
        m_choose->setFocus();
        Q_EMIT status(done);
    });
}

void ImportPage::chooseFile() {
    m_bench.prompter().openFile(this, tr("Choose a list of patients or a bundle"),
                                tr("Lists and FHIR bundles (*.csv *.txt *.json)"),
                                [this](const std::optional<QString>& path) {
                                    if (path && !path->isEmpty()) m_presenter->read(*path);
                                });
}

// A choice for each column of the file, set to what the program guessed.
void ImportPage::showColumns() {
    m_choices.clear();
    m_columns = new FormBuilder;
    const auto& table = m_presenter->table();
    for (std::size_t i = 0; table && i < std::min(table->head.size(), kMostColumns); ++i) {
        auto* choice = m_columns->row(labelOf(*table, i), new QComboBox,
                                      {.name = u"column_%1"_s.arg(i), .help = exampleOf(*table, i), .optional = false});
        for (const PatientColumn column : services::kPatientColumns)
            choice->addItem(ImportWords::column(column), static_cast<int>(column));
        choice->setCurrentIndex(choice->findData(static_cast<int>(m_presenter->mapping().columns[i])));
        connect(choice, &QComboBox::currentIndexChanged, this, [this] { m_presenter->setMapping(chosen()); });
        m_choices.push_back(choice);
    }
    m_columnArea->setWidget(m_columns);
    if (m_presenter->records()) m_facts->show(m_presenter->fileName(), *m_presenter->records());
}

services::CsvMapping ImportPage::chosen() const {
    services::CsvMapping mapping = m_presenter->mapping();
    for (std::size_t i = 0; i < m_choices.size(); ++i)
        mapping.columns[i] = static_cast<PatientColumn>(m_choices[i]->currentData().toInt());
    mapping.dates = m_dates->valueAs<DateOrder>().value_or(DateOrder::DayMonth);
    return mapping;
}

void ImportPage::refresh() {
    const bool may = m_bench.may(domain::Permission::RegisterPatient);
    const bool list = m_presenter->table().has_value();
    m_model->setLines(m_presenter->lines());
    m_choose->setEnabled(may && !m_presenter->busy());
    m_check->setEnabled(may && m_presenter->hasFile() && !m_presenter->busy());
    m_take->setEnabled(may && m_presenter->canTake());
    m_dates->setEnabled(list);
    m_dates->setVisible(!m_presenter->records());
    m_dateLabel->setVisible(!m_presenter->records());
    m_columnArea->setVisible(!m_presenter->records());
    m_facts->setVisible(m_presenter->records().has_value());
    m_leaveOut->setVisible(m_presenter->records() && m_presenter->refusedParts() > 0);
    if (!may) m_strip->say(Tier::Caution, tr("Your role may not register patients."));
    Q_EMIT commandsChanged();
}

void ImportPage::refuse(const QString& heading, const base::Problems& problems) {
    std::vector<StripLink> lines;
    for (std::size_t i = 0; i < std::min(problems.size(), kMostListed); ++i)
        lines.push_back({ImportWords::fileProblem(problems[i]), {}});
    if (problems.size() > kMostListed) lines.push_back({tr("And %1 more.").arg(problems.size() - kMostListed), {}});
    m_strip->list(Tier::HardStop, heading, lines);
}

} // namespace chairside::ui
