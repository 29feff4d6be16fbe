// Internal to core/services: sign-in while the data are still closed.
#pragma once

#include <string>

#include "core/base/result.h"
#include "core/services/service_context.h"

namespace chairside::services {

// Opens the data if they are closed; opened says whether it did. SignInFailed and SignInDelayed as at every sign-in;
// wrong tries are kept until they can be audited.
[[nodiscard]] base::Done openVault(ServiceContext& context, const std::string& userName, const std::string& password,
                                   bool& opened);
// After the slot of this name was opened with this password: whether it is the password of an open account too, which
// then needs no second look. If a change of the password was interrupted between the two, the account gets it; as
// nobody knows who chose it, its owner chooses another one.
[[nodiscard]] base::Result<bool> agreeWithSlot(ServiceContext& context, const std::string& userName,
                                               const std::string& password, const std::string& workstation);
// Writes what was tried meanwhile into the trail and into the accounts' counts, and forgets it.
[[nodiscard]] base::Done auditLockedTries(ServiceContext& context, const std::string& workstation);

} // namespace chairside::services
