// Internal to core/services: the clinic's details inside a transaction.
#pragma once

#include "core/services/clinic_service.h"

namespace chairside::services {

[[nodiscard]] base::Result<ClinicDetails> readClinicDetails(Transaction& tx);

} // namespace chairside::services
