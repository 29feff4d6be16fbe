// Internal to core/services: two identifiers typed by hand before a dose is ordered or prepared.
#pragma once

#include <string>

#include "core/base/result.h"
#include "core/domain/patient/patient.h"

namespace chairside::services {

// Required or Mismatch on "initials" (given, then family; case and accents do not matter) and "birth_year"
// (four digits).
void checkIdentity(base::Problems& problems, const domain::PatientDetails& details, const std::string& initials,
                   const std::string& birthYear);

} // namespace chairside::services
