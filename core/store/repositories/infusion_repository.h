// Infusions and everything recorded about them. Rows are only ever added.
#pragma once

#include "core/services/ports/repositories.h"
#include "core/store/session.h"

namespace chairside::store {

class RecordReading;

class SqlInfusionRepository final : public services::InfusionRepository {
public:
    explicit SqlInfusionRepository(Session& session) : m_session(session) {}

    [[nodiscard]] base::Result<domain::Infusion> get(const domain::InfusionId& id) override;
    // The signature is the first one under the infusion that is not a witness's.
    [[nodiscard]] base::Result<domain::InfusionRecord> record(const domain::InfusionId& id) override;
    // By ordinal.
    [[nodiscard]] base::Result<std::vector<domain::InfusionRecord>> ofCourse(const domain::CourseId& course) override;
    [[nodiscard]] base::Result<std::vector<domain::InfusionRecord>> ofCourse(const domain::CourseId& course,
                                                                             services::InfusionPart part) override;
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
    // Fill what their names say, of every record that is read; in the files that know those tables.
    [[nodiscard]] base::Done readEverything(RecordReading& reading);
    [[nodiscard]] base::Done readPart(RecordReading& reading, services::InfusionPart part);
    [[nodiscard]] base::Done readChecklists(RecordReading& reading);
    [[nodiscard]] base::Done readDoses(RecordReading& reading);
    [[nodiscard]] base::Done readVitals(RecordReading& reading);
    [[nodiscard]] base::Done readEvents(RecordReading& reading);
    [[nodiscard]] base::Done readNotes(RecordReading& reading);
    [[nodiscard]] base::Done readAddenda(RecordReading& reading);
    [[nodiscard]] base::Done readScores(RecordReading& reading);
    [[nodiscard]] base::Done readChairScores(RecordReading& reading);
    [[nodiscard]] base::Done readTenderPoints(RecordReading& reading);
    [[nodiscard]] base::Done readAfter(RecordReading& reading);
    [[nodiscard]] base::Done readEmergency(RecordReading& reading);
    [[nodiscard]] base::Done readRescueDrugs(RecordReading& reading);
    [[nodiscard]] base::Done readDrugBook(RecordReading& reading);
    [[nodiscard]] base::Done readAldrete(RecordReading& reading);
    [[nodiscard]] base::Done readDischarges(RecordReading& reading);
    [[nodiscard]] base::Done readSignatures(RecordReading& reading);

    Session& m_session;
};

} // namespace chairside::store
