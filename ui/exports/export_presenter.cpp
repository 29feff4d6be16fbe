#include "ui/exports/export_presenter.h"

#include <algorithm>

#include "core/base/durable_file.h"
#include "ui/files/report_file.h"
#include "ui/format/to_qt.h"
#include "ui/print/visit_summary_pdf.h"
#include "ui/work/workbench.h"

namespace chairside::ui {

using services::VisitSummary;

namespace {

// Stands in the text until the document is drawn; no record holds such a text between quotation marks.
std::string placeOf(std::size_t visit) {
    return "@visit-" + std::to_string(visit) + '@';
}

struct Gathered {
    std::string text;
    std::vector<VisitSummary> visits;
};

base::Result<Gathered> gather(services::Services& all, const services::Actor& actor, const domain::PatientId& patient,
                              const std::optional<domain::CourseId>& course, services::DisclosurePurpose purpose) {
    Gathered gathered;
    const auto sink = all.exports.formats().fhir(
        [&gathered](std::string_view piece) -> base::Done {
            gathered.text += piece;
            return {};
        },
        [&gathered](const VisitSummary& visit) {
            gathered.visits.push_back(visit);
            return placeOf(gathered.visits.size() - 1);
        });
    const services::ExportReason disclosure{"fhir", purpose};
    const auto done = course ? all.exports.exportCourse(actor, *course, disclosure, *sink)
                             : all.exports.exportPatient(actor, patient, disclosure, *sink);
    if (!done) return std::unexpected(done.error());
    return gathered;
}

// The file has its name only after the disclosure stands in the record.
base::Done writeList(services::Services& all, const services::Actor& actor, services::CsvKind kind, bool deidentified,
                     services::DisclosurePurpose purpose, const std::string& path) {
    auto file = base::DurableFile::create(path);
    if (!file) return std::unexpected(file.error());
    const auto& formats = all.exports.formats();
    const auto sink = formats.csv([&file](std::string_view piece) { return file->write(piece); }, kind, deidentified);
    const auto done = all.exports.exportClinic(actor, {"csv_" + std::string(services::csvKindKey(kind)), purpose},
                                               deidentified, *sink);
    if (!done) return done;
    return file->commit();
}

} // namespace

ExportPresenter::ExportPresenter(Workbench& bench, QObject* parent) : QObject(parent), m_bench(bench) {}

void ExportPresenter::choosePatient(const std::optional<domain::PatientId>& patient) {
    m_subject.reset();
    Q_EMIT subjectChanged();
    if (!patient) return;
    m_bench.askAs(
        this,
        [id = *patient](services::Services& all, const services::Actor& actor) -> base::Result<Subject> {
            const auto overview = all.patients.overview(actor, id, services::Reading::Open);
            if (!overview) return std::unexpected(overview.error());
            Subject subject{overview->patient, {}};
            for (const auto& course : overview->courses)
                subject.courses.push_back(course.course);
            std::ranges::sort(subject.courses, std::ranges::greater{}, &domain::Course::number);
            return subject;
        },
        [this](base::Result<Subject> found) {
            if (!found) {
                Q_EMIT notFound(found.error());
                return;
            }
            m_subject = *std::move(found);
            Q_EMIT subjectChanged();
        });
}

void ExportPresenter::exportBundle(const std::optional<domain::CourseId>& course, services::DisclosurePurpose purpose,
                                   const QString& path) {
    if (m_busy || !m_subject) return;
    setBusy(true);
    m_bench.askAs(
        this,
        [patient = m_subject->patient.id, course, purpose, path](services::Services& all,
                                                                 const services::Actor& actor) {
            if (auto writable = checkWritable(path); !writable)
                return base::Result<Gathered>(std::unexpected(writable.error()));
            return gather(all, actor, patient, course, purpose);
        },
        [this, path](base::Result<Gathered> gathered) {
            if (!gathered) return finish(std::unexpected(gathered.error()), path);
            writeBundle(std::move(gathered->text), std::move(gathered->visits), path);
        });
}

void ExportPresenter::writeBundle(std::string text, std::vector<VisitSummary> visits, const QString& path) {
    for (std::size_t i = 0; i < visits.size(); ++i) {
        const std::string place = '"' + placeOf(i) + '"';
        if (const auto at = text.find(place); at != std::string::npos)
            text.replace(at + 1, place.size() - 2, visitPdfBase64(visits[i]));
    }
    m_bench.ask(
        this, [path, bytes = QByteArray::fromStdString(text)](services::Services&) { return writeFile(path, bytes); },
        [this, path](const base::Done& done) { finish(done, path); });
}

void ExportPresenter::exportList(services::CsvKind kind, bool deidentified, services::DisclosurePurpose purpose,
                                 const QString& path) {
    if (m_busy) return;
    setBusy(true);
    m_bench.askAs(
        this,
        [kind, deidentified, purpose, file = toStd(path)](services::Services& all, const services::Actor& actor) {
            return writeList(all, actor, kind, deidentified, purpose, file);
        },
        [this, path](const base::Done& done) { finish(done, path); });
}

void ExportPresenter::finish(const base::Done& done, const QString& path) {
    setBusy(false);
    if (done)
        Q_EMIT exported(path);
    else
        Q_EMIT failed(done.error());
}

void ExportPresenter::setBusy(bool busy) {
    m_busy = busy;
    Q_EMIT busyChanged();
}

} // namespace chairside::ui
