#include "ui/order/order_presenter.h"

#include <algorithm>

#include "core/domain/course/course_state.h"
#include "ui/format/to_qt.h"
#include "ui/work/workbench.h"

namespace chairside::ui {

namespace {

void takeVersions(OrderBasis& basis, std::vector<services::ProtocolOnFile> all) {
    using enum domain::ProtocolStanding;
    for (auto& one : all) {
        if (one.standing == Active)
            basis.versions.push_back(std::move(one.version));
        else if (one.standing == Upcoming || one.standing == AwaitsSecond)
            basis.coming.push_back(std::move(one));
    }
}

// Runs on the worker.
base::Result<OrderBasis> readBasis(services::Services& all, const services::Actor& actor,
                                   const domain::PatientId& patient, services::Reading reading) {
    auto overview = all.patients.overview(actor, patient, reading);
    if (!overview) return std::unexpected(std::move(overview).error());
    auto versions = all.protocols.onFile(actor);
    if (!versions) return std::unexpected(std::move(versions).error());
    auto screening = all.courses.screening(actor, patient);
    if (!screening) return std::unexpected(std::move(screening).error());
    auto calendar = all.courses.calendar(actor);
    if (!calendar) return std::unexpected(std::move(calendar).error());
    auto again = all.courses.orderToRepeat(actor, patient);
    if (!again) return std::unexpected(std::move(again).error());
    OrderBasis basis{.patient = std::move(overview->patient),
                     .weight = knownWeight(overview->weight, overview->weighedOn),
                     .activeCourse = {},
                     .versions = {},
                     .coming = {},
                     .screening = *std::move(screening),
                     .calendar = *std::move(calendar),
                     .body = all.courses.bodyLimits(),
                     .again = *std::move(again)};
    takeVersions(basis, *std::move(versions));
    for (const auto& each : overview->courses) {
        if (domain::isRunning(each.course.state)) basis.activeCourse = each.course.id.text();
    }
    if (!domain::allowed(actor.roles, domain::Permission::OrderCourse))
        basis.bar = OrderBar::NotAllowed;
    else if (basis.activeCourse)
        basis.bar = OrderBar::CourseActive;
    else if (basis.versions.empty())
        basis.bar = OrderBar::NoSignedProtocol;
    return basis;
}

} // namespace

OrderPresenter::OrderPresenter(Workbench& bench, QObject* parent) : QObject(parent), m_bench(bench) {
    connect(&bench, &Workbench::changed, this, [this](const services::Change& change) {
        using enum services::ChangeKind;
        if (!m_patient || m_signing) return;
        if (change.kind == Protocol || change.kind == Clinic || change.patientId == m_patient->text())
            read(services::Reading::Refresh);
    });
}

void OrderPresenter::open(const std::string& patientId) {
    m_patient = domain::PatientId::fromText(patientId);
    if (!m_patient) {
        Q_EMIT unavailable({base::Code::NotFound, "patient", {}, {}});
        return;
    }
    read(services::Reading::Open);
}

void OrderPresenter::read(services::Reading reading) {
    m_bench.askAs(
        this,
        [patient = *m_patient, reading](services::Services& all, const services::Actor& actor) {
            return readBasis(all, actor, patient, reading);
        },
        [this, patient = *m_patient](const base::Result<OrderBasis>& basis) {
            if (m_patient != patient) return;
            if (!basis) {
                Q_EMIT unavailable(basis.error());
                return;
            }
            Q_EMIT ready(*basis);
        });
}

void OrderPresenter::order(const services::OrderRequest& request) {
    if (m_signing || !m_bench.actor()) return;
    m_signing = true;
    Q_EMIT signing();
    m_bench.askAs(
        this,
        [request](services::Services& all, const services::Actor& actor) { return all.courses.order(actor, request); },
        [this, patient = request.patient](const base::Result<domain::CourseId>& course) {
            m_signing = false;
            if (!course) {
                Q_EMIT refused(course.error());
                return;
            }
            Q_EMIT ordered(toQt(patient.text()));
        });
}

} // namespace chairside::ui
