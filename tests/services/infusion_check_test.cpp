// The second person's own calculation of the prepared dose.
#include "tests/support/core/service_fixture.h"

namespace chairside::test {
namespace {

using base::Code;
using base::Rule;
using domain::CheckState;
using domain::StepKind;
using std::chrono::minutes;

class SecondCheck : public ServiceTest {
protected:
    domain::PatientId anna = clinic.patient();
    domain::CourseId course = clinic.orderedCourse(anna, {}, "second_05");
    domain::InfusionId infusion = clinic.openInfusion(course);
    services::DoseEntry dose = aDose(infusion);
    services::SecondCheckEntry entry = prepared();

    services::SecondCheckEntry prepared() {
        auto next = dose;
        const auto standing = domain::preparedDose(clinic.view(infusion).record);
        if (standing && !next.corrects) next.corrects = services::Correction{standing->head.id, "prepared again"};
        need(clinic.services.infusions.recordDose(clinic.nurse, next));
        return aSecondCheck(*domain::preparedDose(clinic.view(infusion).record));
    }
    base::Result<domain::EntryId> check() { return clinic.services.infusions.recordSecondCheck(clinic.nurse, entry); }
    CheckState state() {
        const auto view = clinic.view(infusion);
        return domain::checkStateOf(view.record, view.protocol.rules.secondCheck);
    }
    std::size_t kept() { return clinic.view(infusion).record.secondChecks.size(); }
    template <class Matcher>
    void refuse(const Matcher& matcher) {
        expectRefused(
            clinic, [this] { return check(); }, matcher);
    }
};

TEST_F(SecondCheck, IsRecordedByThePersonWhoCalculated) {
    EXPECT_EQ(state(), CheckState::Open);
    clinic.clock.advance(minutes(1));
    clinic.store.forget();
    const auto id = need(check());
    EXPECT_EQ(state(), CheckState::Agrees);
    const auto found = clinic.view(infusion).record.secondChecks;
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found.front().head.id, id);
    EXPECT_EQ(found.front().head.recordedBy, clinic.witness.account);
    EXPECT_EQ(found.front().head.recordedAt, clinic.clock.now());
    EXPECT_EQ(found.front().numbers, (domain::DoseNumbers{kg(70'000), mg(35'000), ml(700), mlPerHour(66'700)}));
    const auto& events = clinic.store.events();
    ASSERT_EQ(events.size(), 2U);
    EXPECT_EQ(events[0].action, services::AuditAction::SignIn);
    EXPECT_EQ(events[0].detail, "second_check");
    EXPECT_EQ(events[1].who, clinic.witness.account);
    EXPECT_EQ(events[1].subjectKind, "second_check");
    EXPECT_EQ(events[1].patient, anna);
    EXPECT_EQ(events[1].detail, "agrees");
}

TEST_F(SecondCheck, MayBeAPhysicians) {
    entry.userName = "OKAFOR";
    EXPECT_THAT(check(), IsOk());
    EXPECT_EQ(clinic.view(infusion).record.secondChecks.front().head.recordedBy, clinic.physician.account);
}

TEST_F(SecondCheck, NeedsEveryNumberAndAPerson) {
    entry = {infusion, entry.doseCheck, {}, {}, {}, {}, {}, {}};
    refuse(::testing::AllOf(HasProblem("second_weight", Rule::Required), HasProblem("second_dose", Rule::Required),
                            HasProblem("second_volume", Rule::Required), HasProblem("second_rate", Rule::Required),
                            HasProblem("second_person", Rule::Required),
                            HasProblem("second_password", Rule::Required)));
}

TEST_F(SecondCheck, IsRefusedWithoutAWordAboutTheFirstNumbers) {
    entry.weight = kg(0);
    entry.dose = mg(340'000);
    entry.userName = "";
    const auto refused = check();
    ASSERT_THAT(refused, HasProblem("second_weight", Rule::OutOfRange));
    EXPECT_EQ(refused.error().problems.size(), 2U) << "a wrong dose is not named before the set is complete";
    for (const auto& problem : refused.error().problems) {
        EXPECT_EQ(problem.low, "") << problem.field;
        EXPECT_EQ(problem.high, "") << problem.field;
    }
    entry = prepared();
    entry.dose = mg(340'000);
    entry.password = "wrong";
    EXPECT_THAT(check(), FailsWith(Code::SignInFailed));
    EXPECT_EQ(kept(), 0U);
}

TEST_F(SecondCheck, IsMadeByAnotherPerson) {
    entry.userName = " Khan ";
    refuse(HasProblem("second_person", Rule::SamePerson));
    // Whoever is signed in: the one who prepared the dose cannot check it.
    expectRefused(
        clinic, [this] { return clinic.services.infusions.recordSecondCheck(clinic.witness, entry); },
        HasProblem("second_person", Rule::SamePerson));
}

TEST_F(SecondCheck, MayBeTypedAtAScreenTheSecondPersonSignedInto) {
    EXPECT_THAT(clinic.services.infusions.recordSecondCheck(clinic.witness, entry), IsOk());
}

TEST_F(SecondCheck, NeedsTheRightPasswordAndThePermission) {
    entry.password = "wrong";
    EXPECT_THAT(check(), FailsWith(Code::SignInFailed));
    entry.userName = "nobody";
    EXPECT_THAT(check(), FailsWith(Code::SignInFailed));
    entry.password = kPassword;
    entry.userName = "adler";
    const auto denied = check();
    EXPECT_THAT(denied, FailsWith(Code::Denied));
    EXPECT_EQ(denied.error().field, "second_person");
    EXPECT_EQ(kept(), 0U);
    EXPECT_EQ(state(), CheckState::Open);
}

TEST_F(SecondCheck, ThatDiffersIsKeptAndEveryDifferenceIsNamed) {
    entry.drugVolume = ml(7'000);
    entry.rate = mlPerHour(67'300);
    clinic.store.forget();
    const auto differs = check();
    ASSERT_THAT(differs, FailsWith(Code::Invalid));
    EXPECT_EQ(differs.error().problems, (base::Problems{{"second_volume", Rule::Mismatch, {}, "0.7", "7"},
                                                        {"second_rate", Rule::Mismatch, {}, "66.7", "67.3"}}));
    EXPECT_EQ(kept(), 1U);
    EXPECT_EQ(state(), CheckState::Differs);
    EXPECT_EQ(clinic.store.events().back().detail, "differs");
    EXPECT_FALSE(clinic.told.empty());
    EXPECT_EQ(clinic.told.back().id, infusion.text());
}

TEST_F(SecondCheck, AgreesWithinTheTolerances) {
    entry.weight = kg(70'100);
    entry.dose = mg(35'100);
    entry.drugVolume = ml(690);
    entry.rate = mlPerHour(67'200);
    EXPECT_THAT(check(), IsOk());
    EXPECT_EQ(state(), CheckState::Agrees);
}

TEST_F(SecondCheck, IsMadeOnceForADoseAndAgainForTheNext) {
    entry.drugVolume = ml(7'000);
    EXPECT_THAT(check(), FailsWith(Code::Invalid));
    entry.drugVolume = ml(700);
    refuse(FailsWith(Code::WrongState));
    const auto first = entry.doseCheck;
    clinic.clock.advance(minutes(1));
    dose.corrects = services::Correction{first, "the second check differed"};
    entry = prepared();
    EXPECT_EQ(state(), CheckState::Open);
    EXPECT_THAT(check(), IsOk());
    EXPECT_EQ(state(), CheckState::Agrees);
    EXPECT_EQ(kept(), 2U);
}

TEST_F(SecondCheck, OfADoseThatWasPreparedAgainMeanwhileIsAConflict) {
    clinic.clock.advance(minutes(1));
    dose.corrects = services::Correction{entry.doseCheck, "scale"};
    need(clinic.services.infusions.recordDose(clinic.nurse, dose));
    refuse(FailsWith(Code::Conflict));
    EXPECT_EQ(state(), CheckState::Open);
}

TEST_F(SecondCheck, IsNeededBeforeThePumpStarts) {
    services::StepEntry start{infusion, StepKind::Start, {}, {}, {}};
    const auto notChecked = [&] {
        const auto refused = clinic.services.infusions.recordStep(clinic.nurse, start);
        return refused ? std::string("started") : refused.error().detail;
    };
    EXPECT_EQ(notChecked(), "not_checked");
    entry.rate = mlPerHour(667'000);
    EXPECT_THAT(check(), FailsWith(Code::Invalid));
    EXPECT_EQ(notChecked(), "not_checked");
    clinic.clock.advance(minutes(1));
    entry = prepared();
    EXPECT_EQ(notChecked(), "not_checked") << "the dose was prepared again";
    need(check());
    EXPECT_EQ(notChecked(), "started");
    refuse(FailsWith(Code::WrongState));
}

TEST_F(SecondCheck, ThatAgreedDoesNotStandForACorrectedDose) {
    need(check());
    clinic.clock.advance(minutes(1));
    dose.corrects = services::Correction{entry.doseCheck, "misread the scale"};
    entry = prepared();
    services::StepEntry start{infusion, StepKind::Start, {}, {}, {}};
    expectRefused(
        clinic, [&] { return clinic.services.infusions.recordStep(clinic.nurse, start); }, FailsWith(Code::WrongState));
    need(check());
    clinic.step(infusion, StepKind::Start);
}

TEST_F(SecondCheck, HidesDoseAndWeightOnBoardAndOverviewWhileItIsOpen) {
    const auto shownDose = [this] {
        return need(clinic.services.infusions.today(clinic.nurse)).rows.front().dose;
    };
    const auto shownWeight = [this] {
        return need(clinic.services.patients.overview(clinic.nurse, anna, services::Reading::Refresh)).weight;
    };
    EXPECT_EQ(shownDose(), std::nullopt);
    EXPECT_EQ(shownWeight(), std::nullopt);
    need(check());
    EXPECT_EQ(shownDose(), mg(35'000));
    EXPECT_EQ(shownWeight(), kg(70'000));
}

TEST_F(SecondCheck, IsNotMadeInAStoppedCourse) {
    need(
        clinic.services.courses.decideDose(clinic.physician, {course, domain::OrderKind::Stop, {}, "stop", kPassword}));
    refuse(FailsWith(Code::WrongState));
}

TEST_F(SecondCheck, BelongsToWhatIsSigned) {
    const auto hash = [this] {
        std::string text;
        need(clinic.store.read([&](services::Transaction& tx) -> base::Done {
            text = need(tx.signatures().contentHash("infusion", infusion.text()));
            return {};
        }));
        return text;
    };
    const auto before = hash();
    need(check());
    EXPECT_NE(hash(), before);
}

TEST_F(ServiceTest, ASecondCheckIsNotTakenWhereTheProtocolAsksForNone) {
    const auto infusion = clinic.openInfusion(clinic.orderedCourse(clinic.patient()));
    clinic.prepare(infusion);
    const auto entry = aSecondCheck(*domain::preparedDose(clinic.view(infusion).record));
    expectRefused(
        clinic, [&] { return clinic.services.infusions.recordSecondCheck(clinic.nurse, entry); },
        FailsWith(Code::WrongState));
}

} // namespace
} // namespace chairside::test
