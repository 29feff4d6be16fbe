// Internal to core/services: the clinic's chairs and days as the settings hold them.
#pragma once

#include <string>
#include <vector>

#include "core/domain/course/schedule.h"
#include "core/services/chair_service.h"
#include "core/services/run.h"

namespace chairside::services {

[[nodiscard]] base::Result<std::vector<std::string>> readChairs(Unit& unit);
// The chair that is meant, with the name the clinic gave it: case, accents and blanks do not count. Empty: none.
[[nodiscard]] std::string chairNamed(const std::vector<std::string>& chairs, const std::string& typed);

[[nodiscard]] base::Result<ClinicDays> readClinicDays(Unit& unit);
// The days of the clinic from that one on for as long as a course may take, with what is planned on them; the planned
// infusions of `except` are left out.
[[nodiscard]] base::Result<domain::ClinicCalendar> clinicCalendar(Unit& unit, base::CalendarDate from,
                                                                  const std::optional<domain::CourseId>& except = {});

} // namespace chairside::services
