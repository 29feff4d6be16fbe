// Infusions and everything recorded about them. Rows are only ever added.
#pragma once

#include "core/services/ports/repositories.h"
#include "core/store/session.h"

namespace chairside::store {

class SqlInfusionRepository final : public services::InfusionRepository {
public:
    explicit SqlInfusionRepository(Session& session) : m_session(session) {}

    [[nodiscard]] base::Result<domain::Infusion> get(const domain::InfusionId& id) override;
    // The signature is the first one under the infusion that is not a witness's.
    [[nodiscard]] base::Result<domain::InfusionRecord> record(const domain::InfusionId& id) override;
    // By ordinal.
    [[nodiscard]] base::Result<std::vector<domain::InfusionRecord>> ofCourse(const domain::CourseId& course) override;
    [[nodiscard]] base::Result<std::vector<domain::InfusionRecord>>
    outcomesOfCourse(const domain::CourseId& course) override;
    // Infusions of planned dates that are not closed yet, oldest first.
    [[nodiscard]] base::Result<std::vector<domain::Infusion>> unsignedBefore(base::CalendarDate date) override;
    [[nodiscard]] base::Result<std::vector<domain::Infusion>> between(base::CalendarDate from, base::CalendarDate to,
                                                                      int most) override;
    [[nodiscard]] base::Done add(const domain::Infusion& infusion) override;
    [[nodiscard]] base::Done add(const domain::ChairPlace& entry) override;
    [[nodiscard]] base::Done add(const domain::ChecklistAnswer& entry) override;
    [[nodiscard]] base::Done add(const domain::DoseCheck& entry) override;
    [[nodiscard]] base::Done add(const domain::SecondCheck& entry) override;
    [[nodiscard]] base::Done add(const domain::InfusionStep& entry) override;
    [[nodiscard]] base::Done add(const domain::VitalSigns& entry) override;
    [[nodiscard]] base::Done add(const domain::SedationScore& entry) override;
    [[nodiscard]] base::Done add(const domain::DissociationScore& entry) override;
    [[nodiscard]] base::Done add(const domain::PainScore& entry) override;
    [[nodiscard]] base::Done add(const domain::TenderPointEntry& entry) override;
    [[nodiscard]] base::Done add(const domain::AfterAssessment& entry) override;
    [[nodiscard]] base::Done add(const domain::AdverseEvent& entry) override;
    [[nodiscard]] base::Done add(const domain::RescueDrug& entry) override;
    [[nodiscard]] base::Done add(const domain::EmergencyNote& entry) override;
    [[nodiscard]] base::Done add(const domain::AldreteScore& entry) override;
    [[nodiscard]] base::Done add(const domain::Discharge& entry) override;
    [[nodiscard]] base::Done add(const domain::Note& entry) override;
    [[nodiscard]] base::Done add(const domain::Addendum& entry) override;
    [[nodiscard]] base::Done add(const domain::Vial& vial) override;
    [[nodiscard]] base::Done add(const domain::DrugMovement& movement) override;

private:
    [[nodiscard]] base::Result<std::vector<domain::Infusion>> infusionsOf(const domain::CourseId& course);
    [[nodiscard]] base::Result<domain::InfusionRecord> recordOf(const domain::Infusion& infusion);
    // Fill one part of the record each; in the files that know those tables.
    [[nodiscard]] base::Done readPlaces(domain::InfusionRecord& record);
    [[nodiscard]] base::Done readAnswers(domain::InfusionRecord& record);
    [[nodiscard]] base::Done readObservations(domain::InfusionRecord& record);
    [[nodiscard]] base::Done readScores(domain::InfusionRecord& record);
    [[nodiscard]] base::Done readTenderPoints(domain::InfusionRecord& record);
    [[nodiscard]] base::Done readAfter(domain::InfusionRecord& record);
    [[nodiscard]] base::Done readEmergency(domain::InfusionRecord& record);
    [[nodiscard]] base::Done readRescueDrugs(domain::InfusionRecord& record);
    [[nodiscard]] base::Done readDrugBook(domain::InfusionRecord& record);
    [[nodiscard]] base::Done readDischarge(domain::InfusionRecord& record);

    Session& m_session;
};

} // namespace chairside::store
