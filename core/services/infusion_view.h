// Internal to core/services: puts the view of one infusion together inside a transaction.
#pragma once

#include "core/services/infusion_service.h"
#include "core/services/run.h"

namespace chairside::services {

[[nodiscard]] base::Result<InfusionView> buildInfusionView(Unit& unit, const domain::InfusionId& infusion);

} // namespace chairside::services
