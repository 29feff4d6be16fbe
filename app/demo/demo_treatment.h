// What else the demo patients are treated with: medicines and therapies that run beside their courses.
#pragma once

#include "app/demo/demo_infusion.h"

namespace chairside::app {

// Adds the patient's entries to the timeline; subject is filled by the registration before it.
void addTreatments(DemoTimeline& timeline, DemoCast& cast, const std::shared_ptr<DemoSubject>& subject);

} // namespace chairside::app
