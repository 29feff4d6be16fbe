#include "ui/overview/overview_presenter.h"

#include <algorithm>

#include "ui/format/to_qt.h"
#include "ui/work/workbench.h"

namespace chairside::ui {

namespace {

struct OverviewRecord {
    services::PatientOverview overview;
    std::optional<domain::ProtocolVersion> protocol;
    services::PatientAssessments assessments;
};

// Runs on the worker. The protocol only adds reference lines; the record is shown without it too.
base::Result<OverviewRecord> readRecord(services::Services& all, const services::Actor& actor,
                                        const domain::PatientId& patient, services::Reading reading) {
    auto overview = all.patients.overview(actor, patient, reading);
    if (!overview) return std::unexpected(std::move(overview).error());
    auto assessments = all.assessments.ofPatient(actor, patient, services::Reading::Refresh);
    if (!assessments) return std::unexpected(std::move(assessments).error());
    OverviewRecord record{*std::move(overview), std::nullopt, *std::move(assessments)};
    if (record.overview.courses.empty()) return record;
    const auto versions = all.protocols.versions(actor);
    if (!versions) return record;
    const auto wanted = record.overview.courses.front().course.protocolVersion;
    const auto found = std::ranges::find(*versions, wanted, &domain::ProtocolVersion::id);
    if (found != versions->end()) record.protocol = *found;
    return record;
}

} // namespace

OverviewPresenter::OverviewPresenter(Workbench& bench, QObject* parent) : QObject(parent), m_bench(bench) {
    connect(&bench, &Workbench::changed, this, &OverviewPresenter::noticeChange);
}

void OverviewPresenter::open(const std::string& patientId) {
    m_patient = domain::PatientId::fromText(patientId);
    if (!m_patient) {
        Q_EMIT unavailable({base::Code::NotFound, "patient", {}, {}});
        return;
    }
    read(services::Reading::Open);
}

void OverviewPresenter::noticeChange(const services::Change& change) {
    if (m_patient && (change.patientId == m_patient->text() || change.kind == services::ChangeKind::Protocol)) {
        read(services::Reading::Refresh);
    }
}

void OverviewPresenter::read(services::Reading reading) {
    m_bench.askAs(
        this,
        [patient = *m_patient, reading](services::Services& all, const services::Actor& actor) {
            return readRecord(all, actor, patient, reading);
        },
        [this, patient = *m_patient](const base::Result<OverviewRecord>& record) {
            // Another patient was opened meanwhile.
            if (m_patient != patient || !m_bench.actor()) return;
            if (!record) {
                Q_EMIT unavailable(record.error());
                return;
            }
            auto screen =
                overviewScreen(record->overview, record->protocol, m_bench.now().localDate(), m_bench.actor()->roles);
            screen.assessments = assessmentFacts(record->assessments);
            Q_EMIT shown(screen);
        });
}

void OverviewPresenter::openInfusion(const domain::PlannedInfusionId& planned) {
    m_bench.askAs(
        this,
        [planned](services::Services& all, const services::Actor& actor) { return all.infusions.open(actor, planned); },
        [this](const base::Result<domain::InfusionId>& infusion) {
            if (!infusion) {
                Q_EMIT openRefused(infusion.error());
                return;
            }
            Q_EMIT infusionOpened(toQt(infusion->text()));
        });
}

void OverviewPresenter::move(const domain::PlannedInfusionId& planned, base::CalendarDate date) {
    m_bench.askAs(
        this,
        [planned, date](services::Services& all, const services::Actor& actor) {
            return all.courses.movePlanned(actor, planned, date);
        },
        [this](const base::Done& done) { finishPlan(done); });
}

void OverviewPresenter::markNotGiven(const domain::PlannedInfusionId& planned, domain::PlanState state,
                                     const QString& reason) {
    m_bench.askAs(
        this,
        [planned, state, text = toStd(reason)](services::Services& all, const services::Actor& actor) {
            return all.courses.recordNotGiven(actor, planned, state, text);
        },
        [this](const base::Done& done) { finishPlan(done); });
}

void OverviewPresenter::act(const services::CourseActRequest& request) {
    m_bench.askAs(
        this,
        [request](services::Services& all, const services::Actor& actor) { return all.courses.act(actor, request); },
        [this](const base::Done& done) {
            if (!done) {
                Q_EMIT stateRefused(done.error());
                return;
            }
            Q_EMIT stateSigned();
            read(services::Reading::Refresh);
        });
}

void OverviewPresenter::finishPlan(const base::Done& done) {
    if (!done) {
        Q_EMIT planRefused(done.error());
        return;
    }
    Q_EMIT planSaved();
    read(services::Reading::Refresh);
}

} // namespace chairside::ui
