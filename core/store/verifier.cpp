#include "core/store/verifier.h"

#include <algorithm>
#include <functional>
#include <iterator>
#include <mutex>
#include <optional>

#include "core/services/try.h"
#include "core/store/audit/subject_content.h"
#include "core/store/migrator.h"
#include "core/store/repositories/signature_repository.h"
#include "core/store/sqlite/sqlite_connection.h"

namespace chairside::store {
namespace {

constexpr Sql kChain("SELECT sequence, happened_at, happened_offset, action, outcome, account_id, role, workstation,"
                     " patient_id, subject_kind, subject_id, detail, changes, previous_hash, hash"
                     " FROM audit_event ORDER BY sequence");
constexpr Sql kLookups("SELECT * FROM audit_lookup ORDER BY sequence");
constexpr Sql kVerifierAll[] = {kChain, kLookups};

std::optional<std::string_view> optionalText(const Row& row, int column) {
    if (row.isNull(column)) return std::nullopt;
    return row.text(column);
}

ChainLink linkOf(const Row& row) {
    return {row.integer(0),       row.text(1),  row.integer(2), row.text(3),          row.text(4),
            optionalText(row, 5), row.text(6),  row.text(7),    optionalText(row, 8), row.text(9),
            row.text(10),         row.text(11), row.text(12)};
}

// What a fresh database would look like. It depends on nothing but the program, which makes one the first time.
base::Result<std::vector<std::string>> expectedSchema(const services::Digest& digest, const base::Clock& clock) {
    static std::mutex guard;
    static std::optional<std::vector<std::string>> known;
    const std::lock_guard lock(guard);
    if (known) return *known;
    auto memory = CHAIRSIDE_TRY(SqliteConnection::open(":memory:", SqliteConnection::Mode::ReadWrite));
    Migrator migrator(*memory, digest, clock, embeddedMigrations());
    CHAIRSIDE_TRY(migrator.check());
    CHAIRSIDE_TRY(migrator.apply());
    known = CHAIRSIDE_TRY(memory->schemaObjects());
    return *known;
}

// By which an event and its entry in the lookup are compared.
std::size_t lookupMark(std::string_view at, std::string_view action, const std::optional<std::string_view>& account,
                       const std::optional<std::string_view>& patient) {
    std::string bytes;
    for (const auto part : {at, action, account.value_or("-"), patient.value_or("-")})
        bytes.append(part).append("\n");
    return std::hash<std::string>()(bytes);
}

int digit(char hex) {
    if (hex >= '0' && hex <= '9') return hex - '0';
    return hex >= 'a' && hex <= 'f' ? hex - 'a' + 10 : -1;
}

template <class Raw>
bool readHash(std::string_view hex, Raw& raw) {
    if (hex.size() != 2 * raw.size()) return false;
    for (std::size_t i = 0; i < raw.size(); ++i) {
        const int high = digit(hex[2 * i]);
        const int low = digit(hex[2 * i + 1]);
        if (high < 0 || low < 0) return false;
        raw[i] = static_cast<unsigned char>(high * 16 + low);
    }
    return true;
}

// The first words of an object's definition: "CREATE TABLE note".
std::string headOf(const std::string& definition) {
    std::string head = definition.substr(0, definition.find_first_of("(\n"));
    while (!head.empty() && head.back() == ' ')
        head.pop_back();
    return head;
}

} // namespace

base::Result<services::VerifyReport> Verifier::run(const ChainHead& head, const Anchor* anchor) {
    CHAIRSIDE_TRY(checkSchema());
    CHAIRSIDE_TRY(checkIntegrity());
    CHAIRSIDE_TRY(checkForeignKeys());
    CHAIRSIDE_TRY(checkChain(head));
    CHAIRSIDE_TRY(checkLookup());
    CHAIRSIDE_TRY(checkContents());
    CHAIRSIDE_TRY(checkSignatures());
    if (anchor != nullptr) CHAIRSIDE_TRY(checkAnchor(head, *anchor));
    return std::move(m_report);
}

void Verifier::find(std::string_view check, std::string place, std::string detail) {
    if (++m_findings[std::string(check)] > kMaxFindings) return;
    m_report.findings.push_back({std::string(check), std::move(place), std::move(detail)});
}

base::Done Verifier::checkSchema() {
    const auto expected = CHAIRSIDE_TRY(expectedSchema(m_digest, m_clock));
    const auto found = CHAIRSIDE_TRY(m_connection.schemaObjects());
    std::vector<std::string> different;
    std::ranges::set_difference(expected, found, std::back_inserter(different));
    for (const auto& object : different)
        find("schema", headOf(object), "missing or changed");
    different.clear();
    std::ranges::set_difference(found, expected, std::back_inserter(different));
    for (const auto& object : different)
        find("schema", headOf(object), "unknown or changed");
    return {};
}

base::Done Verifier::checkIntegrity() {
    for (auto& problem : CHAIRSIDE_TRY(m_connection.integrityProblems(CheckDepth::Full))) {
        find("integrity", "database", std::move(problem));
    }
    return {};
}

base::Done Verifier::checkForeignKeys() {
    for (auto& problem : CHAIRSIDE_TRY(m_connection.foreignKeyProblems())) {
        find("foreign_keys", std::move(problem), "refers to nothing");
    }
    return {};
}

base::Done Verifier::checkChain(const ChainHead& head) {
    ChainHead previous;
    CHAIRSIDE_TRY(m_connection.query(kChain, {}, [&](const Row& row) -> base::Done {
        checkLink(row, previous);
        return {};
    }));
    if (previous != head) find("chain", "audit_event " + std::to_string(head.sequence), "is not the last event");
    m_report.head = previous.hash;
    return {};
}

// An entry that is missing or wrong would hide an event from whoever searches for it.
base::Done Verifier::checkLookup() {
    std::int64_t last = 0;
    return m_connection.query(kLookups, {}, [&](const Row& row) -> base::Done {
        const std::int64_t sequence = row.integer(0);
        const std::string place = "audit_lookup " + std::to_string(sequence);
        const bool known = sequence >= 1 && sequence <= std::ssize(m_lookups);
        const auto mark = lookupMark(row.text(1), row.text(2), optionalText(row, 3), optionalText(row, 4));
        if (sequence != last + 1) find("chain", place, "entries before it are missing");
        if (!known || m_lookups[static_cast<std::size_t>(sequence - 1)] != mark)
            find("chain", place, "does not fit its event");
        last = sequence;
        return {};
    });
}

// A bad event is named once: the next one is compared with what is stored, not with what should have been.
void Verifier::checkLink(const Row& row, ChainHead& previous) {
    const ChainLink link = linkOf(row);
    const std::string place = "audit_event " + std::to_string(link.sequence);
    if (link.sequence != previous.sequence + 1) {
        find("chain", place, "events before it are missing");
    } else if (row.text(13) != previous.hash) {
        find("chain", place, "does not follow the event before it");
    }
    const std::string_view stored = row.text(14);
    if (linkHash(link, row.text(13), m_digest) != stored) find("chain", place, "was changed");
    noteChanges(link.changes, link.sequence);
    m_lookups.push_back(lookupMark(link.at, link.action, link.account, link.patient));
    previous = {link.sequence, std::string(stored)};
    ++m_report.auditEvents;
}

void Verifier::noteChanges(std::string_view lines, std::int64_t sequence) {
    while (!lines.empty()) {
        const auto end = std::min(lines.find('\n'), lines.size());
        noteChange(lines.substr(0, end), sequence);
        lines.remove_prefix(std::min(end + 1, lines.size()));
    }
}

void Verifier::noteChange(std::string_view line, std::int64_t sequence) {
    const auto space = line.rfind(' ');
    RawHash hash{};
    if (space == std::string_view::npos || !readHash(line.substr(space + 1), hash)) {
        find("chain", "audit_event " + std::to_string(sequence), "its list of changes is unreadable");
        return;
    }
    m_noted.insert_or_assign(std::string(line.substr(0, space)), hash);
}

base::Done Verifier::checkContents() {
    RecordHasher hasher(m_connection, m_digest);
    std::string key;
    for (const auto& table : auditedTables()) {
        CHAIRSIDE_TRY(hasher.visit(table.table, [&](std::string_view id, const std::string& hash) -> base::Done {
            ++m_report.rowsChecked;
            key.assign(table.name).append(" ").append(id);
            const auto noted = m_noted.find(key);
            RawHash raw{};
            if (noted == m_noted.end()) {
                find("content", key, "was written past the audit trail");
            } else if (!readHash(hash, raw) || raw != noted->second) {
                find("content", key, "was changed past the audit trail");
            }
            if (noted != m_noted.end()) m_noted.erase(noted);
            return {};
        }));
    }
    std::vector<std::string> gone;
    gone.reserve(m_noted.size());
    for (const auto& [record, hash] : m_noted)
        gone.push_back(record);
    std::ranges::sort(gone);
    for (auto& record : gone)
        find("content", std::move(record), "is gone");
    return {};
}

base::Done Verifier::checkSignatures() {
    return visitSignatures(m_connection, [this](const domain::Signature& signature) -> base::Done {
        const auto hash = subjectContentHash(m_connection, m_digest, signature.subjectKind, signature.subjectId);
        const std::string place = "signature " + signature.id.text();
        if (!hash && hash.error().code != base::Code::NotFound) return std::unexpected(hash.error());
        if (!hash) {
            find("signature", place, "what was signed is gone");
        } else if (*hash != signature.contentHash) {
            find("signature", place, "does not fit what was signed");
        }
        return {};
    });
}

base::Done Verifier::checkAnchor(const ChainHead& head, const Anchor& anchor) {
    const auto state = CHAIRSIDE_TRY(anchor.compare(m_connection, head));
    if (state != Anchor::State::Good) find("anchor", "clinic.anchor", std::string(describe(state)));
    return {};
}

std::span<const Sql> verifierStatements() {
    return kVerifierAll;
}

} // namespace chairside::store
