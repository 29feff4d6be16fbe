// Internal to core/services: the re-treatment list, everybody in one group and in order, and the rows of it.
#pragma once

#include <optional>
#include <vector>

#include "core/services/retreatment_standing.h"
#include "core/services/review_service.h"

namespace chairside::services {

struct ListedPatient {
    domain::PatientId patient;
    RetreatmentGroup group = RetreatmentGroup::BeforeWindow;
    std::optional<base::CalendarDate> date; // that matters
};
// Everybody who has a course: by group, then by the date that matters, no date first.
[[nodiscard]] base::Result<std::vector<ListedPatient>> listedPatients(Unit& unit);

// The row of each of them, in their order.
[[nodiscard]] base::Result<std::vector<RetreatmentRow>> retreatmentRows(Unit& unit,
                                                                        const std::vector<ListedPatient>& listed);

} // namespace chairside::services
