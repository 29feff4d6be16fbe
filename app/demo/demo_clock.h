// The clock of a demo clinic: set by hand while its history is written, running from a fixed moment afterwards.
#pragma once

#include <optional>

#include "core/base/system_clock.h"

namespace chairside::app {

// set() and run() are called before other threads read it.
class DemoClock final : public base::Clock {
public:
    explicit DemoClock(base::Instant start) : m_set(start) {}
    void set(base::Instant at) { m_set = at; }
    void run(base::Instant from) { m_running.emplace(from); }
    [[nodiscard]] base::Instant now() const override { return m_running ? m_running->now() : m_set; }
    [[nodiscard]] std::chrono::milliseconds monotonic() const override {
        return m_running ? m_running->monotonic() : std::chrono::milliseconds(m_set.utcMs());
    }

private:
    base::Instant m_set;
    std::optional<base::ShiftedClock> m_running;
};

} // namespace chairside::app
