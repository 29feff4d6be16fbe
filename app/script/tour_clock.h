// A clock that runs and can be moved on: ninety minutes of infusion pass in a tour without being waited for.
#pragma once

#include <atomic>
#include <chrono>

#include "core/base/system_clock.h"

namespace chairside::app {

// advance() may be called while another thread reads.
class TourClock final : public base::Clock {
public:
    explicit TourClock(base::Instant start) : m_running(start) {}
    void advance(std::chrono::milliseconds span) { m_ahead += span.count(); }
    [[nodiscard]] base::Instant now() const override { return m_running.now().plus(ahead()); }
    [[nodiscard]] std::chrono::milliseconds monotonic() const override { return m_running.monotonic() + ahead(); }

private:
    [[nodiscard]] std::chrono::milliseconds ahead() const { return std::chrono::milliseconds(m_ahead.load()); }
    base::ShiftedClock m_running;
    std::atomic<std::int64_t> m_ahead{0};
};

} // namespace chairside::app
