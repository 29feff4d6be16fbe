// Where patients stand between courses: derived rows, one a patient, marked as outdated by triggers.
#pragma once

#include "core/services/ports/retreatment_repository.h"
#include "core/store/session.h"

namespace chairside::store {

class SqlRetreatmentRepository final : public services::RetreatmentRepository {
public:
    explicit SqlRetreatmentRepository(Session& session) : m_session(session) {}

    [[nodiscard]] base::Result<std::vector<services::StoredStanding>> all() override;
    [[nodiscard]] base::Result<std::optional<services::StoredStanding>> of(const domain::PatientId& patient) override;
    [[nodiscard]] base::Result<std::vector<domain::PatientId>> notMadeBy(int maker, int most) override;
    [[nodiscard]] base::Done put(const services::StoredStanding& standing) override;

private:
    Session& m_session;
};

} // namespace chairside::store
