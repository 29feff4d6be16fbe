// A changed password in an encrypted clinic: key slot and account have it together, also after an interruption.
#include <gtest/gtest.h>

#include <filesystem>

#include "app/clinic.h"
#include "core/store/store.h"
#include "tests/support/core/fake_clock.h"
#include "tests/support/core/matchers.h"
#include "tests/support/core/service_fixture.h"

namespace chairside::test {
namespace {

constexpr const char* kOld = "correct horse battery staple";
constexpr const char* kNew = "a kettle sings at dawn";
constexpr const char* kChosen = "what I chose for myself";

class ChangedPassword : public ::testing::Test {
protected:
    void SetUp() override {
        if (!store::Store::encrypts()) GTEST_SKIP() << "built without encryption";
        std::string name = (std::filesystem::temp_directory_path() / "chairside-password-XXXXXX").string();
        ASSERT_NE(mkdtemp(name.data()), nullptr);
        folder = name;
        open();
        const services::NewAccount first{"ines", "I. Nes", {domain::Role::Administrator}, kOld};
        actor = need(clinic->services().accounts.setUpClinic("Hillside", first, "pc"));
    }
    void TearDown() override {
        clinic.reset();
        std::filesystem::remove_all(folder);
    }
    void open() {
        clinic.reset();
        clinic = need(app::Clinic::open({.folder = folder, .weakPasswords = true}, clock));
    }
    base::Result<services::Actor> signIn(const char* password) {
        return clinic->services().accounts.signIn("ines", password, "pc");
    }

    FakeClock clock{"2025-01-06T09:00:00+00:00"};
    std::filesystem::path folder;
    std::unique_ptr<app::Clinic> clinic;
    std::optional<services::Actor> actor;
};

TEST_F(ChangedPassword, OpensTheDataAndTheOldOneDoesNot) {
    need(clinic->services().accounts.changePassword(*actor, kOld, kNew));
    open();
    EXPECT_THAT(signIn(kOld), FailsWith(base::Code::SignInFailed));
    EXPECT_THAT(signIn(kNew), IsOk());
}

TEST_F(ChangedPassword, AfterAnInterruptionTheOneOfTheSlotCounts) {
    // The program was ended when the slot had the new one and the account not yet.
    need(clinic->context().vault->changePassword(actor->account, "ines", kNew));
    open();
    EXPECT_THAT(signIn(kOld), FailsWith(base::Code::SignInFailed));
    EXPECT_THAT(signIn(kNew), FailsWith(base::Code::Invalid)) << "nobody knows whether it was given";
    EXPECT_THAT(clinic->services().accounts.signIn("ines", kNew, "pc", {}, kChosen), IsOk());
    EXPECT_THAT(clinic->services().accounts.reauthenticate(*actor, kChosen), IsOk());
    EXPECT_TRUE(need(clinic->services().audit.verify(*actor)).clean());
}

TEST_F(ChangedPassword, OfSomebodyElseIsGivenWithTheirSlot) {
    auto& accounts = clinic->services().accounts;
    const auto khan =
        need(accounts.createAccount(*actor, {"khan", "R. Khan, RN", {domain::Role::Nurse}, "a first password here"}));
    need(accounts.resetPassword(*actor, kOld, khan, kNew));
    open();
    EXPECT_THAT(clinic->services().accounts.signIn("khan", "a first password here", "pc"),
                FailsWith(base::Code::SignInFailed));
    EXPECT_THAT(clinic->services().accounts.signIn("khan", kNew, "pc"), FailsWith(base::Code::Invalid));
    EXPECT_FALSE(clinic->context().vault->isOpen()) << "whoever has not chosen yet leaves the data closed";
    EXPECT_THAT(clinic->services().accounts.signIn("khan", kNew, "pc", {}, kChosen), IsOk());
    open();
    EXPECT_THAT(clinic->services().accounts.signIn("khan", kNew, "pc"), FailsWith(base::Code::SignInFailed));
    EXPECT_THAT(clinic->services().accounts.signIn("khan", kChosen, "pc"), IsOk());
}

// A person waits for every derivation. The slot answers for the account, so the hash, unreadable here, is not tried.
TEST_F(ChangedPassword, TheFirstSignInTriesTheSlotAlone) {
    need(clinic->services().accounts.changePassword(*actor, kOld, kNew));
    need(clinic->services().accounts.rekey(*actor));
    need(clinic->context().store.write([&](services::Transaction& tx) -> base::Done {
        auto password = need(tx.accounts().byId(actor->account)).password;
        EXPECT_FALSE(password.slot.empty());
        password.hash = "no hash";
        services::AuditEvent event;
        event.subjectKind = "account";
        tx.audit(event);
        return tx.accounts().setPassword(actor->account, password);
    }));
    open();
    EXPECT_THAT(signIn(kNew), IsOk());
    EXPECT_THAT(clinic->services().accounts.reauthenticate(*actor, kNew), FailsWith(base::Code::SignInFailed))
        << "the hash was not looked at, or it would have been made anew";
}

} // namespace
} // namespace chairside::test
