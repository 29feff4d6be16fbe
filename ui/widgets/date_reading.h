// Reads the ways people type a date.
#pragma once

#include <QStringView>
#include <optional>
#include <vector>

#include "core/base/calendar_date.h"

namespace chairside::ui {

// Which century two digits of a year mean: Past = the latest that is not after today; Future = the first that
// is not before today; Near = within 80 years back and 19 ahead. Expiry reads as Near does and also takes a month with
// its year, as printed on a vial ("7/26", "07/2026", "Jul 2026"): the last day of that month.
enum class DateExpected { Past, Future, Near, Expiry };

struct DateReading {
    std::optional<base::CalendarDate> date;
    // Two readings of an ambiguous text ("3/4/79"), day before month first; then date is empty.
    std::vector<base::CalendarDate> suggestions;
};

// Reads "14-mar-1979", "14 March 1979", "14031979", "14.03.79", "1979-03-14", "today", "+2d", "-3w", "+1m",
// "-5y". Neither date nor suggestions: the text is no date.
[[nodiscard]] DateReading readDate(QStringView text, base::CalendarDate today, DateExpected expected);

} // namespace chairside::ui
