#include "ui/imports/import_presenter.h"

#include <QFile>
#include <QFileInfo>

#include "ui/format/to_qt.h"
#include "ui/imports/import_words.h"
#include "ui/work/workbench.h"

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;
using services::ImportVerdict;

namespace {

constexpr qint64 kMostMegabytes = 64;

base::Result<QByteArray> contentOf(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return base::fail(base::Code::StorageFailed, "file", toStd(file.errorString()));
    if (file.size() > kMostMegabytes * 1024 * 1024)
        return base::invalid("line 1", base::Rule::TooLong, {}, std::to_string(kMostMegabytes), "too_large");
    return file.readAll();
}

std::string_view viewOf(const QByteArray& bytes) {
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

struct ReadFile {
    base::Done done;
    std::optional<services::CsvTable> table;
    std::optional<services::RecordFile> records;
    services::CsvMapping mapping;
};

template <class Part>
void keep(ReadFile& file, std::optional<Part>& part, base::Result<Part> read) {
    if (read)
        part = *std::move(read);
    else
        file.done = std::unexpected(read.error());
}

ReadFile readFile(const services::ImportReader& reader, const QString& path) {
    ReadFile file;
    const auto bytes = contentOf(path);
    if (!bytes) {
        file.done = std::unexpected(bytes.error());
        return file;
    }
    if (path.endsWith(u".json"_s, Qt::CaseInsensitive)) {
        keep(file, file.records, reader.bundle(viewOf(*bytes)));
        return file;
    }
    keep(file, file.table, reader.csv(viewOf(*bytes)));
    if (file.table) file.mapping = reader.guess(*file.table);
    return file;
}

} // namespace

ImportPresenter::ImportPresenter(Workbench& bench, QObject* parent) : QObject(parent), m_bench(bench) {}

void ImportPresenter::read(const QString& path) {
    if (m_busy) return;
    setBusy(true);
    m_bench.ask(
        this, [path](services::Services& all) { return readFile(all.imports.reader(), path); },
        [this, path](ReadFile file) {
            forget();
            setBusy(false);
            if (!file.done) {
                Q_EMIT fileRefused(file.done.error());
                return;
            }
            m_fileName = QFileInfo(path).fileName();
            m_table = std::move(file.table);
            m_records = std::move(file.records);
            m_mapping = std::move(file.mapping);
            Q_EMIT fileRead();
        });
}

void ImportPresenter::setMapping(const services::CsvMapping& mapping) {
    if (mapping == m_mapping) return;
    m_mapping = mapping;
    forgetFindings();
    Q_EMIT busyChanged();
}

void ImportPresenter::setRefused(services::Refused refused) {
    m_refused = refused;
    Q_EMIT busyChanged();
}

bool ImportPresenter::canTake() const {
    const bool stopped = m_refusedParts > 0 && (!m_records || m_refused == services::Refused::StopsAll);
    return !m_busy && m_fresh > 0 && !stopped;
}

std::function<ImportPresenter::Outcome(services::Services&, const services::Actor&)>
ImportPresenter::job(bool write) const {
    const auto outcome = [](const auto& preview, std::vector<ImportLine> lines) {
        return Judged{std::move(lines), ImportWords::summary(preview), preview.count(ImportVerdict::New),
                      preview.count(ImportVerdict::Refused)};
    };
    if (m_records) {
        return [file = *m_records, refused = m_refused, write, outcome](services::Services& all,
                                                                        const services::Actor& actor) -> Outcome {
            const auto measures = all.imports.reader().measures();
            if (!measures) return std::unexpected(measures.error());
            const auto preview =
                write ? all.recordImports.apply(actor, file, refused) : all.recordImports.preview(actor, file);
            if (!preview) return std::unexpected(preview.error());
            return outcome(*preview, importLines(*preview, *measures));
        };
    }
    return [table = *m_table, mapping = m_mapping, write, outcome](services::Services& all,
                                                                   const services::Actor& actor) -> Outcome {
        const auto candidates = all.imports.reader().patients(table, mapping);
        if (!candidates) return std::unexpected(candidates.error());
        const auto preview = write ? all.imports.apply(actor, *candidates) : all.imports.preview(actor, *candidates);
        if (!preview) return std::unexpected(preview.error());
        return outcome(*preview, importLines(*preview));
    };
}

void ImportPresenter::judge(bool write, const std::function<void(Outcome)>& then) {
    if (m_busy || !hasFile()) return;
    setBusy(true);
    m_bench.askAs(this, job(write), [this, mapping = m_mapping, then](Outcome outcome) {
        setBusy(false);
        if (hasFile() && mapping == m_mapping) then(std::move(outcome));
    });
}

void ImportPresenter::check() {
    judge(false, [this](Outcome outcome) {
        if (!outcome) {
            forgetFindings();
            Q_EMIT notChecked(outcome.error());
            return;
        }
        m_lines = std::move(outcome->lines);
        m_summary = outcome->summary;
        m_fresh = outcome->fresh;
        m_refusedParts = outcome->refused;
        Q_EMIT checked();
    });
}

void ImportPresenter::take() {
    if (!canTake()) return;
    judge(true, [this](Outcome outcome) {
        if (!outcome) {
            Q_EMIT notTaken(outcome.error());
            return;
        }
        forgetFindings();
        Q_EMIT taken(outcome->fresh);
    });
}

void ImportPresenter::forget() {
    m_fileName.clear();
    m_table.reset();
    m_records.reset();
    m_mapping = {};
    forgetFindings();
}

void ImportPresenter::forgetFindings() {
    m_lines.clear();
    m_summary.clear();
    m_fresh = 0;
    m_refusedParts = 0;
}

void ImportPresenter::setBusy(bool busy) {
    m_busy = busy;
    Q_EMIT busyChanged();
}

} // namespace chairside::ui
