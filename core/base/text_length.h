// What a text may be before it is kept.
#pragma once

#include <string>
#include <string_view>

#include "core/base/result.h"

namespace chairside::base {

// NotAllowed (value kNotText) if a store would not give it back as it was, else TooLong above maxLength characters.
void checkLength(Problems& problems, const std::string& field, std::string_view text, int maxLength);

} // namespace chairside::base
