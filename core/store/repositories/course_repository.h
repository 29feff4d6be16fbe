// Courses with their orders, planned infusions, assessments and decisions.
#pragma once

#include "core/services/ports/repositories.h"
#include "core/store/session.h"

namespace chairside::store {

class SqlCourseRepository final : public services::CourseRepository {
public:
    explicit SqlCourseRepository(Session& session) : m_session(session) {}

    [[nodiscard]] base::Result<domain::Course> get(const domain::CourseId& id) override;
    // Newest first.
    [[nodiscard]] base::Result<std::vector<domain::Course>> ofPatient(const domain::PatientId& patient) override;
    [[nodiscard]] base::Result<std::optional<domain::PatientId>>
    nextPatient(const std::optional<domain::PatientId>& after) override;
    [[nodiscard]] base::Result<std::vector<domain::Course>> all() override;
    [[nodiscard]] base::Done add(const domain::Course& course) override;
    // Writes state, goal, stop reason and closing date; patient, protocol version and number stay what they
    // were.
    [[nodiscard]] base::Done update(const domain::Course& course) override;

    // By version, oldest first.
    [[nodiscard]] base::Result<std::vector<domain::CourseOrder>> orders(const domain::CourseId& course) override;
    [[nodiscard]] base::Done addOrder(const domain::CourseOrder& order) override;
    [[nodiscard]] base::Result<std::optional<domain::OrderAgreement>>
    agreement(const domain::CourseOrderId& order) override;
    [[nodiscard]] base::Done addAgreement(const domain::OrderAgreement& agreement) override;
    [[nodiscard]] base::Result<std::optional<domain::OrderMeasure>>
    measure(const domain::CourseOrderId& order) override;
    [[nodiscard]] base::Done addMeasure(const domain::OrderMeasure& measure) override;
    [[nodiscard]] base::Result<std::vector<domain::ScreeningAnswer>>
    screening(const domain::PatientId& patient) override;
    [[nodiscard]] base::Done addScreening(const domain::ScreeningAnswer& answer) override;

    // By ordinal.
    [[nodiscard]] base::Result<std::vector<domain::PlannedInfusion>> planned(const domain::CourseId& course) override;
    [[nodiscard]] base::Result<domain::PlannedInfusion> planned(const domain::PlannedInfusionId& id) override;
    [[nodiscard]] base::Result<std::vector<domain::PlannedInfusion>> plannedOn(base::CalendarDate date) override;
    [[nodiscard]] base::Result<std::map<base::CalendarDate, int>>
    plannedCounts(base::CalendarDate from, base::CalendarDate to,
                  const std::optional<domain::CourseId>& except) override;
    [[nodiscard]] base::Done addPlanned(const domain::PlannedInfusion& planned) override;
    // Writes date, state, reason and infusion. Conflict and row version as for a course.
    [[nodiscard]] base::Done updatePlanned(const domain::PlannedInfusion& planned) override;

    // By date, then by when they were recorded.
    [[nodiscard]] base::Result<std::vector<domain::FollowUp>> followUps(const domain::CourseId& course) override;
    [[nodiscard]] base::Done addFollowUp(const domain::FollowUp& followUp) override;
    // Oldest first.
    [[nodiscard]] base::Result<std::vector<domain::RetreatmentDecision>>
    decisions(const domain::CourseId& course) override;
    [[nodiscard]] base::Done addDecision(const domain::RetreatmentDecision& decision) override;
    [[nodiscard]] base::Done addTitrationAnswer(const domain::TitrationAnswer& answer) override;
    [[nodiscard]] base::Result<domain::TitrationCount> titrationCount(domain::TitrationRule rule) override;

private:
    Session& m_session;
};

} // namespace chairside::store
