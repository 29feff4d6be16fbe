// What is done to a version of a protocol after it was drafted, as a store keeps it.
#pragma once

#include <string>

#include "core/base/calendar_date.h"
#include "core/base/instant.h"
#include "core/domain/ids.h"

namespace chairside::services {

// Under a version that the second signature completes.
inline constexpr const char* kSecondProtocolSignature = "protocol_second";

struct ProtocolSigning {
    domain::ProtocolVersionId version;
    domain::AccountId by;
    base::Instant at;
    base::CalendarDate inForceFrom;
    bool secondNeeded = false;
};

struct ProtocolRetirement {
    domain::ProtocolVersionId version;
    std::string reason;
    domain::AccountId by;
    base::Instant at;
};

} // namespace chairside::services
