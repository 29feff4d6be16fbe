// Fills an empty clinic with invented patients through the same services a person uses.
#pragma once

#include "app/clinic.h"
#include "app/demo/demo_clock.h"
#include "app/demo/demo_script.h"

namespace chairside::app {

// The moment the demo clinic shows: its day has running, due and finished infusions.
[[nodiscard]] base::Instant demoMoment(const base::TimeZone& zone);

// Writes the whole history in the order of time, ending at `moment`, and leaves the clock there. The clinic must be
// empty (WrongState otherwise). Stops at the first failure, which says which step it was.
[[nodiscard]] base::Done fillDemoClinic(Clinic& clinic, DemoClock& clock, base::Instant moment,
                                        const std::vector<DemoPatient>& patients = demoPatients());

} // namespace chairside::app
