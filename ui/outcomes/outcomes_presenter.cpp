#include "ui/outcomes/outcomes_presenter.h"

#include "ui/format/to_qt.h"
#include "ui/reports/report_file.h"
#include "ui/work/workbench.h"

namespace chairside::ui {

namespace {

struct NumbersIssue {
    base::Done writable;
    base::Done issued;
};

} // namespace

OutcomesPresenter::OutcomesPresenter(Workbench& bench, QObject* parent) : QObject(parent), m_bench(bench) {}

bool OutcomesPresenter::maySave() const {
    return m_outcomes && m_bench.may(domain::Permission::IssueDocument);
}

void OutcomesPresenter::read(const services::OutcomeQuery& query) {
    const int question = ++m_asked;
    m_bench.askAs(
        this,
        [query](services::Services& all, const services::Actor& actor) {
            return all.outcomes.outcomes(actor, query, services::Reading::Open);
        },
        [this, question](const base::Result<services::Outcomes>& answer) {
            if (question != m_asked) return;
            if (!answer) {
                Q_EMIT refused(answer.error());
                return;
            }
            m_outcomes = *answer;
            Q_EMIT listed(*m_outcomes);
        });
}

void OutcomesPresenter::readVersions() {
    if (!m_bench.may(domain::Permission::ViewProtocols)) return;
    m_bench.askAs(
        this, [](services::Services& all, const services::Actor& actor) { return all.protocols.versions(actor); },
        [this](const base::Result<std::vector<domain::ProtocolVersion>>& versions) {
            if (versions) Q_EMIT versionsListed(*versions);
        });
}

void OutcomesPresenter::save(const QString& path, const QString& part, const QByteArray& csv) {
    if (!maySave()) return;
    m_bench.askAs(
        this,
        [query = m_outcomes->query, path, name = toStd(part)](services::Services& all, const services::Actor& actor) {
            NumbersIssue result{.writable = checkWritable(path), .issued = {}};
            if (result.writable) result.issued = all.outcomes.issueNumbers(actor, query, name);
            return result;
        },
        [this, path, csv](const NumbersIssue& issue) {
            if (!issue.writable) {
                Q_EMIT notWritten(path);
            } else if (!issue.issued) {
                Q_EMIT notIssued(issue.issued.error());
            } else {
                write(path, csv);
            }
        });
}

void OutcomesPresenter::write(const QString& path, const QByteArray& csv) {
    m_bench.ask(
        this, [path, csv](services::Services&) { return writeFile(path, csv); },
        [this, path](const base::Done& written) {
            if (written) {
                Q_EMIT saved(path);
            } else {
                Q_EMIT notWritten(path);
            }
        });
}

} // namespace chairside::ui
