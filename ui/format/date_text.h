// Dates, times and durations as people read them. Clinical forms are the same in every language: English
// month letters, 24-hour clock, whole units.
#pragma once

#include <QString>
#include <chrono>

#include "core/base/calendar_date.h"
#include "core/base/instant.h"

namespace chairside::ui {

// "14-Jan-2025".
[[nodiscard]] QString dateText(base::CalendarDate date);
// "Tue 14-Jan-2025".
[[nodiscard]] QString weekdayDateText(base::CalendarDate date);
// "14 January 2025": letters to patients and speech.
[[nodiscard]] QString longDateText(base::CalendarDate date);
// "Jan-2025": month headings.
[[nodiscard]] QString monthText(base::CalendarDate date);

// "10:45" in the local time the instant was recorded at.
[[nodiscard]] QString timeText(const base::Instant& instant);
// "10:45" for 645; minuteOfDay 0..1439.
[[nodiscard]] QString timeText(int minuteOfDay);
// "14-Jan-2025 10:45".
[[nodiscard]] QString dateTimeText(const base::Instant& instant);

// "1hr 30min", "2d 3hr", "45min", "0min"; zero units are left out, a negative span reads "-5min".
[[nodiscard]] QString durationText(std::chrono::minutes span);
// "90min": a span that the protocol counts in minutes.
[[nodiscard]] QString minutesText(std::chrono::minutes span);
// "00:42:10": the running timer; hours grow beyond two digits if they must.
[[nodiscard]] QString timerText(std::chrono::seconds elapsed);
// "45y" on the given day.
[[nodiscard]] QString ageText(base::CalendarDate born, base::CalendarDate on);

} // namespace chairside::ui
