// Who may open the clinic's data, kept outside of them. Implemented by the composition root with the key slots of
// core/access and the store. Used on one thread.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/base/instant.h"
#include "core/base/result.h"
#include "core/domain/ids.h"

namespace chairside::services {

// A wrong try while nothing could be read, and so nothing audited.
struct LockedTry {
    std::optional<domain::AccountId> account; // none: nobody of that name
    base::Instant at;
};

struct LockedTries {
    int failed = 0;
    std::optional<base::Instant> lastFailedAt;
};

class KeyVault {
public:
    virtual ~KeyVault() = default;
    // Whether the data can be read.
    [[nodiscard]] virtual bool isOpen() const = 0;
    // Whether there are keys, and so a clinic that was set up.
    [[nodiscard]] virtual bool hasKeys() const = 0;

    // Makes the keys of a new clinic with the slot of its first account, and opens the data. Again after a failure, as
    // long as the clinic has no account.
    [[nodiscard]] virtual base::Done setUp(const domain::AccountId& account, const std::string& userName,
                                           const std::string& password) = 0;
    // The code that setUp() made; empty once it was confirmed, or without keys.
    [[nodiscard]] virtual std::string recoveryCode() const = 0;
    virtual void forgetRecoveryCode() = 0;

    // SignInFailed: the name or the password; the same work for both. Failures of the store leave it closed.
    [[nodiscard]] virtual base::Done open(const std::string& userName, const std::string& password) = 0;
    // Invalid on "recovery_code" for a slip, SignInFailed for a code that is another's.
    [[nodiscard]] virtual base::Done openWithCode(const std::string& code) = 0;
    // Nothing can be read again until the next open().
    virtual void close() = 0;

    // Of this name since the data were open; names that nobody has are counted together.
    [[nodiscard]] virtual base::Result<LockedTries> triesOf(const std::string& userName) const = 0;
    [[nodiscard]] virtual base::Done addTry(const std::string& userName, base::Instant at) = 0;
    // All of them, oldest first.
    [[nodiscard]] virtual base::Result<std::vector<LockedTry>> tries() const = 0;
    [[nodiscard]] virtual base::Done clearTries() = 0;

    // For an open vault. AlreadyExists: the account or its name has a slot. Storage failures change nothing.
    [[nodiscard]] virtual base::Done addPerson(const domain::AccountId& account, const std::string& userName,
                                               const std::string& password) = 0;
    // Makes the slot if there is none; the old password opens nothing afterwards.
    [[nodiscard]] virtual base::Done changePassword(const domain::AccountId& account, const std::string& userName,
                                                    const std::string& password) = 0;
    // Tells one slot from every other one: another password makes another one, a new key for the data does not. Empty
    // unless the account has a slot under this name.
    [[nodiscard]] virtual std::string slotOf(const domain::AccountId& account, const std::string& userName) const = 0;
    // Done also if there was no slot.
    [[nodiscard]] virtual base::Done revoke(const domain::AccountId& account) = 0;
    // Encrypts the data anew; who was revoked cannot read them with an old copy of the slots. After a failure the old
    // key is the right one.
    [[nodiscard]] virtual base::Done rekey() = 0;
};

} // namespace chairside::services
