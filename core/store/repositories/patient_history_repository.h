// The entries of a patient's history.
#pragma once

#include "core/services/ports/patient_history_repository.h"
#include "core/store/session.h"

namespace chairside::store {

class SqlPatientHistoryRepository final : public services::PatientHistoryRepository {
public:
    explicit SqlPatientHistoryRepository(Session& session) : m_session(session) {}

    [[nodiscard]] base::Result<std::vector<domain::HistoryEntry>> of(const domain::PatientId& patient) override;
    [[nodiscard]] base::Result<domain::HistoryEntry> get(const domain::EntryId& id) override;
    [[nodiscard]] base::Done add(const domain::HistoryEntry& entry) override;
    [[nodiscard]] base::Result<std::vector<domain::OutsideObservation>>
    measuredElsewhere(const domain::PatientId& patient) override;
    [[nodiscard]] base::Done add(const domain::OutsideObservation& observation) override;

private:
    Session& m_session;
};

} // namespace chairside::store
