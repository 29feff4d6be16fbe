// States of patients, and records that are of one person.
#pragma once

#include "core/services/ports/patient_record_repository.h"
#include "core/store/session.h"

namespace chairside::store {

class SqlPatientRecordRepository final : public services::PatientRecordRepository {
public:
    explicit SqlPatientRecordRepository(Session& session) : m_session(session) {}

    [[nodiscard]] base::Result<std::vector<domain::PatientStateEntry>>
    statesOf(const domain::PatientId& patient) override;
    [[nodiscard]] base::Done addState(const domain::PatientStateEntry& entry) override;
    [[nodiscard]] base::Result<domain::Patient> record(const domain::PatientId& id) override;
    [[nodiscard]] base::Result<domain::Patient> recordByNumber(std::string_view clinicNumber) override;
    [[nodiscard]] base::Result<std::vector<domain::PatientId>> mergedInto(const domain::PatientId& survivor) override;
    [[nodiscard]] base::Result<std::vector<domain::PatientMerge>> merges() override;
    [[nodiscard]] base::Done addMerge(const domain::PatientMerge& merge) override;

private:
    Session& m_session;
};

} // namespace chairside::store
