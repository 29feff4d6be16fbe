#include "core/store/session.h"

#include "core/domain/ids.h"
#include "core/services/try.h"

namespace chairside::store {
namespace {

constexpr Sql kClinic("SELECT id FROM clinic LIMIT 1");
constexpr Sql kInsertClinic("INSERT INTO clinic (id, created_at, created_offset) VALUES (?, ?, ?)");
constexpr Sql kSessionAll[] = {kClinic, kInsertClinic};

// Which record it was; the engine only knows which columns clashed.
std::unexpected<base::Error> ofTable(base::Error error, Table table) {
    if (error.field.empty()) error.field = auditedTable(table).name;
    return std::unexpected(std::move(error));
}

} // namespace

void Session::start(Access access) {
    m_access = access;
    m_hasScratch = false;
    if (access == Access::Write) ++m_generation;
    m_audit.start();
}

void Session::finish(bool committed) {
    m_access.reset();
    if (!committed) m_clinicId.reset();
}

base::Done Session::checkWriting() const {
    if (m_access == Access::Write) return {};
    return base::fail(base::Code::Internal, {}, "a record was written outside a writing transaction");
}

base::Done Session::insert(Table table, const std::string& id, Sql sql, const Values& row) {
    CHAIRSIDE_TRY(checkWriting());
    auto inserted = m_connection.run(sql, row);
    if (!inserted) return ofTable(std::move(inserted.error()), table);
    m_audit.note(table, id);
    return {};
}

base::Result<bool> Session::update(Table table, const std::string& id, Sql sql, const Values& row) {
    CHAIRSIDE_TRY(checkWriting());
    auto updated = m_connection.run(sql, row);
    if (!updated) return ofTable(std::move(updated.error()), table);
    if (*updated > 0) m_audit.note(table, id);
    return *updated > 0;
}

base::Done Session::insertPart(Sql sql, const Values& row) {
    CHAIRSIDE_TRY(checkWriting());
    CHAIRSIDE_TRY(m_connection.run(sql, row));
    return {};
}

base::Result<bool> Session::putScratch(Sql sql, const Values& row) {
    CHAIRSIDE_TRY(checkWriting());
    const auto written = CHAIRSIDE_TRY(m_connection.run(sql, row));
    m_hasScratch = m_hasScratch || written > 0;
    return written > 0;
}

base::Result<std::string> Session::clinicId() {
    if (m_clinicId) return *m_clinicId;
    CHAIRSIDE_TRY(m_connection.query(kClinic, {}, [this](const Row& row) -> base::Done {
        m_clinicId = std::string(row.text(0));
        return {};
    }));
    if (m_clinicId) return *m_clinicId;
    const std::string id = m_ids.make<struct domain::ClinicTag>().text();
    CHAIRSIDE_TRY(insert(Table::Clinic, id, kInsertClinic, values(id, m_clock.now())));
    m_clinicId = id;
    return id;
}

std::span<const Sql> sessionStatements() {
    return kSessionAll;
}

} // namespace chairside::store
