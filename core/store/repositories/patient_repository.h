// Patients and how they are found.
#pragma once

#include <optional>

#include "core/services/ports/repositories.h"
#include "core/store/repositories/patient_search.h"
#include "core/store/session.h"

namespace chairside::store {

class SqlPatientRepository final : public services::PatientRepository {
public:
    explicit SqlPatientRepository(Session& session) : m_session(session), m_search(session) {}

    [[nodiscard]] base::Result<domain::Patient> get(const domain::PatientId& id) override;
    // Two numbers that differ only in case, spaces or hyphens are the same number.
    [[nodiscard]] base::Done add(const domain::Patient& patient) override;
    [[nodiscard]] base::Done updateSummary(const domain::Patient& patient) override;
    // Blank text finds everybody. The total is counted up to 1000.
    [[nodiscard]] base::Result<services::PatientHits> search(std::string_view text, base::CalendarDate today,
                                                             int limit) override;
    [[nodiscard]] base::Result<std::vector<services::SimilarPatient>>
    similarTo(const domain::PersonName& name, std::optional<base::CalendarDate> born) override;
    [[nodiscard]] base::Result<std::optional<domain::Patient>> byClinicNumber(std::string_view number) override;
    // One more than the highest number of the series of the patient registered last; "0001" for the first
    // one.
    [[nodiscard]] base::Result<std::string> nextClinicNumber() override;

private:
    [[nodiscard]] base::Done addSearchKeys(const domain::Patient& patient);
    [[nodiscard]] base::Result<domain::Patient> named(const SearchName& name);

    Session& m_session;
    PatientSearch m_search;
};

} // namespace chairside::store
