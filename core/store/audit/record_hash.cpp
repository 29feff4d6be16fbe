#include "core/store/audit/record_hash.h"

#include "core/services/try.h"
#include "core/store/values.h"

namespace chairside::store {

base::Result<std::string> RecordHasher::hash(Table table, const std::string& id) {
    const AuditedTable& audited = auditedTable(table);
    std::string bytes;
    CHAIRSIDE_TRY(m_connection.query(audited.one, values(id), [&](const Row& row) -> base::Done {
        m_rows.append(bytes, audited.name, audited.one, row);
        return {};
    }));
    if (bytes.empty()) return base::fail(base::Code::NotFound, std::string(audited.name));
    CHAIRSIDE_TRY(appendParts(bytes, audited, id));
    return m_digest.sha256(bytes);
}

base::Done RecordHasher::visit(Table table, const Visitor& visitor) {
    const AuditedTable& audited = auditedTable(table);
    std::string bytes;
    return m_connection.query(audited.all, {}, [&](const Row& row) -> base::Done {
        bytes.clear();
        m_rows.append(bytes, audited.name, audited.all, row);
        const std::string_view id = row.text(0);
        CHAIRSIDE_TRY(appendParts(bytes, audited, id));
        return visitor(id, m_digest.sha256(bytes));
    });
}

base::Done RecordHasher::appendParts(std::string& bytes, const AuditedTable& table, std::string_view id) {
    for (const auto& part : table.parts) {
        if (!part) continue;
        CHAIRSIDE_TRY(m_connection.query(part->ofRecord, values(id), [&](const Row& row) -> base::Done {
            m_rows.append(bytes, part->table, part->ofRecord, row);
            return {};
        }));
    }
    return {};
}

} // namespace chairside::store
