#include "core/store/anchor.h"

#include <fstream>
#include <string>
#include <system_error>

#include "core/base/private_file.h"
#include "core/services/try.h"
#include "core/store/values.h"

namespace chairside::store {
namespace {

constexpr Sql kHashAt("SELECT hash FROM audit_event WHERE sequence = ?");
constexpr Sql kAnchorAll[] = {kHashAt};
constexpr std::chrono::seconds kPause{1};

std::optional<ChainHead> readHead(const std::filesystem::path& file) {
    std::ifstream in(file);
    ChainHead head;
    if (!(in >> head.sequence >> head.hash) || head.sequence < 0 || head.hash.size() != 64) return std::nullopt;
    return head;
}

} // namespace

std::string anchorText(const ChainHead& head, base::Instant at, const std::string& clinic) {
    std::string text = std::to_string(head.sequence) + ' ' + head.hash + ' ' + utcText(at);
    if (!clinic.empty()) text += ' ' + clinic;
    return text + '\n';
}

base::Done Anchor::open(Connection& connection, const ChainHead& head) {
    const auto state = CHAIRSIDE_TRY(compare(connection, head));
    m_trusted = state == State::Good;
    std::error_code ignored;
    if (m_trusted && !std::filesystem::exists(m_file, ignored)) write(head);
    return {};
}

base::Result<Anchor::State> Anchor::compare(Connection& connection, const ChainHead& head) const {
    std::error_code ignored;
    if (!std::filesystem::exists(m_file, ignored)) return head.sequence == 0 ? State::Good : State::Missing;
    const auto anchored = readHead(m_file);
    if (!anchored) return State::Unreadable;
    if (anchored->sequence > head.sequence) return State::Ahead;
    std::string hash = ChainHead{}.hash;
    CHAIRSIDE_TRY(connection.query(kHashAt, values(anchored->sequence), [&hash](const Row& row) -> base::Done {
        hash = row.text(0);
        return {};
    }));
    return hash == anchored->hash ? State::Good : State::Contradicting;
}

void Anchor::moved(const ChainHead& head) {
    if (m_writtenAt && m_clock.monotonic() - *m_writtenAt < kPause) return;
    write(head);
}

void Anchor::renew(const ChainHead& head) {
    m_trusted = true;
    write(head);
}

void Anchor::close(const ChainHead& head) {
    if (m_writtenSequence != head.sequence) write(head);
}

void Anchor::write(const ChainHead& head) {
    if (!m_trusted) return;
    m_writtenAt = m_clock.monotonic();
    if (base::replaceContent(m_file, anchorText(head, m_clock.now(), m_clinic))) m_writtenSequence = head.sequence;
}

std::string_view describe(Anchor::State state) {
    switch (state) {
    case Anchor::State::Good:
        return "agrees";
    case Anchor::State::Missing:
        return "is missing";
    case Anchor::State::Unreadable:
        return "is unreadable";
    case Anchor::State::Ahead:
        return "knows later events: the end of the trail was cut off";
    case Anchor::State::Contradicting:
        return "has another hash than the event of its number";
    }
    return {};
}

std::span<const Sql> anchorStatements() {
    return kAnchorAll;
}

} // namespace chairside::store
