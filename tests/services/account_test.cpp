// Making and closing accounts, and the first of all.
#include "tests/support/core/service_fixture.h"

namespace chairside::test {
namespace {

using base::Code;
using base::Rule;
using domain::Role;
using services::NewAccount;

class Accounts : public ServiceTest {
protected:
    NewAccount aNewNurse() { return {"Lee", "J. Lee, RN", {Role::Nurse}, "battery staple"}; }

    base::Result<domain::AccountId> create(const NewAccount& account) {
        return clinic.services.accounts.createAccount(clinic.administrator, account);
    }
};

TEST_F(Accounts, AreMadeWithAFoldedNameAndCanSignIn) {
    auto account = aNewNurse();
    account.userName = "  LEE ";
    need(create(account));
    const auto actor = need(clinic.services.accounts.signIn("Lee", "battery staple", "chair-2"));
    EXPECT_EQ(actor.userName, "lee");
    EXPECT_EQ(actor.printedName, "J. Lee, RN");
    EXPECT_EQ(actor.workstation, "chair-2");
    EXPECT_EQ(need(clinic.services.accounts.accounts(clinic.administrator)).size(), 6U);
}

TEST_F(Accounts, EveryProblemIsToldAtOnce) {
    expectRefused(
        clinic, [&] { return create({}); },
        ::testing::AllOf(HasProblem("user_name", Rule::Required), HasProblem("printed_name", Rule::Required),
                         HasProblem("roles", Rule::Required), HasProblem("password", Rule::Required)));
}

TEST_F(Accounts, AUserNameHasNoBlanksInside) {
    auto account = aNewNurse();
    account.userName = "j lee";
    expectRefused(
        clinic, [&] { return create(account); }, HasProblem("user_name", Rule::NotAllowed));
}

TEST_F(Accounts, AUserNameIsTakenWhateverItsCase) {
    auto account = aNewNurse();
    account.userName = "KHAN";
    expectRefused(
        clinic, [&] { return create(account); }, FailsWith(Code::AlreadyExists));
    EXPECT_EQ(create(account).error().field, "user_name");
}

struct PasswordCase {
    const char* password;
    std::optional<Rule> rule;
};

class Passwords : public ServiceTest, public ::testing::WithParamInterface<PasswordCase> {};

TEST_P(Passwords, FollowThePolicy) {
    const NewAccount account{"longusername", "J. Lee", {Role::Nurse}, GetParam().password};
    const auto made = clinic.services.accounts.createAccount(clinic.administrator, account);
    if (GetParam().rule) {
        EXPECT_THAT(made, HasProblem("password", *GetParam().rule));
    } else {
        EXPECT_THAT(made, IsOk());
    }
}

INSTANTIATE_TEST_SUITE_P(
    Table, Passwords,
    ::testing::Values(PasswordCase{"", Rule::Required}, PasswordCase{"123456789", Rule::TooWeak},
                      PasswordCase{"1234567890", Rule::TooWeak}, PasswordCase{"tin roof 7", std::nullopt},
                      PasswordCase{"\xC3\xA4\xC3\xA4\xC3\xA4\xC3\xA4\xC3\xA4", Rule::TooWeak}, // 5 characters, 10 bytes
                      PasswordCase{"LongUserName", Rule::TooWeak}, PasswordCase{"hillside pain clinic", Rule::TooWeak},
                      PasswordCase{"nobody guesses what a long sentence of plain words may end with!", std::nullopt},
                      PasswordCase{"nobody guesses what a long sentence of plain words may end with!!",
                                   Rule::TooLong}));

TEST_F(Accounts, ClosingEndsAllAccess) {
    need(clinic.services.accounts.closeAccount(clinic.administrator, clinic.nurse.account));
    EXPECT_THAT(clinic.services.accounts.signIn("khan", kPassword, "chair-1"), FailsWith(Code::SignInFailed));
    expectRefused(
        clinic, [&] { return clinic.services.accounts.closeAccount(clinic.administrator, clinic.nurse.account); },
        FailsWith(Code::WrongState));
}

TEST_F(Accounts, NobodyClosesTheirOwn) {
    expectRefused(
        clinic,
        [&] { return clinic.services.accounts.closeAccount(clinic.administrator, clinic.administrator.account); },
        HasProblem("account", Rule::SamePerson));
}

TEST_F(Accounts, TheClinicIsSetUpOnce) {
    EXPECT_THAT(clinic.services.accounts.hasAccounts(), IsOkAndHolds(true));
    EXPECT_EQ(need(clinic.services.clinic.details()).name, "Hillside Pain Clinic");
    expectRefused(
        clinic, [&] { return clinic.services.accounts.setUpClinic("Other", aNewNurse(), "pc"); },
        FailsWith(Code::WrongState));
}

TEST_F(Accounts, WhetherPatientsAreInventedIsSaidAtTheSetUpAndStays) {
    EXPECT_FALSE(need(clinic.services.clinic.details()).invented);
    BareClinic fresh;
    const auto administrator = need(fresh.services.accounts.setUpClinic(
        "Demo", {"lee", "J. Lee, RN", {Role::Administrator}, "battery staple"}, "pc", services::PatientsAre::Invented));
    EXPECT_TRUE(need(fresh.services.clinic.details()).invented);
    need(fresh.services.clinic.change(administrator, {.name = "Hillside"}));
    EXPECT_TRUE(need(fresh.services.clinic.details()).invented) << "another name makes nobody real";
}

class EmptyClinic : public ::testing::Test {
protected:
    BareClinic fresh;
};

TEST_F(EmptyClinic, HasNoAccountAndNoName) {
    EXPECT_THAT(fresh.services.accounts.hasAccounts(), IsOkAndHolds(false));
    EXPECT_EQ(need(fresh.services.clinic.details()).name, "");
}

TEST_F(EmptyClinic, IsSetUpWithAnAdministratorWhateverWasAsked) {
    const auto first = need(fresh.services.accounts.setUpClinic(
        " Hillside ", {"Lee", "J. Lee, RN", {Role::Nurse}, "battery staple"}, "pc"));
    EXPECT_TRUE(first.roles.has(Role::Administrator));
    EXPECT_TRUE(first.roles.has(Role::Nurse));
    EXPECT_EQ(need(fresh.services.clinic.details()).name, "Hillside");
    EXPECT_THAT(fresh.services.accounts.signIn("lee", "battery staple", "pc"), IsOk());
}

TEST_F(EmptyClinic, TellsEveryProblemOfTheSetUp) {
    EXPECT_THAT(fresh.services.accounts.setUpClinic("", {}, "pc"),
                ::testing::AllOf(HasProblem("clinic_name", Rule::Required), HasProblem("user_name", Rule::Required),
                                 HasProblem("printed_name", Rule::Required), HasProblem("password", Rule::Required)));
    EXPECT_THAT(fresh.services.accounts.hasAccounts(), IsOkAndHolds(false));
}

} // namespace
} // namespace chairside::test
