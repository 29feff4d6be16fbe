#include "core/base/calendar_date.h"

#include <array>

#include "core/base/digits.h"

namespace chairside::base {

namespace {

constexpr int kLastYear = 9999;

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
    const int year = numberIn(text.substr(0, 4));
    const int month = numberIn(text.substr(5, 2));
    const int day = numberIn(text.substr(8, 2));
    if (year < 0 || month < 0 || day < 0) return std::nullopt;
    return of(year, static_cast<unsigned>(month), static_cast<unsigned>(day));
}

std::string CalendarDate::iso() const {
    const auto date = civil(*this);
    const int year = static_cast<int>(date.year());
    std::array<char, 6> monthAndDay{'-', '0', '0', '-', '0', '0'};
    putNumber(&monthAndDay[1], static_cast<unsigned>(date.month()), 2);
    putNumber(&monthAndDay[4], static_cast<unsigned>(date.day()), 2);
    // Nothing that is read has another year than one of four digits.
    if (year < 0 || year > kLastYear) return std::to_string(year).append(monthAndDay.data(), monthAndDay.size());
    std::array<char, 4> digits{};
    putNumber(digits.data(), static_cast<unsigned>(year), digits.size());
    return std::string(digits.data(), digits.size()).append(monthAndDay.data(), monthAndDay.size());
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
