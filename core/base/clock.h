// Ports to time. Nothing in core asks the system for "now"; it is handed one of these.
#pragma once

#include <chrono>

#include "core/base/instant.h"

namespace chairside::base {

class Clock {
public:
    virtual ~Clock() = default;
    // The wall clock with the offset valid at this moment.
    [[nodiscard]] virtual Instant now() const = 0;
    // Never goes back, also when somebody sets the wall clock, and goes on while the computer sleeps where the system
    // can tell; only differences mean anything.
    [[nodiscard]] virtual std::chrono::milliseconds monotonic() const = 0;
};

class TimeZone {
public:
    virtual ~TimeZone() = default;
    // Local time minus UTC in minutes at the given UTC time.
    [[nodiscard]] virtual int offsetMinutesAt(std::int64_t utcMs) const = 0;
};

} // namespace chairside::base
