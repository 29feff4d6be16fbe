// Access to patients for somebody whose roles do not give it, for an emergency: with a reason, for a limited time, and
// looked at by somebody else afterwards. Source: 45 CFR 164.312(a)(2)(ii).
#pragma once

#include <optional>
#include <string>

#include "core/base/instant.h"
#include "core/domain/ids.h"

namespace chairside::domain {

struct EmergencyAccess {
    EmergencyAccessId id;
    AccountId who;
    std::string reason;
    base::Instant startedAt, endsAt;
    std::optional<base::Instant> endedAt; // earlier than it had to
    struct Review {
        AccountId by;
        base::Instant at;
        std::string remark;
    };
    std::optional<Review> review;

    [[nodiscard]] bool isOpen(base::Instant now) const { return !endedAt && now < endsAt; }
};

// What of a record's life was noted; each once.
enum class EmergencyNoteKind { Ended, Reviewed };

} // namespace chairside::domain
