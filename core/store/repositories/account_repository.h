// Accounts with their roles and password hashes.
#pragma once

#include "core/services/ports/repositories.h"
#include "core/store/session.h"

namespace chairside::store {

class SqlAccountRepository final : public services::AccountRepository {
public:
    explicit SqlAccountRepository(Session& session) : m_session(session) {}

    [[nodiscard]] base::Result<std::int64_t> count() override;
    // In the order of the user names.
    [[nodiscard]] base::Result<std::vector<domain::Account>> list() override;
    [[nodiscard]] base::Result<services::StoredAccount> byUserName(std::string_view userName) override;
    [[nodiscard]] base::Result<services::StoredAccount> byId(const domain::AccountId& id) override;
    [[nodiscard]] base::Done add(const services::StoredAccount& account) override;
    [[nodiscard]] base::Done setPassword(const domain::AccountId& id,
                                         const services::StoredPassword& password) override;
    [[nodiscard]] base::Done setFailedAttempts(const domain::AccountId& id, int failed,
                                               std::optional<base::Instant> lastFailedAt) override;
    [[nodiscard]] base::Done setPin(const domain::AccountId& id, const std::optional<std::string>& hash) override;
    [[nodiscard]] base::Done setPinFailed(const domain::AccountId& id, int failed) override;
    [[nodiscard]] base::Done setSecondFactor(const domain::AccountId& id,
                                             const std::optional<services::SecondFactor>& factor) override;
    [[nodiscard]] base::Done setClosed(const domain::AccountId& id, bool closed) override;

private:
    [[nodiscard]] base::Result<services::StoredAccount> find(Sql sql, std::string_view key);
    [[nodiscard]] base::Done readRoles(domain::Account& account);
    [[nodiscard]] base::Done change(const domain::AccountId& id, Sql sql, const Values& row);

    Session& m_session;
};

} // namespace chairside::store
