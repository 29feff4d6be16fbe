// Finds out whether the data is what the audit trail says it is. Reads everything and writes nothing.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/base/clock.h"
#include "core/services/ports/digest.h"
#include "core/services/ports/unit_of_work.h"
#include "core/store/anchor.h"
#include "core/store/audit/audit_log.h"

namespace chairside::store {

class Verifier {
public:
    Verifier(Connection& connection, const services::Digest& digest, const base::Clock& clock)
        : m_connection(connection), m_digest(digest), m_clock(clock) {}

    // head: the end of the chain as the store knows it; anchor: none for data in memory. Call once.
    // A failure means that the data could not be read, not that it is wrong. At most kMaxFindings findings a
    // check.
    [[nodiscard]] base::Result<services::VerifyReport> run(const ChainHead& head, const Anchor* anchor);

    static constexpr int kMaxFindings = 50;

private:
    using RawHash = std::array<unsigned char, 32>;

    void find(std::string_view check, std::string place, std::string detail);
    [[nodiscard]] base::Done checkSchema();
    [[nodiscard]] base::Done checkIntegrity();
    [[nodiscard]] base::Done checkForeignKeys();
    [[nodiscard]] base::Done checkChain(const ChainHead& head);
    [[nodiscard]] base::Done checkLookup();
    [[nodiscard]] base::Done checkContents();
    [[nodiscard]] base::Done checkSignatures();
    [[nodiscard]] base::Done checkAnchor(const ChainHead& head, const Anchor& anchor);
    void checkLink(const Row& row, ChainHead& previous);
    void noteChanges(std::string_view lines, std::int64_t sequence);
    void noteChange(std::string_view line, std::int64_t sequence);

    Connection& m_connection;
    const services::Digest& m_digest;
    const base::Clock& m_clock;
    services::VerifyReport m_report;
    std::unordered_map<std::string, int> m_findings;
    std::vector<std::size_t> m_lookups; // of each event, what its entry in the lookup must say
    // "table id" -> what the trail says last about the record.
    std::unordered_map<std::string, RawHash> m_noted;
};

[[nodiscard]] std::span<const Sql> verifierStatements();

} // namespace chairside::store
