// Sign-in, sign-out and the second look at a person before a signature.
#include "core/services/account_service.h"
#include "core/services/account_vault.h"
#include "core/services/authentication.h"
#include "core/services/keys.h"
#include "core/services/run.h"
#include "core/services/text_rules.h"
#include "core/services/try.h"

namespace chairside::services {

namespace {

// So that the screen can say until when.
base::Done tellEmergency(ServiceContext& context, Actor& actor) {
    if (!domain::allowed(actor.roles, domain::Permission::UseEmergencyAccess)) return {};
    return context.store.read([&](Transaction& tx) -> base::Done {
        const auto open = CHAIRSIDE_TRY(tx.emergencyAccess().openOf(actor.account, context.clock.now()));
        if (open) actor.emergencyUntil = open->endsAt;
        return {};
    });
}

} // namespace

base::Result<Actor> AccountService::signIn(const std::string& userName, const std::string& password,
                                           const std::string& workstation, const std::string& code,
                                           const std::string& newPassword) {
    bool opened = false;
    CHAIRSIDE_TRY(openVault(m_context, userName, password, opened));
    const base::Result<bool> proved = opened ? agreeWithSlot(m_context, userName, password, workstation) : false;
    auto actor = proved.has_value()
                     ? authenticateWithCode(m_context, {userName, password, code, newPassword, *proved}, workstation)
                     : base::Result<Actor>(std::unexpected(proved.error()));
    if (actor) {
        if (auto told = tellEmergency(m_context, *actor); !told) actor = std::unexpected(told.error());
    }
    if (!opened) return actor;
    // Whoever may not work here does not leave the data open for others either.
    if (auto audited = auditLockedTries(m_context, workstation); !audited) actor = std::unexpected(audited.error());
    if (!actor) m_context.vault->close();
    return actor;
}

base::Done AccountService::signOut(const Actor& actor) {
    return auditOwnAccount(m_context, actor, AuditAction::SignOut, {});
}

base::Done AccountService::reauthenticate(const Actor& actor, const std::string& password) {
    return confirmPassword(m_context, actor, password, Announce::Always);
}

base::Result<Actor> AccountService::authenticateWitness(const Actor& actor, const std::string& userName,
                                                        const std::string& password) {
    if (foldedUserName(userName).empty()) return base::invalid("witness", base::Rule::Required);
    if (foldedUserName(userName) == actor.userName) return base::invalid("witness", base::Rule::SamePerson);
    auto witness = CHAIRSIDE_TRY(authenticate(m_context, userName, password, actor.workstation, "witness"));
    if (witness.account == actor.account) return base::invalid("witness", base::Rule::SamePerson);
    const auto needed = domain::Permission::WitnessDrug;
    if (!domain::allowed(witness.roles, needed)) {
        CHAIRSIDE_TRY(auditOwnAccount(m_context, witness, AuditAction::Denied, permissionKey(needed)));
        return base::fail(base::Code::Denied, "witness");
    }
    return witness;
}

} // namespace chairside::services
