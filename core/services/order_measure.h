// Internal to core/services: the weight and height an order states, and the weights a record knows.
#pragma once

#include <optional>

#include "core/domain/dosing/weight_entry.h"
#include "core/domain/infusion/infusion_record.h"
#include "core/services/course_service.h"
#include "core/services/run.h"

namespace chairside::services {

using domain::WeightOnDay;

// Takes the weight a dose was prepared by unless what is known is of a later day.
void takeNewest(std::optional<WeightOnDay>& known, const domain::InfusionRecord& record);
// Takes what is stated if it is of a later day than what is known.
void takeNewer(std::optional<WeightOnDay>& known, const domain::OrderMeasure& stated);

// The newest weight of all courses: of a prepared dose or of an order, the dose on the same day.
[[nodiscard]] base::Result<std::optional<WeightOnDay>> newestWeight(Unit& unit, const domain::PatientId& patient);

// Fields as CourseService::order says.
[[nodiscard]] base::Done checkMeasure(Unit& unit, base::Problems& problems, const OrderRequest& request,
                                      const domain::DoseRules& rules);
// Nothing is written for a request without a weight.
[[nodiscard]] base::Done addMeasure(Unit& unit, const OrderRequest& request, const domain::CourseOrderId& order);

} // namespace chairside::services
