// Reads the clinic policy (password and text lengths, sign-in delays) from its JSON resource.
#pragma once

#include <string_view>

#include "core/base/result.h"
#include "core/services/service_context.h"

namespace chairside::exchange {

// Invalid names the first key that is missing, unknown or not a whole number above 0.
[[nodiscard]] base::Result<services::ClinicPolicy> parseClinicPolicy(std::string_view json);

// The policy that ships with the program.
[[nodiscard]] base::Result<services::ClinicPolicy> shippedClinicPolicy();

} // namespace chairside::exchange
