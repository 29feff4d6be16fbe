// What the repositories of a Store share: the connection, the audit trail, and the one way to write a record.
// Belongs to the Store; all calls on its thread.
#pragma once

#include <optional>
#include <string>

#include "core/base/clock.h"
#include "core/base/id.h"
#include "core/services/ports/digest.h"
#include "core/store/audit/audit_log.h"
#include "core/store/connection.h"
#include "core/store/values.h"

namespace chairside::store {

class Session {
public:
    Session(Connection& connection, const base::Clock& clock, const services::Digest& digest, base::IdSource& ids)
        : m_connection(connection), m_clock(clock), m_digest(digest), m_ids(ids), m_audit(connection, clock, digest) {}

    [[nodiscard]] Connection& connection() { return m_connection; }
    [[nodiscard]] const services::Digest& digest() const { return m_digest; }
    [[nodiscard]] AuditLog& audit() { return m_audit; }

    void start(Access access);
    // Grows with every writing transaction that was started: what was read before may be out of date
    // afterwards.
    [[nodiscard]] std::int64_t generation() const { return m_generation; }
    [[nodiscard]] bool isWriting() const { return m_access == Access::Write; }
    void finish(bool committed);

    // Writes a record and notes it for the audit trail. Internal outside a writing transaction.
    [[nodiscard]] base::Done insert(Table table, const std::string& id, Sql sql, const Values& row);
    // Returns whether a row was changed; only then it is noted.
    [[nodiscard]] base::Result<bool> update(Table table, const std::string& id, Sql sql, const Values& row);
    // Writes a row that is part of a record noted in the same transaction, or derived from one.
    [[nodiscard]] base::Done insertPart(Sql sql, const Values& row);

    // Writes a row that is no part of the record and needs no event: unsaved typing. Returns whether a row was written.
    [[nodiscard]] base::Result<bool> putScratch(Sql sql, const Values& row);
    [[nodiscard]] bool hasScratch() const { return m_hasScratch; }

    // The clinic this data belongs to; the first writing transaction that asks makes it.
    [[nodiscard]] base::Result<std::string> clinicId();

private:
    [[nodiscard]] base::Done checkWriting() const;

    Connection& m_connection;
    const base::Clock& m_clock;
    const services::Digest& m_digest;
    base::IdSource& m_ids;
    AuditLog m_audit;
    std::optional<Access> m_access;
    bool m_hasScratch = false;
    std::int64_t m_generation = 0;
    std::optional<std::string> m_clinicId;
};

[[nodiscard]] std::span<const Sql> sessionStatements();

} // namespace chairside::store
