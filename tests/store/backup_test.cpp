// Backups of a store in use: whole or not there, and what they hold can be worked with.
#include <csignal>
#include <fstream>
#include <random>

#include <poll.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/wait.h>
#include <unistd.h>

#include "core/services/try.h"
#include "core/store/backup/backup_header.h"
#include "core/store/backup/restore.h"
#include "tests/store/store_fixture.h"

namespace chairside::store {
namespace {

using services::BackupInfo;
using services::Transaction;
using Phase = services::BackupProgress::Phase;

class Backup : public StoreTest {
protected:
    void SetUp() override {
        std::filesystem::create_directory(target());
        openFolder();
        for (int i = 0; i < 20; ++i)
            ASSERT_THAT(save(i), IsOk());
    }
    [[nodiscard]] std::filesystem::path target() const { return folder().string() + "-backups"; }
    [[nodiscard]] base::Done save(int number, std::size_t bytes = 3000) {
        return write([=](Transaction& tx) {
            return tx.settings().set("setting " + std::to_string(number), std::string(bytes, 'x'));
        });
    }
    [[nodiscard]] base::Result<BackupInfo> finish(Store& of) {
        while (true) {
            const auto progress = CHAIRSIDE_TRY(of.step());
            if (progress.phase == Phase::Finished) return progress.backup;
        }
    }
    [[nodiscard]] base::Result<BackupInfo> backUp() {
        CHAIRSIDE_TRY(store().begin(target().string()));
        return finish(store());
    }
    [[nodiscard]] int namesIn(const std::filesystem::path& place) {
        int count = 0;
        for (const auto& entry : std::filesystem::directory_iterator(place))
            count += entry.path().empty() ? 0 : 1;
        return count;
    }
    // Of a data folder that is opened for it, whole.
    [[nodiscard]] int settingsIn(const std::filesystem::path& data) {
        const auto opened = openIn(data);
        EXPECT_THAT(opened, IsOk());
        if (!opened) return -1;
        const auto report = (*opened)->verify();
        EXPECT_THAT(report, IsOk());
        EXPECT_TRUE(report->clean()) << report->findings.front().check << report->findings.front().place;
        int count = 0;
        EXPECT_THAT((*opened)->read([&](Transaction& tx) -> base::Done {
            while (CHAIRSIDE_TRY(tx.settings().get("setting " + std::to_string(count))))
                ++count;
            return {};
        }),
                    IsOk());
        return count;
    }
    [[nodiscard]] std::filesystem::path copyOf(const std::string& name) {
        const auto copy = folder().string() + "-copy-" + std::to_string(++m_copies);
        std::filesystem::copy(target() / name, copy, std::filesystem::copy_options::recursive);
        return copy;
    }
    // As `chairsidectl restore` does it, without anybody signing in.
    [[nodiscard]] base::Result<std::filesystem::path> restore(const std::filesystem::path& backup,
                                                              const std::filesystem::path& data) {
        const auto header = CHAIRSIDE_TRY(inspectBackup(backup, digest));
        const auto held = CHAIRSIDE_TRY(DataFolder::hold(data));
        CHAIRSIDE_TRY(stageBackup(backup, header, *held));
        return replaceByStaged(*held, clock.now());
    }

private:
    int m_copies = 0;
};

TEST_F(Backup, HoldsWhatWasSavedWhenItBeganAndIsADataFolderOfItsOwn) {
    ASSERT_THAT(store().begin(target().string()), IsOk());
    ASSERT_THAT(save(20), IsOk()) << "people go on working";
    const auto made = finish(store());
    ASSERT_THAT(made, IsOk());
    EXPECT_EQ(settingsIn(copyOf(made->name)), 20);
    const auto listed = store().backups(target().string());
    ASSERT_THAT(listed, IsOk());
    ASSERT_EQ(listed->size(), 1U);
    EXPECT_EQ(listed->front().name, made->name);
    EXPECT_EQ(listed->front().auditEvents, 20);
    close();
    EXPECT_EQ(settingsIn(folder()), 21);
}

TEST_F(Backup, IsConsistentWhileManySavesGoOn) {
    int saved = 20;
    for (int round = 0; round < 10; ++round) {
        const int before = saved;
        ASSERT_THAT(store().begin(target().string()), IsOk());
        base::Result<services::BackupProgress> progress;
        while ((progress = store().step()) && progress->phase != Phase::Finished)
            ASSERT_THAT(save(saved++), IsOk());
        ASSERT_THAT(progress, IsOk());
        EXPECT_EQ(settingsIn(copyOf(progress->backup.name)), before);
    }
    EXPECT_GT(saved, 25) << "nothing was saved meanwhile, so this proved nothing";
    EXPECT_TRUE(findings().empty());
}

TEST_F(Backup, OnlyItsOwnerMayReadIt) {
    const auto made = backUp();
    ASSERT_THAT(made, IsOk());
    using std::filesystem::perms;
    const auto others = perms::group_all | perms::others_all;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(target()))
        EXPECT_EQ(entry.status().permissions() & others, perms::none) << entry.path();
}

TEST_F(Backup, WithoutItsFolderThereIsNone) {
    EXPECT_THAT(store().begin(target().string() + "/unplugged"), FailsWith(Code::NotFound));
    EXPECT_THAT(store().step(), FailsWith(Code::WrongState));
    EXPECT_FALSE(std::filesystem::exists(target() / "unplugged"));
    EXPECT_THAT(save(20), IsOk());
}

TEST_F(Backup, OneAtATimeAndNotOfAStoreInMemory) {
    ASSERT_THAT(store().begin(target().string()), IsOk());
    EXPECT_THAT(store().begin(target().string()), FailsWith(Code::WrongState));
    store().abandon();
    EXPECT_EQ(namesIn(target()), 0) << "what was given up leaves nothing";
    close();
    EXPECT_THAT(store().begin(target().string()), FailsWith(Code::WrongState));
}

TEST_F(Backup, ARehearsalSaysWhetherItCouldBeRestored) {
    const auto made = backUp();
    ASSERT_THAT(made, IsOk());
    const auto rehearse = [&]() -> base::Result<BackupInfo> {
        CHAIRSIDE_TRY(store().beginRehearsal(target().string(), made->name));
        return finish(store());
    };
    EXPECT_THAT(rehearse(), IsOk());
    EXPECT_FALSE(std::filesystem::exists(file("rehearsal.part")));
    const auto data = target() / made->name / "clinic.db";
    auto content = contentOf(data);
    content[content.size() / 2] ^= 1;
    std::ofstream(data, std::ios::binary) << content;
    EXPECT_THAT(rehearse(), FailsWith(Code::StorageDamaged));
    EXPECT_FALSE(std::filesystem::exists(file("rehearsal.part")));
    EXPECT_THAT(store().beginRehearsal(target().string(), "chairside-none"), FailsWith(Code::NotFound));
}

TEST_F(Backup, BackupsOfAnotherClinicAreNeitherShownNorRemoved) {
    ASSERT_THAT(backUp(), IsOk());
    close();
    const auto other = folder().string() + "-other";
    const auto opened = openIn(other);
    ASSERT_THAT(opened, IsOk());
    ASSERT_THAT((*opened)->write([](Transaction& tx) -> base::Done {
        tx.audit(someEvent());
        return tx.settings().set("whose", "another");
    }),
                IsOk());
    const auto listed = (*opened)->backups(target().string());
    ASSERT_THAT(listed, IsOk());
    EXPECT_TRUE(listed->empty());
}

TEST_F(Backup, IsNotMadeOfDataThatFailTheirTrail) {
    close();
    tamper("setting", "UPDATE setting SET value = 'forged' WHERE name = 'setting 3'");
    openFolder();
    EXPECT_THAT(backUp(), FailsWith(Code::StorageDamaged));
    EXPECT_EQ(namesIn(target()), 0);
}

TEST_F(Backup, ARestoreKeepsTheDataThatWereThere) {
    const auto made = backUp();
    ASSERT_THAT(made, IsOk());
    ASSERT_THAT(save(20), IsOk());
    close();
    const auto safety = restore(target() / made->name, folder());
    ASSERT_THAT(safety, IsOk());
    EXPECT_EQ(settingsIn(folder()), 20);
    EXPECT_EQ(settingsIn(*safety), 21);
    EXPECT_FALSE(std::filesystem::exists(file("restore.part")));
    EXPECT_FALSE(std::filesystem::exists(file("restore.ready")));
}

TEST_F(Backup, ARestoreToAnEmptyComputerGivesTheSameContent) {
    const auto made = backUp();
    ASSERT_THAT(made, IsOk());
    const auto head = store().verify().value().head;
    close();
    const auto fresh = folder().string() + "-fresh";
    ASSERT_THAT(restore(target() / made->name, fresh), IsOk());
    const auto opened = openIn(fresh);
    ASSERT_THAT(opened, IsOk());
    EXPECT_EQ((*opened)->verify().value().head, head);
}

TEST_F(Backup, WhatWasChangedIsRefusedAndTheDataAreNotTouched) {
    const auto made = backUp();
    ASSERT_THAT(made, IsOk());
    close();
    const auto live = contentOf(file("clinic.db"));
    const auto backup = target() / made->name;
    for (const char* name : {"clinic.db", "clinic.anchor", "backup.txt"}) {
        const auto whole = contentOf(backup / name);
        for (std::size_t at = 7; at < whole.size(); at += 1 + whole.size() / 9) {
            auto changed = whole;
            changed[at] = static_cast<char>(changed[at] ^ 4);
            std::ofstream(backup / name, std::ios::binary) << changed;
            EXPECT_FALSE(restore(backup, folder())) << name << at;
        }
        std::filesystem::resize_file(backup / name, whole.size() / 2);
        EXPECT_FALSE(restore(backup, folder())) << name;
        std::filesystem::remove(backup / name);
        EXPECT_FALSE(restore(backup, folder())) << name;
        std::ofstream(backup / name, std::ios::binary) << whole;
    }
    EXPECT_EQ(contentOf(file("clinic.db")), live);
    EXPECT_THAT(restore(backup, folder()), IsOk());
}

TEST_F(Backup, OneOfANewerProgramIsRefused) {
    const auto made = backUp();
    ASSERT_THAT(made, IsOk());
    close();
    const auto backup = target() / made->name;
    auto header = readHeader(backup, digest).value();
    header.schemaVersion = 999;
    std::ofstream(backup / "backup.txt", std::ios::binary) << headerText(header, digest);
    EXPECT_THAT(restore(backup, folder()), FailsWith(Code::StorageNewer));
}

// Every place where a restore can be interrupted, by carrying out only so many of its renames.
TEST_F(Backup, ARestoreThatWasDecidedIsCarriedOutWhereverItStopped) {
    const auto made = backUp();
    ASSERT_THAT(made, IsOk());
    ASSERT_THAT(save(20), IsOk());
    close();
    const char* parts[] = {"clinic.anchor", "clinic.db"};
    for (int moves = 0; moves <= 4; ++moves) {
        const auto data = folder().string() + "-stop-" + std::to_string(moves);
        std::filesystem::copy(folder(), data, std::filesystem::copy_options::recursive);
        std::filesystem::copy(target() / made->name, data + "/restore.ready", std::filesystem::copy_options::recursive);
        std::ofstream(data + "/restore.ready/safety.txt") << "clinic-before-restore-x none\n";
        const auto safety = data + "/clinic-before-restore-x/";
        std::filesystem::create_directory(safety);
        for (int move = 0; move < moves; ++move) {
            const std::string part = parts[move / 2];
            if (move % 2 == 0) std::filesystem::rename(data + '/' + part, safety + part);
            if (move % 2 == 1) std::filesystem::rename(data + "/restore.ready/" + part, data + '/' + part);
        }
        EXPECT_EQ(settingsIn(data), 20) << moves;
        EXPECT_FALSE(std::filesystem::exists(data + "/restore.ready"));
        EXPECT_EQ(settingsIn(safety), 21) << moves;
    }
}

TEST_F(Backup, AKilledOneLeavesNothingThatLooksLikeABackup) {
    ASSERT_THAT(save(20, 20'000'000), IsOk());
    close();
    std::mt19937 random{7};
    int made = 0;
    for (int kill = 0; kill < 25; ++kill) {
        clock.advance(std::chrono::seconds(1));
        const pid_t child = ::fork();
        if (child == 0) {
            openFolder();
            ::_exit(backUp() ? 0 : 1);
        }
        pollfd never{-1, 0, 0};
        ::poll(&never, 1, std::uniform_int_distribution<int>(0, 250)(random));
        ::kill(child, SIGKILL);
        int status = 0;
        ::waitpid(child, &status, 0);
        openFolder();
        const auto listed = store().backups(target().string());
        ASSERT_THAT(listed, IsOk());
        for (std::size_t i = static_cast<std::size_t>(made); i < listed->size(); ++i)
            EXPECT_EQ(settingsIn(copyOf((*listed)[i].name)), 21);
        made = static_cast<int>(listed->size());
        close();
    }
    openFolder();
    ASSERT_THAT(backUp(), IsOk());
    EXPECT_EQ(namesIn(target()), made + 1) << "what the killed ones left is gone";
}

class BackupTarget : public Backup {
protected:
    enum Outcome { Right = 0, NotMounted = 99 };
    template <class Work>
    [[nodiscard]] int inChild(const char* options, Work work) {
        close();
        const pid_t child = ::fork();
        if (child == 0) {
            const bool mounted = ::unshare(CLONE_NEWNS) == 0 &&
                                 ::mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0 &&
                                 ::mount("tmpfs", target().c_str(), "tmpfs", 0, options) == 0;
            ::_exit(mounted ? work() : static_cast<int>(NotMounted));
        }
        int status = 0;
        ::waitpid(child, &status, 0);
        return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    }
};

TEST_F(BackupTarget, ThatIsFullIsSaidAndKeepsTheBackupsBefore) {
    const int outcome = inChild("size=6m", [this] {
        openFolder();
        const auto first = backUp();
        if (!first) return 1;
        if (!save(20, 8'000'000)) return 2;
        const auto second = backUp();
        if (second || second.error().code != Code::StorageFull) return 3;
        if (namesIn(target()) != 1 || settingsIn(copyOf(first->name)) != 20) return 4;
        return save(21) ? Right : 5;
    });
    if (outcome == NotMounted) GTEST_SKIP() << "mounting needs CAP_SYS_ADMIN, which this process does not have";
    EXPECT_EQ(outcome, Right);
}

TEST_F(BackupTarget, ThatIsReadOnlyIsSaid) {
    const int outcome = inChild("size=6m", [this] {
        if (::mount(nullptr, target().c_str(), nullptr, MS_REMOUNT | MS_RDONLY, nullptr) != 0) return 1;
        openFolder();
        const auto done = backUp();
        if (done || done.error().code != Code::StorageReadOnly) return 2;
        return save(20) ? Right : 3;
    });
    if (outcome == NotMounted) GTEST_SKIP() << "mounting needs CAP_SYS_ADMIN, which this process does not have";
    EXPECT_EQ(outcome, Right);
}

} // namespace
} // namespace chairside::store
