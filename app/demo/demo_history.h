// What the demo patients tell about themselves when they are registered, and what changed in it since.
#pragma once

#include "app/demo/demo_infusion.h"

namespace chairside::app {

// Adds the history of the patient to the timeline, on the day of the registration and later; subject is filled by the
// registration before it.
void addHistory(DemoTimeline& timeline, DemoCast& cast, const std::shared_ptr<DemoSubject>& subject,
                base::Instant registered);

} // namespace chairside::app
