// A disk that fills up or fails while the store is in use.
#include <fstream>

#include <sched.h>
#include <sys/mount.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/store/store_fixture.h"

namespace chairside::store {
namespace {

using services::Transaction;

// The limit of the engine stands for the limit of the disk: the same code comes back at the same places.
class FullDisk : public StoreTest {
protected:
    void SetUp() override {
        auto opened = SqliteConnection::open(":memory:", SqliteConnection::Mode::ReadWrite);
        connection = std::move(opened.value());
        ASSERT_THAT(connection->script("CREATE TABLE big (id TEXT PRIMARY KEY, body TEXT);"
                                       "PRAGMA max_page_count = 50"),
                    IsOk());
    }
    [[nodiscard]] base::Done insert(int number) {
        const std::vector<Value> row{std::to_string(number), std::string(3000, 'x')};
        const auto done = connection->run(kInsert, row);
        if (!done) return std::unexpected(done.error());
        return {};
    }
    [[nodiscard]] std::int64_t count() {
        std::int64_t rows = -1;
        EXPECT_THAT(connection->query(kCount, {},
                                      [&](const Row& row) -> base::Done {
                                          rows = row.integer(0);
                                          return {};
                                      }),
                    IsOk());
        return rows;
    }
    static constexpr Sql kInsert{"INSERT INTO big (id, body) VALUES (?, ?)"};
    static constexpr Sql kCount{"SELECT count(*) FROM big"};
    std::unique_ptr<SqliteConnection> connection;
};

TEST_F(FullDisk, SaysSoAndKeepsWhatWasThere) {
    int number = 0;
    base::Done done;
    while ((done = insert(number)).has_value())
        ++number;
    EXPECT_THAT(done, FailsWith(Code::StorageFull));
    EXPECT_EQ(count(), number);
    ASSERT_THAT(connection->script("PRAGMA max_page_count = 100"), IsOk());
    EXPECT_THAT(insert(number), IsOk());
}

TEST_F(FullDisk, ATransactionThatRunsIntoItIsUndone) {
    ASSERT_THAT(insert(0), IsOk());
    {
        TransactionGuard transaction(*connection);
        ASSERT_THAT(transaction.begin(Access::Write), IsOk());
        int number = 1;
        while (insert(number))
            ++number;
        EXPECT_GT(number, 10);
    }
    EXPECT_EQ(count(), 1);
    EXPECT_THAT(insert(1), IsOk());
}

class FullFileSystem : public StoreTest {
protected:
    enum Outcome { Right = 0, NotMounted = 99 };
    // Runs in a child process, which alone sees the small file system.
    [[nodiscard]] bool mountSmall() {
        std::filesystem::create_directory(folder());
        return ::unshare(CLONE_NEWNS) == 0 && ::mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0 &&
               ::mount("tmpfs", folder().c_str(), "tmpfs", 0, "size=4m") == 0;
    }
    [[nodiscard]] base::Done save(int number) {
        return write([number](Transaction& tx) {
            return tx.settings().set("setting " + std::to_string(number), std::string(20000, 'x'));
        });
    }
    // 1..7: what went wrong.
    [[nodiscard]] int fillUpAndGoOn() {
        if (!mountSmall()) return NotMounted;
        std::ofstream(file("filler")) << std::string(1 << 20, 'x');
        openFolder();
        int saved = 0;
        base::Done done;
        while ((done = save(saved)).has_value())
            ++saved;
        if (done.error().code != Code::StorageFull) return 1;
        if (!findings().empty()) return 2;
        const auto missing =
            read([&](Transaction& tx) { return tx.settings().get("setting " + std::to_string(saved)); });
        if (!missing || missing->has_value()) return 3;
        std::filesystem::remove(file("filler"));
        if (!save(saved)) return 4;
        close();
        openFolder();
        const auto all = store().verify();
        return all && all->clean() && all->auditEvents == saved + 1 ? Right : 5;
    }
    // 1..5: what went wrong.
    [[nodiscard]] int backUpTwice() {
        if (!mountSmall()) return NotMounted;
        openFolder();
        if (!save(0) || !store().backUpTo(file("copy.db"))) return 1;
        const auto before = contentOf(file("copy.db"));
        std::ofstream(file("filler")) << std::string(4 << 20, 'x');
        const auto done = store().backUpTo(file("copy.db"));
        if (done || done.error().code != Code::StorageFull) return 2;
        if (before.empty() || contentOf(file("copy.db")) != before) return 3;
        if (std::filesystem::exists(file("copy.db.part"))) return 4;
        std::filesystem::remove(file("filler"));
        return save(1) && store().backUpTo(file("copy.db")) ? Right : 5;
    }
    template <class Work>
    [[nodiscard]] static int inChild(Work work) {
        const pid_t child = ::fork();
        if (child == 0) ::_exit(work());
        int status = 0;
        ::waitpid(child, &status, 0);
        return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    }
};

TEST_F(FullFileSystem, NothingIsSaidToBeSavedThatIsNotAndSavingGoesOnLater) {
    const int outcome = inChild([this] { return fillUpAndGoOn(); });
    if (outcome == NotMounted) GTEST_SKIP() << "mounting needs CAP_SYS_ADMIN, which this process does not have";
    EXPECT_EQ(outcome, Right);
}

TEST_F(FullFileSystem, ABackupThatDoesNotFitKeepsTheOneBefore) {
    const int outcome = inChild([this] { return backUpTwice(); });
    if (outcome == NotMounted) GTEST_SKIP() << "mounting needs CAP_SYS_ADMIN, which this process does not have";
    EXPECT_EQ(outcome, Right);
}

class MovedDatabase : public StoreTest {
protected:
    void SetUp() override {
        openFolder();
        ASSERT_THAT(save("before"), IsOk());
    }
    [[nodiscard]] base::Done save(const std::string& name) {
        return write([&](Transaction& tx) { return tx.settings().set(name, "kept"); });
    }
    [[nodiscard]] bool isKept(const std::string& name) {
        const auto found = read([&](Transaction& tx) { return tx.settings().get(name); });
        return found && found->has_value();
    }
    void move(const char* from, const char* to) { std::filesystem::rename(file(from), file(to)); }
};

TEST_F(MovedDatabase, NothingIsSavedUntilItIsBack) {
    move("clinic.db", "elsewhere.db");
    EXPECT_THAT(save("meanwhile"), FailsWith(Code::StorageFailed));
    EXPECT_TRUE(isKept("before"));
    EXPECT_FALSE(isKept("meanwhile"));
    EXPECT_FALSE(std::filesystem::exists(file("clinic.db")));
    move("elsewhere.db", "clinic.db");
    EXPECT_THAT(save("after"), IsOk());
    close();
    openFolder();
    EXPECT_TRUE(isKept("after"));
    EXPECT_FALSE(isKept("meanwhile"));
    EXPECT_TRUE(findings().empty());
}

TEST_F(MovedDatabase, AnotherFileInItsPlaceIsNotTakenForIt) {
    ASSERT_THAT(store().backUpTo(file("copy.db")), IsOk());
    move("clinic.db", "elsewhere.db");
    move("copy.db", "clinic.db");
    const auto stranger = contentOf(file("clinic.db"));
    EXPECT_THAT(save("meanwhile"), FailsWith(Code::StorageFailed));
    EXPECT_FALSE(isKept("meanwhile"));
    EXPECT_EQ(contentOf(file("clinic.db")), stranger);
}

} // namespace
} // namespace chairside::store
