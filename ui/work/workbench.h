// What every page works with: the services (through the worker), the signed-in person, the clock, the
// prompter, and the news of what has changed.
#pragma once

#include <QObject>
#include <memory>
#include <optional>
#include <type_traits>
#include <utility>

#include "core/base/clock.h"
#include "core/services/services.h"
#include "ui/prompt/prompter.h"
#include "ui/work/task_runner.h"

namespace chairside::ui {

// Lives on the GUI thread; owned by the composition root, longer than every page.
class Workbench : public QObject {
    Q_OBJECT

public:
    Workbench(services::Services& services, TaskRunner& runner, const base::Clock& clock, Prompter& prompter)
        : m_services(services), m_runner(runner), m_clock(clock), m_prompter(prompter) {}

    // job(Services&) runs on the worker thread and must capture by value; then(result) runs here, only while
    // context lives. Jobs run in the order they were asked for.
    template <class Job, class Then>
    void ask(QObject* context, Job job, Then then) {
        run(
            m_runner, context, [&services = m_services, job = std::move(job)]() mutable { return job(services); },
            std::move(then));
    }

    // The same for a job of the signed-in person: job(Services&, const Actor&). Nothing happens when nobody
    // is signed in.
    template <class Job, class Then>
    void askAs(QObject* context, Job job, Then then) {
        if (!m_actor) return;
        ask(
            context,
            [actor = *m_actor, job = std::move(job)](services::Services& all) mutable { return job(all, actor); },
            std::move(then));
    }

    [[nodiscard]] const std::optional<services::Actor>& actor() const { return m_actor; }
    void setActor(std::optional<services::Actor> actor) { m_actor = std::move(actor); }
    // Whether to offer something at all; the service decides again.
    [[nodiscard]] bool may(domain::Permission permission) const {
        return m_actor && (domain::allowed(m_actor->roles, permission) ||
                           (domain::allowedInEmergency(permission) && isInEmergency()));
    }
    // Whether the person may see patients for the emergency they stated.
    [[nodiscard]] bool isInEmergency() const {
        return m_actor && m_actor->emergencyUntil && now() < *m_actor->emergencyUntil;
    }
    void setEmergency(std::optional<base::Instant> until) {
        if (!m_actor) return;
        m_actor->emergencyUntil = until;
        Q_EMIT emergencyChanged();
    }

    [[nodiscard]] const base::Clock& clock() const { return m_clock; }
    [[nodiscard]] base::Instant now() const { return m_clock.now(); }
    [[nodiscard]] Prompter& prompter() const { return m_prompter; }

Q_SIGNALS:
    // A record changed, by this person or another; raised on the GUI thread after the commit.
    void changed(const chairside::services::Change& change);
    // The data are to be replaced by a backup, for the signed-in person with this password. folder: where it lies,
    // empty for beside the data.
    void restoreWanted(const QString& folder, const QString& backup, const std::string& password,
                       const std::string& code);
    // An emergency access began or was ended by the person.
    void emergencyChanged();

private:
    services::Services& m_services;
    TaskRunner& m_runner;
    const base::Clock& m_clock;
    Prompter& m_prompter;
    std::optional<services::Actor> m_actor;
};

} // namespace chairside::ui
