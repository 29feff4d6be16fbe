#include "core/services/account_vault.h"

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

base::Done auditTry(Transaction& tx, const LockedTry& tried, const std::string& workstation) {
    AuditEvent event;
    event.action = AuditAction::SignInFailed;
    event.outcome = AuditOutcome::Failure;
    event.workstation = workstation;
    event.subjectKind = "account";
    event.detail = "sign_in locked unknown_user " + tried.at.iso();
    if (tried.account) {
        if (auto stored = tx.accounts().byId(*tried.account); stored) {
            event.who = stored->account.id;
            event.subjectId = stored->account.id.text();
            event.role = roleKey(Actor{stored->account.id, {}, {}, stored->account.roles, {}}.leadingRole());
            event.detail = "sign_in locked wrong_password " + tried.at.iso();
            CHAIRSIDE_TRY(tx.accounts().setFailedAttempts(stored->account.id, stored->failedAttempts + 1, tried.at));
        }
    }
    tx.audit(event);
    return {};
}

AuditEvent keyEvent(const char* detail) {
    AuditEvent event;
    event.action = AuditAction::Record;
    event.subjectKind = "keys";
    event.detail = detail;
    return event;
}

base::Result<StoredAccount> openAccountOf(ServiceContext& context, const std::string& userName) {
    std::optional<StoredAccount> found;
    CHAIRSIDE_TRY(context.store.read([&](Transaction& tx) -> base::Done {
        found = CHAIRSIDE_TRY(tx.accounts().byUserName(foldedUserName(userName)));
        return {};
    }));
    if (found->account.closed) return base::fail(Code::SignInFailed, "user_name");
    return *std::move(found);
}

base::Done setNewPassword(ServiceContext& context, const std::string& userName, const std::string& newPassword,
                          const std::string& workstation) {
    auto stored = openAccountOf(context, userName);
    if (!stored && stored.error().code == Code::NotFound) return base::fail(Code::SignInFailed, "user_name");
    const auto account = CHAIRSIDE_TRY(std::move(stored));
    const auto hash = CHAIRSIDE_TRY(context.hasher.hash(newPassword));
    const auto& id = account.account.id;
    const auto slot = CHAIRSIDE_TRY(changeSlot(context, id, account.account.userName, newPassword));
    return context.store.write([&](Transaction& tx) -> base::Done {
        CHAIRSIDE_TRY(tx.accounts().setPassword(id, {hash, slot, false}));
        CHAIRSIDE_TRY(tx.accounts().setFailedAttempts(id, 0, std::nullopt));
        auto event = keyEvent("recovered");
        event.who = id;
        event.workstation = workstation;
        event.subjectKind = "account";
        event.subjectId = id.text();
        tx.audit(event);
        return {};
    });
}

} // namespace

base::Done openVault(ServiceContext& context, const std::string& userName, const std::string& password, bool& opened) {
    opened = false;
    if (context.vault == nullptr || context.vault->isOpen()) return {};
    auto& vault = *context.vault;
    const auto tries = CHAIRSIDE_TRY(vault.triesOf(userName));
    const auto now = context.clock.now();
    if (const auto wait = secondsToWait(tries.failed, tries.lastFailedAt, now, context.policy)) {
        return base::fail(Code::SignInDelayed, {}, std::to_string(*wait));
    }
    auto done = vault.open(userName, password);
    opened = done.has_value();
    if (!done && done.error().code == Code::SignInFailed) CHAIRSIDE_TRY(vault.addTry(userName, now));
    return done;
}

