// A person who signs in. Accounts are never deleted; they are closed.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/base/instant.h"
#include "core/domain/account/role.h"
#include "core/domain/ids.h"

namespace chairside::domain {

struct Account {
    AccountId id;
    std::string userName;    // folded to lower case, unique
    std::string printedName; // as it stands under a signature: "R. Khan, RN"
    RoleSet roles;
    bool closed = false;
};

// Empty if the account is not among them.
[[nodiscard]] std::string printedNameOf(const std::vector<Account>& people, const AccountId& id);

} // namespace chairside::domain
