// What services ask of a store about emergency access. Rows are added and never change.
#pragma once

#include <vector>

#include "core/base/result.h"
#include "core/domain/account/emergency_access.h"

namespace chairside::services {

struct EmergencyNote {
    domain::EntryId id;
    domain::EmergencyAccessId access;
    domain::EmergencyNoteKind kind;
    std::string remark;
    base::Instant at;
    domain::AccountId by;
};

class EmergencyAccessRepository {
public:
    virtual ~EmergencyAccessRepository() = default;
    // Newest first, with what was noted.
    [[nodiscard]] virtual base::Result<std::vector<domain::EmergencyAccess>> all() = 0;
    [[nodiscard]] virtual base::Result<domain::EmergencyAccess> get(const domain::EmergencyAccessId& id) = 0;
    // The one of this person that is open; nothing if there is none.
    [[nodiscard]] virtual base::Result<std::optional<domain::EmergencyAccess>> openOf(const domain::AccountId& who,
                                                                                      base::Instant now) = 0;
    [[nodiscard]] virtual base::Done add(const domain::EmergencyAccess& access) = 0;
    // AlreadyExists if it was noted before.
    [[nodiscard]] virtual base::Done add(const EmergencyNote& note) = 0;
};

} // namespace chairside::services
