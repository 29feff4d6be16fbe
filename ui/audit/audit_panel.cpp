#include "ui/audit/audit_panel.h"

#include <QComboBox>
#include <QDir>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>

#include "core/base/durable_file.h"
#include "ui/audit/audit_model.h"
#include "ui/format/audit_text.h"
#include "ui/format/counted_text.h"
#include "ui/format/problem_text.h"
#include "ui/format/role_text.h"
#include "ui/format/to_qt.h"
#include "ui/widgets/date_edit.h"
#include "ui/widgets/form_builder.h"
#include "ui/widgets/message_strip.h"
#include "ui/widgets/table_view.h"
#include "ui/widgets/text_label.h"

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

// The file has its name only once it is whole.
template <class Export>
base::Done writeExport(const QString& path, Export exportTo) {
    auto file = base::DurableFile::create(toStd(path));
    if (!file) return std::unexpected(file.error());
    if (auto done = exportTo([&file](std::string_view piece) { return file->write(piece); }); !done) return done;
    return file->commit();
}

QString withCsvEnding(QString path) {
    return path.endsWith(u".csv"_s, Qt::CaseInsensitive) ? path : path + u".csv"_s;
}

} // namespace

void AuditPanel::connectActions() {
    connect(m_show, &QPushButton::clicked, this, &AuditPanel::ask);
    connect(m_older, &QPushButton::clicked, this, &AuditPanel::askOlder);
    connect(m_save, &QPushButton::clicked, this, &AuditPanel::saveTrail);
    connect(m_disclosures, &QPushButton::clicked, this, &AuditPanel::saveDisclosures);
    connect(m_verify, &QPushButton::clicked, this, &AuditPanel::verify);
    connect(m_person, &QComboBox::activated, this, &AuditPanel::ask);
    connect(m_action, &QComboBox::activated, this, &AuditPanel::ask);
    for (QLineEdit* edit : {m_patient, static_cast<QLineEdit*>(m_from), static_cast<QLineEdit*>(m_to)})
        connect(edit, &QLineEdit::returnPressed, this, &AuditPanel::ask);
    connect(m_table, &TableView::currentRowChanged, this, &AuditPanel::showDetails);
}

QWidget* AuditPanel::firstFocus() const {
    return m_person;
}

void AuditPanel::refresh() {
    m_bench.askAs(
        this, [](services::Services& all, const services::Actor& actor) { return all.audit.people(actor); },
        [this](const base::Result<std::vector<domain::Account>>& people) {
            if (people) fillPeople(*people);
        });
    ask();
}

void AuditPanel::fillPeople(const std::vector<domain::Account>& people) {
    const auto chosen = m_person->currentData();
    const QSignalBlocker quiet(m_person);
    m_person->clear();
    m_person->addItem(tr("Everybody"), QString());
    for (const auto& one : people)
        m_person->addItem(tr("%1 (%2)").arg(toQt(one.printedName), toQt(one.userName)), toQt(one.id.text()));
    m_person->setCurrentIndex(std::max(0, m_person->findData(chosen)));
}

std::optional<services::AuditQuery> AuditPanel::typedQuery() {
    m_form->clearProblems();
    if (const auto wrong = m_form->unreadable(); !wrong.empty()) {
        m_form->problems(wrong);
        return std::nullopt;
    }
    services::AuditQuery query{.who = domain::AccountId::fromText(toStd(m_person->currentData().toString())),
                               .patientNumber = toStd(m_patient->text().trimmed()),
                               .action = std::nullopt,
                               .from = m_from->date(),
                               .to = m_to->date()};
    const int action = m_action->currentData().toInt();
    if (action >= 0) query.action = static_cast<services::AuditAction>(action);
    return query;
}

// Showing the same question again is no new look at the trail.
void AuditPanel::ask() {
    const auto query = typedQuery();
    if (!query) return;
    const auto reading = m_query == query ? services::Reading::Refresh : services::Reading::Open;
    m_bench.askAs(
        this,
        [query = *query, reading](services::Services& all, const services::Actor& actor) {
            return all.audit.read(actor, query, reading);
        },
        [this](const base::Result<services::AuditPage>& page) {
            if (!page) return refused(page.error());
            m_query = page->query;
            m_model->setLines(page->lines);
            if (!page->lines.empty()) m_table->selectFirstRow();
            show(*page);
        });
}

void AuditPanel::askOlder() {
    if (!m_query || !m_next) return;
    m_older->setEnabled(false);
    m_bench.askAs(
        this,
        [query = *m_query, after = *m_next](services::Services& all, const services::Actor& actor) {
            return all.audit.read(actor, query, services::Reading::Refresh, after);
        },
        [this, asked = *m_query](const base::Result<services::AuditPage>& page) {
            if (!page) return refused(page.error());
            if (m_query != asked) return;
            m_model->append(page->lines);
            show(*page);
            m_table->setFocus(Qt::OtherFocusReason);
        });
}

