#include "ui/retreatment/retreatment_presenter.h"

#include <utility>

#include "ui/work/workbench.h"

namespace chairside::ui {

using Rows = base::Result<std::vector<services::RetreatmentRow>>;

RetreatmentPresenter::RetreatmentPresenter(Workbench& bench, QObject* parent) : QObject(parent), m_bench(bench) {}

bool RetreatmentPresenter::mayDecide() const {
    return m_bench.may(domain::Permission::DecideRetreatment);
}

bool RetreatmentPresenter::mayRecordScore() const {
    return m_bench.may(domain::Permission::RecordAssessment);
}

void RetreatmentPresenter::refresh() {
    if (!m_bench.actor()) return;
    if (m_asking) {
        m_askAgain = true;
        return;
    }
    m_asking = true;
    m_bench.askAs(
        this, [](services::Services& all, const services::Actor& actor) { return all.reviews.retreatmentList(actor); },
        [this](const Rows& answer) {
            m_asking = false;
            if (std::exchange(m_askAgain, false)) return refresh();
            if (answer) {
                Q_EMIT listed(*answer);
            } else {
                Q_EMIT refused(answer.error());
            }
        });
}

void RetreatmentPresenter::settle(const base::Done& done) {
    if (!done) {
        Q_EMIT failed(done.error());
        return;
    }
    Q_EMIT saved();
    refresh();
}

void RetreatmentPresenter::decide(const services::DecisionRequest& request) {
    Q_EMIT saving();
    m_bench.askAs(
        this,
        [request](services::Services& all, const services::Actor& actor) {
            return all.courses.decideRetreatment(actor, request);
        },
        [this](const base::Done& done) { settle(done); });
}

void RetreatmentPresenter::recordScore(const services::FollowUpRequest& request) {
    Q_EMIT saving();
    m_bench.askAs(
        this,
        [request](services::Services& all, const services::Actor& actor) {
            return all.courses.recordFollowUp(actor, request);
        },
        [this](const base::Done& done) { settle(done); });
}

} // namespace chairside::ui
