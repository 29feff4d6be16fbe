// Writes that fail or are cut off at every place there is: in a save, in each step of a migration.
#include <cerrno>
#include <csignal>
#include <set>

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "core/base/private_file.h"
#include "core/services/try.h"
#include "core/store/migrator.h"
#include "tests/store/store_fixture.h"
#include "tests/store/system_calls.h"

namespace chairside::store {
namespace {

using services::Transaction;

class Interrupted : public StoreTest {
protected:
    enum Outcome { Finished = 0, Refused = 1, Killed = 2 };
    // In a process of its own.
    template <class Work>
    [[nodiscard]] static Outcome inChild(Work work) {
        const pid_t child = ::fork();
        if (child == 0) ::_exit(work() ? Finished : Refused);
        int status = 0;
        ::waitpid(child, &status, 0);
        if (WIFSIGNALED(status)) return Killed;
        return WEXITSTATUS(status) == 0 ? Finished : Refused;
    }
    [[nodiscard]] base::Done save(const std::string& name, std::size_t bytes = 10) {
        return write([&](Transaction& tx) { return tx.settings().set(name, std::string(bytes, 'x')); });
    }
    [[nodiscard]] bool isThere(const std::string& name) {
        const auto found = read([&](Transaction& tx) { return tx.settings().get(name); });
        return found && found->has_value();
    }
};

class FlushError : public Interrupted, public testing::WithParamInterface<int> {};

TEST_P(FlushError, IsNeverSaidToBeSavedAndWorkGoesOnAfterwards) {
    openFolder();
    ASSERT_THAT(save("before"), IsOk());
    {
        const test::FailingFlush failing("clinic.db", GetParam());
        const auto refused = save("meanwhile");
        ASSERT_FALSE(refused.has_value());
        // A full disk is told as such where the engine passes the reason on.
        EXPECT_TRUE(refused.error().code == Code::StorageFailed ||
                    (GetParam() == ENOSPC && refused.error().code == Code::StorageFull));
        EXPECT_GT(failing.failures(), 0) << "the engine flushed nothing";
        EXPECT_FALSE(isThere("meanwhile"));
        EXPECT_TRUE(isThere("before"));
    }
    EXPECT_THAT(save("after"), IsOk());
    close();
    openFolder();
    EXPECT_TRUE(isThere("before"));
    EXPECT_TRUE(isThere("after"));
    EXPECT_FALSE(isThere("meanwhile"));
    EXPECT_TRUE(findings().empty());
}

INSTANTIATE_TEST_SUITE_P(Interrupted, FlushError, testing::Values(EIO, ENOSPC));

TEST_F(Interrupted, ASaveThatCannotBeFlushedAndAKillLeaveAWholeStore) {
    openFolder();
    ASSERT_THAT(save("before"), IsOk());
    close();
    EXPECT_EQ(inChild([this] {
                  openFolder();
                  const test::FailingFlush failing("clinic.db", EIO);
                  const bool refused = !save("meanwhile").has_value();
                  ::raise(SIGKILL);
                  return refused;
              }),
              Killed);
    openFolder();
    EXPECT_TRUE(isThere("before"));
    EXPECT_TRUE(findings().empty());
    EXPECT_THAT(save("after"), IsOk());
}

// One visit's worth of rows: an examination with its 21 sites, vital signs, a pain score, and the event that vouches.
TEST_F(Interrupted, AVisitIsThereWholeOrNotAtAllWhereverItWasKilled) {
    const auto original = folder();
    {
        const auto made = openIn(original);
        ASSERT_THAT(made, IsOk());
        ASSERT_THAT((*made)->write([&](Transaction& tx) -> base::Done {
            tx.audit(someEvent());
            return samples.addInfusion(tx);
        }),
                    IsOk());
    }
    int absent = 0;
    int whole = 0;
    for (int call = 1; call <= 200; ++call) {
        const auto where = original.string() + "-visit";
        std::filesystem::remove_all(where);
        std::filesystem::copy(original, where, std::filesystem::copy_options::recursive);
        const auto outcome = inChild([&] {
            auto opened = openIn(where);
            if (!opened) return false;
            test::killBefore(call, "clinic.db");
            const auto done = (*opened)->write([&](Transaction& tx) -> base::Done {
                tx.audit(someEvent());
                CHAIRSIDE_TRY(tx.infusions().add(samples.tender));
                return tx.infusions().add(samples.bareVitals);
            });
            test::killBefore(0, {});
            return done.has_value();
        });
        ASSERT_NE(outcome, Refused);
        const auto opened = openIn(where);
        ASSERT_THAT(opened, IsOk());
        const auto report = (*opened)->verify();
        ASSERT_THAT(report, IsOk());
        EXPECT_TRUE(report->clean()) << call << ": " << report->findings.front().check;
        EXPECT_THAT((*opened)->read([&](Transaction& tx) -> base::Done {
            const auto record = CHAIRSIDE_TRY(tx.infusions().record(samples.infusion.id));
            EXPECT_EQ(record.vitals.size(), record.tenderPoints.size()) << call;
            ++(record.vitals.empty() ? absent : whole);
            return {};
        }),
                    IsOk());
        if (outcome == Finished) break;
    }
    EXPECT_GT(absent, 3) << "hardly any call was cut off";
    EXPECT_GE(whole, 1) << "the last one was not interrupted";
}

TEST_F(Interrupted, AMigrationThatIsKilledAnywhereIsDoneByTheNextStart) {
    constexpr std::size_t kOld = 3;
    const auto old = folder();
    {
        ASSERT_THAT(base::createPrivateFolder(old), IsOk());
        ASSERT_THAT(base::createPrivateFile(file("clinic.db")), IsOk());
        auto connection = SqliteConnection::open(file("clinic.db").string(), SqliteConnection::Mode::ReadWrite);
        ASSERT_THAT(connection, IsOk());
        ASSERT_THAT((*connection)->makeDurable(false), IsOk());
        Migrator migrator(**connection, digest, clock, embeddedMigrations().first(kOld));
        ASSERT_THAT(migrator.check(), IsOk());
        ASSERT_THAT(migrator.apply(), IsOk());
    }
    std::set<int> versions;
    int kills = 0;
    // Every flush: each step ends with one.
    for (int call = 1; call <= 500; ++call) {
        const auto where = old.string() + "-migrated";
        std::filesystem::remove_all(where);
        std::filesystem::copy(old, where, std::filesystem::copy_options::recursive);
        const auto outcome = inChild([&] {
            test::killBefore(call, "clinic.db", test::Calls::Flushes);
            return openIn(where).has_value();
        });
        ASSERT_NE(outcome, Refused) << call;
        {
            auto looked = SqliteConnection::open(where + "/clinic.db", SqliteConnection::Mode::ReadWrite);
            ASSERT_THAT(looked, IsOk());
            EXPECT_TRUE((*looked)->integrityProblems(CheckDepth::Full).value().empty()) << call;
            versions.insert((*looked)->schemaVersion().value());
        }
        const auto opened = openIn(where);
        ASSERT_THAT(opened, IsOk()) << call;
        const auto report = (*opened)->verify();
        ASSERT_THAT(report, IsOk());
        EXPECT_TRUE(report->clean()) << call << ": " << report->findings.front().check;
        if (outcome == Finished) break;
        ++kills;
    }
    EXPECT_GT(kills, 20);
    EXPECT_EQ(versions.size(), embeddedMigrations().size() - kOld + 1) << "every version was found half-way once";
}

TEST_F(Interrupted, AReadThatMemoryDoesNotSufficeForIsRefusedAndWorkGoesOn) {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    GTEST_SKIP() << "a sanitizer needs more address space than the test leaves";
#endif
    constexpr std::size_t kLarge = 60'000'000;
    openFolder();
    ASSERT_THAT(save("large", kLarge), IsOk());
    close();
    EXPECT_EQ(inChild([this] {
                  openFolder();
                  rlimit unlimited{};
                  ::getrlimit(RLIMIT_AS, &unlimited);
                  const rlimit tight{150'000'000, unlimited.rlim_max};
                  ::setrlimit(RLIMIT_AS, &tight);
                  const auto refused = store().read([](Transaction& tx) -> base::Done {
                      const auto text = CHAIRSIDE_TRY(tx.settings().get("large"));
                      return text && text->size() == kLarge ? base::Done{} : base::fail(Code::NotFound);
                  });
                  ::setrlimit(RLIMIT_AS, &unlimited);
                  return !refused && save("after") && isThere("large") && findings().empty();
              }),
              Finished);
}

// A log that belongs to another database, left by a crash: it must not become part of this one unnoticed.
TEST_F(Interrupted, ALogOfAnotherDatabaseIsNotTakenOverUnnoticed) {
    const auto leaveLog = [this](const std::filesystem::path& where, const std::string& what) {
        return inChild([&, this] {
            auto opened = openIn(where);
            for (int i = 0; opened && i < 5; ++i) {
                clock.advance(std::chrono::seconds(2)); // the anchor follows once a second
                const bool saved = (*opened)
                                       ->write([&](Transaction& tx) -> base::Done {
                                           tx.audit(someEvent());
                                           return tx.settings().set(what + std::to_string(i), what);
                                       })
                                       .has_value();
                if (!saved) return false;
            }
            ::raise(SIGKILL);
            return false;
        });
    };
    const auto other = folder().string() + "-other";
    ASSERT_EQ(leaveLog(folder(), "ours"), Killed);
    clock.advance(std::chrono::hours(1));
    ASSERT_EQ(leaveLog(other, "theirs"), Killed);
    ASSERT_TRUE(std::filesystem::exists(file("clinic.db-wal")));
    std::filesystem::copy_file(other + "/clinic.db-wal", file("clinic.db-wal"),
                               std::filesystem::copy_options::overwrite_existing);
    const auto opened = openIn(folder());
    if (opened) {
        const auto report = (*opened)->verify();
        EXPECT_TRUE(!report || !report->clean());
    }
}

} // namespace
} // namespace chairside::store
