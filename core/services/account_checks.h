// Internal to core/services: making one account, and giving it another password.
#pragma once

#include <string>

#include "core/services/account_service.h"
#include "core/services/run.h"

namespace chairside::services {

// Setting that holds the clinic's name.
inline constexpr std::string_view kClinicNameSetting = "clinic.name";
// There is none where patients are real.
inline constexpr std::string_view kClinicPatientsSetting = "clinic.patients";
inline constexpr std::string_view kInventedPatients = "invented";

[[nodiscard]] base::Problems checkNewAccount(const NewAccount& account, const std::string& clinicName,
                                             const ClinicPolicy& policy);
// The account with its password hashed. Slow on purpose: call it outside a transaction.
[[nodiscard]] base::Result<StoredAccount> makeAccount(ServiceContext& context, const NewAccount& account);

// Changes the password of the account's slot, and returns what StoredPassword notes of the slot; without a vault there
// is neither. Fails as KeyVault::changePassword does.
[[nodiscard]] base::Result<std::string> changeSlot(ServiceContext& context, const domain::AccountId& account,
                                                   const std::string& userName, const std::string& password);

struct PasswordChange {
    const std::string& current;
    const std::string& next; // checked already
};
// A person's own password, in slot and account; detail is for the trail. The slot has it first; what cannot be saved in
// the account leaves the current one.
[[nodiscard]] base::Done keepOwnPassword(ServiceContext& context, const Actor& actor, const PasswordChange& change,
                                         const char* detail);

} // namespace chairside::services
