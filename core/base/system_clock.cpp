#include "core/base/system_clock.h"

#include <time.h>

namespace chairside::base {

namespace {

std::chrono::milliseconds steadyNow() {
    using namespace std::chrono;
#ifdef CLOCK_BOOTTIME
    // Goes on while the computer sleeps, as a pump does.
    if (timespec passed{}; clock_gettime(CLOCK_BOOTTIME, &passed) == 0) {
        return duration_cast<milliseconds>(seconds(passed.tv_sec) + nanoseconds(passed.tv_nsec));
    }
#endif
    return duration_cast<milliseconds>(steady_clock::now().time_since_epoch());
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
