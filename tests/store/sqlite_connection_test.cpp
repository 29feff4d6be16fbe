#include "core/base/private_file.h"
#include "core/store/sqlite/sqlite_connection.h"

#include "core/store/sqlite/backup.h"
#include "tests/store/store_fixture.h"

namespace chairside::store {
namespace {

constexpr Sql kInsert("INSERT INTO thing (id, count) VALUES (?, ?)");
constexpr Sql kSelect("SELECT id, count FROM thing ORDER BY id");
constexpr Sql kWrong("SELECT nothing FROM nowhere");
constexpr Sql kDelete("DELETE FROM thing");

class SqliteFile : public testing::Test {
protected:
    void SetUp() override {
        ASSERT_THAT(base::createPrivateFile(path), IsOk());
        open(SqliteConnection::Mode::ReadWrite);
        ASSERT_THAT(connection->script("CREATE TABLE thing (id TEXT PRIMARY KEY, count BIGINT CHECK (count > 0))"),
                    IsOk());
    }
    void open(SqliteConnection::Mode mode) {
        connection.reset();
        connection = std::move(SqliteConnection::open(path.string(), mode).value());
    }
    [[nodiscard]] base::Result<std::int64_t> insert(Value id, Value count) {
        const std::vector<Value> row{std::move(id), std::move(count)};
        return connection->run(kInsert, row);
    }
    [[nodiscard]] std::string all() {
        std::string text;
        EXPECT_THAT(connection->query(kSelect, {},
                                      [&](const Row& row) -> base::Done {
                                          text += std::string(row.text(0)) + "=" +
                                                  (row.isNull(1) ? "-" : std::to_string(row.integer(1))) + " ";
                                          return {};
                                      }),
                    IsOk());
        return text;
    }
    TempFolder temp;
    std::filesystem::path path = temp.path() / "x.db";
    std::unique_ptr<SqliteConnection> connection;
};

TEST_F(SqliteFile, KeepsTextsNumbersAndNothing) {
    EXPECT_THAT(insert("b", 9007199254740993), IsOkAndHolds(1));
    EXPECT_THAT(insert(std::string("a\0c", 3), std::monostate{}), IsOk());
    EXPECT_EQ(all(), std::string("a\0c", 3) + "=- b=9007199254740993 ");
    EXPECT_THAT(connection->run(kDelete, {}), IsOkAndHolds(2));
}

TEST_F(SqliteFile, TellsATakenKeyFromABrokenRule) {
    ASSERT_THAT(insert("a", 1), IsOk());
    EXPECT_THAT(insert("a", 2), FailsWith(Code::AlreadyExists));
    const auto broken = insert("secret", 0);
    EXPECT_THAT(broken, FailsWith(Code::Internal));
    EXPECT_EQ(broken.error().detail.find("secret"), std::string::npos);
}

TEST_F(SqliteFile, RefusesWrongStatementsAndValues) {
    EXPECT_THAT(connection->query(kWrong, {}, [](const Row&) -> base::Done { return {}; }), FailsWith(Code::Internal));
    EXPECT_THAT(connection->run(kInsert, {}), FailsWith(Code::Internal));
}

TEST_F(SqliteFile, AFailureOfTheHandlerEndsTheQuery) {
    ASSERT_THAT(insert("a", 1), IsOk());
    ASSERT_THAT(insert("b", 1), IsOk());
    int rows = 0;
    const auto stop = [&](const Row&) -> base::Done {
        ++rows;
        return base::fail(Code::Denied);
    };
    EXPECT_THAT(connection->query(kSelect, {}, stop), FailsWith(Code::Denied));
    EXPECT_EQ(rows, 1);
    EXPECT_EQ(all(), "a=1 b=1 ");
}

TEST_F(SqliteFile, AStatementCannotBeUsedInsideItself) {
    ASSERT_THAT(insert("a", 1), IsOk());
    const auto nested = [this](const Row&) -> base::Done {
        return connection->query(kSelect, {}, [](const Row&) -> base::Done { return {}; });
    };
    EXPECT_THAT(connection->query(kSelect, {}, nested), FailsWith(Code::Internal));
}

TEST_F(SqliteFile, ATransactionIsUndoneUnlessCommitted) {
    {
        TransactionGuard transaction(*connection);
        ASSERT_THAT(transaction.begin(Access::Write), IsOk());
        ASSERT_THAT(insert("a", 1), IsOk());
    }
    EXPECT_EQ(all(), "");
    TransactionGuard transaction(*connection);
    ASSERT_THAT(transaction.begin(Access::Write), IsOk());
    ASSERT_THAT(insert("b", 1), IsOk());
    ASSERT_THAT(transaction.commit(), IsOk());
    connection->rollback();
    EXPECT_EQ(all(), "b=1 ");
}

TEST_F(SqliteFile, ReadOnlyMeansReadOnly) {
    open(SqliteConnection::Mode::ReadOnly);
    EXPECT_THAT(insert("a", 1), FailsWith(Code::StorageReadOnly));
}

TEST_F(SqliteFile, AFileThatIsNotThereIsNotMade) {
    const auto opened = SqliteConnection::open((temp.path() / "other.db").string(), SqliteConnection::Mode::ReadWrite);
    EXPECT_THAT(opened, FailsWith(Code::StorageFailed));
}

TEST_F(SqliteFile, ABackupIsOneCompleteFile) {
    ASSERT_THAT(connection->makeDurable(false), IsOk());
    ASSERT_THAT(insert("a", 1), IsOk());
    const auto copy = temp.path() / "copy.db";
    ASSERT_THAT(backUp(*connection, copy), IsOk());
    ASSERT_THAT(insert("b", 1), IsOk());
    ASSERT_THAT(backUp(*connection, copy), IsOk());
    ASSERT_THAT(insert("c", 1), IsOk());
    EXPECT_EQ(std::filesystem::status(copy).permissions(),
              std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
    path = copy;
    open(SqliteConnection::Mode::ReadOnly);
    EXPECT_EQ(all(), "a=1 b=1 ");
    int files = 0;
    for (const auto& entry : std::filesystem::directory_iterator(temp.path()))
        files += entry.exists() ? 1 : 0;
    EXPECT_EQ(files, 2);
}

TEST_F(SqliteFile, ABackupThatFailsLeavesNothing) {
    EXPECT_THAT(backUp(*connection, temp.path() / "missing" / "copy.db"), FailsWith(Code::StorageFailed));
    std::filesystem::create_directories(temp.path() / "taken" / "x");
    EXPECT_THAT(backUp(*connection, temp.path() / "taken"), FailsWith(Code::StorageFailed));
    EXPECT_FALSE(std::filesystem::exists(temp.path() / "taken.part"));
}

TEST(PrivateFile, ReplacesContentInOneStep) {
    const TempFolder temp;
    const auto file = temp.path() / "f";
    ASSERT_THAT(base::replaceContent(file, "a long first content"), IsOk());
    ASSERT_THAT(base::replaceContent(file, "short"), IsOk());
    EXPECT_EQ(contentOf(file), "short");
    EXPECT_THAT(base::replaceContent(temp.path() / "missing" / "f", "x"), FailsWith(Code::StorageFailed));
}

} // namespace
} // namespace chairside::store
