// Internal to core/services: the one way a service runs. Permission, one transaction, audit event, change
// notice.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "core/base/result.h"
#include "core/services/service_context.h"

namespace chairside::services {

// The role an act is done in: the leading one if it carries the permission, else the first that does.
[[nodiscard]] domain::Role actingRole(const Actor& actor, domain::Permission permission);

// An event of this person in that role, about nothing yet.
[[nodiscard]] AuditEvent actorEvent(const Actor& actor, domain::Role role, AuditAction action);
// States something about the person's own account in a transaction of its own; Denied is stated as a failure.
[[nodiscard]] base::Done auditOwnAccount(ServiceContext& context, const Actor& actor, AuditAction action,
                                         const std::string& detail);

// Why somebody may do it.
enum class Grant { ByRole, InEmergency };

// One thing a person does, while its transaction is open. Valid only inside the call it is handed to.
class Unit {
public:
    Unit(ServiceContext& context, Transaction& transaction, const Actor& actor, domain::Role role, Grant grant)
        : m_context(context),
          m_transaction(transaction),
          m_actor(actor),
          m_role(role),
          m_grant(grant),
          m_now(context.clock.now()) {}

    [[nodiscard]] Transaction& tx() { return m_transaction; }
    [[nodiscard]] const Actor& actor() const { return m_actor; }
    [[nodiscard]] domain::Role role() const { return m_role; }
    // The moment the unit began; the same for everything it writes.
    [[nodiscard]] base::Instant now() const { return m_now; }
    [[nodiscard]] base::CalendarDate today() const { return m_now.localDate(); }
    [[nodiscard]] const ClinicPolicy& policy() const { return m_context.policy; }
    template <class Id>
    [[nodiscard]] Id newId() {
        return Id(m_context.ids.next());
    }

    // States what was done; who, in which role, where, and whether in an emergency is filled in.
    void audit(AuditAction action, std::string subjectKind, std::string subjectId,
               std::optional<domain::PatientId> patient = std::nullopt, std::string detail = {});
    // Told to the listeners after the commit.
    void changed(ChangeKind kind, std::string id, std::optional<domain::PatientId> patient = std::nullopt);
    [[nodiscard]] const std::vector<Change>& changes() const { return m_changes; }

private:
    ServiceContext& m_context;
    Transaction& m_transaction;
    const Actor& m_actor;
    domain::Role m_role;
    Grant m_grant;
    base::Instant m_now;
    std::vector<Change> m_changes;
};

enum class Access { Read, Write };

// Denied unless the account is open and holds the permission, both for the actor and as it is stored now; a
// refusal is audited in a transaction of its own. Then runs work in one transaction and tells its changes
// after the commit.
[[nodiscard]] base::Done runUnit(ServiceContext& context, const Actor& actor, domain::Permission permission,
                                 Access access, const std::function<base::Done(Unit&)>& work);

// The same for work that returns a value: Result<T>(Unit&).
template <class Work>
[[nodiscard]] auto run(ServiceContext& context, const Actor& actor, domain::Permission permission, Access access,
                       Work work) -> std::invoke_result_t<Work&, Unit&> {
    using Outcome = std::invoke_result_t<Work&, Unit&>;
    std::optional<Outcome> outcome;
    const auto done = runUnit(context, actor, permission, access, [&](Unit& unit) -> base::Done {
        outcome.emplace(work(unit));
        if (!*outcome) return std::unexpected(outcome->error());
        return {};
    });
    if (!done) return std::unexpected(done.error());
    return *std::move(outcome);
}

// A shown record: opening it is audited by work, showing it again only reads.
[[nodiscard]] constexpr Access accessFor(Reading reading) {
    return reading == Reading::Open ? Access::Write : Access::Read;
}

} // namespace chairside::services
