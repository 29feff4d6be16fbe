// The key slots beside an encrypted database, and the way from a password to the open store.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "app/vault/lockable_store.h"
#include "core/access/key_file.h"
#include "core/base/clock.h"
#include "core/services/ports/key_vault.h"
#include "core/store/store.h"

namespace chairside::app {

// References outlive the vault.
struct VaultPlace {
    store::StoreOptions store; // of the folder that is held; its key is filled in
    access::HashCost cost = access::HashCost::Interactive;
};

// Keeps clinic.keys and clinic.tries in the folder. Used on one thread.
class ClinicVault final : public services::KeyVault {
public:
    // Fails as KeyFile::read does; a folder without keys is one where nothing was set up.
    [[nodiscard]] static base::Result<std::unique_ptr<ClinicVault>> look(VaultPlace place, LockableStore& store);

    [[nodiscard]] bool isOpen() const override { return m_store.isOpen(); }
    [[nodiscard]] bool hasKeys() const override { return m_file.has_value(); }
    [[nodiscard]] base::Done setUp(const domain::AccountId& account, const std::string& userName,
                                   const std::string& password) override;
    [[nodiscard]] std::string recoveryCode() const override { return m_code; }
    void forgetRecoveryCode() override;
    [[nodiscard]] base::Done open(const std::string& userName, const std::string& password) override;
    [[nodiscard]] base::Done openWithCode(const std::string& code) override;
    void close() override;
    [[nodiscard]] base::Result<services::LockedTries> triesOf(const std::string& userName) const override;
    [[nodiscard]] base::Done addTry(const std::string& userName, base::Instant at) override;
    [[nodiscard]] base::Result<std::vector<services::LockedTry>> tries() const override;
    [[nodiscard]] base::Done clearTries() override;
    [[nodiscard]] base::Done addPerson(const domain::AccountId& account, const std::string& userName,
                                       const std::string& password) override;
    [[nodiscard]] base::Done changePassword(const domain::AccountId& account, const std::string& userName,
                                            const std::string& password) override;
    [[nodiscard]] std::string slotOf(const domain::AccountId& account, const std::string& userName) const override;
    [[nodiscard]] base::Done revoke(const domain::AccountId& account) override;
    [[nodiscard]] base::Done rekey() override;

private:
    ClinicVault(VaultPlace place, LockableStore& store) : m_place(std::move(place)), m_store(store) {}
    [[nodiscard]] std::filesystem::path keysFile() const { return m_place.store.folder / "clinic.keys"; }
    [[nodiscard]] std::filesystem::path triesFile() const { return m_place.store.folder / "clinic.tries"; }
    [[nodiscard]] base::Result<std::unique_ptr<store::Store>> openStore(const access::Secret& key) const;
    [[nodiscard]] base::Done openWith(access::DataKeys keys);
    // Writes the changed file and keeps it only if that worked.
    [[nodiscard]] base::Done replace(access::KeyFile changed, const access::DataKeys& keys);

    VaultPlace m_place;
    LockableStore& m_store;
    std::optional<access::KeyFile> m_file;
    std::optional<access::DataKeys> m_keys; // while open
    std::string m_code;
};

} // namespace chairside::app
