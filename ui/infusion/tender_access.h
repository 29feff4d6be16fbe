// What assistive technology sees of the tender-point map.
#pragma once

#include "core/domain/outcome/tender_points.h"

namespace chairside::ui {

class TenderMap;

// Once per process; later calls do nothing.
void installTenderAccess();
// Tells that a site's finding changed, or that it has the focus now.
void tellTenderState(TenderMap& map, domain::TenderSite site);
void tellTenderFocus(TenderMap& map, domain::TenderSite site);

} // namespace chairside::ui
