// A drug given against an adverse event, and the second person who saw it.
#include "tests/support/core/service_fixture.h"

namespace chairside::test {
namespace {

using base::Code;
using base::Rule;
using std::chrono::minutes;

class RescueDrugs : public ServiceTest {
protected:
    domain::PatientId anna = clinic.patient();
    domain::CourseId course = clinic.orderedCourse(anna);
    domain::InfusionId infusion = clinic.runningInfusion(course);
    services::RescueEntry entry{.infusion = infusion,
                                .drug = " ondansetron ",
                                .dose = mg(4'000),
                                .route = domain::DrugRoute::Intravenous,
                                .at = {},
                                .witnessUserName = "osei",
                                .witnessPassword = kPassword,
                                .corrects = {}};

    base::Result<domain::EntryId> give() { return clinic.services.infusions.recordRescueDrug(clinic.nurse, entry); }
    std::vector<domain::RescueDrug> stored() { return clinic.view(infusion).record.rescueDrugs; }
    template <class Matcher>
    void refuse(const Matcher& matcher) {
        expectRefused(
            clinic, [this] { return give(); }, matcher);
    }
};

TEST_F(RescueDrugs, TheWholeLineIsKeptWithGiverAndWitness) {
    clinic.clock.advance(minutes(20));
    entry.at = clinic.clock.now().plus(minutes(-5));
    need(give());
    ASSERT_EQ(stored().size(), 1U);
    const auto given = stored().front();
    EXPECT_EQ(given.drug, "ondansetron");
    EXPECT_EQ(given.dose, mg(4'000));
    EXPECT_EQ(given.route, domain::DrugRoute::Intravenous);
    EXPECT_EQ(given.head.observedAt, clinic.clock.now().plus(minutes(-5)));
    EXPECT_EQ(given.head.recordedBy, clinic.nurse.account);
    EXPECT_EQ(given.witness, clinic.witness.account);
    EXPECT_EQ(clinic.store.events().back().subjectKind, "rescue_drug");
}

TEST_F(RescueDrugs, NothingOfTheLineIsAssumed) {
    entry.drug = " ";
    entry.dose.reset();
    entry.route.reset();
    entry.witnessUserName.clear();
    entry.witnessPassword.clear();
    refuse(::testing::AllOf(HasProblem("rescue_drug", Rule::Required), HasProblem("rescue_dose", Rule::Required),
                            HasProblem("rescue_route", Rule::Required), HasProblem("witness", Rule::Required),
                            HasProblem("witness_password", Rule::Required)));
}

TEST_F(RescueDrugs, ADoseIsMoreThanNothing) {
    entry.dose = mg(0);
    refuse(HasProblem("rescue_dose", Rule::OutOfRange));
}

TEST_F(RescueDrugs, TheGiverIsNoWitness) {
    entry.witnessUserName = " KHAN";
    refuse(HasProblem("witness", Rule::SamePerson));
}

TEST_F(RescueDrugs, AWitnessSignsInOrNothingIsKept) {
    entry.witnessPassword = "something else entirely";
    EXPECT_THAT(give(), FailsWith(Code::SignInFailed));
    EXPECT_TRUE(stored().empty());
}

TEST_F(RescueDrugs, WhoMayNotWitnessDrugsIsRefused) {
    entry.witnessUserName = "adler";
    EXPECT_THAT(give(), FailsWith(Code::Denied));
    EXPECT_TRUE(stored().empty());
}

TEST_F(RescueDrugs, ItIsGivenWithinTheInfusionAndNotInTheFuture) {
    entry.at = clinic.clock.now().plus(minutes(1));
    refuse(HasProblem("rescue_at", Rule::InFuture));
    entry.at = clinic.view(infusion).record.infusion.openedAt.plus(minutes(-1));
    refuse(HasProblem("rescue_at", Rule::BeforeStart));
}

TEST_F(RescueDrugs, ACorrectionKeepsTheOldLineAndItsTime) {
    const auto wrong = need(give());
    const auto at = clinic.clock.now();
    clinic.clock.advance(minutes(10));
    entry.dose = mg(8'000);
    entry.corrects = services::Correction{wrong, ""};
    refuse(HasProblem("correction_reason", Rule::Required));
    entry.corrects->reason = "two ampoules";
    need(give());
    ASSERT_EQ(stored().size(), 2U);
    const auto standing = domain::standing(stored());
    ASSERT_EQ(standing.size(), 1U);
    EXPECT_EQ(standing.front().dose, mg(8'000));
    EXPECT_EQ(standing.front().head.observedAt, at);
    refuse(HasProblem("corrects", Rule::Duplicate));
}

TEST_F(RescueDrugs, AfterTheSignatureNoneCanBeAdded) {
    clinic.finish(infusion);
    refuse(FailsWith(Code::WrongState));
}

} // namespace
} // namespace chairside::test
