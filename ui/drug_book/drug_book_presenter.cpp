#include "ui/drug_book/drug_book_presenter.h"

#include "ui/files/report_file.h"
#include "ui/format/to_qt.h"
#include "ui/print/drug_book_document.h"
#include "ui/work/workbench.h"

namespace chairside::ui {

namespace {

// A path nobody can write to, or what issuing said.
struct BookIssue {
    base::Done writable;
    base::Result<services::DrugBook> book;
};

} // namespace

DrugBookPresenter::DrugBookPresenter(Workbench& bench, QObject* parent) : QObject(parent), m_bench(bench) {}

void DrugBookPresenter::ask(const services::DrugBookQuery& query) {
    const bool same = m_query == query && m_book;
    m_query = query;
    read(same ? services::Reading::Refresh : services::Reading::Open);
}

void DrugBookPresenter::refresh() {
    if (m_query) read(services::Reading::Refresh);
}

bool DrugBookPresenter::mayCorrect() const {
    return m_bench.may(domain::Permission::RecordInfusion);
}

bool DrugBookPresenter::canIssue() const {
    return m_book && !m_busy && m_bench.may(domain::Permission::IssueDocument);
}

QString DrugBookPresenter::fileName() const {
    return m_query ? drugBookFileName(m_query->day, toQt(m_query->lot)) : QString();
}

void DrugBookPresenter::read(services::Reading reading) {
    m_bench.askAs(
        this,
        [query = *m_query, reading](services::Services& all, const services::Actor& actor) {
            return all.drugBook.read(actor, query, reading);
        },
        [this, query = *m_query](base::Result<services::DrugBook> book) {
            if (m_query != query) return;
            if (!book) {
                m_book.reset();
                Q_EMIT notRead(book.error());
                return;
            }
            m_book = *std::move(book);
            Q_EMIT shown();
        });
}

void DrugBookPresenter::correct(const services::DrugCorrection& correction) {
    Q_EMIT correcting();
    m_bench.askAs(
        this,
        [correction](services::Services& all, const services::Actor& actor) {
            return all.drugBook.correct(actor, correction);
        },
        [this](const base::Result<domain::EntryId>& entry) {
            if (!entry) {
                Q_EMIT notCorrected(entry.error());
                return;
            }
            Q_EMIT corrected();
            refresh();
        });
}

void DrugBookPresenter::save(const QString& path, PaperSize paper) {
    issue(path, [this, path, paper](const services::DrugBook& book) {
        // Drawing needs the GUI thread; only the disk is left to the worker.
        write(path, DrugBookDocument(book, {.paper = paper}).toPdf());
    });
}

void DrugBookPresenter::issueForPrinting() {
    issue({}, [this](const services::DrugBook& book) { Q_EMIT readyToPrint(book); });
}

void DrugBookPresenter::issue(const QString& path, const Issued& then) {
    if (!canIssue()) return;
    m_busy = true;
    m_bench.askAs(
        this,
        [query = *m_query, path](services::Services& all, const services::Actor& actor) {
            BookIssue result{{}, base::fail(base::Code::StorageFailed)};
            if (!path.isEmpty()) result.writable = checkWritable(path);
            if (result.writable) result.book = all.drugBook.issue(actor, query);
            return result;
        },
        [this, path, then](const BookIssue& issue) {
            m_busy = false;
            if (!issue.writable) {
                Q_EMIT notWritten(path);
            } else if (!issue.book) {
                Q_EMIT notIssued(issue.book.error());
            } else {
                then(*issue.book);
            }
        });
}

void DrugBookPresenter::write(const QString& path, const QByteArray& bytes) {
    m_busy = true;
    m_bench.ask(
        this, [path, bytes](services::Services&) { return writeFile(path, bytes); },
        [this, path](const base::Done& written) {
            m_busy = false;
            if (written) {
                Q_EMIT saved(path);
            } else {
                Q_EMIT notWritten(path);
            }
        });
}

} // namespace chairside::ui
