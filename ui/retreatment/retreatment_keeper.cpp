#include "ui/retreatment/retreatment_keeper.h"

#include <QTimer>

#include "ui/work/workbench.h"

namespace chairside::ui {

namespace {

// Patients in one step: some milliseconds of the worker.
constexpr int kPatientsInOneStep = 25;
// Leaves the worker to the pages between two steps.
constexpr int kBetweenStepsMs = 10;

} // namespace

RetreatmentKeeper::RetreatmentKeeper(Workbench& bench, QObject* parent) : QObject(parent), m_bench(bench) {}

void RetreatmentKeeper::begin() {
    if (m_isStepping || !m_bench.may(domain::Permission::ViewPatients) || m_bench.isInEmergency()) return;
    step();
}

void RetreatmentKeeper::step() {
    m_isStepping = m_bench.actor().has_value();
    m_bench.askAs(
        this,
        [](services::Services& all, const services::Actor& actor) {
            return all.reviews.keepRetreatment(actor, kPatientsInOneStep);
        },
        [this](const base::Result<int>& made) {
            if (made && *made > 0) {
                QTimer::singleShot(kBetweenStepsMs, this, &RetreatmentKeeper::step);
                return;
            }
            m_isStepping = false;
            Q_EMIT done();
        });
}

} // namespace chairside::ui
