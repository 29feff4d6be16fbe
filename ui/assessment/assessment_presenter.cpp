#include "ui/assessment/assessment_presenter.h"

#include "ui/work/workbench.h"

namespace chairside::ui {

namespace {

// Runs on the worker.
base::Result<AssessmentScreen> readScreen(services::Services& all, const services::Actor& actor,
                                          const domain::PatientId& patient, services::Reading reading) {
    auto overview = all.patients.overview(actor, patient, services::Reading::Refresh);
    if (!overview) return std::unexpected(std::move(overview).error());
    auto assessments = all.assessments.ofPatient(actor, patient, reading);
    if (!assessments) return std::unexpected(std::move(assessments).error());
    const auto weight = knownWeight(overview->weight, overview->weighedOn);
    return AssessmentScreen{std::move(overview->patient), weight, *std::move(assessments)};
}

} // namespace

AssessmentPresenter::AssessmentPresenter(Workbench& bench, QObject* parent) : QObject(parent), m_bench(bench) {
    connect(&bench, &Workbench::changed, this, [this](const services::Change& change) {
        if (m_patient && !m_saving && change.patientId == m_patient->text()) read(services::Reading::Refresh);
    });
}

void AssessmentPresenter::open(const std::string& patientId) {
    m_patient = domain::PatientId::fromText(patientId);
    if (!m_patient) {
        Q_EMIT unavailable({base::Code::NotFound, "patient", {}, {}});
        return;
    }
    read(services::Reading::Open);
}

void AssessmentPresenter::read(services::Reading reading) {
    m_bench.askAs(
        this,
        [patient = *m_patient, reading](services::Services& all, const services::Actor& actor) {
            return readScreen(all, actor, patient, reading);
        },
        [this, patient = *m_patient](const base::Result<AssessmentScreen>& screen) {
            // Another patient was opened meanwhile.
            if (m_patient != patient) return;
            if (!screen) {
                Q_EMIT unavailable(screen.error());
                return;
            }
            Q_EMIT shown(*screen);
        });
}

void AssessmentPresenter::record(const services::AssessmentRequest& request) {
    if (m_saving || !m_bench.actor()) return;
    m_saving = true;
    Q_EMIT saving();
    m_bench.askAs(
        this,
        [request](services::Services& all, const services::Actor& actor) {
            return all.assessments.record(actor, request);
        },
        [this, request](const base::Result<domain::QuestionnaireResponseId>& response) {
            m_saving = false;
            if (!response) {
                Q_EMIT refused(response.error());
                return;
            }
            Q_EMIT saved(request);
            if (m_patient) read(services::Reading::Refresh);
        });
}

} // namespace chairside::ui
