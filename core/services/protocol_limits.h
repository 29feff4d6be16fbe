// Internal to core/services: whether the hard limits of a version need a second signature.
#pragma once

#include <span>

#include "core/services/protocol_service.h"

namespace chairside::services {

// all: at least every version of the same protocol.
[[nodiscard]] HardLimits hardLimitsOf(const domain::ProtocolVersion& version,
                                      std::span<const domain::ProtocolVersion> all,
                                      std::span<const domain::ProtocolTemplate> templates);

} // namespace chairside::services
