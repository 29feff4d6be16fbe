#include "tests/support/core/fake_clock.h"

#include <cstdio>
#include <cstdlib>

namespace chairside::test {

namespace {

constexpr std::int64_t kMsPerMinute = 60'000;

template <class Value>
Value orAbort(const std::optional<Value>& value, std::string_view text) {
    if (value) return *value;
    std::fprintf(stderr, "not a time: %.*s\n", static_cast<int>(text.size()), text.data());
    std::abort();
}

// UTC milliseconds of the nth Sunday of a month (-1: the last) at a UTC minute of the day.
std::int64_t sundayMs(int year, unsigned month, int nth, int minuteOfDay) {
    namespace chrono = std::chrono;
    const chrono::year_month start{chrono::year(year), chrono::month(month)};
    const chrono::sys_days day = nth > 0 ? chrono::sys_days(start / chrono::Sunday[static_cast<unsigned>(nth)])
                                         : chrono::sys_days(start / chrono::Sunday[chrono::last]);
    return chrono::duration_cast<chrono::milliseconds>(day.time_since_epoch()).count() + minuteOfDay * kMsPerMinute;
}

} // namespace

int FakeTimeZone::offsetMinutesAt(std::int64_t utcMs) const {
    if (m_rules == Rules::None) return m_standardOffset;
    const int year = base::Instant::of(utcMs, m_standardOffset).localDate().year();
    std::int64_t begin = 0;
    std::int64_t end = 0;
    if (m_rules == Rules::Eu) {
        // Directive 2000/84/EC: last Sundays of March and October, 01:00 UTC everywhere.
        begin = sundayMs(year, 3, -1, 60);
        end = sundayMs(year, 10, -1, 60);
    } else {
        // Energy Policy Act of 2005: second Sunday of March, first of November, at 02:00 local time.
        begin = sundayMs(year, 3, 2, 120 - m_standardOffset);
        end = sundayMs(year, 11, 1, 60 - m_standardOffset);
    }
    return m_standardOffset + (utcMs >= begin && utcMs < end ? 60 : 0);
}

FakeClock::FakeClock(std::string_view iso) : m_now(instant(iso)) {}

base::Instant FakeClock::now() const {
    if (m_zone == nullptr) return m_now;
    return base::Instant::of(m_now.utcMs(), m_zone->offsetMinutesAt(m_now.utcMs()));
}

void FakeClock::set(std::string_view iso) {
    m_now = instant(iso);
}

void FakeClock::advance(std::chrono::milliseconds span) {
    m_now = m_now.plus(span);
    m_monotonic += span;
}

base::Instant instant(std::string_view iso) {
    return orAbort(base::Instant::fromIso(iso), iso);
}

base::CalendarDate date(std::string_view iso) {
    return orAbort(base::CalendarDate::fromIso(iso), iso);
}

} // namespace chairside::test
