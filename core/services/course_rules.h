// Internal to core/services: what holds for a course whoever touches it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/domain/course/course.h"
#include "core/domain/infusion/infusion_record.h"
#include "core/domain/protocol/protocol.h"
#include "core/services/run.h"

namespace chairside::services {

// The order that doses are prepared by: the newest that is not a stop. A course has at least its first order.
[[nodiscard]] base::Result<domain::CourseOrder> standingOrder(const std::vector<domain::CourseOrder>& orders);
// The newest standing order that was written by then and asks for exactly this dose; none if no order ever
// did.
[[nodiscard]] std::optional<domain::CourseOrder> orderOf(const domain::DoseCheck& prepared,
                                                         const std::vector<domain::CourseOrder>& orders);

// Required, AboveLimit or BelowLimit on "dose_per_kg", with the protocol's limits.
void checkPerKg(base::Problems& problems, std::optional<domain::DosePerKg> perKg, const domain::DoseRules& rules);
// Whole number outside low..high.
void checkRange(base::Problems& problems, const std::string& field, int value, domain::EntryRange range);

// Completes a running course of which nothing is planned or open any more.
[[nodiscard]] base::Done completeIfDone(Unit& unit, const domain::CourseId& course);
// What is still planned will not take place.
[[nodiscard]] base::Done cancelPlanned(Unit& unit, const domain::CourseId& course, const std::string& reason);

// The plan with the days on which something really took place.
[[nodiscard]] base::Result<std::vector<domain::PlannedInfusion>> actualPlan(Unit& unit, const domain::CourseId& course);

// Writes the next order version of a course under that kind, with the standing dose unless another is given, and signs
// it.
struct NextOrder {
    domain::OrderKind kind;
    std::optional<domain::DosePerKg> perKg;
    std::string reason; // trimmed
};
[[nodiscard]] base::Result<domain::CourseOrder> signNextOrder(Unit& unit, const domain::CourseId& course,
                                                              const NextOrder& next);
// Ends a course in that state, today; what is still planned is cancelled.
[[nodiscard]] base::Done closeCourse(Unit& unit, domain::Course course, domain::CourseState state,
                                     const std::string& reason);

// One event and one notice for something done to a course.
void noteCourse(Unit& unit, const domain::Course& course, AuditAction action, const std::string& detail = {});

} // namespace chairside::services
