// Cumulative exposure and the checks it asks for, in words.
#pragma once

#include <QString>

#include "core/domain/outcome/exposure.h"

namespace chairside::ui {

// "12 infusions, 412 mg".
[[nodiscard]] QString exposureSumText(const domain::ExposureSum& sum);
// "Liver tests".
[[nodiscard]] QString exposureCheckText(domain::ExposureCheck check);
// "▲ overdue since 03-Jan-2025, last on 02-Jul-2024", "due since ...", "made on ..., counts until ...".
[[nodiscard]] QString promptText(const domain::ExposurePrompt& prompt);

} // namespace chairside::ui
