#include "tests/store/record_text.h"
#include "tests/store/store_fixture.h"

namespace chairside::store {
namespace {

using services::StoredAccount;
using services::Transaction;

class AccountRepository : public StoreTest {
protected:
    void SetUp() override {
        mustWrite([this](Transaction& tx) { return tx.accounts().add(samples.nurse); });
    }
    [[nodiscard]] base::Result<StoredAccount> byId(const domain::AccountId& id) {
        return read([&](Transaction& tx) { return tx.accounts().byId(id); });
    }
};

TEST_F(AccountRepository, KeepsEveryFieldOfAnAccount) {
    auto account = samples.physician;
    account.failedAttempts = 3;
    account.lastFailedAt = test::instant("2025-01-14T07:00:00.001-03:30");
    account.account.closed = true;
    mustWrite([&](Transaction& tx) { return tx.accounts().add(account); });

    EXPECT_EQ(textOf(byId(account.account.id).value()), textOf(account));
    EXPECT_EQ(textOf(byId(samples.nurse.account.id).value()), textOf(samples.nurse));
}

TEST_F(AccountRepository, FindsAnAccountByItsUserName) {
    const auto found = read([](Transaction& tx) { return tx.accounts().byUserName("nurse"); });
    ASSERT_THAT(found, IsOk());
    EXPECT_EQ(textOf(*found), textOf(samples.nurse));
    EXPECT_THAT(read([](Transaction& tx) { return tx.accounts().byUserName("nobody"); }), FailsWith(Code::NotFound));
}

TEST_F(AccountRepository, ListsAccountsByUserNameWithTheirRoles) {
    mustWrite([this](Transaction& tx) { return tx.accounts().add(samples.physician); });
    const auto list = read([](Transaction& tx) { return tx.accounts().list(); });
    ASSERT_THAT(list, IsOk());
    EXPECT_EQ(textOf(*list), textOf(std::vector{samples.nurse.account, samples.physician.account}));
    EXPECT_THAT(read([](Transaction& tx) { return tx.accounts().count(); }), IsOkAndHolds(2));
}

TEST_F(AccountRepository, RefusesAUserNameThatIsTaken) {
    auto other = samples.physician;
    other.account.userName = "nurse";
    const auto done = write([&](Transaction& tx) { return tx.accounts().add(other); });
    ASSERT_THAT(done, FailsWith(Code::AlreadyExists));
    EXPECT_EQ(done.error().field, "user_name");
    EXPECT_THAT(byId(other.account.id), FailsWith(Code::NotFound));
}

TEST_F(AccountRepository, ChangesPasswordTriesAndClosing) {
    const auto id = samples.nurse.account.id;
    auto expected = samples.nurse;
    expected.password = {"another hash", "the slot it was made with", true};
    expected.failedAttempts = 7;
    expected.lastFailedAt = test::instant("2025-01-14T10:00:00+01:00");
    expected.account.closed = true;
    mustWrite([&](Transaction& tx) { return tx.accounts().setPassword(id, expected.password); });
    mustWrite([&](Transaction& tx) { return tx.accounts().setFailedAttempts(id, 7, expected.lastFailedAt); });
    mustWrite([&](Transaction& tx) { return tx.accounts().setClosed(id, true); });
    EXPECT_EQ(textOf(byId(id).value()), textOf(expected));

    expected.password = {"their own hash"};
    mustWrite([&](Transaction& tx) { return tx.accounts().setPassword(id, expected.password); });
    EXPECT_EQ(textOf(byId(id).value()), textOf(expected)) << "nobody gave this one";
    mustWrite([&](Transaction& tx) { return tx.accounts().setFailedAttempts(id, 0, std::nullopt); });
    EXPECT_EQ(byId(id).value().lastFailedAt, std::nullopt);
    EXPECT_THAT(findings(), testing::IsEmpty());
}

TEST_F(AccountRepository, ChangingNobodyIsNotFound) {
    const auto id = samples.physician.account.id;
    EXPECT_THAT(write([&](Transaction& tx) { return tx.accounts().setClosed(id, true); }), FailsWith(Code::NotFound));
    EXPECT_THAT(write([&](Transaction& tx) { return tx.accounts().setPassword(id, {"x"}); }),
                FailsWith(Code::NotFound));
}

class SettingRepository : public StoreTest {};

TEST_F(SettingRepository, KeepsTheNewestTextOfAName) {
    EXPECT_THAT(read([](Transaction& tx) { return tx.settings().get("clinic_name"); }), IsOkAndHolds(std::nullopt));
    mustWrite([](Transaction& tx) { return tx.settings().set("clinic_name", "Old"); });
    mustWrite([](Transaction& tx) { return tx.settings().set("clinic_name", "Zoë's clinic"); });
    EXPECT_THAT(read([](Transaction& tx) { return tx.settings().get("clinic_name"); }),
                IsOkAndHolds(testing::Optional(std::string("Zoë's clinic"))));
    EXPECT_THAT(findings(), testing::IsEmpty());
}

} // namespace
} // namespace chairside::store
