#include "ui/exports/export_page.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFileInfo>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

#include "ui/files/report_file.h"
#include "ui/format/date_text.h"
#include "ui/format/problem_text.h"
#include "ui/format/to_qt.h"
#include "ui/patients/patient_banner_data.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/card.h"
#include "ui/widgets/choice_row.h"
#include "ui/widgets/form_builder.h"
#include "ui/widgets/message_strip.h"
#include "ui/widgets/text_label.h"
#include "ui/work/workbench.h"

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;
using services::CsvKind;
using services::DisclosurePurpose;

namespace {

constexpr int kFormWidth = 620;

QString listName(CsvKind kind) {
    switch (kind) {
    case CsvKind::Patients:
        return ExportPage::tr("Patients");
    case CsvKind::Courses:
        return ExportPage::tr("Courses");
    case CsvKind::Infusions:
        return ExportPage::tr("Infusions");
    case CsvKind::Vitals:
        return ExportPage::tr("Vital signs");
    case CsvKind::Scores:
        return ExportPage::tr("Scores");
    case CsvKind::Events:
        return ExportPage::tr("Adverse events");
    case CsvKind::DrugBook:
        return ExportPage::tr("Controlled-drug book");
    }
    return {};
}

QString purposeName(DisclosurePurpose purpose) {
    switch (purpose) {
    case DisclosurePurpose::Treatment:
        return ExportPage::tr("Treatment, for example a referral");
    case DisclosurePurpose::PatientRequest:
        return ExportPage::tr("The patient asked for it");
    case DisclosurePurpose::Payment:
        return ExportPage::tr("Payment");
    case DisclosurePurpose::Operations:
        return ExportPage::tr("Work of the clinic, for example quality");
    case DisclosurePurpose::Research:
        return ExportPage::tr("Research");
    case DisclosurePurpose::LegalDuty:
        return ExportPage::tr("Required by law");
    }
    return {};
}

// As file names are made of: no list is named in the language of the screen.
QString listFileName(CsvKind kind, bool deidentified, base::CalendarDate day) {
    return u"%1%2_%3.csv"_s.arg(toQt(std::string(services::csvKindKey(kind))),
                                deidentified ? u"_deidentified"_s : QString(), toQt(day.iso()));
}

} // namespace

ExportPage::ExportPage(Workbench& bench, QWidget* parent)
    : Page(parent), m_bench(bench), m_presenter(new ExportPresenter(bench, this)) {
    auto* layout = new QVBoxLayout(this);
    const int margin = scaled(space::kGroup);
    layout->setContentsMargins(margin, margin, margin, margin);
    layout->setSpacing(scaled(space::kRelated));
    m_strip = new MessageStrip(this);
    m_strip->setObjectName(u"export_message"_s);
    layout->addWidget(new TextLabel(title(), TextRole::PageTitle, this));
    layout->addWidget(m_strip);
    layout->addWidget(makeForm());
    layout->addStretch(1);
    connectPresenter();
    refresh();
}

QString ExportPage::title() const {
    return tr("Export data");
}

QString ExportPage::help() const {
    return tr(
        "Records leave as one file. A FHIR bundle (R4) tells another program everything about one patient or one "
        "course, with the visit summaries as PDF. A list tells a spreadsheet one kind of row of every patient who "
        "has a course; without identities it holds no names and no free words, and all dates of a patient are "
        "moved by the same number of days. What left, when, to whom it was given by and why stands in the record "
        "before the file has its name.");
}

QWidget* ExportPage::makeForm() {
    auto* card = new Card(tr("What leaves, and why"), this);
    card->setMaximumWidth(scaled(kFormWidth));
    m_form = new FormBuilder(card);
    m_what = m_form->row(tr("Format"), new ChoiceRow(Qt::Vertical), {.name = u"export_what"_s});
    m_what->add(tr("&FHIR bundle of one patient"), static_cast<int>(What::Bundle))->setObjectName(u"export_bundle"_s);
    m_what->add(tr("&List of the clinic (CSV)"), static_cast<int>(What::List))->setObjectName(u"export_list"_s);
    m_course = m_form->row(tr("&Course"), new QComboBox, {.name = u"export_course"_s});
    m_list = m_form->row(tr("&Rows"), new QComboBox, {.name = u"export_rows"_s});
    for (const CsvKind kind : services::kCsvKinds)
        m_list->addItem(listName(kind), static_cast<int>(kind));
    m_deidentify = new QCheckBox(tr("&Without identities"));
    m_deidentify->setObjectName(u"export_deidentify"_s);
    m_form->wide(m_deidentify);
    m_purpose = m_form->row(tr("&Purpose"), new QComboBox,
                            {.name = u"export_purpose"_s, .help = tr("Stands in the accounting of disclosures.")});
    m_purpose->addItem(tr("Choose …"), -1);
    for (const auto purpose : services::kDisclosurePurposes)
        m_purpose->addItem(purposeName(purpose), static_cast<int>(purpose));
    m_hint = new TextLabel(tr("For a bundle, open the patient first and choose Export there."), TextRole::Hint, card);
    m_hint->setWordWrap(true);
    m_export = makeButton(tr("&Export to a file…"), ButtonKind::Primary, u"export_now"_s, card);
    m_export->setToolTip(tr("Ctrl+Enter"));
    card->body()->addWidget(m_form);
    card->body()->addWidget(m_hint);
    card->body()->addWidget(m_export, 0, Qt::AlignLeft);
    connect(m_what, &ChoiceRow::chosen, this, &ExportPage::refresh);
    connect(m_deidentify, &QCheckBox::toggled, this, &ExportPage::refresh);
    connect(m_purpose, &QComboBox::currentIndexChanged, this, &ExportPage::refresh);
    connect(m_export, &QPushButton::clicked, this, &ExportPage::exportNow);
    return card;
}

