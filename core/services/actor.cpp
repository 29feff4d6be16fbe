#include "core/services/actor.h"

namespace chairside::services {

domain::Role Actor::leadingRole() const {
    using domain::Role;
    for (const Role role : {Role::Physician, Role::Nurse, Role::Administrator}) {
        if (roles.has(role)) return role;
    }
    return Role::Auditor;
}

} // namespace chairside::services
