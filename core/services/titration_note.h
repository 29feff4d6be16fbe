// Internal to core/services: notes what became of the titration suggestion that stands.
#pragma once

#include "core/services/course_facts.h"

namespace chairside::services {

// The suggestion before anything is decided; read it before the order is written.
[[nodiscard]] base::Result<domain::TitrationSuggestion> standingSuggestion(Unit& unit, const domain::Course& course);
// The order answers it. Nothing is noted where nothing was suggested.
[[nodiscard]] base::Done noteAnswer(Unit& unit, const domain::TitrationSuggestion& suggestion,
                                    const domain::CourseOrder& order);
// An infusion was opened; notes the suggestion as ignored if no order was signed since the last given infusion.
[[nodiscard]] base::Done noteUnanswered(Unit& unit, const domain::Course& course, const domain::Infusion& opened);

} // namespace chairside::services