base::Result<bool> agreeWithSlot(ServiceContext& context, const std::string& userName, const std::string& password,
                                 const std::string& workstation) {
    auto stored = openAccountOf(context, userName);
    const bool unknown =
        !stored && (stored.error().code == Code::NotFound || stored.error().code == Code::SignInFailed);
    if (unknown) return false;
    const auto account = CHAIRSIDE_TRY(std::move(stored));
    const auto slot = context.vault->slotOf(account.account.id, account.account.userName);
    if (slot.empty()) return false;
    if (account.password.slot == slot) return true;
    auto agreed = account.password;
    agreed.slot = slot;
    if (!context.hasher.verify(account.password.hash, password)) {
        agreed.hash = CHAIRSIDE_TRY(context.hasher.hash(password));
        agreed.isGiven = true;
    }
    CHAIRSIDE_TRY(context.store.write([&](Transaction& tx) -> base::Done {
        CHAIRSIDE_TRY(tx.accounts().setPassword(account.account.id, agreed));
        auto event = keyEvent("password agreed with the slot");
        event.who = account.account.id;
        event.workstation = workstation;
        event.subjectKind = "account";
        event.subjectId = account.account.id.text();
        tx.audit(event);
        return {};
    }));
    return true;
}

base::Done auditLockedTries(ServiceContext& context, const std::string& workstation) {
    const auto tries = CHAIRSIDE_TRY(context.vault->tries());
    if (tries.empty()) return {};
    for (const auto& tried : tries) {
        CHAIRSIDE_TRY(context.store.write([&](Transaction& tx) { return auditTry(tx, tried, workstation); }));
    }
    return context.vault->clearTries();
}

std::string AccountService::recoveryCode() const {
    return m_context.vault == nullptr ? std::string{} : m_context.vault->recoveryCode();
}

base::Done AccountService::confirmRecoveryCode(const std::string& second, const std::string& last) {
    if (m_context.vault == nullptr) return {};
    const std::string code = foldedUserName(m_context.vault->recoveryCode());
    const auto firstDash = code.find('-');
    const auto secondDash = code.find('-', firstDash + 1);
    if (firstDash == std::string::npos || secondDash == std::string::npos) return {};
    base::Problems problems;
    if (foldedUserName(second) != code.substr(firstDash + 1, secondDash - firstDash - 1)) {
        problems.push_back({"group_second", base::Rule::Mismatch, {}, {}, {}});
    }
    if (foldedUserName(last) != code.substr(code.rfind('-') + 1)) {
        problems.push_back({"group_last", base::Rule::Mismatch, {}, {}, {}});
    }
    if (!problems.empty()) return base::invalid(std::move(problems));
    m_context.vault->forgetRecoveryCode();
    return {};
}

base::Done AccountService::recover(const std::string& code, const std::string& userName, const std::string& newPassword,
                                   const std::string& workstation) {
    auto* vault = m_context.vault;
    if (vault == nullptr || vault->isOpen()) return base::fail(Code::WrongState, "keys");
    base::Problems problems;
    checkPassword(problems, newPassword, userName, {}, m_context.policy);
    if (!problems.empty()) return base::invalid(std::move(problems));
    CHAIRSIDE_TRY(vault->openWithCode(code));
    auto done = setNewPassword(m_context, userName, newPassword, workstation);
    if (auto audited = auditLockedTries(m_context, workstation); done && !audited) done = audited;
    vault->close();
    return done;
}

base::Done AccountService::rekey(const Actor& actor) {
    CHAIRSIDE_TRY(run(m_context, actor, domain::Permission::ManageAccounts, Access::Read, [&](Unit&) -> base::Done {
        if (m_context.vault == nullptr) return base::fail(Code::WrongState, "keys");
        return {};
    }));
    const auto note = [&](const char* detail) {
        return run(m_context, actor, domain::Permission::ManageAccounts, Access::Write, [&](Unit& unit) -> base::Done {
            unit.audit(AuditAction::Record, "keys", {}, std::nullopt, detail);
            return {};
        });
    };
    CHAIRSIDE_TRY(note("rekey begun"));
    CHAIRSIDE_TRY(m_context.vault->rekey());
    return note("rekeyed");
}

} // namespace chairside::services
