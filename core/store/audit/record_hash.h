// The hash of a record as it stands in the database: what the audit trail keeps and what verifying
// recomputes.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/services/ports/digest.h"
#include "core/store/audit/audited_tables.h"
#include "core/store/audit/canonical.h"

namespace chairside::store {

class RecordHasher {
public:
    RecordHasher(Connection& connection, const services::Digest& digest) : m_connection(connection), m_digest(digest) {}

    // 64 hex digits; NotFound if there is no such record.
    [[nodiscard]] base::Result<std::string> hash(Table table, const std::string& id);

    // id and hash of each record of a table, in the order of the keys; a failure of the visitor ends the
    // walk.
    using Visitor = std::function<base::Done(std::string_view id, const std::string& hash)>;
    [[nodiscard]] base::Done visit(Table table, const Visitor& visitor);

private:
    [[nodiscard]] base::Done appendParts(std::string& bytes, const AuditedTable& table, std::string_view id);

    Connection& m_connection;
    const services::Digest& m_digest;
    CanonicalRows m_rows;
};

} // namespace chairside::store
