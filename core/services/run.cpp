#include "core/services/run.h"

#include "core/services/keys.h"
#include "core/services/retreatment_standing.h"
#include "core/services/try.h"

namespace chairside::services {
namespace {

// What is stored counts, not what was true at sign-in: a closed account stops at once.
base::Result<Grant> grantOf(Transaction& tx, const Actor& actor, domain::Permission permission, base::Instant now) {
    const auto stored = tx.accounts().byId(actor.account);
    if (!stored && stored.error().code != base::Code::NotFound) return std::unexpected(stored.error());
    if (stored && !stored->account.closed) {
        if (domain::allowed(stored->account.roles, permission) && domain::allowed(actor.roles, permission))
            return Grant::ByRole;
        if (domain::allowedInEmergency(permission) && CHAIRSIDE_TRY(tx.emergencyAccess().openOf(actor.account, now))) {
            return Grant::InEmergency;
        }
    }
    return base::fail(base::Code::Denied, permissionKey(permission));
}

// The refusal stands whether or not the trail could be written.
base::Done deny(ServiceContext& context, const Actor& actor, domain::Permission permission) {
    [[maybe_unused]] const auto audited =
        auditOwnAccount(context, actor, AuditAction::Denied, permissionKey(permission));
    return base::fail(base::Code::Denied, permissionKey(permission));
}

} // namespace

domain::Role actingRole(const Actor& actor, domain::Permission permission) {
    const domain::Role leading = actor.leadingRole();
    if (domain::allowed({leading}, permission)) return leading;
    for (const domain::Role role : domain::kAllRoles) {
        if (actor.roles.has(role) && domain::allowed({role}, permission)) return role;
    }
    return leading;
}

AuditEvent actorEvent(const Actor& actor, domain::Role role, AuditAction action) {
    AuditEvent event;
    event.action = action;
    event.who = actor.account;
    event.role = roleKey(role);
    event.workstation = actor.workstation;
    return event;
}

base::Done auditOwnAccount(ServiceContext& context, const Actor& actor, AuditAction action, const std::string& detail) {
    auto event = actorEvent(actor, actor.leadingRole(), action);
    event.outcome = action == AuditAction::Denied ? AuditOutcome::Failure : AuditOutcome::Success;
    event.subjectKind = "account";
    event.subjectId = actor.account.text();
    event.detail = detail;
    return context.store.write([&event](Transaction& tx) -> base::Done {
        tx.audit(event);
        return {};
    });
}

void Unit::audit(AuditAction action, std::string subjectKind, std::string subjectId,
                 std::optional<domain::PatientId> patient, std::string detail) {
    auto event = actorEvent(m_actor, m_role, action);
    event.subjectKind = std::move(subjectKind);
    event.subjectId = std::move(subjectId);
    event.patient = patient;
    event.detail = std::move(detail);
    if (m_grant == Grant::InEmergency) event.detail += event.detail.empty() ? "emergency" : " emergency";
    m_transaction.audit(event);
}

void Unit::changed(ChangeKind kind, std::string id, std::optional<domain::PatientId> patient) {
    m_changes.push_back({kind, std::move(id), patient ? patient->text() : std::string{}});
}

base::Done runUnit(ServiceContext& context, const Actor& actor, domain::Permission permission, Access access,
                   const std::function<base::Done(Unit&)>& work) {
    if (!domain::allowed(actor.roles, permission) && !domain::allowedInEmergency(permission))
        return deny(context, actor, permission);
    std::vector<Change> changes;
    bool refused = false;
    const auto inTransaction = [&](Transaction& tx) -> base::Done {
        changes.clear(); // a store may run the work again after a conflict
        const auto grant = grantOf(tx, actor, permission, context.clock.now());
        refused = !grant && grant.error().code == base::Code::Denied;
        if (!grant) return std::unexpected(grant.error());
        Unit unit(context, tx, actor, actingRole(actor, permission), *grant);
        CHAIRSIDE_TRY(work(unit));
        if (access == Access::Write) keepStandings(unit, changedPatients(unit));
        changes = unit.changes();
        return {};
    };
    const auto done = access == Access::Read ? context.store.read(inTransaction) : context.store.write(inTransaction);
    if (refused) return deny(context, actor, permission);
    if (!done) return done;
    for (const auto& change : changes)
        context.changes.notify(change);
    return {};
}

} // namespace chairside::services