void ExportPage::connectPresenter() {
    connect(m_presenter, &ExportPresenter::busyChanged, this, &ExportPage::refresh);
    connect(m_presenter, &ExportPresenter::subjectChanged, this, &ExportPage::showSubject);
    connect(m_presenter, &ExportPresenter::notFound, this, [this](const base::Error& error) {
        m_strip->say(Tier::HardStop, describe(error));
        Q_EMIT bannerChanged(std::nullopt);
    });
    connect(m_presenter, &ExportPresenter::failed, this,
            [this](const base::Error& error) { m_strip->say(Tier::HardStop, describe(error)); });
    connect(m_presenter, &ExportPresenter::exported, this, [this](const QString& path) {
        const QString done = tr("Written to %1.").arg(QFileInfo(path).fileName());
        m_strip->say(Tier::Information, done);
        Q_EMIT status(done);
    });
}

void ExportPage::open(const Place& place) {
    m_strip->clear();
    m_forPatient = place.patientId.has_value();
    m_purpose->setCurrentIndex(0);
    m_deidentify->setChecked(false);
    m_what->setValue(static_cast<int>(m_forPatient ? What::Bundle : What::List));
    const auto patient = m_forPatient ? domain::PatientId::fromText(*place.patientId) : std::nullopt;
    m_presenter->choosePatient(patient);
    refresh();
}

void ExportPage::showSubject() {
    m_course->clear();
    m_course->addItem(tr("Every course"), QString());
    const auto& subject = m_presenter->subject();
    if (subject) {
        for (const auto& course : subject->courses)
            m_course->addItem(tr("Course %1").arg(course.number), toQt(course.id.text()));
        Q_EMIT bannerChanged(bannerData(subject->patient, std::nullopt, m_bench.now().localDate()));
    }
    refresh();
}

QWidget* ExportPage::firstFocus() {
    return m_purpose;
}

ExportPage::What ExportPage::what() const {
    return m_what->valueAs<What>().value_or(What::List);
}

std::optional<domain::CourseId> ExportPage::chosenCourse() const {
    return domain::CourseId::fromText(toStd(m_course->currentData().toString()));
}

CsvKind ExportPage::chosenList() const {
    return static_cast<CsvKind>(m_list->currentData().toInt());
}

void ExportPage::refresh() {
    const bool bundle = what() == What::Bundle;
    const bool ready = !bundle || m_presenter->subject().has_value();
    const bool may = m_bench.may(domain::Permission::IssueDocument);
    m_form->setFieldVisible(u"export_course"_s, bundle && m_presenter->subject().has_value());
    m_form->setFieldVisible(u"export_rows"_s, !bundle);
    m_deidentify->setVisible(!bundle);
    m_hint->setVisible(bundle && !m_presenter->subject());
    m_export->setEnabled(may && ready && m_purpose->currentData().toInt() >= 0 && !m_presenter->busy());
    if (!may) m_strip->say(Tier::Caution, tr("Your role may not let records leave the clinic."));
    Q_EMIT commandsChanged();
}

QString ExportPage::suggestedName() const {
    const auto today = m_bench.now().localDate();
    if (what() == What::List) return listFileName(chosenList(), m_deidentify->isChecked(), today);
    return chartFileName(toQt(m_presenter->subject()->patient.details.clinicNumber), today, u"fhir") + u".json"_s;
}

void ExportPage::exportNow() {
    const QString filter = what() == What::List ? tr("CSV lists (*.csv)") : tr("FHIR bundles (*.json)");
    m_bench.prompter().saveFile(this, tr("Export to a file"), suggestedName(), filter,
                                [this](const std::optional<QString>& path) {
                                    if (path && !path->isEmpty()) saveTo(*path);
                                });
}

void ExportPage::saveTo(const QString& path) {
    const auto purpose = static_cast<DisclosurePurpose>(m_purpose->currentData().toInt());
    if (what() == What::Bundle)
        m_presenter->exportBundle(chosenCourse(), purpose, path);
    else
        m_presenter->exportList(chosenList(), m_deidentify->isChecked(), purpose, path);
}

bool ExportPage::can(Command command) const {
    return command == Command::Complete && m_export->isEnabled();
}

void ExportPage::perform(Command command) {
    if (can(command)) exportNow();
}

} // namespace chairside::ui
