// Patients who withdrew or died: recorded with date and reason, and nothing new is begun for them.
#include "tests/support/core/service_fixture.h"

namespace chairside::test {
namespace {

using base::Code;
using base::Rule;
using domain::PatientState;

class PatientStates : public ServiceTest {
protected:
    domain::PatientId patient = clinic.patient();

    base::Done set(PatientState state, const char* since = "2025-01-03",
                   const std::string& reason = "told by the family") {
        return clinic.services.patientStates.set(
            clinic.nurse, {.patient = patient, .state = state, .since = date(since), .reason = reason});
    }
    std::vector<services::PatientStateLine> states() {
        return need(clinic.services.patientStates.of(clinic.nurse, patient));
    }
    services::PatientOverview overview(const services::Actor& actor) {
        return need(clinic.services.patients.overview(actor, patient, services::Reading::Refresh));
    }
};

TEST_F(PatientStates, AreRecordedWithDateAndReasonAndSaidWhereverThePatientIs) {
    need(set(PatientState::Deceased));
    const auto known = overview(clinic.nurse).patient;
    EXPECT_EQ(known.state, PatientState::Deceased);
    EXPECT_EQ(known.stateSince, date("2025-01-03"));
    ASSERT_EQ(states().size(), 1U);
    EXPECT_EQ(states().front().entry.reason, "told by the family");
    EXPECT_EQ(states().front().recordedBy, clinic.nurse.printedName);
    const auto hits = need(clinic.services.patients.search(clinic.nurse, "testp", 50));
    ASSERT_EQ(hits.rows.size(), 1U);
    EXPECT_EQ(hits.rows.front().patient.state, PatientState::Deceased);
    const auto& event = clinic.store.events().back();
    EXPECT_EQ(event.subjectKind, "patient_state");
    EXPECT_EQ(event.patient, patient);
    EXPECT_EQ(event.detail, "deceased");
}

TEST_F(PatientStates, ComeBackToTreatedByAnotherEntryAndTheOldOnesStay) {
    need(set(PatientState::Withdrawn, "2025-01-02", "moves away"));
    need(set(PatientState::Active, "2025-01-05", "stays after all"));
    EXPECT_EQ(overview(clinic.nurse).patient.state, PatientState::Active);
    EXPECT_EQ(overview(clinic.nurse).patient.stateSince, std::nullopt);
    ASSERT_EQ(states().size(), 2U);
    EXPECT_EQ(states().back().entry.reason, "moves away");
    EXPECT_EQ(overview(clinic.physician).next, services::NextStep::OrderCourse);
}

TEST_F(PatientStates, NeedADateThatCanBeAndAReason) {
    expectRefused(
        clinic, [&] { return set(PatientState::Active); }, HasProblem("state", Rule::NotAllowed));
    expectRefused(
        clinic, [&] { return set(PatientState::Deceased, "2025-01-07"); }, HasProblem("since", Rule::InFuture));
    expectRefused(
        clinic, [&] { return set(PatientState::Deceased, "1979-03-13"); }, HasProblem("since", Rule::InPast));
    expectRefused(
        clinic, [&] { return set(PatientState::Deceased, "2025-01-03", " "); }, HasProblem("reason", Rule::Required));
    expectRefused(
        clinic,
        [&] {
            return clinic.services.patientStates.set(
                clinic.nurse, {.patient = patient, .state = PatientState::Deceased, .since = {}, .reason = "x"});
        },
        HasProblem("since", Rule::Required));
}

TEST_F(PatientStates, ACourseIsNotOrderedForWhoeverWithdrewOrDied) {
    const auto protocol = clinic.signedProtocol();
    for (const auto state : {PatientState::Withdrawn, PatientState::Deceased}) {
        need(set(state));
        expectRefused(
            clinic,
            [&] {
                return clinic.services.courses.order(clinic.physician, anOrder(patient, protocol, date("2025-01-06")));
            },
            FailsWith(Code::WrongState));
        EXPECT_EQ(overview(clinic.physician).next, services::NextStep::None);
        EXPECT_EQ(overview(clinic.nurse).next, services::NextStep::None);
    }
}

TEST_F(PatientStates, AnInfusionIsNeitherOpenedNorStarted) {
    const auto course = clinic.orderedCourse(patient);
    const auto open = clinic.openInfusion(course, 1);
    clinic.prepare(open);
    clinic.preCheck(open);
    need(set(PatientState::Deceased));
    expectRefused(
        clinic,
        [&] {
            return clinic.services.infusions.recordStep(clinic.nurse,
                                                        {.infusion = open, .kind = domain::StepKind::Start});
        },
        FailsWith(Code::WrongState));
    clinic.goTo(date("2025-01-09"));
    expectRefused(
        clinic, [&] { return clinic.services.infusions.open(clinic.nurse, clinic.planned(course, 2).id); },
        FailsWith(Code::WrongState));
}

TEST_F(PatientStates, ARunningInfusionIsStoppedDocumentedAndSigned) {
    const auto course = clinic.orderedCourse(patient);
    const auto running = clinic.runningInfusion(course, 1);
    need(set(PatientState::Withdrawn, "2025-01-06", "wants to stop"));
    clinic.finish(running);
    EXPECT_TRUE(clinic.view(running).record.signature.has_value());
}

TEST_F(PatientStates, BoardAndWorklistSaySo) {
    const auto course = clinic.orderedCourse(patient);
    clinic.give(course, 1, 8, 5);
    need(clinic.services.courses.decideDose(
        clinic.physician,
        {.course = course, .kind = domain::OrderKind::Stop, .perKg = {}, .reason = "died", .password = kPassword}));
    need(set(PatientState::Deceased, "2025-01-06"));
    const auto rows = need(clinic.services.reviews.retreatmentList(clinic.physician));
    ASSERT_EQ(rows.size(), 1U);
    EXPECT_EQ(rows.front().patient.state, PatientState::Deceased);
    EXPECT_EQ(rows.front().group, services::RetreatmentGroup::Decided);
    const auto board = need(clinic.services.infusions.today(clinic.nurse));
    ASSERT_EQ(board.rows.size(), 1U);
    EXPECT_EQ(board.rows.front().patient.state, PatientState::Deceased);
}

} // namespace
} // namespace chairside::test
