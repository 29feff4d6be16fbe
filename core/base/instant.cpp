#include "core/base/instant.h"

#include <cstdio>

namespace chairside::base {

namespace {

constexpr std::int64_t kMsPerMinute = 60'000;
constexpr std::int64_t kMsPerDay = 86'400'000;

std::int64_t floorDivide(std::int64_t value, std::int64_t by) {
    return (value >= 0 ? value : value - by + 1) / by;
}

// Reads count digits at the front of text and moves past them.
std::optional<int> take(std::string_view& text, std::size_t count) {
    if (text.size() < count) return std::nullopt;
    int value = 0;
    for (const char c : text.substr(0, count)) {
        if (c < '0' || c > '9') return std::nullopt;
        value = value * 10 + (c - '0');
    }
    text.remove_prefix(count);
    return value;
}

bool takeChar(std::string_view& text, char c) {
    if (text.empty() || text.front() != c) return false;
    text.remove_prefix(1);
    return true;
}

std::optional<int> takeOffset(std::string_view& text) {
    if (takeChar(text, 'Z')) return 0;
    const bool east = takeChar(text, '+');
    if (!east && !takeChar(text, '-')) return std::nullopt;
    const auto hours = take(text, 2);
    if (!hours || *hours > 14 || !takeChar(text, ':')) return std::nullopt;
    const auto minutes = take(text, 2);
    if (!minutes || *minutes > 59) return std::nullopt;
    const int offset = *hours * 60 + *minutes;
    return east ? offset : -offset;
}

} // namespace

std::optional<Instant> Instant::fromIso(std::string_view text) {
    if (text.size() < 17 || text[10] != 'T') return std::nullopt;
    const auto date = CalendarDate::fromIso(text.substr(0, 10));
    text.remove_prefix(11);
    const auto hours = take(text, 2);
    if (!date || !hours || *hours > 23 || !takeChar(text, ':')) return std::nullopt;
    const auto minutes = take(text, 2);
    if (!minutes || *minutes > 59) return std::nullopt;
    int seconds = 0;
    int milliseconds = 0;
    if (takeChar(text, ':')) {
        const auto read = take(text, 2);
        if (!read || *read > 59) return std::nullopt;
        seconds = *read;
        if (takeChar(text, '.')) {
            const auto fraction = take(text, 3);
            if (!fraction) return std::nullopt;
            milliseconds = *fraction;
        }
    }
    const auto offset = takeOffset(text);
    if (!offset || !text.empty()) return std::nullopt;
    const std::int64_t local = date->days().time_since_epoch().count() * kMsPerDay + *hours * 3'600'000LL +
                               *minutes * kMsPerMinute + seconds * 1000LL + milliseconds;
    return Instant(local - *offset * kMsPerMinute, *offset);
}

std::string Instant::iso() const {
    const std::int64_t local = m_utcMs + m_offsetMinutes * kMsPerMinute;
    const std::int64_t ofDay = local - floorDivide(local, kMsPerDay) * kMsPerDay;
    const int offset = m_offsetMinutes < 0 ? -m_offsetMinutes : m_offsetMinutes;
    char buffer[48];
    std::snprintf(buffer, sizeof buffer, "T%02d:%02d:%02d.%03d%c%02d:%02d", static_cast<int>(ofDay / 3'600'000),
                  static_cast<int>(ofDay / kMsPerMinute % 60), static_cast<int>(ofDay / 1000 % 60),
                  static_cast<int>(ofDay % 1000), m_offsetMinutes < 0 ? '-' : '+', offset / 60, offset % 60);
    return localDate().iso() + buffer;
}

CalendarDate Instant::localDate() const {
    const std::int64_t local = m_utcMs + m_offsetMinutes * kMsPerMinute;
    return CalendarDate::ofDays(std::chrono::sys_days(std::chrono::days(floorDivide(local, kMsPerDay))));
}

int Instant::localMinuteOfDay() const {
    const std::int64_t local = m_utcMs + m_offsetMinutes * kMsPerMinute;
    return static_cast<int>((local - floorDivide(local, kMsPerDay) * kMsPerDay) / kMsPerMinute);
}

Instant Instant::wholeMinute() const {
    return {floorDivide(m_utcMs, kMsPerMinute) * kMsPerMinute, m_offsetMinutes};
}

} // namespace chairside::base
