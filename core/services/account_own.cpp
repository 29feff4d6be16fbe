// What a person does with their own sign-in, and an administrator with that of somebody who cannot sign in any more.
#include <algorithm>
#include <functional>

#include "core/services/account_checks.h"
#include "core/services/account_service.h"
#include "core/services/authentication.h"
#include "core/services/keys.h"
#include "core/services/password_rules.h"
#include "core/services/run.h"
#include "core/services/text_rules.h"
#include "core/services/try.h"

namespace chairside::services {
namespace {

using base::Code;
using domain::Permission;

struct OwnAccount {
    StoredAccount stored;
    std::string clinicName;
};

// Denied for an account that was closed meanwhile.
base::Result<OwnAccount> accountOf(ServiceContext& context, const domain::AccountId& id) {
    std::optional<OwnAccount> found;
    CHAIRSIDE_TRY(context.store.read([&](Transaction& tx) -> base::Done {
        found = OwnAccount{CHAIRSIDE_TRY(tx.accounts().byId(id)),
                           CHAIRSIDE_TRY(tx.settings().get(kClinicNameSetting)).value_or(std::string{})};
        return {};
    }));
    if (found->stored.account.closed) return base::fail(Code::Denied, "account");
    return *std::move(found);
}

// Changes an account and says so in the trail, for its owner.
base::Done writeOwn(ServiceContext& context, const Actor& actor, const char* detail,
                    const std::function<base::Done(AccountRepository&)>& change) {
    return context.store.write([&](Transaction& tx) -> base::Done {
        if (CHAIRSIDE_TRY(tx.accounts().byId(actor.account)).account.closed) return base::fail(Code::Denied, "account");
        CHAIRSIDE_TRY(change(tx.accounts()));
        auto event = actorEvent(actor, actor.leadingRole(), AuditAction::Record);
        event.subjectKind = "account";
        event.subjectId = actor.account.text();
        event.detail = detail;
        tx.audit(event);
        return {};
    });
}

base::Done checkNewPassword(const OwnAccount& own, const std::string& password, const ClinicPolicy& policy) {
    base::Problems problems;
    checkPassword(problems, password, own.stored.account.userName, own.clinicName, policy);
    if (!problems.empty()) return base::invalid(std::move(problems));
    return {};
}

} // namespace

base::Result<std::string> changeSlot(ServiceContext& context, const domain::AccountId& account,
                                     const std::string& userName, const std::string& password) {
    if (context.vault == nullptr) return std::string{};
    CHAIRSIDE_TRY(context.vault->changePassword(account, userName, password));
    return context.vault->slotOf(account, userName);
}

base::Done keepOwnPassword(ServiceContext& context, const Actor& actor, const PasswordChange& change,
                           const char* detail) {
    const auto hash = CHAIRSIDE_TRY(context.hasher.hash(change.next));
    const auto slot = CHAIRSIDE_TRY(changeSlot(context, actor.account, actor.userName, change.next));
    auto done = writeOwn(context, actor, detail, [&](AccountRepository& accounts) {
        return accounts.setPassword(actor.account, {hash, slot, false});
    });
    // Not saved: the slot goes back, so that the old one opens both.
    if (!done) CHAIRSIDE_TRY(changeSlot(context, actor.account, actor.userName, change.current));
    return done;
}

base::Result<OwnSignIn> AccountService::ownSignIn(const Actor& actor) {
    const auto own = CHAIRSIDE_TRY(accountOf(m_context, actor.account));
    OwnSignIn facts;
    facts.hasPin = own.stored.pinHash.has_value();
    if (facts.hasPin) facts.pinTriesLeft = std::max(0, m_context.policy.pinTries - own.stored.pinFailed);
    facts.hasSecondFactor = own.stored.secondFactor.has_value();
    if (facts.hasSecondFactor)
        facts.recoveryCodesLeft = static_cast<int>(own.stored.secondFactor->recoveryHashes.size());
    return facts;
}

base::Done AccountService::changePassword(const Actor& actor, const std::string& current,
                                          const std::string& newPassword) {
    const auto own = CHAIRSIDE_TRY(accountOf(m_context, actor.account));
    CHAIRSIDE_TRY(checkNewPassword(own, newPassword, m_context.policy));
    CHAIRSIDE_TRY(confirmPassword(m_context, actor, current, Announce::OnlyAfterFailures));
    return keepOwnPassword(m_context, actor, {current, newPassword}, "password changed");
}

base::Done AccountService::resetPassword(const Actor& actor, const std::string& ownPassword,
                                         const domain::AccountId& account, const std::string& newPassword) {
    CHAIRSIDE_TRY(run(m_context, actor, Permission::ManageAccounts, Access::Read, [&](Unit& unit) -> base::Done {
        if (account == actor.account) return base::invalid("account", base::Rule::SamePerson);
        const auto stored = CHAIRSIDE_TRY(unit.tx().accounts().byId(account));
        if (stored.account.closed) return base::fail(Code::WrongState, "account");
        return {};
    }));
    const auto other = CHAIRSIDE_TRY(accountOf(m_context, account));
    CHAIRSIDE_TRY(checkNewPassword(other, newPassword, m_context.policy));
    CHAIRSIDE_TRY(confirmPassword(m_context, actor, ownPassword, Announce::OnlyAfterFailures));
    const auto hash = CHAIRSIDE_TRY(m_context.hasher.hash(newPassword));
    const auto slot = CHAIRSIDE_TRY(changeSlot(m_context, account, other.stored.account.userName, newPassword));
    return run(m_context, actor, Permission::ManageAccounts, Access::Write, [&](Unit& unit) -> base::Done {
        auto& accounts = unit.tx().accounts();
        CHAIRSIDE_TRY(accounts.setPassword(account, {hash, slot, true}));
        CHAIRSIDE_TRY(accounts.setFailedAttempts(account, 0, std::nullopt));
        CHAIRSIDE_TRY(accounts.setPin(account, std::nullopt));
        CHAIRSIDE_TRY(accounts.setSecondFactor(account, std::nullopt));
        unit.audit(AuditAction::Record, "account", account.text(), std::nullopt, "password reset");
        unit.changed(ChangeKind::Account, account.text());
        return {};
    });
}

base::Done AccountService::setPin(const Actor& actor, const std::string& password, const std::string& pin) {
    base::Problems problems;
    checkPin(problems, pin, m_context.policy);
    if (!problems.empty()) return base::invalid(std::move(problems));
    CHAIRSIDE_TRY(confirmPassword(m_context, actor, password, Announce::OnlyAfterFailures));
    const auto hash = CHAIRSIDE_TRY(m_context.hasher.hash(pin));
    return writeOwn(m_context, actor, "pin set",
                    [&](AccountRepository& accounts) { return accounts.setPin(actor.account, hash); });
}

base::Done AccountService::removePin(const Actor& actor, const std::string& password) {
    CHAIRSIDE_TRY(confirmPassword(m_context, actor, password, Announce::OnlyAfterFailures));
    return writeOwn(m_context, actor, "pin removed",
                    [&](AccountRepository& accounts) { return accounts.setPin(actor.account, std::nullopt); });
}

base::Done AccountService::unlockWithPin(const Actor& actor, const std::string& pin) {
    const auto own = CHAIRSIDE_TRY(accountOf(m_context, actor.account));
    const int left = m_context.policy.pinTries - own.stored.pinFailed;
    if (!own.stored.pinHash || left <= 0) return base::fail(Code::WrongState, "pin");
    const bool right = m_context.hasher.verify(*own.stored.pinHash, pin);
    CHAIRSIDE_TRY(m_context.store.write([&](Transaction& tx) -> base::Done {
        const int failed = right ? 0 : own.stored.pinFailed + 1;
        if (failed != own.stored.pinFailed) CHAIRSIDE_TRY(tx.accounts().setPinFailed(actor.account, failed));
        auto event = actorEvent(actor, actor.leadingRole(), right ? AuditAction::SignIn : AuditAction::SignInFailed);
        event.outcome = right ? AuditOutcome::Success : AuditOutcome::Failure;
        event.subjectKind = "account";
        event.subjectId = actor.account.text();
        event.detail = right ? "unlock pin" : "unlock wrong_pin";
        tx.audit(event);
        return {};
    }));
    if (!right) return base::fail(Code::SignInFailed, "pin", std::to_string(left - 1));
    return {};
}

base::Result<std::string> AccountService::newSecondFactor() {
    if (m_context.oneTimeCodes == nullptr) return base::fail(Code::WrongState, "second_factor");
    return m_context.oneTimeCodes->newSecret();
}

base::Result<std::vector<std::string>> AccountService::confirmSecondFactor(const Actor& actor,
                                                                           const std::string& password,
                                                                           const std::string& secret,
                                                                           const std::string& code) {
    const auto* codes = m_context.oneTimeCodes;
    if (codes == nullptr) return base::fail(Code::WrongState, "second_factor");
    if (trimmed(code).empty()) return base::invalid("one_time_code", base::Rule::Required);
    const auto step = codes->stepOf(secret, code, m_context.clock.now());
    if (!step) return base::invalid("one_time_code", base::Rule::Mismatch);
    CHAIRSIDE_TRY(confirmPassword(m_context, actor, password, Announce::OnlyAfterFailures));
    auto printed = CHAIRSIDE_TRY(codes->newRecoveryCodes());
    SecondFactor factor{secret, *step, {}};
    for (const auto& one : printed)
        factor.recoveryHashes.push_back(m_context.digest.sha256(codes->recoveryText(one)));
    CHAIRSIDE_TRY(writeOwn(m_context, actor, "second factor set", [&](AccountRepository& accounts) {
        return accounts.setSecondFactor(actor.account, factor);
    }));
    return printed;
}

base::Done AccountService::removeSecondFactor(const Actor& actor, const std::string& password) {
    CHAIRSIDE_TRY(confirmPassword(m_context, actor, password, Announce::OnlyAfterFailures));
    return writeOwn(m_context, actor, "second factor removed",
                    [&](AccountRepository& accounts) { return accounts.setSecondFactor(actor.account, std::nullopt); });
}

} // namespace chairside::services
