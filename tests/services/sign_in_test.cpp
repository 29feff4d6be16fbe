// Signing in, the growing delay after wrong tries, and the second person.
#include "core/services/authentication.h"
#include "tests/support/core/service_fixture.h"

namespace chairside::test {
namespace {

using base::Code;
using base::Rule;
using services::AuditAction;

class SignIn : public ServiceTest {
protected:
    base::Result<services::Actor> signIn(const std::string& password, const std::string& name = "khan") {
        return clinic.services.accounts.signIn(name, password, "chair-1");
    }
    void failTimes(int count, const std::string& name = "khan") {
        for (int i = 0; i < count; ++i)
            EXPECT_THAT(signIn("wrong", name), FailsWith(Code::SignInFailed));
    }
};

struct DelayCase {
    int failed;
    std::int64_t secondsSince;
    std::optional<std::int64_t> left;
};

class Delay : public ::testing::TestWithParam<DelayCase> {};

// Three free tries, then 5 s, doubled up to 60 s.
TEST_P(Delay, DoublesUpToItsMaximum) {
    const auto failedAt = instant("2025-01-06T09:00:00Z");
    const auto now = failedAt.plus(std::chrono::seconds(GetParam().secondsSince));
    EXPECT_EQ(services::secondsToWait(GetParam().failed, failedAt, now, aPolicy()), GetParam().left);
}

INSTANTIATE_TEST_SUITE_P(Table, Delay,
                         ::testing::Values(DelayCase{0, 0, std::nullopt}, DelayCase{2, 0, std::nullopt},
                                           DelayCase{3, 0, 5}, DelayCase{3, 4, 1}, DelayCase{3, 5, std::nullopt},
                                           DelayCase{4, 0, 10}, DelayCase{5, 0, 20}, DelayCase{6, 0, 40},
                                           DelayCase{7, 0, 60}, DelayCase{1000, 0, 60}, DelayCase{7, 60, std::nullopt},
                                           DelayCase{3, -3600, 5})); // clock set back: not longer than it was

TEST(DelayRule, CountsFromTheLastFailureOnly) {
    EXPECT_EQ(services::secondsToWait(9, std::nullopt, instant("2025-01-06T09:00:00Z"), aPolicy()), std::nullopt);
}

TEST_F(SignIn, DoesNotTryTheRightPasswordWhileItHasToWait) {
    failTimes(3);
    const int effort = clinic.hasher.effort();
    const auto refused = signIn(kPassword);
    EXPECT_THAT(refused, FailsWith(Code::SignInDelayed));
    EXPECT_EQ(refused.error().detail, "5");
    EXPECT_EQ(clinic.hasher.effort(), effort);
    clinic.clock.advance(std::chrono::seconds(5));
    EXPECT_THAT(signIn(kPassword), IsOk());
}

TEST_F(SignIn, ASuccessForgetsTheFailures) {
    failTimes(2);
    need(signIn(kPassword));
    failTimes(3);
    EXPECT_THAT(signIn(kPassword), FailsWith(Code::SignInDelayed));
}

TEST_F(SignIn, TheDelayIsStored) {
    failTimes(3);
    services::Services restarted(clinic.context);
    EXPECT_THAT(restarted.accounts.signIn("khan", kPassword, "chair-9"), FailsWith(Code::SignInDelayed));
}

TEST_F(SignIn, ADelayOfOneNameIsNoneOfAnother) {
    failTimes(3);
    EXPECT_THAT(signIn(kPassword, "osei"), IsOk());
}

TEST_F(SignIn, AnUnknownNameLooksLikeAWrongPassword) {
    const int before = clinic.hasher.effort();
    const auto unknown = signIn(kPassword, "nobody");
    const int between = clinic.hasher.effort();
    const auto wrong = signIn("wrong");
    EXPECT_EQ(unknown.error(), wrong.error());
    EXPECT_EQ(between - before, clinic.hasher.effort() - between);
}

TEST_F(SignIn, AnUnknownNameIsDelayedLikeAKnownOne) {
    failTimes(3, "nobody");
    EXPECT_THAT(signIn(kPassword, "nobody"), FailsWith(Code::SignInDelayed));
    EXPECT_THAT(signIn(kPassword, "khan"), IsOk());
}

TEST_F(SignIn, EveryOutcomeIsAudited) {
    clinic.store.forget();
    need(signIn(kPassword));
    failTimes(3);
    EXPECT_THAT(signIn(kPassword), FailsWith(Code::SignInDelayed));
    failTimes(1, "nobody");
    need(clinic.services.accounts.signOut(clinic.nurse));
    std::vector<AuditAction> actions;
    for (const auto& event : clinic.store.events())
        actions.push_back(event.action);
    EXPECT_THAT(actions,
                ::testing::ElementsAre(AuditAction::SignIn, AuditAction::SignInFailed, AuditAction::SignInFailed,
                                       AuditAction::SignInFailed, AuditAction::SignInFailed, AuditAction::SignInFailed,
                                       AuditAction::SignOut));
    EXPECT_EQ(clinic.store.events()[1].who, clinic.nurse.account);
    EXPECT_EQ(clinic.store.events()[4].detail, "sign_in delayed");
    EXPECT_EQ(clinic.store.events()[5].who, std::nullopt);
    EXPECT_EQ(clinic.store.events()[5].detail, "sign_in unknown_user");
}

TEST_F(SignIn, TheNameIsFoldedAndTrimmed) {
    EXPECT_THAT(signIn(kPassword, "  KhAn "), IsOk());
}

TEST_F(SignIn, AWrongPasswordAtASignatureCountsToo) {
    for (int i = 0; i < 3; ++i) {
        EXPECT_THAT(clinic.services.accounts.reauthenticate(clinic.nurse, "wrong"), FailsWith(Code::SignInFailed));
    }
    EXPECT_THAT(clinic.services.accounts.reauthenticate(clinic.nurse, kPassword), FailsWith(Code::SignInDelayed));
    clinic.clock.advance(std::chrono::seconds(5));
    EXPECT_THAT(clinic.services.accounts.reauthenticate(clinic.nurse, kPassword), IsOk());
}

TEST_F(SignIn, TheWitnessIsSomebodyElseWhoMayWitness) {
    auto& accounts = clinic.services.accounts;
    EXPECT_THAT(accounts.authenticateWitness(clinic.nurse, " KHAN ", kPassword),
                HasProblem("witness", Rule::SamePerson));
    EXPECT_THAT(accounts.authenticateWitness(clinic.nurse, "", kPassword), HasProblem("witness", Rule::Required));
    EXPECT_THAT(accounts.authenticateWitness(clinic.nurse, "osei", "wrong"), FailsWith(Code::SignInFailed));
    EXPECT_THAT(accounts.authenticateWitness(clinic.nurse, "adler", kPassword), FailsWith(Code::Denied));
    const auto witness = need(accounts.authenticateWitness(clinic.nurse, "Osei", kPassword));
    EXPECT_EQ(witness.account, clinic.witness.account);
}

TEST_F(SignIn, AWitnessWhoMayNotIsAudited) {
    clinic.store.forget();
    EXPECT_THAT(clinic.services.accounts.authenticateWitness(clinic.nurse, "adler", kPassword),
                FailsWith(Code::Denied));
    ASSERT_EQ(clinic.store.events().size(), 2U);
    EXPECT_EQ(clinic.store.events().back().action, AuditAction::Denied);
    EXPECT_EQ(clinic.store.events().back().who, clinic.auditor.account);
}

} // namespace
} // namespace chairside::test
