// The words of the screen that stands where the program could not start.
#pragma once

#include <QString>

#include "core/base/result.h"
#include "ui/shell/fault_page.h"

namespace chairside::ui {

[[nodiscard]] Fault describeFault(const base::Error& error);

} // namespace chairside::ui
