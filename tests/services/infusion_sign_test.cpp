// The signature, what stands in its way, and what is still possible after it.
#include "tests/support/core/service_fixture.h"

namespace chairside::test {
namespace {

using base::Code;
using base::Rule;
using domain::PainMoment;
using domain::SigningGap;
using domain::StepKind;
using std::chrono::minutes;

class Signing : public ServiceTest {
protected:
    domain::PatientId anna = clinic.patient();
    domain::CourseId course = clinic.orderedCourse(anna);
    domain::InfusionId infusion = clinic.openInfusion(course);

    base::Done sign(const std::string& password = kPassword) {
        return clinic.services.infusions.sign(clinic.nurse, infusion, password);
    }
    void refuse(const char* detail) {
        expectRefused(
            clinic, [this] { return sign(); }, FailsWith(Code::WrongState));
        EXPECT_EQ(sign().error().detail, detail);
    }
    void runToTheEnd() {
        clinic.prepare(infusion);
        clinic.step(infusion, StepKind::Start);
        clinic.clock.advance(minutes(90));
        clinic.step(infusion, StepKind::Stop);
    }
};

TEST_F(Signing, BlockingGapsAreNamedOneAfterTheOther) {
    refuse("not_stopped");
    runToTheEnd();
    refuse("drug_not_accounted");
    need(clinic.services.infusions.accountDrug(clinic.nurse, aDrugEntry(infusion)));
    EXPECT_THAT(clinic.view(infusion).gaps, ::testing::ElementsAre(SigningGap::PainBeforeMissing,
                                                                   SigningGap::PainAfterMissing, SigningGap::NoVitals));
    EXPECT_THAT(sign(), IsOk());
}

TEST_F(Signing, ClosesEverythingUnderOneHash) {
    runToTheEnd();
    need(clinic.services.infusions.accountDrug(clinic.nurse, aDrugEntry(infusion)));
    need(sign());
    const auto view = clinic.view(infusion);
    EXPECT_EQ(view.state, domain::InfusionState::Signed);
    EXPECT_EQ(view.planned.state, domain::PlanState::Given);
    ASSERT_TRUE(view.record.signature);
    EXPECT_EQ(view.record.signature->meaning, "authorship");
    EXPECT_EQ(view.record.signature->printedName, "R. Khan, RN");
    EXPECT_EQ(view.record.signature->role, "nurse");
    EXPECT_EQ(view.record.signature->contentHash.size(), 64U);
    EXPECT_TRUE(view.gaps.empty());
    EXPECT_EQ(view.due, std::nullopt);
}

TEST_F(Signing, NeedsThePassword) {
    runToTheEnd();
    need(clinic.services.infusions.accountDrug(clinic.nurse, aDrugEntry(infusion)));
    expectRefused(
        clinic, [&] { return sign(""); }, HasProblem("password", Rule::Required));
    EXPECT_THAT(sign("wrong"), FailsWith(Code::SignInFailed));
    EXPECT_EQ(clinic.view(infusion).record.signature, std::nullopt);
    EXPECT_THAT(sign(), IsOk());
}

TEST_F(Signing, AfterItNothingButAnAddendumIsWritten) {
    runToTheEnd();
    need(clinic.services.infusions.accountDrug(clinic.nurse, aDrugEntry(infusion)));
    auto& service = clinic.services.infusions;
    expectRefused(
        clinic, [&] { return service.addAddendum(clinic.nurse, infusion, "text"); }, FailsWith(Code::WrongState));
    need(sign());
    const auto closed = FailsWith(Code::WrongState);
    services::TenderEntry exam{infusion, {}, {}, {}};
    services::EventEntry event{infusion, "nausea", {}, 1, {}, {}, {}, {}, {}};
    services::PainEntry pain{infusion, PainMoment::After, {}, {}, 3, {}, {}};
    services::StepEntry step{infusion, StepKind::Resume, {}, {}, {}};
    expectRefused(
        clinic, [&] { return service.recordDose(clinic.nurse, aDose(infusion)); }, closed);
    expectRefused(
        clinic, [&] { return service.recordStep(clinic.nurse, step); }, closed);
    expectRefused(
        clinic, [&] { return service.recordVitals(clinic.nurse, someVitals(infusion)); }, closed);
    expectRefused(
        clinic, [&] { return service.recordPain(clinic.nurse, pain); }, closed);
    expectRefused(
        clinic, [&] { return service.recordTenderPoints(clinic.nurse, exam); }, closed);
    expectRefused(
        clinic, [&] { return service.recordEvent(clinic.nurse, event); }, closed);
    expectRefused(
        clinic, [&] { return service.recordNote(clinic.nurse, infusion, "text"); }, closed);
    expectRefused(
        clinic, [&] { return service.accountDrug(clinic.nurse, aDrugEntry(infusion)); }, closed);
    expectRefused(
        clinic, [&] { return sign(); }, closed);
    expectRefused(
        clinic, [&] { return service.addAddendum(clinic.nurse, infusion, " "); }, HasProblem("text", Rule::Required));
    need(service.addAddendum(clinic.nurse, infusion, "called the patient"));
    EXPECT_EQ(clinic.view(infusion).record.addenda.size(), 1U);
}

TEST_F(Signing, AStopByAnAdverseEventIsKeptWithItsDose) {
    clinic.prepare(infusion);
    clinic.step(infusion, StepKind::Start);
    clinic.clock.advance(minutes(30));
    services::EventEntry event{infusion, "hypertension", {}, 3, {}, {}, domain::EventAction::Stopped, {}, {}};
    need(clinic.services.infusions.recordEvent(clinic.nurse, event));
    clinic.step(infusion, StepKind::Stop, "blood pressure 195/115");
    auto drug = aDrugEntry(infusion);
    drug.wastedBag = mg(35'000) - clinic.view(infusion).delivery.dose;
    need(clinic.services.infusions.accountDrug(clinic.nurse, drug));
    need(sign());
    EXPECT_EQ(clinic.planned(course, 1).state, domain::PlanState::Given);
    EXPECT_LT(*clinic.review(course).points.front().dose, mg(35'000));
    EXPECT_EQ(clinic.review(course).titration.action, domain::TitrationAction::StopAndReview);
}

TEST_F(Signing, AnInfusionInWhichNothingFlowedIsNotGiven) {
    clinic.prepare(infusion);
    clinic.step(infusion, StepKind::Start);
    clinic.step(infusion, StepKind::Stop, "line failed at once");
    auto drug = aDrugEntry(infusion);
    drug.wastedBag = mg(35'000);
    need(clinic.services.infusions.accountDrug(clinic.nurse, drug));
    need(sign());
    EXPECT_EQ(clinic.planned(course, 1).state, domain::PlanState::NotGiven);
    EXPECT_EQ(clinic.planned(course, 1).reason, "line failed at once");
    EXPECT_EQ(clinic.review(course).window.state, domain::WindowState::NoInfusionGiven);
    EXPECT_EQ(clinic.review(course).points.front().dose, std::nullopt);
}

} // namespace
} // namespace chairside::test
