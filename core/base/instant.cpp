#include "core/base/instant.h"

#include <array>

#include "core/base/digits.h"

namespace chairside::base {

namespace {

constexpr std::int64_t kMsPerMinute = 60'000;
constexpr std::int64_t kMsPerDay = 86'400'000;

std::int64_t floorDivide(std::int64_t value, std::int64_t by) {
    return (value >= 0 ? value : value - by + 1) / by;
}

// Reads count digits at the front of text and moves past them; -1 if they are not there.
int take(std::string_view& text, std::size_t count) {
    if (text.size() < count) return -1;
    const int value = numberIn(text.substr(0, count));
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
    const int hours = take(text, 2);
    if (hours < 0 || hours > 14 || !takeChar(text, ':')) return std::nullopt;
    const int minutes = take(text, 2);
    if (minutes < 0 || minutes > 59) return std::nullopt;
    const int offset = hours * 60 + minutes;
    return east ? offset : -offset;
}

} // namespace

std::optional<Instant> Instant::fromIso(std::string_view text) {
    if (text.size() < 17 || text[10] != 'T') return std::nullopt;
    const auto date = CalendarDate::fromIso(text.substr(0, 10));
    text.remove_prefix(11);
    const int hours = take(text, 2);
    if (!date || hours < 0 || hours > 23 || !takeChar(text, ':')) return std::nullopt;
    const int minutes = take(text, 2);
    if (minutes < 0 || minutes > 59) return std::nullopt;
    int seconds = 0;
    int milliseconds = 0;
    if (takeChar(text, ':')) {
        seconds = take(text, 2);
        if (seconds < 0 || seconds > 59) return std::nullopt;
        if (takeChar(text, '.')) {
            milliseconds = take(text, 3);
            if (milliseconds < 0) return std::nullopt;
        }
    }
    const auto offset = takeOffset(text);
    if (!offset || !text.empty()) return std::nullopt;
    const std::int64_t local = date->days().time_since_epoch().count() * kMsPerDay + hours * 3'600'000LL +
                               minutes * kMsPerMinute + seconds * 1000LL + milliseconds;
    return Instant(local - *offset * kMsPerMinute, *offset);
}

std::string Instant::iso() const {
    const std::int64_t local = m_utcMs + m_offsetMinutes * kMsPerMinute;
    const auto ofDay = static_cast<unsigned>(local - floorDivide(local, kMsPerDay) * kMsPerDay);
    const auto offset = static_cast<unsigned>(m_offsetMinutes < 0 ? -m_offsetMinutes : m_offsetMinutes);
    std::array<char, 19> time{};
    char* at = time.data();
    const auto put = [&at](char before, unsigned value, std::size_t width) {
        *at++ = before;
        at = putNumber(at, value, width);
    };
    put('T', ofDay / 3'600'000, 2);
    put(':', ofDay / 60'000 % 60, 2);
    put(':', ofDay / 1000 % 60, 2);
    put('.', ofDay % 1000, 3);
    put(m_offsetMinutes < 0 ? '-' : '+', offset / 60, 2);
    put(':', offset % 60, 2);
    return localDate().iso().append(time.data(), time.size());
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
