// Internal to core/services: makes and keeps what the re-treatment list knows of everybody.
#pragma once

#include <optional>
#include <vector>

#include "core/services/course_reader.h"
#include "core/services/ports/retreatment_repository.h"

namespace chairside::services {

// The way standings are made. Raise it whenever standingOf or what it calls comes to say something else of the same
// record: rows of another number are made anew.
inline constexpr int kStandingMaker = 1;

// The date of the newest decision if it postpones.
[[nodiscard]] std::optional<base::CalendarDate> postponedUntil(const CourseFacts& facts);

// Of the newest course, from the records themselves. A duplicate has none of its own.
[[nodiscard]] base::Result<StoredStanding> standingOf(Unit& unit, CourseReader& reader,
                                                      const domain::PatientId& patient);
// Of a course whose facts are at hand. state: of the patient.
[[nodiscard]] domain::RetreatmentStanding standingOf(const CourseFacts& facts, domain::PatientState state,
                                                     base::Instant now);

// Everybody who has a course: what is kept, and what is outdated from the records. Right whether or not anything was
// ever kept.
[[nodiscard]] base::Result<std::vector<StoredStanding>> allStandings(Unit& unit);

// What is kept and does not say what the records say, as findings of verify: somebody would stand in the wrong group.
// An outdated row says nothing.
[[nodiscard]] base::Result<std::vector<VerifyFinding>> wrongStandings(Unit& unit);

// In a writing unit: makes outdated rows of these patients anew and returns how many. Nothing depends on it but speed,
// so what fails stays outdated.
int keepStandings(Unit& unit, const std::vector<domain::PatientId>& patients);
// The patients whose records the unit has changed.
[[nodiscard]] std::vector<domain::PatientId> changedPatients(const Unit& unit);

} // namespace chairside::services
