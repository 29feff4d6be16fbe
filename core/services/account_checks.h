// Internal to core/services: making one account.
#pragma once

#include <string>

#include "core/services/account_service.h"
#include "core/services/run.h"

namespace chairside::services {

// Setting that holds the clinic's name.
inline constexpr std::string_view kClinicNameSetting = "clinic.name";

[[nodiscard]] base::Problems checkNewAccount(const NewAccount& account, const std::string& clinicName,
                                             const ClinicPolicy& policy);
// The account with its password hashed. Slow on purpose: call it outside a transaction.
[[nodiscard]] base::Result<StoredAccount> makeAccount(ServiceContext& context, const NewAccount& account);

} // namespace chairside::services
