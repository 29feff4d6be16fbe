#include "core/base/calendar_date.h"

#include <cstdio>

namespace chairside::base {

namespace {

std::optional<int> digits(std::string_view text) {
    int value = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') return std::nullopt;
        value = value * 10 + (c - '0');
    }
    return value;
}

std::chrono::year_month_day civil(CalendarDate date) {
    return std::chrono::year_month_day(date.days());
}

} // namespace

std::optional<CalendarDate> CalendarDate::of(int year, unsigned month, unsigned day) {
    const std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(month), std::chrono::day(day)};
    if (!date.ok()) return std::nullopt;
    return CalendarDate(std::chrono::sys_days(date));
}

std::optional<CalendarDate> CalendarDate::fromIso(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    const auto year = digits(text.substr(0, 4));
    const auto month = digits(text.substr(5, 2));
    const auto day = digits(text.substr(8, 2));
    if (!year || !month || !day) return std::nullopt;
    return of(*year, static_cast<unsigned>(*month), static_cast<unsigned>(*day));
}

std::string CalendarDate::iso() const {
    char buffer[32];
    std::snprintf(buffer, sizeof buffer, "%04d-%02u-%02u", year(), month(), day());
    return buffer;
}

int CalendarDate::year() const {
    return static_cast<int>(civil(*this).year());
}
unsigned CalendarDate::month() const {
    return static_cast<unsigned>(civil(*this).month());
}
unsigned CalendarDate::day() const {
    return static_cast<unsigned>(civil(*this).day());
}
unsigned CalendarDate::isoWeekday() const {
    return std::chrono::weekday(m_days).iso_encoding();
}

int completedYears(CalendarDate birth, CalendarDate on) {
    const bool birthdayReached = on.month() > birth.month() || (on.month() == birth.month() && on.day() >= birth.day());
    return on.year() - birth.year() - (birthdayReached ? 0 : 1);
}

} // namespace chairside::base
