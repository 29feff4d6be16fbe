// Opening a data folder: what is made, who may have it, and what is refused without being touched.
#include <fstream>

#include <sys/mount.h>
#include <sys/wait.h>
#include <unistd.h>

#include <sched.h>

#include "core/base/private_file.h"
#include "core/store/embedded_migrations.h"
#include "tests/store/store_fixture.h"
#include "tests/store/system_calls.h"

namespace chairside::store {
namespace {

using services::Transaction;
namespace fs = std::filesystem;

class StoreOpen : public StoreTest {
protected:
    void makeData() {
        openFolder();
        mustWrite([this](Transaction& tx) { return samples.addInfusion(tx); });
        mustWrite([this](Transaction& tx) { return samples.addEntries(tx); });
        close();
    }
    void overwrite(std::streamoff place, std::string_view bytes) {
        std::fstream out(file("clinic.db"), std::ios::in | std::ios::out | std::ios::binary);
        out.seekp(place);
        out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    }
    base::Result<std::unique_ptr<Store>> openUnchecked(const fs::path& where) {
        return Store::open({.folder = where, .checkLater = true, .clock = clock, .digest = digest, .ids = ids});
    }
    // Refused with this code, and the file is as it was.
    void expectRefused(Code code) {
        const auto before = contentOf(file("clinic.db"));
        EXPECT_THAT(openIn(folder()), FailsWith(code));
        EXPECT_EQ(contentOf(file("clinic.db")), before);
        EXPECT_FALSE(fs::exists(file("clinic.db-wal")));
    }
    // What a child process makes of opening the folder: the code of its failure, or -1.
    template <class Before>
    int openInChild(const fs::path& where, Before before) {
        const pid_t child = ::fork();
        if (child == 0) {
            int outcome = 99;
            if (before()) {
                const auto opened = openIn(where);
                outcome = opened ? 98 : static_cast<int>(opened.error().code);
            }
            ::_exit(outcome);
        }
        int status = 0;
        ::waitpid(child, &status, 0);
        return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    }
};

TEST_F(StoreOpen, MakesAFolderForItsOwnerAlone) {
    makeData();
    EXPECT_EQ(fs::status(folder()).permissions(), fs::perms::owner_all);
    for (const auto& entry : fs::directory_iterator(folder())) {
        EXPECT_EQ(entry.status().permissions(), fs::perms::owner_read | fs::perms::owner_write) << entry.path();
    }
}

TEST_F(StoreOpen, KeepsTheDataAndTheChain) {
    makeData();
    openFolder();
    EXPECT_THAT(read([](Transaction& tx) { return tx.accounts().count(); }), IsOkAndHolds(2));
    EXPECT_THAT(findings(), testing::IsEmpty());
    mustWrite([](Transaction& tx) { return tx.settings().set("a", "b"); });
    EXPECT_EQ(store().verify().value().auditEvents, 3);
}

TEST_F(StoreOpen, ASecondStoreIsToldWhoHasTheFolder) {
    openFolder();
    const auto second = openIn(folder());
    ASSERT_THAT(second, FailsWith(Code::StorageHeld));
    EXPECT_THAT(second.error().detail, testing::EndsWith(" pid " + std::to_string(::getpid())));
    const int inChild = openInChild(folder(), [] { return true; });
    EXPECT_EQ(inChild, static_cast<int>(Code::StorageHeld));
    close();
    EXPECT_THAT(openIn(folder()), IsOk());
}

TEST_F(StoreOpen, ALockThatWasLeftBehindHoldsNobodyUp) {
    makeData();
    std::ofstream(file("clinic.lock")) << "somewhere pid 1";
    EXPECT_THAT(openIn(folder()), IsOk());
}

TEST_F(StoreOpen, AFolderThatCannotBeMadeIsReadOnlyOrFails) {
    std::ofstream(folder()) << "a file";
    EXPECT_THAT(openIn(folder() / "below"), FailsWith(Code::StorageFailed));
    EXPECT_THAT(openIn(folder()), FailsWith(Code::StorageFailed));
    // Nobody, not even root, makes a folder there.
    EXPECT_THAT(openIn("/sys/chairside"), FailsWith(Code::StorageReadOnly));
}

TEST_F(StoreOpen, AFolderOnAReadOnlyFileSystemIsRefusedAsSuch) {
    makeData();
    const auto mountReadOnly = [this] {
        return ::unshare(CLONE_NEWNS) == 0 && ::mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0 &&
               ::mount(folder().c_str(), folder().c_str(), nullptr, MS_BIND, nullptr) == 0 &&
               ::mount(nullptr, folder().c_str(), nullptr, MS_REMOUNT | MS_BIND | MS_RDONLY, nullptr) == 0;
    };
    const int outcome = openInChild(folder(), mountReadOnly);
    if (outcome == 99) GTEST_SKIP() << "mounting needs CAP_SYS_ADMIN, which this process does not have";
    EXPECT_EQ(outcome, static_cast<int>(Code::StorageReadOnly));
    EXPECT_THAT(openIn(folder()), IsOk());
}

TEST_F(StoreOpen, AFolderOnTheNetworkIsRefusedAndNothingIsMadeThere) {
    for (const auto& [magic, name] : {std::pair{0x6969L, "NFS"}, {0xff534d42L, "CIFS"}, {0xfe534d42L, "SMB"}}) {
        const test::OnFileSystem network(magic);
        const auto opened = openIn(folder());
        ASSERT_THAT(opened, FailsWith(Code::StorageFailed));
        EXPECT_EQ(opened.error().field, "network_folder");
        EXPECT_EQ(opened.error().detail, name);
        EXPECT_FALSE(fs::exists(folder()));
    }
    makeData();
    {
        const test::OnFileSystem moved(0x517b);
        EXPECT_THAT(openIn(folder()), FailsWith(Code::StorageFailed)) << "data that were copied there";
    }
    EXPECT_THAT(openIn(folder()), IsOk());
}

TEST_F(StoreOpen, AFullFileSystemIsRefusedAsSuch) {
    fs::create_directory(folder());
    const auto mountTiny = [this] {
        return ::unshare(CLONE_NEWNS) == 0 && ::mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0 &&
               ::mount("tmpfs", folder().c_str(), "tmpfs", 0, "size=64k") == 0;
    };
    const int outcome = openInChild(folder(), mountTiny);
    if (outcome == 99) GTEST_SKIP() << "mounting needs CAP_SYS_ADMIN, which this process does not have";
    EXPECT_EQ(outcome, static_cast<int>(Code::StorageFull));
}

TEST_F(StoreOpen, ADatabaseThatIsAFolderFails) {
    fs::create_directories(file("clinic.db"));
    EXPECT_THAT(openIn(folder()), FailsWith(Code::StorageFailed));
}

TEST_F(StoreOpen, ANewerSchemaIsLeftAlone) {
    makeData();
    tamper("note", "PRAGMA user_version = 999");
    expectRefused(Code::StorageNewer);
}

TEST_F(StoreOpen, TheLogOfACrashIsFoldedIn) {
    makeData();
    const auto copy = folder().string() + "-crashed";
    openFolder();
    mustWrite([](Transaction& tx) { return tx.settings().set("last", "words"); });
    fs::copy(folder(), copy);
    close();
    fs::remove(fs::path(copy) / "clinic.lock");
    ASSERT_GT(fs::file_size(fs::path(copy) / "clinic.db-wal"), 0U);
    const auto recovered = openIn(copy);
    ASSERT_THAT(recovered, IsOk());
    EXPECT_TRUE((*recovered)->verify().value().clean());
    EXPECT_EQ((*recovered)->verify().value().auditEvents, 3);
}

TEST_F(StoreOpen, AForeignDatabaseIsLeftAlone) {
    makeData();
    tamper("note", "PRAGMA application_id = 1");
    expectRefused(Code::StorageDamaged);
}

TEST_F(StoreOpen, AFileThatIsNoDatabaseIsLeftAlone) {
    fs::create_directory(folder());
    std::ofstream(file("clinic.db")) << std::string(5000, 'x');
    expectRefused(Code::StorageDamaged);
}

TEST_F(StoreOpen, AHeaderOfZerosIsDamage) {
    makeData();
    overwrite(0, std::string(16, '\0'));
    expectRefused(Code::StorageDamaged);
}

TEST_F(StoreOpen, ADamagedPageIsDamage) {
    makeData();
    const auto pages = static_cast<std::streamoff>(fs::file_size(file("clinic.db")) / 4096);
    int refused = 0;
    const auto original = contentOf(file("clinic.db"));
    for (std::streamoff page = 1; page < pages; page += 7) {
        overwrite(page * 4096, std::string(64, '\xff'));
        expectRefused(Code::StorageDamaged);
        ++refused;
        overwrite(0, original);
    }
    EXPECT_GT(refused, 5);
    EXPECT_THAT(openIn(folder()), IsOk());
}

TEST_F(StoreOpen, DamageFoundAfterOpeningStopsEveryFurtherReadAndWrite) {
    makeData();
    const auto pages = static_cast<std::streamoff>(fs::file_size(file("clinic.db")) / 4096);
    const auto original = contentOf(file("clinic.db"));
    int foundLater = 0;
    for (std::streamoff page = 1; page < pages; page += 7) {
        overwrite(page * 4096, std::string(64, '\xff'));
        if (const auto opened = openUnchecked(folder())) {
            ++foundLater;
            EXPECT_THAT((*opened)->check(), FailsWith(Code::StorageDamaged));
            EXPECT_THAT((*opened)->read([](Transaction&) { return base::Done{}; }), FailsWith(Code::StorageDamaged));
            EXPECT_THAT((*opened)->write([](Transaction& tx) { return tx.settings().set("a", "b"); }),
                        FailsWith(Code::StorageDamaged));
        }
        overwrite(0, original);
    }
    EXPECT_GT(foundLater, 2);
}

TEST_F(StoreOpen, AWholeFileOpenedUncheckedPassesItsCheck) {
    makeData();
    const auto opened = openUnchecked(folder());
    ASSERT_THAT(opened, IsOk());
    EXPECT_THAT((*opened)->check(), IsOk());
    EXPECT_THAT((*opened)->read([](Transaction&) { return base::Done{}; }), IsOk());
}

TEST_F(StoreOpen, ATruncatedFileIsDamage) {
    makeData();
    fs::resize_file(file("clinic.db"), fs::file_size(file("clinic.db")) - 4096);
    expectRefused(Code::StorageDamaged);
}

TEST_F(StoreOpen, AnEmptiedOrMissingDatabaseIsALossAndNotAFreshStart) {
    makeData();
    fs::resize_file(file("clinic.db"), 0);
    expectRefused(Code::StorageDamaged);
    fs::remove(file("clinic.db"));
    EXPECT_THAT(openIn(folder()), FailsWith(Code::StorageDamaged));
    EXPECT_FALSE(fs::exists(file("clinic.db")));
}

TEST_F(StoreOpen, AnEmptyFileWithoutATrailIsAFreshStart) {
    fs::create_directory(folder());
    ASSERT_THAT(base::createPrivateFile(file("clinic.db")), IsOk());
    EXPECT_THAT(openIn(folder()), IsOk());
}

TEST_F(StoreOpen, TheConnectionIsSetUpForPowerLoss) {
    openFolder();
    close();
    auto connection = SqliteConnection::open(file("clinic.db").string(), SqliteConnection::Mode::ReadWrite).value();
    ASSERT_THAT(connection->makeDurable(false), IsOk());
    const auto pragma = [&](Sql sql) {
        std::string value;
        EXPECT_THAT(connection->query(sql, {},
                                      [&](const Row& row) -> base::Done {
                                          value = row.text(0);
                                          return {};
                                      }),
                    IsOk());
        return value;
    };
    EXPECT_EQ(pragma(Sql("PRAGMA synchronous")), "2");
    EXPECT_EQ(pragma(Sql("PRAGMA journal_mode")), "wal");
    EXPECT_EQ(pragma(Sql("PRAGMA locking_mode")), "exclusive");
    EXPECT_EQ(pragma(Sql("PRAGMA foreign_keys")), "1");
    EXPECT_EQ(pragma(Sql("PRAGMA cell_size_check")), "1");
    EXPECT_EQ(pragma(Sql("PRAGMA temp_store")), "2");
}

TEST_F(StoreOpen, AnotherProgramOnTheFileIsNoticed) {
    makeData();
    auto other = SqliteConnection::open(file("clinic.db").string(), SqliteConnection::Mode::ReadWrite).value();
    ASSERT_THAT(other->begin(Access::Write), IsOk());
    EXPECT_THAT(openIn(folder()), FailsWith(Code::StorageHeld));
}

} // namespace
} // namespace chairside::store
