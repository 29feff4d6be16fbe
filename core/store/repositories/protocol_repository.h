// Protocol versions with their numbers, one row a number.
#pragma once

#include "core/services/ports/repositories.h"
#include "core/store/session.h"

namespace chairside::store {

class SqlProtocolRepository final : public services::ProtocolRepository {
public:
    explicit SqlProtocolRepository(Session& session) : m_session(session) {}

    // By name, newest version of a protocol first.
    [[nodiscard]] base::Result<std::vector<domain::ProtocolVersion>> list() override;
    // StorageDamaged if a number of the rules is missing or unknown.
    [[nodiscard]] base::Result<domain::ProtocolVersion> get(const domain::ProtocolVersionId& id) override;
    // Internal for a reason that belongs to no number.
    [[nodiscard]] base::Done add(const domain::ProtocolVersion& version) override;
    // WrongState unless it is a draft.
    [[nodiscard]] base::Done markSigned(const domain::ProtocolVersionId& id, const domain::AccountId& by,
                                        base::Instant at) override;

private:
    [[nodiscard]] base::Done addProtocol(const domain::ProtocolId& id);
    [[nodiscard]] base::Done addLimits(const domain::ProtocolVersion& version);
    [[nodiscard]] base::Done readParts(domain::ProtocolVersion& version);

    Session& m_session;
};

} // namespace chairside::store
