#include "ui/history/history_presenter.h"

#include "ui/work/workbench.h"

namespace chairside::ui {

namespace {

// Runs on the worker.
base::Result<HistoryScreen> readScreen(services::Services& all, const services::Actor& actor,
                                       const domain::PatientId& patient, services::Reading reading) {
    auto history = all.histories.of(actor, patient, reading);
    if (!history) return std::unexpected(std::move(history).error());
    const auto overview = all.patients.overview(actor, patient, services::Reading::Refresh);
    if (!overview) return std::unexpected(overview.error());
    auto states = all.patientStates.of(actor, patient);
    if (!states) return std::unexpected(std::move(states).error());
    auto measured = all.recordImports.measuredElsewhere(actor, patient);
    if (!measured) return std::unexpected(std::move(measured).error());
    return HistoryScreen{*std::move(history), knownWeight(overview->weight, overview->weighedOn), *std::move(states),
                         *std::move(measured)};
}

// Runs on the worker.
base::Result<domain::EntryId> write(services::Services& all, const services::Actor& actor,
                                    const domain::PatientId& patient, const HistoryRequest& request) {
    auto& histories = all.histories;
    if (request.task == HistoryTask::Add) return histories.add(actor, patient, request.details);
    if (!request.target) return base::fail(base::Code::NotFound, "patient_history");
    if (request.task == HistoryTask::Correct)
        return histories.correct(actor, patient, *request.target, request.details, request.reason);
    const services::HistoryTarget target{*request.target, request.details.kind};
    if (request.task == HistoryTask::Withdraw) return histories.withdraw(actor, patient, target, request.reason);
    if (!request.until) return base::invalid({{"until", base::Rule::Required, {}, {}, {}}});
    return histories.end(actor, patient, target, *request.until, request.reason);
}

} // namespace

HistoryPresenter::HistoryPresenter(Workbench& bench, QObject* parent) : QObject(parent), m_bench(bench) {
    connect(&bench, &Workbench::changed, this, [this](const services::Change& change) {
        if (m_patient && !m_saving && change.patientId == m_patient->text()) read(services::Reading::Refresh);
    });
}

void HistoryPresenter::open(const std::string& patientId) {
    m_patient = domain::PatientId::fromText(patientId);
    if (!m_patient) {
        Q_EMIT unavailable({base::Code::NotFound, "patient", {}, {}});
        return;
    }
    read(services::Reading::Open);
}

void HistoryPresenter::read(services::Reading reading) {
    m_bench.askAs(
        this,
        [patient = *m_patient, reading](services::Services& all, const services::Actor& actor) {
            return readScreen(all, actor, patient, reading);
        },
        [this, patient = *m_patient](const base::Result<HistoryScreen>& screen) {
            // Another patient was opened meanwhile.
            if (m_patient != patient) return;
            if (!screen) {
                Q_EMIT unavailable(screen.error());
                return;
            }
            Q_EMIT shown(*screen);
        });
}

void HistoryPresenter::save(const HistoryRequest& request) {
    if (m_saving || !m_patient || !m_bench.actor()) return;
    m_saving = true;
    Q_EMIT saving();
    m_bench.askAs(
        this,
        [patient = *m_patient, request](services::Services& all, const services::Actor& actor) {
            return write(all, actor, patient, request);
        },
        [this, request](const base::Result<domain::EntryId>& entry) {
            m_saving = false;
            if (!entry) {
                Q_EMIT refused(entry.error());
                return;
            }
            Q_EMIT saved(request);
            if (m_patient) read(services::Reading::Refresh);
        });
}

void HistoryPresenter::setState(const services::PatientStateRequest& request) {
    if (m_saving || !m_bench.actor()) return;
    m_saving = true;
    m_bench.askAs(
        this,
        [request](services::Services& all, const services::Actor& actor) {
            return all.patientStates.set(actor, request);
        },
        [this](const base::Done& done) {
            m_saving = false;
            if (!done) {
                Q_EMIT stateRefused(done.error());
                return;
            }
            Q_EMIT stateSaved();
            if (m_patient) read(services::Reading::Refresh);
        });
}

} // namespace chairside::ui
