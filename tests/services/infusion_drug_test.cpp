// The controlled-drug book of an infusion and its witness.
#include "tests/support/core/service_fixture.h"

namespace chairside::test {
namespace {

using base::Code;
using base::Rule;
using domain::MovementKind;
using domain::StepKind;
using std::chrono::minutes;

class DrugBook : public ServiceTest {
protected:
    domain::PatientId anna = clinic.patient();
    domain::CourseId course = clinic.orderedCourse(anna);
    domain::InfusionId infusion = clinic.runningInfusion(course);
    services::DrugEntry entry = aDrugEntry(infusion);

    base::Done account() { return clinic.services.infusions.accountDrug(clinic.nurse, entry); }
    void stopAfter(int count) {
        clinic.clock.advance(minutes(count));
        clinic.step(infusion, StepKind::Stop, "reason");
    }
    domain::InfusionRecord stored() { return clinic.view(infusion).record; }
    domain::Dose sum(MovementKind kind) {
        domain::Dose total;
        for (const auto& movement : stored().movements)
            total += movement.kind == kind ? movement.amount : domain::Dose{};
        return total;
    }
    template <class Matcher>
    void refuse(const Matcher& matcher) {
        expectRefused(
            clinic, [this] { return account(); }, matcher);
    }
};

TEST_F(DrugBook, AWholeBagBalances) {
    stopAfter(90);
    need(account());
    const auto record = stored();
    ASSERT_EQ(record.vials.size(), 1U);
    EXPECT_EQ(record.vials.front().drug, "ketamine");
    EXPECT_EQ(record.vials.front().lot, "KM42");
    EXPECT_EQ(sum(MovementKind::Received), mg(500'000));
    EXPECT_EQ(sum(MovementKind::Given), mg(35'000));
    EXPECT_EQ(sum(MovementKind::WastedVial), mg(465'000));
    EXPECT_TRUE(domain::balanceOf(record.movements).balanced());
    for (const auto& movement : record.movements) {
        EXPECT_EQ(movement.recordedBy, clinic.nurse.account);
        const bool waste = movement.kind == MovementKind::WastedVial;
        EXPECT_EQ(movement.witness, waste ? std::optional(clinic.witness.account) : std::nullopt);
    }
}

TEST_F(DrugBook, AnEarlyStopLeavesDrugInTheBag) {
    stopAfter(54);
    entry.wastedBag = mg(14'000);
    need(account());
    EXPECT_EQ(sum(MovementKind::Given), mg(21'000));
    EXPECT_EQ(sum(MovementKind::WastedBag), mg(14'000));
    EXPECT_TRUE(domain::balanceOf(stored().movements).balanced());
}

TEST_F(DrugBook, EachOfSeveralVialsBalances) {
    stopAfter(54);
    entry.vialVolume = ml(300); // 15 mg each: three for 35 mg
    entry.wastedBag = mg(14'000);
    entry.wastedVial = mg(10'000);
    need(account());
    const auto record = stored();
    ASSERT_EQ(record.vials.size(), 3U);
    for (const auto& vial : record.vials) {
        std::vector<domain::DrugMovement> own;
        for (const auto& movement : record.movements) {
            if (movement.vial == vial.id) own.push_back(movement);
        }
        EXPECT_TRUE(domain::balanceOf(own).balanced());
    }
    EXPECT_EQ(sum(MovementKind::Received), mg(45'000));
}

TEST_F(DrugBook, ADifferenceIsNamedAndNeedsAReason) {
    stopAfter(90);
    entry.wastedVial = mg(460'000);
    refuse(HasProblem("wasted_vial", Rule::DoesNotBalance));
    EXPECT_EQ(account().error().problems.front().value, "5");
    entry.wastedVial = mg(466'500);
    EXPECT_EQ(account().error().problems.front().value, "-1.5");
    entry.differenceReason = "spilled while drawing";
    entry.wastedVial = mg(460'000);
    need(account());
    EXPECT_EQ(sum(MovementKind::Correction), mg(-5'000));
    EXPECT_EQ(stored().movements.back().reason, "spilled while drawing");
    EXPECT_EQ(stored().movements.back().witness, clinic.witness.account);
    EXPECT_TRUE(domain::balanceOf(stored().movements).balanced());
    EXPECT_THAT(clinic.services.infusions.sign(clinic.nurse, infusion, kPassword), IsOk());
}

TEST_F(DrugBook, TooMuchWasteIsADifferenceToo) {
    stopAfter(90);
    entry.wastedVial = mg(470'000);
    entry.differenceReason = "overfilled vial";
    need(account());
    EXPECT_EQ(sum(MovementKind::Correction), mg(5'000));
    EXPECT_TRUE(domain::balanceOf(stored().movements).balanced());
}

TEST_F(DrugBook, EveryFieldIsNeeded) {
    stopAfter(90);
    entry = {infusion, {}, {}, {}, {}, {}, {}, {}, {}};
    refuse(::testing::AllOf(HasProblem("vial_volume", Rule::Required), HasProblem("lot", Rule::Required),
                            HasProblem("expires", Rule::Required), HasProblem("wasted_vial", Rule::Required),
                            HasProblem("wasted_bag", Rule::Required), HasProblem("witness", Rule::Required)));
    entry = aDrugEntry(infusion);
    entry.wastedBag = mg(-1);
    entry.vialVolume = ml(0);
    refuse(::testing::AllOf(HasProblem("wasted_bag", Rule::OutOfRange), HasProblem("vial_volume", Rule::OutOfRange)));
}

TEST_F(DrugBook, AnExpiredVialIsRefused) {
    stopAfter(90);
    entry.expires = date("2025-01-05");
    refuse(HasProblem("expires", Rule::InPast));
    entry.expires = date("2025-01-06");
    EXPECT_THAT(account(), IsOk());
}

TEST_F(DrugBook, TheWitnessIsAnotherPerson) {
    stopAfter(90);
    entry.witnessUserName = "khan";
    refuse(HasProblem("witness", Rule::SamePerson));
    entry.witnessUserName = "osei";
    entry.witnessPassword = "wrong";
    EXPECT_THAT(account(), FailsWith(Code::SignInFailed));
    entry.witnessUserName = "adler";
    entry.witnessPassword = kPassword;
    EXPECT_THAT(account(), FailsWith(Code::Denied));
    EXPECT_TRUE(stored().movements.empty());
}

TEST_F(DrugBook, IsWrittenOnceAndNotWhileThePumpRuns) {
    refuse(FailsWith(Code::WrongState));
    stopAfter(90);
    need(account());
    refuse(FailsWith(Code::WrongState));
}

TEST_F(DrugBook, ABagThatWasMadeAndIsNotUsedIsBookedBeforeItIsCalledOff) {
    stopAfter(90);
    need(account());
    const auto second = clinic.openInfusion(course, 2);
    clinic.prepare(second);
    const auto decline = [&] {
        return clinic.services.courses.recordNotGiven(clinic.nurse, clinic.planned(course, 2).id,
                                                      domain::PlanState::Declined, "changed her mind");
    };
    expectRefused(clinic, decline, FailsWith(Code::WrongState));
    entry = aDrugEntry(second);
    entry.wastedBag = mg(35'000);
    need(account());
    EXPECT_TRUE(domain::balanceOf(clinic.view(second).record.movements).balanced());
    services::StepEntry start{second, StepKind::Start, {}, {}, {}};
    expectRefused(
        clinic, [&] { return clinic.services.infusions.recordStep(clinic.nurse, start); }, FailsWith(Code::WrongState));
    expectRefused(
        clinic, [&] { return clinic.services.infusions.recordDose(clinic.nurse, aDose(second)); },
        FailsWith(Code::WrongState));
    EXPECT_THAT(decline(), IsOk());
}

} // namespace
} // namespace chairside::test
