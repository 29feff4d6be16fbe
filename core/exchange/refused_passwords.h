// Passwords that everybody tries first, and so nobody may choose.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace chairside::exchange {

// {"source": …, "licence": …, "passwords": [lower-case texts in ascending order, none twice]}. Invalid on
// "refused_passwords" for anything else; nothing is taken half.
[[nodiscard]] base::Result<std::vector<std::string>> parseRefusedPasswords(std::string_view json);
[[nodiscard]] base::Result<std::vector<std::string>> shippedRefusedPasswords();

} // namespace chairside::exchange
