#pragma once

#include "core/services/ports/emergency_access_repository.h"
#include "core/store/session.h"

namespace chairside::store {

class SqlEmergencyAccessRepository final : public services::EmergencyAccessRepository {
public:
    explicit SqlEmergencyAccessRepository(Session& session) : m_session(session) {}

    [[nodiscard]] base::Result<std::vector<domain::EmergencyAccess>> all() override;
    [[nodiscard]] base::Result<domain::EmergencyAccess> get(const domain::EmergencyAccessId& id) override;
    [[nodiscard]] base::Result<std::optional<domain::EmergencyAccess>> openOf(const domain::AccountId& who,
                                                                              base::Instant now) override;
    [[nodiscard]] base::Done add(const domain::EmergencyAccess& access) override;
    [[nodiscard]] base::Done add(const services::EmergencyNote& note) override;

private:
    [[nodiscard]] base::Done readNotes(domain::EmergencyAccess& access);

    Session& m_session;
};

} // namespace chairside::store
