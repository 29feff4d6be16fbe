// The only place in the program that asks the operating system for the time.
#pragma once

#include "core/base/clock.h"

namespace chairside::base {

// The time zone the machine is set to (POSIX localtime rules).
class SystemTimeZone final : public TimeZone {
public:
    [[nodiscard]] int offsetMinutesAt(std::int64_t utcMs) const override;
};

class SystemClock final : public Clock {
public:
    explicit SystemClock(const TimeZone& zone) : m_zone(zone) {}
    [[nodiscard]] Instant now() const override;
    [[nodiscard]] std::chrono::milliseconds monotonic() const override;

private:
    const TimeZone& m_zone;
};

// Starts at a given moment and then runs with the machine's monotonic clock: for demonstrations and for looking
// at screens as of a certain day (--fixed-clock).
class ShiftedClock final : public Clock {
public:
    explicit ShiftedClock(Instant start);
    [[nodiscard]] Instant now() const override;
    [[nodiscard]] std::chrono::milliseconds monotonic() const override;

private:
    Instant m_start;
    std::chrono::milliseconds m_origin;
};

} // namespace chairside::base
