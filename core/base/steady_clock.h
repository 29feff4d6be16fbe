// The time of the program while it runs: what the wall clock said, carried on by the monotonic clock. Somebody who sets
// the wall clock does not move it.
#pragma once

#include <mutex>

#include "core/base/clock.h"

namespace chairside::base {

// May be asked by several threads. The clock it follows must outlive it.
class SteadyClock final : public Clock {
public:
    explicit SteadyClock(const Clock& wall);

    // Small corrections of the wall clock, as a time server makes them, are followed; a larger one is not, until
    // adopt(). The offset is always the wall clock's.
    [[nodiscard]] Instant now() const override;
    [[nodiscard]] std::chrono::milliseconds monotonic() const override { return m_wall.monotonic(); }

    // How far the wall clock was set forward, or back (negative), since they agreed; zero while they agree.
    [[nodiscard]] std::chrono::milliseconds ahead() const;
    // Goes on with the time of an earlier run of the program, from which the wall clock was set by so much.
    void resume(std::chrono::milliseconds ahead);
    // Goes by the wall clock again. Only while nothing is timed.
    void adopt();

private:
    struct Reading {
        Instant wall;
        std::chrono::milliseconds ticks{};
        std::chrono::milliseconds gap{}; // wall clock minus the time told
    };
    // To be called with the lock held.
    [[nodiscard]] Reading read() const;

    const Clock& m_wall;
    mutable std::mutex m_mutex;
    mutable std::int64_t m_anchorUtc = 0;
    mutable std::chrono::milliseconds m_anchorTicks{};
};

} // namespace chairside::base
