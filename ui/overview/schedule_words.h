// Why a date of a course does not fit, in words.
#pragma once

#include <QString>

#include "core/base/result.h"

namespace chairside::ui {

// label: what the date is called on the screen ("Infusion 3"). Other problems are worded as everywhere else.
[[nodiscard]] QString scheduleSentence(const base::Problem& problem, const QString& label);
// Why no dates from the first one on fit (domain::scheduleObstacles).
[[nodiscard]] QString obstacleSentence(const base::Problem& problem);
// "2 days", "1 day".
[[nodiscard]] QString daysText(int days);

} // namespace chairside::ui