void AuditPanel::show(const services::AuditPage& page) {
    m_next = page.next;
    const int shown = m_model->rowCount();
    QString count = tr("No entries for this filter.");
    if (shown > 0) {
        count = m_next ? (shown == 1 ? tr("The newest entry; there are older ones.")
                                     : tr("The newest %n entries; there are older ones.", nullptr, shown))
                       : (shown == 1 ? tr("1 entry, all there is.") : tr("%n entries, all there are.", nullptr, shown));
    }
    m_count->announce(count);
    m_older->setEnabled(m_next.has_value());
    m_save->setEnabled(shown > 0);
    showDetails();
}

void AuditPanel::refused(const base::Error& error) {
    m_older->setEnabled(m_next.has_value());
    for (const auto& problem : error.problems) {
        if (problem.field != "patient") continue;
        return m_form->problem(u"patient"_s, problem.rule == base::Rule::Required
                                                 ? tr("Type the clinic number of the patient first.")
                                                 : tr("No patient has this clinic number."));
    }
    m_form->failure(error);
}

void AuditPanel::showDetails() {
    const auto* line = m_model->lineAt(m_table->currentRow());
    if (line == nullptr) return m_details->setText(tr("Choose a line to see all of it."));
    const auto& row = line->row;
    const auto rows = toQt(row.changes).count(u'\n');
    QString text = tr("Entry %1 at %2.").arg(row.sequence).arg(toQt(row.at.iso()));
    if (!row.event.subjectId.empty())
        text += u' ' + tr("Record: %1 %2.").arg(recordWords(row.event.subjectKind), toQt(row.event.subjectId));
    text += u' ' + (rows == 0 ? tr("It wrote no rows.")
                    : rows == 1
                        ? tr("It wrote 1 row; its hash is part of the chain.")
                        : tr("It wrote %n rows; their hashes are part of the chain.", nullptr, static_cast<int>(rows)));
    text += u' ' + tr("Hash %1.").arg(toQt(row.hash));
    m_details->setText(text);
}

void AuditPanel::saveTrail() {
    if (!m_query) return;
    m_bench.prompter().saveFile(
        this, tr("Save the audit trail"), u"audit_trail.csv"_s, tr("CSV tables (*.csv)"),
        [this](const std::optional<QString>& chosen) {
            if (!chosen || chosen->isEmpty()) return;
            const QString path = withCsvEnding(*chosen);
            m_bench.askAs(
                this,
                [path, query = *m_query](services::Services& all, const services::Actor& actor) {
                    return writeExport(path, [&](const services::AuditService::Write& write) {
                        return all.audit.exportTrail(actor, query, write);
                    });
                },
                [this, path](const base::Done& done) { saved(done, path); });
        });
}

void AuditPanel::saveDisclosures() {
    m_form->clearProblems();
    const auto number = toStd(m_patient->text().trimmed());
    if (number.empty()) {
        m_form->problem(u"patient"_s, tr("Type the clinic number of the patient first."));
        return m_patient->setFocus(Qt::OtherFocusReason);
    }
    m_bench.prompter().saveFile(this, tr("Save what was given out about this patient"), u"disclosures.csv"_s,
                                tr("CSV tables (*.csv)"), [this, number](const std::optional<QString>& chosen) {
                                    if (!chosen || chosen->isEmpty()) return;
                                    const QString path = withCsvEnding(*chosen);
                                    m_bench.askAs(
                                        this,
                                        [path, number](services::Services& all, const services::Actor& actor) {
                                            return writeExport(path, [&](const services::AuditService::Write& write) {
                                                return all.audit.exportDisclosures(actor, number, write);
                                            });
                                        },
                                        [this, path](const base::Done& done) { saved(done, path); });
                                });
}

void AuditPanel::saved(const base::Done& done, const QString& path) {
    if (!done && !done.error().problems.empty()) return refused(done.error());
    if (!done) return m_strip->say(Tier::HardStop, describe(done.error()));
    m_strip->say(Tier::Information, tr("Saved as %1").arg(QDir::toNativeSeparators(path)));
    Q_EMIT status(tr("The table is saved."));
}

void AuditPanel::verify() {
    m_verify->setEnabled(false);
    m_strip->say(Tier::Information, tr("Everything is being checked; that takes some seconds."));
    m_bench.askAs(
        this, [](services::Services& all, const services::Actor& actor) { return all.audit.verify(actor); },
        [this](const base::Result<services::VerifyReport>& report) {
            m_verify->setEnabled(true);
            showVerified(report);
        });
}

// What is wrong stays on the screen until a check finds nothing.
void AuditPanel::showVerified(const base::Result<services::VerifyReport>& report) {
    if (!report) return m_strip->say(Tier::HardStop, describe(report.error()));
    if (!report->clean()) {
        const auto& first = report->findings.front();
        return m_strip->say(Tier::HardStop,
                            tr("The data do not agree with the audit trail. First finding: %1 at %2. Work with a "
                               "backup from before, and keep these data for whoever looks into it.")
                                .arg(codeWords(first.check), toQt(first.place)));
    }
    m_strip->say(Tier::Information, tr("Nothing was altered: %1 and %2 were checked.")
                                        .arg(countedText(report->auditEvents, Counted::AuditEntry),
                                             countedText(report->rowsChecked, Counted::Record)));
    Q_EMIT status(tr("The check found nothing wrong."));
}

} // namespace chairside::ui
