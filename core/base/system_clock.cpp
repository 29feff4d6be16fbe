#include "core/base/system_clock.h"

#include <ctime>

namespace chairside::base {

namespace {

std::chrono::milliseconds steadyNow() {
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now().time_since_epoch());
}

} // namespace

int SystemTimeZone::offsetMinutesAt(std::int64_t utcMs) const {
    const std::time_t seconds = static_cast<std::time_t>(utcMs / 1000);
    std::tm local{};
    if (localtime_r(&seconds, &local) == nullptr) return 0;
    return static_cast<int>(local.tm_gmtoff / 60);
}

Instant SystemClock::now() const {
    const auto utcMs =
        std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::system_clock::now().time_since_epoch())
            .count();
    return Instant::of(utcMs, m_zone.offsetMinutesAt(utcMs));
}

std::chrono::milliseconds SystemClock::monotonic() const {
    return steadyNow();
}

ShiftedClock::ShiftedClock(Instant start) : m_start(start), m_origin(steadyNow()) {}

Instant ShiftedClock::now() const {
    return m_start.plus(steadyNow() - m_origin);
}

std::chrono::milliseconds ShiftedClock::monotonic() const {
    return steadyNow();
}

} // namespace chairside::base
