// The end of the audit chain kept outside the database, so that cutting off the tail of the chain does not go
// unnoticed. It may be behind the database for a moment, never ahead of it. Belongs to the Store.
#pragma once

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>

#include "core/base/clock.h"
#include "core/store/audit/audit_log.h"

namespace chairside::store {

// What an anchor file says. clinic may be empty: nobody knows yet whose data it stands beside.
[[nodiscard]] std::string anchorText(const ChainHead& head, base::Instant at, const std::string& clinic);

class Anchor {
public:
    enum class State {
        Good,         // agrees with the chain, or is behind it
        Missing,      // the chain has events and there is no anchor
        Unreadable,   // the file says nothing usable
        Ahead,        // it knows more events than the chain has
        Contradicting // the chain has another hash at its place
    };

    Anchor(std::filesystem::path file, const base::Clock& clock) : m_file(std::move(file)), m_clock(clock) {}

    // Compares the file with the chain. From then on an anchor that is not good is left as it is, as
    // evidence. A chain without events gets an anchor at once.
    [[nodiscard]] base::Done open(Connection& connection, const ChainHead& head);
    // Compares again; the answer is about the file as it is now.
    [[nodiscard]] base::Result<State> compare(Connection& connection, const ChainHead& head) const;
    // Whose data the anchor stands beside; written along from now on.
    void setClinic(const std::string& clinic) { m_clinic = clinic; }
    [[nodiscard]] bool knowsClinic() const { return !m_clinic.empty(); }
    // A commit has moved the head. Written at most once a second; a failure only leaves the anchor behind.
    void moved(const ChainHead& head);
    // Trusts the chain from here on, whatever the file says.
    void renew(const ChainHead& head);
    // Writes what is not written yet.
    void close(const ChainHead& head);

private:
    void write(const ChainHead& head);

    std::filesystem::path m_file;
    const base::Clock& m_clock;
    std::string m_clinic;
    bool m_trusted = false;
    std::optional<std::chrono::milliseconds> m_writtenAt;
    std::int64_t m_writtenSequence = -1;
};

[[nodiscard]] std::string_view describe(Anchor::State state);
[[nodiscard]] std::span<const Sql> anchorStatements();

} // namespace chairside::store
