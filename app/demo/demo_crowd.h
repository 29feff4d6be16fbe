// Many invented patients, for looking at a large clinic and for measuring.
#pragma once

#include <vector>

#include "app/clinic.h"

namespace chairside::app {

// The details of patient number `index` of a seed; the same every time, clinic numbers "CR 000001" and up.
[[nodiscard]] domain::PatientDetails crowdMember(unsigned seed, int index);

// Registers `count` of them through the patient service of a demo clinic.
[[nodiscard]] base::Done registerCrowd(Clinic& clinic, int count, unsigned seed);

} // namespace chairside::app
