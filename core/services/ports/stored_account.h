// An account with everything its sign-in is checked against.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/instant.h"
#include "core/domain/account/account.h"

namespace chairside::services {

struct SecondFactor {
    std::string secret;                      // as OneTimeCodes makes it
    std::int64_t lastStep = -1;              // of the code that was taken last: none up to it is taken again
    std::vector<std::string> recoveryHashes; // of the codes that are left
};

// A password as it is kept.
struct StoredPassword {
    std::string hash;
    std::string slot;     // KeyVault::slotOf() when it was kept; empty: without a vault, or from before it was noted
    bool isGiven = false; // by an administrator: its owner chooses another one before they do anything
};

struct StoredAccount {
    domain::Account account;
    StoredPassword password;
    int failedAttempts = 0;
    std::optional<base::Instant> lastFailedAt;
    std::optional<std::string> pinHash; // of the PIN for the person's own locked screen
    int pinFailed = 0;                  // wrong ones since the last right one
    std::optional<SecondFactor> secondFactor;
};

} // namespace chairside::services
