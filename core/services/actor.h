// The person on whose behalf a service runs. Made only by AccountService after a successful sign-in.
#pragma once

#include <optional>
#include <string>

#include "core/base/instant.h"
#include "core/domain/account/role.h"
#include "core/domain/ids.h"

namespace chairside::services {

struct Actor {
    domain::AccountId account;
    std::string userName;
    std::string printedName;
    domain::RoleSet roles;
    std::string workstation;                                    // name of the PC
    std::optional<base::Instant> emergencyUntil = std::nullopt; // may see patients until then

    // The role an entry or signature is made in: the most clinical one the person holds.
    [[nodiscard]] domain::Role leadingRole() const;
};

} // namespace chairside::services
