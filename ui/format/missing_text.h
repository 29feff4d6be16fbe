// The four words for a value that is not there, and why. A missing value is never drawn as zero, a dash or
// nothing.
#pragma once

#include <QString>

#include "core/domain/missing.h"

namespace chairside::ui {

using Missing = domain::MissingReason;

// "not recorded", "not done", "declined", "unavailable".
[[nodiscard]] QString missingText(Missing reason);

} // namespace chairside::ui
