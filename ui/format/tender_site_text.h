// The sites of the tender-point examination in words.
#pragma once

#include <QString>

#include "core/domain/outcome/tender_points.h"

namespace chairside::ui {

// "Supraspinatus", "Forehead (control)".
[[nodiscard]] QString siteGroupText(domain::TenderSite site);
// "Supraspinatus, right", "Forehead (control)".
[[nodiscard]] QString siteText(domain::TenderSite site);

} // namespace chairside::ui
