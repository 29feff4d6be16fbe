#include "ui/retreatment/retreatment_presenter.h"

#include <algorithm>
#include <utility>

#include "ui/retreatment/retreatment_text.h"
#include "ui/work/workbench.h"

namespace chairside::ui {

using Part = base::Result<services::RetreatmentPart>;

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
        this,
        [query = services::RetreatmentQuery{m_group, 0, std::max(kRowsAtOnce, m_shown)}](services::Services& all,
                                                                                         const services::Actor& actor) {
            return all.reviews.retreatmentPart(actor, query);
        },
        [this](const Part& answer) {
            m_asking = false;
            if (std::exchange(m_askAgain, false)) return refresh();
            if (answer) {
                Q_EMIT listed(*answer);
            } else {
                Q_EMIT refused(answer.error());
            }
        });
}

void RetreatmentPresenter::more(int from) {
    // A list that is read anew brings its rows along.
    if (!m_bench.actor() || m_asking) return;
    m_bench.askAs(
        this,
        [query = services::RetreatmentQuery{m_group, from, kRowsAtOnce}](services::Services& all,
                                                                         const services::Actor& actor) {
            return all.reviews.retreatmentPart(actor, query);
        },
        [this, group = m_group](const Part& answer) {
            if (group != m_group || m_asking) return;
            if (answer) {
                Q_EMIT moreListed(*answer);
            } else {
                Q_EMIT refused(answer.error());
            }
        });
}

void RetreatmentPresenter::choose(std::optional<services::RetreatmentGroup> group) {
    if (group == m_group) return;
    m_group = group;
    m_shown = 0;
    refresh();
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
