// A calendar date: a day on the wall calendar, with no time and no zone. Never made from seconds.
#pragma once

#include <chrono>
#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace chairside::base {

class CalendarDate {
public:
    // The given Gregorian day, or nothing if there is no such day.
    [[nodiscard]] static std::optional<CalendarDate> of(int year, unsigned month, unsigned day);
    // Reads exactly "YYYY-MM-DD".
    [[nodiscard]] static std::optional<CalendarDate> fromIso(std::string_view text);
    [[nodiscard]] static constexpr CalendarDate ofDays(std::chrono::sys_days days) { return CalendarDate(days); }

    [[nodiscard]] std::string iso() const;
    [[nodiscard]] int year() const;
    [[nodiscard]] unsigned month() const;
    [[nodiscard]] unsigned day() const;
    // 1 Monday .. 7 Sunday (ISO 8601).
    [[nodiscard]] unsigned isoWeekday() const;
    [[nodiscard]] constexpr std::chrono::sys_days days() const { return m_days; }
    [[nodiscard]] constexpr CalendarDate plusDays(int count) const {
        return CalendarDate(m_days + std::chrono::days(count));
    }

    constexpr auto operator<=>(const CalendarDate&) const = default;

private:
    constexpr explicit CalendarDate(std::chrono::sys_days days) : m_days(days) {}
    std::chrono::sys_days m_days;
};

// Whole days from `from` to `to`; negative if `to` is earlier.
[[nodiscard]] constexpr int daysBetween(CalendarDate from, CalendarDate to) {
    return static_cast<int>((to.days() - from.days()).count());
}

// Completed years of age on a day; negative before birth.
[[nodiscard]] int completedYears(CalendarDate birth, CalendarDate on);

} // namespace chairside::base
