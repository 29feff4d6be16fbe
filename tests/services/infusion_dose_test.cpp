// Opening an infusion and preparing its bag.
#include "tests/support/core/service_fixture.h"

namespace chairside::test {
namespace {

using base::Code;
using base::Rule;
using domain::InfusionState;
using domain::OrderKind;
using domain::StepKind;

class Dose : public ServiceTest {
protected:
    domain::PatientId anna = clinic.patient();
    domain::CourseId course = clinic.orderedCourse(anna);
    domain::InfusionId infusion = clinic.openInfusion(course);
    services::DoseEntry entry = aDose(infusion);

    base::Result<domain::EntryId> prepare() { return clinic.services.infusions.recordDose(clinic.nurse, entry); }
    void change(std::int64_t micrograms) {
        need(clinic.services.courses.decideDose(clinic.physician,
                                                {course, OrderKind::Change, perKg(micrograms), "reason", kPassword}));
    }
};

TEST_F(Dose, OpeningTwiceIsOneInfusion) {
    const auto before = clinic.count();
    EXPECT_THAT(clinic.services.infusions.open(clinic.nurse, clinic.planned(course, 1).id), IsOkAndHolds(infusion));
    EXPECT_EQ(clinic.count(), before);
    const auto view = clinic.view(infusion);
    EXPECT_EQ(view.state, InfusionState::Opened);
    EXPECT_EQ(view.planned.state, domain::PlanState::Open);
    EXPECT_EQ(view.infusionsPlanned, 6);
    EXPECT_EQ(view.record.infusion.date, date("2025-01-06"));
    EXPECT_EQ(view.record.infusion.openedBy, clinic.nurse.account);
}

TEST_F(Dose, ComesFromTheOrderAndWhatIsTypedAtTheChair) {
    need(prepare());
    const auto view = clinic.view(infusion);
    ASSERT_EQ(view.record.doseChecks.size(), 1U);
    const auto& check = view.record.doseChecks.front();
    EXPECT_EQ(check.dose, mg(35'000));
    EXPECT_EQ(check.drugVolume, ml(700));
    EXPECT_EQ(check.totalVolume, ml(100'000));
    EXPECT_EQ(check.rate, mlPerHour(66'700));
    EXPECT_EQ(check.inputs.perKg, perKg(500));
    EXPECT_EQ(check.inputs.minutes, 90);
    EXPECT_EQ(check.weighedOn, date("2025-01-06"));
    EXPECT_EQ(view.state, InfusionState::Prepared);
}

TEST_F(Dose, NeedsIdentityWeightStrengthAndBag) {
    entry = {infusion, {}, {}, {}, {}, {}, {}, {}};
    expectRefused(
        clinic, [&] { return prepare(); },
        ::testing::AllOf(HasProblem("initials", Rule::Required), HasProblem("birth_year", Rule::Required),
                         HasProblem("weight", Rule::Required), HasProblem("strength", Rule::Required),
                         HasProblem("bag", Rule::Required)));
    entry = aDose(infusion);
    entry.initials = "AX";
    expectRefused(
        clinic, [&] { return prepare(); }, HasProblem("initials", Rule::Mismatch));
}

TEST_F(Dose, StaysInsideTheProtocolsHardLimits) {
    entry.weight = kg(29'900);
    expectRefused(
        clinic, [&] { return prepare(); }, HasProblem("weight", Rule::OutOfRange));
    entry.weight = kg(250'000);
    change(2'000);
    expectRefused(
        clinic, [&] { return prepare(); }, HasProblem("dose", Rule::AboveLimit));
    entry = aDose(infusion);
    entry.bag = ml(2'000'000);
    expectRefused(
        clinic, [&] { return prepare(); }, HasProblem("rate", Rule::AboveLimit));
}

TEST_F(Dose, ShowsTheNewestOrderUntilItIsPreparedAndThenItsOwn) {
    change(600);
    EXPECT_EQ(clinic.view(infusion).order.perKg, perKg(600));
    need(prepare());
    EXPECT_EQ(clinic.view(infusion).record.doseChecks.front().dose, mg(42'000));
    clinic.clock.advance(std::chrono::minutes(1));
    change(700);
    EXPECT_EQ(clinic.view(infusion).order.perKg, perKg(600));
}

TEST_F(Dose, ABagOfAnOutdatedOrderIsNotStarted) {
    const auto outdated = need(prepare());
    clinic.clock.advance(std::chrono::minutes(1));
    change(600);
    expectRefused(
        clinic,
        [&] {
            return clinic.services.infusions.recordStep(clinic.nurse, {infusion, StepKind::Start, {}, {}, {}});
        },
        FailsWith(Code::WrongState));
    clinic.clock.advance(std::chrono::minutes(1));
    entry.corrects = services::Correction{outdated, "order changed"};
    need(prepare());
    clinic.step(infusion, StepKind::Start);
    EXPECT_EQ(domain::preparedDose(clinic.view(infusion).record)->dose, mg(42'000));
}

TEST_F(Dose, OfAnotherPersonIsNeverReplacedWithoutSayingSo) {
    need(prepare());
    entry.weight = domain::Weight::ofWhole(72);
    expectRefused(
        clinic, [this] { return clinic.services.infusions.recordDose(clinic.witness, entry); },
        FailsWith(Code::Conflict));
    EXPECT_EQ(domain::preparedDose(clinic.view(infusion).record)->dose, mg(35'000));
}

TEST_F(Dose, IsCorrectedByANewEntryBeforeTheStart) {
    const auto first = need(prepare());
    clinic.clock.advance(std::chrono::minutes(1));
    entry.weight = kg(80'000);
    entry.corrects = services::Correction{first, "misread the scale"};
    need(prepare());
    const auto view = clinic.view(infusion);
    EXPECT_EQ(view.record.doseChecks.size(), 2U);
    EXPECT_EQ(domain::preparedDose(view.record)->dose, mg(40'000));
    EXPECT_TRUE(domain::isCorrected(view.record.doseChecks, view.record.doseChecks.front()));
}

TEST_F(Dose, IsFixedOnceThePumpRuns) {
    need(prepare());
    clinic.step(infusion, StepKind::Start);
    expectRefused(
        clinic, [&] { return prepare(); }, FailsWith(Code::WrongState));
}

TEST_F(Dose, IsNotPreparedInAStoppedCourse) {
    need(clinic.services.courses.decideDose(clinic.physician, {course, OrderKind::Stop, {}, "stop", kPassword}));
    expectRefused(
        clinic, [&] { return prepare(); }, FailsWith(Code::WrongState));
}

TEST_F(Dose, ABagIsNotStartedInAStoppedCourse) {
    need(prepare());
    need(clinic.services.courses.decideDose(clinic.physician, {course, OrderKind::Stop, {}, "stop", kPassword}));
    expectRefused(
        clinic,
        [&] {
            return clinic.services.infusions.recordStep(clinic.nurse, {infusion, StepKind::Start, {}, {}, {}});
        },
        FailsWith(Code::WrongState));
}

TEST_F(Dose, TheWeightOfTheLastInfusionIsShown) {
    EXPECT_EQ(clinic.view(infusion).lastWeight, std::nullopt);
    need(prepare());
    clinic.step(infusion, StepKind::Start);
    clinic.finish(infusion);
    const auto second = clinic.openInfusion(course, 2);
    EXPECT_EQ(clinic.view(second).lastWeight, kg(70'000));
    EXPECT_EQ(clinic.view(second).lastWeighedOn, date("2025-01-06"));
    EXPECT_EQ(clinic.view(second).infusionsLast365Days, 1);
}

TEST_F(Dose, OneCourseHasOnePumpRunning) {
    need(prepare());
    clinic.step(infusion, StepKind::Start);
    expectRefused(
        clinic, [&] { return clinic.services.infusions.open(clinic.nurse, clinic.planned(course, 2).id); },
        FailsWith(Code::WrongState));
}

} // namespace
} // namespace chairside::test
