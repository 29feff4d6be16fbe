#include "core/store/repositories/account_repository.h"

#include "core/store/repositories/statements.h"
#include "core/store/row_reader.h"

namespace chairside::store {
namespace {

constexpr Sql kCount("SELECT count(*) FROM account");
constexpr Sql kAccountList("SELECT id, user_name, printed_name, closed, password_hash, failed_attempts, last_failed_at,"
                           " last_failed_offset, pin_hash, pin_failed, password_slot, password_given, factor_secret,"
                           " factor_step, factor_recovery FROM account ORDER BY user_name");
constexpr Sql kByUserName("SELECT id, user_name, printed_name, closed, password_hash, failed_attempts, last_failed_at,"
                          " last_failed_offset, pin_hash, pin_failed, password_slot, password_given, factor_secret,"
                          " factor_step, factor_recovery FROM account WHERE user_name = ?");
constexpr Sql kById("SELECT id, user_name, printed_name, closed, password_hash, failed_attempts, last_failed_at,"
                    " last_failed_offset, pin_hash, pin_failed, password_slot, password_given, factor_secret,"
                    " factor_step, factor_recovery FROM account WHERE id = ?");
constexpr Sql kRoles("SELECT role FROM role_grant WHERE account_id = ? ORDER BY role");
constexpr Sql
    kAccountInsert("INSERT INTO account (id, clinic_id, user_name, printed_name, password_hash, failed_attempts,"
                   " last_failed_at, last_failed_offset, closed, password_slot, password_given, row_version)"
                   " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)");
constexpr Sql kInsertRole("INSERT INTO role_grant (account_id, role) VALUES (?, ?)");
constexpr Sql kSetPassword("UPDATE account SET password_hash = ?, password_slot = ?, password_given = ?,"
                           " row_version = row_version + 1 WHERE id = ?");
constexpr Sql kSetFailed("UPDATE account SET failed_attempts = ?, last_failed_at = ?, last_failed_offset = ?,"
                         " row_version = row_version + 1 WHERE id = ?");
constexpr Sql kSetClosed("UPDATE account SET closed = ?, row_version = row_version + 1 WHERE id = ?");
constexpr Sql kSetPin("UPDATE account SET pin_hash = ?, pin_failed = NULL, row_version = row_version + 1 WHERE id = ?");
constexpr Sql kSetPinFailed("UPDATE account SET pin_failed = ?, row_version = row_version + 1 WHERE id = ?");
constexpr Sql kSetFactor("UPDATE account SET factor_secret = ?, factor_step = ?, factor_recovery = ?,"
                         " row_version = row_version + 1 WHERE id = ?");
constexpr Sql kAccountAll[] = {kSetPin, kSetPinFailed,  kSetFactor,  kCount,       kAccountList, kByUserName, kById,
                               kRoles,  kAccountInsert, kInsertRole, kSetPassword, kSetFailed,   kSetClosed};

std::vector<std::string> linesOf(const std::string& text) {
    std::vector<std::string> lines;
    for (std::size_t from = 0; from < text.size();) {
        const auto end = text.find('\n', from);
        lines.push_back(text.substr(from, end - from));
        from = end == std::string::npos ? text.size() : end + 1;
    }
    return lines;
}

std::string textOfLines(const std::vector<std::string>& lines) {
    std::string text;
    for (const auto& line : lines)
        text += line + '\n';
    return text;
}

// As the columns password_slot and password_given hold it.
std::optional<std::string> slotColumn(const services::StoredPassword& password) {
    return password.slot.empty() ? std::nullopt : std::optional(password.slot);
}

std::optional<std::int64_t> givenColumn(const services::StoredPassword& password) {
    return password.isGiven ? std::optional<std::int64_t>(1) : std::nullopt;
}

// Without the roles, which are rows of their own.
services::StoredAccount toAccount(RowReader& row) {
    const auto id = row.id<domain::AccountId>();
    auto userName = row.text();
    auto printedName = row.text();
    const bool closed = row.flag();
    auto passwordHash = row.text();
    const int failed = row.whole();
    const auto failedAt = row.optionalInstant();
    services::StoredAccount stored{{id, std::move(userName), std::move(printedName), {}, closed},
                                   {std::move(passwordHash), {}, false},
                                   failed,
                                   failedAt,
                                   row.optionalText(),
                                   row.optionalWhole().value_or(0),
                                   {}};
    stored.password.slot = row.optionalText().value_or(std::string{});
    stored.password.isGiven = row.optionalWhole().has_value();
    if (auto secret = row.optionalText()) {
        stored.secondFactor = {std::move(*secret), row.wide(), linesOf(row.text())};
    }
    return stored;
}

} // namespace

base::Result<std::int64_t> SqlAccountRepository::count() {
    return readNumber(m_session.connection(), kCount, {});
}

base::Result<std::vector<domain::Account>> SqlAccountRepository::list() {
    const auto stored =
        CHAIRSIDE_TRY(readAll<services::StoredAccount>(m_session.connection(), "account", kAccountList, {}, toAccount));
    std::vector<domain::Account> accounts;
    for (const auto& one : stored) {
        CHAIRSIDE_TRY(readRoles(accounts.emplace_back(one.account)));
    }
    return accounts;
}

base::Result<services::StoredAccount> SqlAccountRepository::byUserName(std::string_view userName) {
    return find(kByUserName, userName);
}

base::Result<services::StoredAccount> SqlAccountRepository::byId(const domain::AccountId& id) {
    return find(kById, id.text());
}

base::Result<services::StoredAccount> SqlAccountRepository::find(Sql sql, std::string_view key) {
    auto found =
        CHAIRSIDE_TRY(readOne<services::StoredAccount>(m_session.connection(), "account", sql, values(key), toAccount));
    CHAIRSIDE_TRY(readRoles(found.account));
    return found;
}

base::Done SqlAccountRepository::readRoles(domain::Account& account) {
    const auto roles =
        CHAIRSIDE_TRY(readAll<domain::Role>(m_session.connection(), "role_grant", kRoles, values(account.id),
                                            [](RowReader& row) { return row.key<domain::Role>(); }));
    for (const auto role : roles)
        account.roles.add(role);
    return {};
}

base::Done SqlAccountRepository::add(const services::StoredAccount& stored) {
    const auto& account = stored.account;
    if (byUserName(account.userName)) return base::fail(base::Code::AlreadyExists, "user_name");
    const auto clinic = CHAIRSIDE_TRY(m_session.clinicId());
    CHAIRSIDE_TRY(m_session.insert(Table::Account, account.id.text(), kAccountInsert,
                                   values(account.id, clinic, account.userName, account.printedName,
                                          stored.password.hash, stored.failedAttempts, stored.lastFailedAt,
                                          account.closed, slotColumn(stored.password), givenColumn(stored.password))));
    for (const auto role : domain::kAllRoles) {
        if (!account.roles.has(role)) continue;
        CHAIRSIDE_TRY(m_session.insertPart(kInsertRole, values(account.id, role)));
    }
    return {};
}

base::Done SqlAccountRepository::setPassword(const domain::AccountId& id, const services::StoredPassword& password) {
    return change(id, kSetPassword, values(password.hash, slotColumn(password), givenColumn(password), id));
}

base::Done SqlAccountRepository::setFailedAttempts(const domain::AccountId& id, int failed,
                                                   std::optional<base::Instant> lastFailedAt) {
    return change(id, kSetFailed, values(failed, lastFailedAt, id));
}

base::Done SqlAccountRepository::setClosed(const domain::AccountId& id, bool closed) {
    return change(id, kSetClosed, values(closed, id));
}

base::Done SqlAccountRepository::setPin(const domain::AccountId& id, const std::optional<std::string>& hash) {
    return change(id, kSetPin, values(hash, id));
}

base::Done SqlAccountRepository::setPinFailed(const domain::AccountId& id, int failed) {
    return change(id, kSetPinFailed, values(failed, id));
}

base::Done SqlAccountRepository::setSecondFactor(const domain::AccountId& id,
                                                 const std::optional<services::SecondFactor>& factor) {
    std::optional<std::string> secret, recovery;
    std::optional<std::int64_t> step;
    if (factor) {
        secret = factor->secret;
        step = factor->lastStep;
        recovery = textOfLines(factor->recoveryHashes);
    }
    return change(id, kSetFactor, values(secret, step, recovery, id));
}

base::Done SqlAccountRepository::change(const domain::AccountId& id, Sql sql, const Values& row) {
    const bool changed = CHAIRSIDE_TRY(m_session.update(Table::Account, id.text(), sql, row));
    if (!changed) return base::fail(base::Code::NotFound, "account");
    return {};
}

std::span<const Sql> accountStatements() {
    return kAccountAll;
}

} // namespace chairside::store
