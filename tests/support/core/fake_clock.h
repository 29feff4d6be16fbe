// A clock and a time zone that do what the test says.
#pragma once

#include <chrono>
#include <cstdint>
#include <string_view>

#include "core/base/clock.h"

namespace chairside::test {

// A zone with the daylight-saving rules of the European Union, of the United States, or none.
class FakeTimeZone final : public base::TimeZone {
public:
    enum class Rules { Eu, Us, None };

    constexpr FakeTimeZone(Rules rules, int standardOffsetMinutes)
        : m_rules(rules), m_standardOffset(standardOffsetMinutes) {}
    [[nodiscard]] static constexpr FakeTimeZone utc() { return {Rules::None, 0}; }
    [[nodiscard]] static constexpr FakeTimeZone berlin() { return {Rules::Eu, 60}; }
    [[nodiscard]] static constexpr FakeTimeZone newYork() { return {Rules::Us, -300}; }

    [[nodiscard]] int offsetMinutesAt(std::int64_t utcMs) const override;

private:
    Rules m_rules;
    int m_standardOffset;
};

// Stands still until it is moved. set() is somebody setting the wall clock: the monotonic clock does not
// notice. advance() is time passing: both move.
class FakeClock final : public base::Clock {
public:
    // Aborts the test program on text that is not an instant: a typo in a test must not pass as a time.
    explicit FakeClock(std::string_view iso = "2025-01-14T10:42:00+00:00");
    explicit FakeClock(base::Instant start) : m_now(start) {}

    [[nodiscard]] base::Instant now() const override;
    [[nodiscard]] std::chrono::milliseconds monotonic() const override { return m_monotonic; }

    void set(base::Instant instant) { m_now = instant; }
    void set(std::string_view iso);
    void advance(std::chrono::milliseconds span);
    void advanceMonotonicOnly(std::chrono::milliseconds span) { m_monotonic += span; }
    // From now on the offset of now() follows this zone, which must outlive the clock.
    void follow(const base::TimeZone& zone) { m_zone = &zone; }

private:
    base::Instant m_now;
    std::chrono::milliseconds m_monotonic{1'000'000};
    const base::TimeZone* m_zone = nullptr;
};

// The instant or the end of the test program.
[[nodiscard]] base::Instant instant(std::string_view iso);
[[nodiscard]] base::CalendarDate date(std::string_view iso);

} // namespace chairside::test
