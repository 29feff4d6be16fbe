// Turns one scripted course into service calls on a timeline.
#pragma once

#include <map>
#include <memory>
#include <string>

#include "app/demo/demo_script.h"
#include "app/demo/demo_timeline.h"
#include "core/services/services.h"

namespace chairside::app {

// Who acts in the demo clinic, and what is known by the time a step runs. Filled while the timeline plays.
struct DemoCast {
    services::Services& services;
    const base::TimeZone& zone;
    base::CalendarDate today;
    std::optional<services::Actor> administrator, physician, nurse;
    std::map<std::string, domain::ProtocolVersion, std::less<>> protocols; // by template key

    // A local time of day as an instant with the offset valid then.
    [[nodiscard]] base::Instant at(base::CalendarDate date, int minuteOfDay) const;
};

// Adds registration, order, infusions, follow-ups and decisions of one patient. cast outlives the timeline.
void addPatient(DemoTimeline& timeline, DemoCast& cast, const DemoPatient& patient);

} // namespace chairside::app
