#include "ui/files/file_saver.h"

#include <utility>

#include "ui/files/report_file.h"
#include "ui/work/workbench.h"

namespace chairside::ui {

namespace {

struct FileIssue {
    base::Done writable;
    base::Done issued;
};

} // namespace

FileSaver::FileSaver(Workbench& bench, QObject* parent) : QObject(parent), m_bench(bench) {}

void FileSaver::save(const QString& path, const QByteArray& bytes, Issue issue) {
    m_bench.askAs(
        this,
        [path, issue = std::move(issue)](services::Services& all, const services::Actor& actor) {
            FileIssue result{.writable = checkWritable(path), .issued = {}};
            if (result.writable) result.issued = issue(all, actor);
            return result;
        },
        [this, path, bytes](const FileIssue& result) {
            if (!result.writable) {
                Q_EMIT notWritten(path);
            } else if (!result.issued) {
                Q_EMIT notIssued(result.issued.error());
            } else {
                write(path, bytes);
            }
        });
}

void FileSaver::write(const QString& path, const QByteArray& bytes) {
    m_bench.ask(
        this, [path, bytes](services::Services&) { return writeFile(path, bytes); },
        [this, path](const base::Done& written) {
            if (written) {
                Q_EMIT saved(path);
            } else {
                Q_EMIT notWritten(path);
            }
        });
}

} // namespace chairside::ui
