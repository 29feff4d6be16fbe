#include "core/store/audit/audit_log.h"

#include "core/services/try.h"
#include "core/store/values.h"

namespace chairside::store {
namespace {

constexpr Sql kHead("SELECT sequence, hash FROM audit_event ORDER BY sequence DESC LIMIT 1");
constexpr Sql
    kAuditLogInsert("INSERT INTO audit_event (sequence, happened_at, happened_offset, action, outcome, account_id,"
                    " role, workstation, patient_id, subject_kind, subject_id, detail, changes, previous_hash, hash)"
                    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
constexpr Sql kAuditLogAll[] = {kHead, kAuditLogInsert};

void appendOptional(std::string& bytes, const std::optional<std::string_view>& text) {
    bytes += text ? '+' : '-';
    if (text) appendText(bytes, *text);
}

} // namespace

std::string linkHash(const ChainLink& link, std::string_view previous, const services::Digest& digest) {
    std::string bytes;
    bytes.reserve(512 + link.changes.size());
    appendNumber(bytes, link.sequence);
    appendText(bytes, link.at);
    appendNumber(bytes, link.offset);
    appendText(bytes, link.action);
    appendText(bytes, link.outcome);
    appendOptional(bytes, link.account);
    appendText(bytes, link.role);
    appendText(bytes, link.workstation);
    appendOptional(bytes, link.patient);
    appendText(bytes, link.subjectKind);
    appendText(bytes, link.subjectId);
    appendText(bytes, link.detail);
    appendText(bytes, link.changes);
    bytes += previous;
    return digest.sha256(bytes);
}

base::Done AuditLog::load() {
    m_head = {};
    return m_connection.query(kHead, {}, [this](const Row& row) -> base::Done {
        m_head = {row.integer(0), std::string(row.text(1))};
        return {};
    });
}

void AuditLog::start() {
    m_noted.clear();
    m_notedKeys.clear();
    m_stated.clear();
    m_pending = m_head;
}

void AuditLog::note(Table table, const std::string& id) {
    if (m_notedKeys.insert(std::string(auditedTable(table).name) + ' ' + id).second) m_noted.emplace_back(table, id);
}

void AuditLog::state(const services::AuditEvent& event) {
    m_stated.push_back({event, m_noted.size()});
}

base::Done AuditLog::append() {
    if (m_stated.empty()) {
        if (m_noted.empty()) return {};
        return base::fail(base::Code::Internal, {}, "records were written without an audit event");
    }
    std::size_t from = 0;
    for (const auto& stated : m_stated) {
        const bool isLast = &stated == &m_stated.back();
        const std::size_t to = isLast ? m_noted.size() : stated.notedBefore;
        const auto lines = CHAIRSIDE_TRY(changes(from, to));
        CHAIRSIDE_TRY(appendEvent(stated.event, lines));
        from = to;
    }
    return {};
}

base::Done AuditLog::keep() {
    CHAIRSIDE_TRY(append());
    m_noted.clear();
    m_notedKeys.clear();
    m_stated.clear();
    return {};
}

// One "table id hash" line a record.
base::Result<std::string> AuditLog::changes(std::size_t from, std::size_t to) {
    std::string lines;
    for (std::size_t i = from; i < to; ++i) {
        const auto& [table, id] = m_noted[i];
        const auto hash = CHAIRSIDE_TRY(m_records.hash(table, id));
        lines.append(auditedTable(table).name).append(" ").append(id).append(" ").append(hash).append("\n");
    }
    return lines;
}

base::Done AuditLog::appendEvent(const services::AuditEvent& event, const std::string& changes) {
    const auto now = m_clock.now();
    const std::string at = utcText(now);
    const auto account = event.who.transform([](const auto& id) { return id.text(); });
    const auto patient = event.patient.transform([](const auto& id) { return id.text(); });
    const ChainLink link{m_pending.sequence + 1,
                         at,
                         now.offsetMinutes(),
                         keyOf(event.action),
                         keyOf(event.outcome),
                         account,
                         event.role,
                         event.workstation,
                         patient,
                         event.subjectKind,
                         event.subjectId,
                         event.detail,
                         changes};
    const std::string hash = linkHash(link, m_pending.hash, m_digest);
    CHAIRSIDE_TRY(m_connection.run(
        kAuditLogInsert, values(link.sequence, link.at, link.offset, link.action, link.outcome, link.account, link.role,
                                link.workstation, link.patient, link.subjectKind, link.subjectId, link.detail,
                                link.changes, std::string_view(m_pending.hash), std::string_view(hash))));
    m_pending = {link.sequence, hash};
    return {};
}

std::span<const Sql> auditStatements() {
    return kAuditLogAll;
}

} // namespace chairside::store
