// A moment: UTC milliseconds since 1970 and the local offset that the clinic's clock showed then.
#pragma once

#include <chrono>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/calendar_date.h"

namespace chairside::base {

class Instant {
public:
    // offsetMinutes: local time minus UTC, -14 h .. +14 h.
    [[nodiscard]] static constexpr Instant of(std::int64_t utcMs, int offsetMinutes) {
        return Instant(utcMs, offsetMinutes);
    }
    // Reads "YYYY-MM-DDTHH:MM[:SS[.mmm]](Z|+HH:MM|-HH:MM)"; the zone is required.
    [[nodiscard]] static std::optional<Instant> fromIso(std::string_view text);

    [[nodiscard]] constexpr std::int64_t utcMs() const { return m_utcMs; }
    [[nodiscard]] constexpr int offsetMinutes() const { return m_offsetMinutes; }
    // "YYYY-MM-DDTHH:MM:SS.mmm+HH:MM" in local time; sorts by time only for equal offsets, so order by utcMs().
    [[nodiscard]] std::string iso() const;
    [[nodiscard]] CalendarDate localDate() const;
    // Minutes since local midnight, 0..1439.
    [[nodiscard]] int localMinuteOfDay() const;
    // The first moment of the minute that a clock without seconds shows now: as exact as a typed time is.
    [[nodiscard]] Instant wholeMinute() const;
    [[nodiscard]] constexpr Instant plus(std::chrono::milliseconds span) const {
        return Instant(m_utcMs + span.count(), m_offsetMinutes);
    }

    // Two instants are equal, earlier or later by their UTC time alone.
    constexpr bool operator==(const Instant& other) const { return m_utcMs == other.m_utcMs; }
    constexpr auto operator<=>(const Instant& other) const { return m_utcMs <=> other.m_utcMs; }

private:
    constexpr Instant(std::int64_t utcMs, int offsetMinutes) : m_utcMs(utcMs), m_offsetMinutes(offsetMinutes) {}
    std::int64_t m_utcMs = 0;
    int m_offsetMinutes = 0;
};

[[nodiscard]] constexpr std::chrono::milliseconds between(Instant from, Instant to) {
    return std::chrono::milliseconds(to.utcMs() - from.utcMs());
}

} // namespace chairside::base
