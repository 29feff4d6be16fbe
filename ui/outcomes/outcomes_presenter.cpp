#include "ui/outcomes/outcomes_presenter.h"

#include "ui/files/file_saver.h"
#include "ui/format/to_qt.h"
#include "ui/work/workbench.h"

namespace chairside::ui {

OutcomesPresenter::OutcomesPresenter(Workbench& bench, QObject* parent)
    : QObject(parent), m_bench(bench), m_saver(new FileSaver(bench, this)) {
    connect(m_saver, &FileSaver::saved, this, &OutcomesPresenter::saved);
    connect(m_saver, &FileSaver::notIssued, this, &OutcomesPresenter::notIssued);
    connect(m_saver, &FileSaver::notWritten, this, &OutcomesPresenter::notWritten);
}

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

void OutcomesPresenter::save(const QString& path, const QString& part, const QByteArray& bytes) {
    if (!maySave()) return;
    m_saver->save(
        path, bytes,
        [query = m_outcomes->query, name = toStd(part)](services::Services& all, const services::Actor& actor) {
            return all.outcomes.issueNumbers(actor, query, name);
        });
}

} // namespace chairside::ui
