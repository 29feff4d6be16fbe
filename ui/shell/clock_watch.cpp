#include "ui/shell/clock_watch.h"

#include <QTimer>
#include <utility>

#include "ui/format/date_text.h"

namespace chairside::ui {

namespace {

constexpr int kClockLookMs = 1000;
constexpr int kLooksBetweenTries = 30;
// A change is told again when it is another one, not when it drifts.
constexpr std::chrono::seconds kSameChange{2};

} // namespace

ClockWatch::ClockWatch(base::SteadyClock& clock, Workbench& bench, std::string workstation, QObject* parent)
    : QObject(parent), m_clock(clock), m_bench(bench), m_workstation(std::move(workstation)) {
    auto* timer = new QTimer(this);
    connect(timer, &QTimer::timeout, this, &ClockWatch::look);
    timer->start(kClockLookMs);
    look();
}

void ClockWatch::look() {
    if (m_isAsking) return;
    if (!m_hasResumed) return resume();
    const auto ahead = m_clock.ahead();
    if (ahead == std::chrono::milliseconds::zero()) {
        m_known = {};
        return;
    }
    if (std::chrono::abs(ahead - m_known) <= kSameChange) {
        if (++m_looks % kLooksBetweenTries == 0) tryToAdopt();
        return;
    }
    m_isAsking = true;
    m_looks = 0;
    m_bench.ask(
        this,
        [ahead, workstation = m_workstation](services::Services& all) { return all.clock.changed(ahead, workstation); },
        [this, ahead](const base::Result<services::ClockAdvice>& advice) {
            m_isAsking = false;
            // A locked clinic, or one that cannot be written: asked again with the next look.
            if (!advice) return;
            m_known = ahead;
            tell(ahead, *advice);
            if (*advice == services::ClockAdvice::Adopt) m_clock.adopt();
        });
}

// A locked clinic is asked again with the next look: nothing is shown of it meanwhile.
void ClockWatch::resume() {
    m_isAsking = true;
    m_bench.ask(
        this, [workstation = m_workstation](services::Services& all) { return all.clock.keptAhead(workstation); },
        [this](const base::Result<std::chrono::milliseconds>& ahead) {
            m_isAsking = false;
            if (!ahead) return;
            m_hasResumed = true;
            if (*ahead == std::chrono::milliseconds::zero()) return;
            m_clock.resume(*ahead);
            m_known = *ahead;
            tell(*ahead, services::ClockAdvice::Keep);
        });
}

void ClockWatch::tell(std::chrono::milliseconds ahead, services::ClockAdvice advice) {
    const auto span = std::chrono::round<std::chrono::minutes>(std::chrono::abs(ahead));
    const QString by = span.count() > 0 ? durationText(span) : tr("less than a minute");
    const bool forward = ahead.count() > 0;
    if (advice == services::ClockAdvice::Adopt) {
        return noticed(forward
                           ? tr("The clock of this computer was set forward by %1. Chairside goes by it now.").arg(by)
                           : tr("The clock of this computer was set back by %1. Chairside goes by it now.").arg(by));
    }
    noticed(forward
                ? tr("The clock of this computer was set forward by %1. Until the patients who are timed have left, "
                     "Chairside keeps the time it had.")
                      .arg(by)
                : tr("The clock of this computer was set back by %1. Until the patients who are timed have left, "
                     "Chairside keeps the time it had.")
                      .arg(by));
}

void ClockWatch::tryToAdopt() {
    m_bench.ask(
        this,
        [workstation = m_workstation](services::Services& all) -> base::Result<services::ClockAdvice> {
            const auto advice = all.clock.advice();
            if (!advice || *advice == services::ClockAdvice::Keep) return advice;
            if (const auto done = all.clock.adopted(workstation); !done) return std::unexpected(done.error());
            return advice;
        },
        [this](const base::Result<services::ClockAdvice>& advice) {
            if (!advice || *advice == services::ClockAdvice::Keep) return;
            m_clock.adopt();
            noticed(tr("Chairside goes by the clock of this computer again."));
        });
}

} // namespace chairside::ui
