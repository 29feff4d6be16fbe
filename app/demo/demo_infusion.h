// One scripted infusion as service calls: dose, second check, start, vitals every quarter of an hour, events, stop,
// scores, drug, discharge, signature.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "app/demo/demo_course.h"

namespace chairside::app {

// A patient on one course of the demo clinic.
struct DemoSubject {
    domain::PatientDetails details;
    int grams = 0;
    std::optional<domain::PatientId> patient{};
    std::optional<domain::CourseId> course{};
    std::vector<domain::PlannedInfusion> planned{};
};

// start is when the pump starts; a running infusion is played up to the demo moment.
void addInfusion(DemoTimeline& timeline, DemoCast& cast, const std::shared_ptr<DemoSubject>& subject,
                 const DemoInfusion& script, std::size_t index, base::Instant start);

} // namespace chairside::app
