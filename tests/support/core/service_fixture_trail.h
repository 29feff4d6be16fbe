// A store in front of the real one that keeps what was audited and committed, so that tests can read it.
#pragma once

#include <optional>
#include <vector>

#include "core/services/ports/unit_of_work.h"

namespace chairside::test {

class RecordingStore final : public services::UnitOfWork {
public:
    explicit RecordingStore(services::UnitOfWork& inner) : m_inner(inner) {}
    [[nodiscard]] base::Done write(const Work& work) override;
    [[nodiscard]] base::Done read(const Work& work) override { return m_inner.read(work); }

    // Every event of every committed transaction, in order.
    [[nodiscard]] const std::vector<services::AuditEvent>& events() const { return m_events; }
    void forget() { m_events.clear(); }

    // The next write fails like this after its work is done, and leaves nothing behind.
    void failNext(base::Code code) { m_failure = code; }
    // The next write is done twice, as after a conflict with another PC.
    void repeatNext() { m_repeat = true; }

private:
    services::UnitOfWork& m_inner;
    std::vector<services::AuditEvent> m_events;
    std::optional<base::Code> m_failure;
    bool m_repeat = false;
};

} // namespace chairside::test
