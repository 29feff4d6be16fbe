// Internal to core/services: details of a patient as they are stored.
#pragma once

#include "core/domain/patient/patient.h"

namespace chairside::services {

// Every text without blanks at its ends.
[[nodiscard]] domain::PatientDetails tidied(domain::PatientDetails details);

} // namespace chairside::services
