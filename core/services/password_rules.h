// Internal to core/services: what a new password and a new PIN must be.
#pragma once

#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/services/service_context.h"

namespace chairside::services {

// On the field "password": length in characters; TooWeak for one that is short, the user's or the clinic's name, on the
// list of refused ones (also with digits or marks before or behind), or a pattern. Nothing is asked of its composition.
void checkPassword(base::Problems& problems, const std::string& password, const std::string& userName,
                   const std::string& clinicName, const ClinicPolicy& policy);
// On the field "pin": digits only (NotANumber), their number (OutOfRange), TooWeak for a pattern.
void checkPin(base::Problems& problems, std::string_view pin, const ClinicPolicy& policy);

// One character or short group again and again, or a run up or down: "aaaa", "abcabcabc", "123456", "987654".
[[nodiscard]] bool isPattern(std::u32string_view text);

} // namespace chairside::services
