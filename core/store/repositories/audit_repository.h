// The audit trail as it is read back. What it is found by stands in a table of its own that is filled when the trail is
// asked inside a writing transaction and with every backup; events that are not in it yet are looked through one by
// one.
#pragma once

#include "core/services/ports/audit_repository.h"
#include "core/store/session.h"

namespace chairside::store {

class SqlAuditRepository final : public services::AuditRepository {
public:
    explicit SqlAuditRepository(Session& session) : m_session(session) {}

    [[nodiscard]] base::Result<std::vector<services::AuditRow>>
    find(const services::AuditFilter& filter, const std::optional<services::AuditPosition>& after, int most) override;
    [[nodiscard]] base::Done catchUp() override;

private:
    // The number of the last event that is in it.
    [[nodiscard]] base::Result<std::int64_t> lookupEnd();
    [[nodiscard]] base::Result<std::vector<services::AuditRow>>
    findFilled(const services::AuditFilter& filter, const std::optional<services::AuditPosition>& after, int most);

    Session& m_session;
};

} // namespace chairside::store
