// Reading the audit trail. Rows are written by the transaction itself and never change.
#pragma once

#include <optional>
#include <vector>

#include "core/base/calendar_date.h"
#include "core/base/result.h"
#include "core/services/ports/audit_event.h"

namespace chairside::services {

// Where a part of the trail ended: the next part begins with what is older.
struct AuditPosition {
    base::Instant at;
    std::int64_t sequence = 0;

    bool operator==(const AuditPosition&) const = default;
};

// Everything that is given must hold.
struct AuditFilter {
    std::optional<domain::AccountId> who;
    std::optional<domain::PatientId> patient;
    std::optional<AuditAction> action;
    std::optional<base::CalendarDate> from, to; // both inclusive, days of the clinic as each row has them
};

class AuditRepository {
public:
    virtual ~AuditRepository() = default;
    // Newest first by the time that was written, then by number; at most `most` (1 or more). after: older than that.
    [[nodiscard]] virtual base::Result<std::vector<AuditRow>>
    find(const AuditFilter& filter, const std::optional<AuditPosition>& after, int most) = 0;
    // Brings what find() looks in up to the end of the trail, so that nobody waits for a long stretch of it. Only while
    // writing, where find() does the same.
    [[nodiscard]] virtual base::Done catchUp() = 0;
};

} // namespace chairside::services
