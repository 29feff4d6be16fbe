#include "app/vault/clinic_vault.h"

#include <cstring>
#include <system_error>

#include "core/base/private_file.h"
#include "core/services/try.h"

namespace chairside::app {

using base::Code;
using base::Done;

base::Result<std::unique_ptr<ClinicVault>> ClinicVault::look(VaultPlace place, LockableStore& store) {
    std::unique_ptr<ClinicVault> vault(new ClinicVault(std::move(place), store));
    std::error_code error;
    const auto database = vault->m_place.store.folder / "clinic.db";
    const bool empty = !std::filesystem::exists(database, error) || std::filesystem::file_size(database, error) == 0;
    const bool anchored = std::filesystem::exists(vault->m_place.store.folder / "clinic.anchor", error);
    // Keys without data are the rest of a set-up that did not get further.
    if (empty && !anchored) return vault;
    auto file = access::KeyFile::read(vault->keysFile());
    if (!file && file.error().code == Code::NotFound) {
        return base::fail(Code::StorageDamaged, {}, "clinic.keys is missing: the data cannot be opened without it");
    }
    vault->m_file = CHAIRSIDE_TRY(std::move(file));
    return vault;
}

base::Result<std::unique_ptr<store::Store>> ClinicVault::openStore(const access::Secret& key) const {
    auto options = m_place.store;
    options.key = key.bytes();
    return store::Store::open(options);
}

Done ClinicVault::replace(access::KeyFile changed, const access::DataKeys& keys) {
    CHAIRSIDE_TRY(changed.write(keysFile(), keys));
    m_file = std::move(changed);
    return {};
}

Done ClinicVault::setUp(const domain::AccountId& account, const std::string& userName, const std::string& password) {
    if (!m_keys) m_keys = access::DataKeys{CHAIRSIDE_TRY(access::Secret::random()), std::nullopt};
    auto file = CHAIRSIDE_TRY(access::KeyFile::make(m_place.cost));
    const auto code = CHAIRSIDE_TRY(access::RecoveryCode::random());
    CHAIRSIDE_TRY(file.addPerson(*m_keys, account.text(), userName, password));
    CHAIRSIDE_TRY(file.setRecoveryCode(*m_keys, code));
    CHAIRSIDE_TRY(base::createPrivateFolder(m_place.store.folder));
    CHAIRSIDE_TRY(replace(std::move(file), *m_keys));
    if (!m_store.isOpen()) m_store.put(CHAIRSIDE_TRY(openStore(m_keys->current)));
    m_code = code.text();
    return {};
}

void ClinicVault::forgetRecoveryCode() {
    ::explicit_bzero(m_code.data(), m_code.size());
    m_code.clear();
}

Done ClinicVault::open(const std::string& userName, const std::string& password) {
    if (!m_file) return base::fail(Code::SignInFailed);
    return openWith(CHAIRSIDE_TRY(m_file->open(userName, password)));
}

Done ClinicVault::openWithCode(const std::string& code) {
    if (!m_file) return base::fail(Code::NotFound, "clinic");
    return openWith(CHAIRSIDE_TRY(m_file->open(CHAIRSIDE_TRY(access::RecoveryCode::read(code)))));
}

Done ClinicVault::openWith(access::DataKeys keys) {
    if (m_store.isOpen()) return {};
    auto opened = openStore(keys.current);
    bool nextIsUsed = false;
    if (!opened && opened.error().code == Code::StorageDamaged && keys.next) {
        opened = openStore(*keys.next);
        nextIsUsed = opened.has_value();
    }
    if (!opened) return std::unexpected(opened.error());
    if (keys.next) {
        auto changed = *m_file;
        CHAIRSIDE_TRY(changed.endRekey(keys, nextIsUsed));
        CHAIRSIDE_TRY(replace(std::move(changed), keys));
    }
    m_store.put(std::move(*opened));
    m_keys = std::move(keys);
    return {};
}

void ClinicVault::close() {
    m_store.put(nullptr);
    m_keys.reset();
}

Done ClinicVault::addPerson(const domain::AccountId& account, const std::string& userName,
                            const std::string& password) {
    if (!m_keys) return base::fail(Code::WrongState, "clinic.keys");
    auto changed = *m_file;
    CHAIRSIDE_TRY(changed.addPerson(*m_keys, account.text(), userName, password));
    return replace(std::move(changed), *m_keys);
}

Done ClinicVault::changePassword(const domain::AccountId& account, const std::string& userName,
                                 const std::string& password) {
    if (!m_keys) return base::fail(Code::WrongState, "clinic.keys");
    auto changed = *m_file;
    if (changed.hasPerson(account.text())) {
        CHAIRSIDE_TRY(changed.changePassword(*m_keys, account.text(), userName, password));
    } else {
        CHAIRSIDE_TRY(changed.addPerson(*m_keys, account.text(), userName, password));
    }
    return replace(std::move(changed), *m_keys);
}

std::string ClinicVault::slotOf(const domain::AccountId& account, const std::string& userName) const {
    return m_file ? m_file->slotMark(account.text(), userName) : std::string{};
}

Done ClinicVault::revoke(const domain::AccountId& account) {
    if (!m_keys) return base::fail(Code::WrongState, "clinic.keys");
    auto changed = *m_file;
    if (!changed.revoke(account.text())) return {};
    return replace(std::move(changed), *m_keys);
}

Done ClinicVault::rekey() {
    if (!m_keys) return base::fail(Code::WrongState, "clinic.keys");
    // Both keys are on the disk before the first page changes, and until it is known which one is used.
    auto changed = *m_file;
    CHAIRSIDE_TRY(changed.beginRekey(*m_keys));
    auto done = replace(changed, *m_keys);
    if (done) done = m_store.get()->rekey(m_keys->next->bytes());
    CHAIRSIDE_TRY(changed.endRekey(*m_keys, done.has_value()));
    CHAIRSIDE_TRY(replace(std::move(changed), *m_keys));
    return done;
}

} // namespace chairside::app
