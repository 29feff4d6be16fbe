// A person's own password, PIN and second factor, and an administrator's help for whoever cannot sign in.
#include "core/access/one_time_codes.h"
#include "core/access/sha1.h"
#include "tests/support/core/service_fixture.h"

namespace chairside::test {
namespace {

using base::Code;
using services::AuditAction;

constexpr const char* kNewPassword = "a kettle sings at dawn";
constexpr const char* kChosen = "what I chose for myself";

class OwnSignInTest : public ServiceTest {
protected:
    services::AccountService& accounts = clinic.services.accounts;

    base::Result<services::Actor> signIn(const std::string& password, const std::string& code = {}) {
        return accounts.signIn("khan", password, "chair-1", code);
    }
    base::Result<services::Actor> choose(const std::string& chosen) {
        return accounts.signIn("khan", kNewPassword, "chair-1", {}, chosen);
    }
    const services::AuditEvent& last() { return clinic.store.events().back(); }
};

class OwnPassword : public OwnSignInTest {};

TEST_F(OwnPassword, IsChangedWithTheOldOneAndWorksAtOnce) {
    need(accounts.changePassword(clinic.nurse, kPassword, kNewPassword));
    EXPECT_EQ(last().action, AuditAction::Record);
    EXPECT_EQ(last().detail, "password changed");
    EXPECT_EQ(last().who, clinic.nurse.account);
    EXPECT_THAT(signIn(kPassword), FailsWith(Code::SignInFailed));
    EXPECT_THAT(signIn(kNewPassword), IsOk());
}

TEST_F(OwnPassword, NeedsTheOldOneAndATryIsCounted) {
    EXPECT_THAT(accounts.changePassword(clinic.nurse, "not my password", kNewPassword), FailsWith(Code::SignInFailed));
    EXPECT_EQ(last().action, AuditAction::SignInFailed);
    EXPECT_THAT(signIn(kPassword), IsOk());
}

TEST_F(OwnPassword, FollowsTheRuleForNewOnes) {
    for (const char* weak : {"short", "khan", "Hillside Pain Clinic", "PasswordPassword", "1correcthorsebattery!!",
                             "aaaaaaaaaaaaaaaa", "abcabcabcabcabc", "1234567890123", "zyxwvutsrqponm"}) {
        SCOPED_TRACE(weak);
        expectRefused(
            clinic, [&] { return accounts.changePassword(clinic.nurse, kPassword, weak); }, FailsWith(Code::Invalid));
    }
    EXPECT_THAT(accounts.changePassword(clinic.nurse, kPassword, "Пароль с пробелами и ё"), IsOk());
}

TEST_F(OwnPassword, IsNotChangedWhenItCannotBeSaved) {
    clinic.store.failNext(Code::StorageFull);
    EXPECT_THAT(accounts.changePassword(clinic.nurse, kPassword, kNewPassword), FailsWith(Code::StorageFull));
    EXPECT_THAT(signIn(kPassword), IsOk());
}

TEST_F(OwnPassword, IsGivenAnewByAnAdministratorWhoSaysWhoTheyAre) {
    need(accounts.setPin(clinic.nurse, kPassword, "274916"));
    EXPECT_THAT(accounts.resetPassword(clinic.administrator, "not mine at all", clinic.nurse.account, kNewPassword),
                FailsWith(Code::SignInFailed));
    need(accounts.resetPassword(clinic.administrator, kPassword, clinic.nurse.account, kNewPassword));
    EXPECT_EQ(last().detail, "password reset");
    EXPECT_EQ(last().who, clinic.administrator.account);
    EXPECT_THAT(signIn(kPassword), FailsWith(Code::SignInFailed));
    EXPECT_FALSE(need(accounts.ownSignIn(clinic.nurse)).hasPin) << "the PIN was theirs";
    EXPECT_THAT(accounts.resetPassword(clinic.administrator, kPassword, clinic.administrator.account, kNewPassword),
                FailsWith(Code::Invalid));
}

TEST_F(OwnPassword, AResetEndsTheDelayOfWrongTries) {
    for (int i = 0; i < 8; ++i) {
        const auto tried = signIn("a wrong password");
        EXPECT_FALSE(tried);
    }
    EXPECT_THAT(signIn(kPassword), FailsWith(Code::SignInDelayed));
    need(accounts.resetPassword(clinic.administrator, kPassword, clinic.nurse.account, kNewPassword));
    EXPECT_THAT(choose(kChosen), IsOk());
}

// Who knows that password is the administrator: nothing may be done with it in the other one's name.
TEST_F(OwnPassword, ThatWasGivenOpensNothingButTheChoiceOfAnotherOne) {
    need(accounts.resetPassword(clinic.administrator, kPassword, clinic.nurse.account, kNewPassword));
    const auto asked = signIn(kNewPassword);
    ASSERT_THAT(asked, FailsWith(Code::Invalid));
    EXPECT_EQ(asked.error().problems, (base::Problems{{"new_password", base::Rule::Required, {}, {}, {}}}));
    EXPECT_EQ(last().action, AuditAction::SignInFailed);
    EXPECT_EQ(last().detail, "sign_in password_to_choose");
    EXPECT_THAT(accounts.reauthenticate(clinic.nurse, kNewPassword), FailsWith(Code::WrongState)) << "no signature";
    EXPECT_EQ(last().detail, "again password_to_choose");
    EXPECT_THAT(accounts.authenticateWitness(clinic.witness, "khan", kNewPassword), FailsWith(Code::WrongState));
    EXPECT_THAT(accounts.setPin(clinic.nurse, kNewPassword, "274916"), FailsWith(Code::WrongState));
}

TEST_F(OwnPassword, InThePlaceOfAGivenOneIsOnesOwnChoiceUnderTheSameRule) {
    need(accounts.resetPassword(clinic.administrator, kPassword, clinic.nurse.account, kNewPassword));
    for (const char* refused : {"short", "PasswordPassword", "khan", kNewPassword}) {
        SCOPED_TRACE(refused);
        expectRefused(
            clinic, [&] { return choose(refused); }, FailsWith(Code::Invalid));
    }
    EXPECT_THAT(accounts.signIn("khan", "not the given one", "chair-1", {}, kChosen), FailsWith(Code::SignInFailed));
    need(choose(kChosen));
    EXPECT_EQ(last().detail, "password chosen");
    EXPECT_EQ(last().who, clinic.nurse.account);
    EXPECT_THAT(signIn(kNewPassword), FailsWith(Code::SignInFailed)) << "the administrator knows it";
    EXPECT_THAT(signIn(kChosen), IsOk());
    EXPECT_THAT(accounts.reauthenticate(clinic.nurse, kChosen), IsOk());
}

TEST_F(OwnPassword, AChoiceThatCannotBeSavedIsMadeAgain) {
    need(accounts.resetPassword(clinic.administrator, kPassword, clinic.nurse.account, kNewPassword));
    clinic.store.failNext(Code::StorageFull);
    EXPECT_THAT(choose(kChosen), FailsWith(Code::StorageFull));
    EXPECT_THAT(signIn(kNewPassword), FailsWith(Code::Invalid)) << "it is still to be chosen";
    EXPECT_THAT(choose(kChosen), IsOk());
}

class OwnPin : public OwnSignInTest {
protected:
    void SetUp() override { need(accounts.setPin(clinic.nurse, kPassword, "274916")); }
};

TEST_F(OwnPin, UnlocksForTheSamePersonAndSaysSoInTheTrail) {
    need(accounts.unlockWithPin(clinic.nurse, "274916"));
    EXPECT_EQ(last().action, AuditAction::SignIn);
    EXPECT_EQ(last().detail, "unlock pin");
    EXPECT_THAT(accounts.unlockWithPin(clinic.physician, "274916"), FailsWith(Code::WrongState)) << "it is not theirs";
}

TEST_F(OwnPin, NeverSignsInNorSigns) {
    EXPECT_THAT(signIn("274916"), FailsWith(Code::SignInFailed));
    EXPECT_THAT(accounts.reauthenticate(clinic.nurse, "274916"), FailsWith(Code::SignInFailed));
}

TEST_F(OwnPin, AfterFiveWrongOnesThePasswordIsNeeded) {
    for (int left = 4; left >= 0; --left) {
        const auto tried = accounts.unlockWithPin(clinic.nurse, "000001");
        ASSERT_THAT(tried, FailsWith(Code::SignInFailed));
        EXPECT_EQ(tried.error().detail, std::to_string(left));
        EXPECT_EQ(last().action, AuditAction::SignInFailed);
    }
    EXPECT_THAT(accounts.unlockWithPin(clinic.nurse, "274916"), FailsWith(Code::WrongState)) << "even the right one";
    EXPECT_EQ(need(accounts.ownSignIn(clinic.nurse)).pinTriesLeft, 0);
    need(accounts.reauthenticate(clinic.nurse, kPassword));
    EXPECT_THAT(accounts.unlockWithPin(clinic.nurse, "274916"), IsOk());
}

TEST_F(OwnPin, ARightOneForgetsTheWrongOnesBefore) {
    for (int i = 0; i < 4; ++i)
        EXPECT_THAT(accounts.unlockWithPin(clinic.nurse, "000001"), FailsWith(Code::SignInFailed));
    need(accounts.unlockWithPin(clinic.nurse, "274916"));
    EXPECT_EQ(need(accounts.ownSignIn(clinic.nurse)).pinTriesLeft, 5);
}

TEST_F(OwnPin, IsSixToTwelveDigitsNotInARow) {
    for (const char* bad :
         {"", "12345", "1234567890123", "27491a", "٢٧٤٩١٦", "123456", "654321", "111111", "121212", "789012"}) {
        SCOPED_TRACE(bad);
        expectRefused(
            clinic, [&] { return accounts.setPin(clinic.nurse, kPassword, bad); }, FailsWith(Code::Invalid));
    }
    EXPECT_THAT(accounts.setPin(clinic.nurse, "not my password", "914276"), FailsWith(Code::SignInFailed));
    EXPECT_THAT(accounts.unlockWithPin(clinic.nurse, "274916"), IsOk()) << "the old one stays";
}

TEST_F(OwnPin, IsKeptAsAHashAndGoesWithItsPerson) {
    need(clinic.store.read([&](services::Transaction& tx) -> base::Done {
        const auto stored = need(tx.accounts().byId(clinic.nurse.account));
        EXPECT_TRUE(stored.pinHash && !stored.pinHash->contains("274916"));
        return {};
    }));
    need(accounts.closeAccount(clinic.administrator, clinic.nurse.account));
    EXPECT_THAT(accounts.unlockWithPin(clinic.nurse, "274916"), FailsWith(Code::Denied));
}

TEST_F(OwnPin, IsRemovedWithThePassword) {
    need(accounts.removePin(clinic.nurse, kPassword));
    EXPECT_THAT(accounts.unlockWithPin(clinic.nurse, "274916"), FailsWith(Code::WrongState));
}

class SecondFactorTest : public OwnSignInTest {
protected:
    void SetUp() override {
        secret = need(accounts.newSecondFactor());
        printed = need(accounts.confirmSecondFactor(clinic.nurse, kPassword, secret, now()));
        clinic.clock.advance(std::chrono::seconds(60));
    }
    // What the authenticator shows now.
    std::string now(int steps = 0) {
        const auto step = clinic.steady.now().utcMs() / 30'000 + steps;
        return access::hotp(*access::fromBase32(secret), static_cast<std::uint64_t>(step), 6);
    }
    std::string secret;
    std::vector<std::string> printed;
};

TEST_F(SecondFactorTest, IsAskedForOnceThePasswordIsRight) {
    const auto asked = signIn(kPassword);
    ASSERT_THAT(asked, FailsWith(Code::Invalid));
    EXPECT_EQ(asked.error().problems.front().field, "one_time_code");
    EXPECT_EQ(last().action, AuditAction::SignInFailed);
    EXPECT_THAT(signIn("a wrong password", now()), FailsWith(Code::SignInFailed));
    EXPECT_THAT(signIn(kPassword, now()), IsOk());
    EXPECT_EQ(last().detail, "sign_in code");
}

TEST_F(SecondFactorTest, ACodeIsTakenOnceAndTheReplayIsInTheTrail) {
    const auto code = now();
    EXPECT_THAT(signIn(kPassword, code), IsOk());
    EXPECT_THAT(signIn(kPassword, code), FailsWith(Code::SignInFailed));
    EXPECT_EQ(last().action, AuditAction::SignInFailed);
    EXPECT_EQ(last().detail, "sign_in code_replayed");
    EXPECT_THAT(signIn(kPassword, now(-1)), FailsWith(Code::SignInFailed)) << "nor is an older one taken afterwards";
    clinic.clock.advance(std::chrono::seconds(30));
    EXPECT_THAT(signIn(kPassword, now()), IsOk());
}

TEST_F(SecondFactorTest, TheCodeThatSetItUpSignsNobodyIn) {
    secret = need(accounts.newSecondFactor());
    const auto code = now();
    need(accounts.confirmSecondFactor(clinic.nurse, kPassword, secret, code));
    EXPECT_THAT(signIn(kPassword, code), FailsWith(Code::SignInFailed));
}

TEST_F(SecondFactorTest, WrongCodesAreCountedLikeWrongPasswords) {
    for (int i = 0; i < clinic.context.policy.freeSignInTries; ++i)
        EXPECT_THAT(signIn(kPassword, "000000"), FailsWith(Code::SignInFailed));
    EXPECT_THAT(signIn(kPassword, now()), FailsWith(Code::SignInDelayed));
}

TEST_F(SecondFactorTest, EachPrintedCodeWorksOnce) {
    EXPECT_EQ(need(accounts.ownSignIn(clinic.nurse)).recoveryCodesLeft, 10);
    EXPECT_THAT(signIn(kPassword, printed[3]), IsOk());
    EXPECT_EQ(last().detail, "sign_in recovery_code");
    EXPECT_EQ(need(accounts.ownSignIn(clinic.nurse)).recoveryCodesLeft, 9);
    EXPECT_THAT(signIn(kPassword, printed[3]), FailsWith(Code::SignInFailed));
    std::string typed = printed[7];
    typed.erase(typed.find('-'), 1);
    EXPECT_THAT(signIn(kPassword, " " + typed), IsOk()) << "as it is typed";
}

TEST_F(SecondFactorTest, IsOnlySetUpWithACodeOfItsSecretAndThePassword) {
    need(accounts.removeSecondFactor(clinic.nurse, kPassword));
    const auto other = need(accounts.newSecondFactor());
    EXPECT_THAT(accounts.confirmSecondFactor(clinic.nurse, kPassword, other, now()), FailsWith(Code::Invalid));
    EXPECT_THAT(accounts.confirmSecondFactor(clinic.nurse, kPassword, other, ""), FailsWith(Code::Invalid));
    EXPECT_THAT(accounts.confirmSecondFactor(clinic.nurse, "not my password", secret, now()),
                FailsWith(Code::SignInFailed));
    EXPECT_FALSE(need(accounts.ownSignIn(clinic.nurse)).hasSecondFactor);
    EXPECT_THAT(signIn(kPassword), IsOk());
}

TEST_F(SecondFactorTest, OfALostPhoneIsTakenAwayByAnAdministrator) {
    need(accounts.resetPassword(clinic.administrator, kPassword, clinic.nurse.account, kNewPassword));
    EXPECT_THAT(choose(kChosen), IsOk());
}

TEST_F(SecondFactorTest, NoCodeAndNoSecretStandsInTheTrail) {
    EXPECT_THAT(signIn(kPassword, printed[0]), IsOk());
    std::string text;
    need(clinic.services.audit.exportTrail(clinic.auditor, {}, [&text](std::string_view piece) {
        text += piece;
        return base::Done{};
    }));
    EXPECT_FALSE(text.contains(secret));
    EXPECT_FALSE(text.contains(printed[0]));
}

} // namespace
} // namespace chairside::test
