#include "ui/reports/visit_batch.h"

#include <QDir>

#include "ui/files/report_file.h"
#include "ui/format/to_qt.h"
#include "ui/print/visit_summary_document.h"
#include "ui/work/workbench.h"

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;

VisitBatch::VisitBatch(Workbench& bench, QObject* parent) : QObject(parent), m_bench(bench) {}

void VisitBatch::start(base::CalendarDate from, base::CalendarDate to, const QString& folder) {
    if (m_running) return;
    m_running = true;
    m_stopping = false;
    m_folder = folder;
    m_names.clear();
    m_visits.clear();
    m_done = 0;
    m_bench.askAs(
        this,
        [from, to](services::Services& all, const services::Actor& actor) {
            return all.documents.visitsBetween(actor, from, to, kMost);
        },
        [this](base::Result<std::vector<domain::InfusionId>> visits) {
            if (!visits) return end([&] { Q_EMIT failed(0, visits.error()); });
            if (visits->size() > std::size_t{kMost}) return end([this] { Q_EMIT tooMany(); });
            m_visits = *std::move(visits);
            next();
        });
}

void VisitBatch::stop() {
    m_stopping = m_running;
}

void VisitBatch::next() {
    Q_EMIT progressed(static_cast<int>(m_done), static_cast<int>(m_visits.size()));
    if (m_done == m_visits.size() || m_stopping) {
        return end([this] { Q_EMIT finished(static_cast<int>(m_done), m_done < m_visits.size()); });
    }
    m_bench.askAs(
        this,
        [infusion = m_visits[m_done]](services::Services& all, const services::Actor& actor) {
            return all.documents.issueVisit(actor, services::VisitPaper::Summary, infusion);
        },
        [this](const base::Result<services::VisitSummary>& visit) {
            if (!visit) return end([&] { Q_EMIT failed(static_cast<int>(m_done), visit.error()); });
            write(*visit);
        });
}

void VisitBatch::write(const services::VisitSummary& visit) {
    const auto& view = visit.infusion;
    const QString number = toQt(view.patient.details.clinicNumber);
    QString name = visitFileName(number, view.record.infusion.date);
    for (int more = 2; m_names.contains(name); ++more)
        name = patientFileName(number, view.record.infusion.date, u"visit_%1"_s.arg(more));
    m_names.insert(name);
    m_bench.ask(
        this,
        [path = QDir(m_folder).filePath(name), bytes = VisitSummaryDocument(visit, m_options).toPdf()](
            services::Services&) { return writeFile(path, bytes); },
        [this](const base::Done& written) {
            if (!written) return end([&] { Q_EMIT failed(static_cast<int>(m_done), written.error()); });
            ++m_done;
            next();
        });
}

void VisitBatch::end(const std::function<void()>& tell) {
    m_running = false;
    tell();
}

} // namespace chairside::ui
