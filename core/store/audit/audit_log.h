// The audit trail: a chain of hashes over who did what to which record, and over the content of every record
// written. Belongs to one Store; all calls on its thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/services/ports/audit_event.h"
#include "core/services/ports/digest.h"
#include "core/store/audit/record_hash.h"
#include "core/store/connection.h"

namespace chairside::store {

// The end of the chain. Sequence 0 and zeros: no event yet.
struct ChainHead {
    std::int64_t sequence = 0;
    std::string hash = std::string(64, '0');

    bool operator==(const ChainHead&) const = default;
};

// An event as it is stored, without its hash. The texts belong to whoever filled it in.
struct ChainLink {
    std::int64_t sequence = 0;
    std::string_view at;
    std::int64_t offset = 0;
    std::string_view action, outcome;
    std::optional<std::string_view> account;
    std::string_view role, workstation;
    std::optional<std::string_view> patient;
    std::string_view subjectKind, subjectId, detail, changes;
};

// Hash of an event on top of the one before it.
[[nodiscard]] std::string linkHash(const ChainLink& link, std::string_view previous, const services::Digest& digest);

class AuditLog {
public:
    AuditLog(Connection& connection, const base::Clock& clock, const services::Digest& digest)
        : m_connection(connection), m_clock(clock), m_digest(digest), m_records(connection, digest) {}

    // Reads where the chain ends. To be called once, after the schema is there.
    [[nodiscard]] base::Done load();
    // The committed end of the chain.
    [[nodiscard]] const ChainHead& head() const { return m_head; }

    // A new transaction begins: nothing noted, nothing stated.
    void start();
    // A record was written. The event stated next vouches for it; if none follows, the last one does.
    void note(Table table, const std::string& id);
    void state(const services::AuditEvent& event);
    // Whether there is anything to be kept.
    [[nodiscard]] bool isIdle() const { return m_noted.empty() && m_stated.empty() && m_pending == m_head; }
    // Writes the stated events. Internal if records were written and no event was stated.
    [[nodiscard]] base::Done append();
    // append() in the middle of a transaction: what was noted and stated is written and forgotten.
    [[nodiscard]] base::Done keep();
    // What append() wrote is on the disk.
    void committed() { m_head = m_pending; }

private:
    struct Stated {
        services::AuditEvent event;
        std::size_t notedBefore = 0; // how many records had been written when it was stated
    };
    [[nodiscard]] base::Result<std::string> changes(std::size_t from, std::size_t to);
    [[nodiscard]] base::Done appendEvent(const services::AuditEvent& event, const std::string& changes);

    Connection& m_connection;
    const base::Clock& m_clock;
    const services::Digest& m_digest;
    RecordHasher m_records;
    ChainHead m_head;
    ChainHead m_pending;
    std::vector<std::pair<Table, std::string>> m_noted;
    std::unordered_set<std::string> m_notedKeys;
    std::vector<Stated> m_stated;
};

[[nodiscard]] std::span<const Sql> auditStatements();

} // namespace chairside::store
