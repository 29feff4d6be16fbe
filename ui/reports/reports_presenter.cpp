#include "ui/reports/reports_presenter.h"

#include "ui/format/to_qt.h"
#include "ui/print/visit_summary_pdf.h"
#include "ui/reports/report_file.h"
#include "ui/work/workbench.h"

namespace chairside::ui {

namespace {

// The same content as the issued document, without its identity.
base::Result<services::VisitSummary> previewOf(services::Services& all, const services::Actor& actor,
                                               const domain::InfusionId& infusion, services::Reading reading,
                                               const base::Instant& now) {
    auto view = all.infusions.view(actor, infusion, reading);
    if (!view) return std::unexpected(view.error());
    auto review = all.reviews.review(actor, view->course.id, services::Reading::Refresh);
    if (!review) return std::unexpected(review.error());
    const auto& record = view->record;
    const char* state = !record.signature ? "draft" : record.addenda.empty() ? "signed" : "amended";
    return services::VisitSummary{.document = domain::DocumentId(base::Uuid(base::Uuid::Bytes{})),
                                  .clinicName = all.accounts.clinicName().value_or(""),
                                  .infusion = *std::move(view),
                                  .review = *std::move(review),
                                  .state = state,
                                  .printedBy = actor.printedName,
                                  .printedAt = now};
}

// A path nobody can write to, or what issuing said.
struct Issue {
    base::Done writable;
    base::Result<services::VisitSummary> summary;
};

} // namespace

ReportsPresenter::ReportsPresenter(Workbench& bench, QObject* parent) : QObject(parent), m_bench(bench) {
    connect(&m_bench, &Workbench::changed, this, [this](const services::Change& change) {
        if (!m_content || change.kind == services::ChangeKind::Document) return;
        const bool ours = change.patientId == m_content->summary.infusion.patient.id.text();
        if (ours && !m_busy) read(services::Reading::Refresh);
    });
}

void ReportsPresenter::open(const domain::InfusionId& infusion) {
    const bool same = m_infusion == infusion && m_content;
    if (!same) close();
    m_infusion = infusion;
    read(same ? services::Reading::Refresh : services::Reading::Open);
}

void ReportsPresenter::close() {
    m_infusion.reset();
    m_content.reset();
    m_unwritten = false;
}

bool ReportsPresenter::canIssue() const {
    return m_content && !m_busy && m_bench.may(domain::Permission::IssueDocument);
}

QString ReportsPresenter::fileName() const {
    if (!m_content) return {};
    const auto& view = m_content->summary.infusion;
    return visitFileName(toQt(view.patient.details.clinicNumber), view.record.infusion.date);
}

void ReportsPresenter::read(services::Reading reading) {
    if (!m_infusion) return;
    m_bench.askAs(
        this,
        [infusion = *m_infusion, reading, now = m_bench.now()](services::Services& all, const services::Actor& actor) {
            return previewOf(all, actor, infusion, reading, now);
        },
        [this, infusion = *m_infusion](base::Result<services::VisitSummary> summary) {
            if (m_infusion != infusion) return;
            if (!summary) {
                Q_EMIT notRead(summary.error());
                return;
            }
            m_unwritten = false;
            m_content = ReportContent{*std::move(summary), false};
            Q_EMIT shown(*m_content);
        });
}

void ReportsPresenter::save(const QString& path) {
    if (!canIssue()) return;
    if (m_unwritten) return write(path);
    issue(path, [this, path] {
        m_unwritten = true;
        write(path);
    });
}

void ReportsPresenter::issueForPrinting() {
    if (!canIssue()) return;
    issue({}, [this] { Q_EMIT readyToPrint(); });
}

void ReportsPresenter::issue(const QString& path, const std::function<void()>& then) {
    setBusy(true);
    m_bench.askAs(
        this,
        [infusion = *m_infusion, path](services::Services& all, const services::Actor& actor) {
            Issue result{{}, base::fail(base::Code::StorageFailed)};
            if (!path.isEmpty()) result.writable = checkWritable(path);
            if (result.writable) result.summary = all.documents.issueVisitSummary(actor, infusion);
            return result;
        },
        [this, infusion = *m_infusion, path, then](Issue issue) {
            setBusy(false);
            if (m_infusion != infusion) return;
            if (!issue.writable) {
                Q_EMIT notWritten(path);
            } else if (!issue.summary) {
                Q_EMIT notIssued(issue.summary.error());
            } else {
                m_content = ReportContent{*std::move(issue.summary), true};
                Q_EMIT shown(*m_content);
                then();
            }
        });
}

void ReportsPresenter::write(const QString& path) {
    setBusy(true);
    // Drawing needs the GUI thread; only the disk is left to the worker.
    const QByteArray bytes = renderVisitSummary(m_content->summary, m_options);
    m_bench.ask(
        this, [path, bytes](services::Services&) { return writeFile(path, bytes); },
        [this, path](const base::Done& written) {
            setBusy(false);
            if (!written) {
                Q_EMIT notWritten(path);
                return;
            }
            m_unwritten = false;
            Q_EMIT saved(path);
        });
}

void ReportsPresenter::setBusy(bool busy) {
    m_busy = busy;
    Q_EMIT busyChanged(busy);
}

} // namespace chairside::ui
