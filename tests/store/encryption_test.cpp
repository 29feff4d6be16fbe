// The data file under a key: nobody reads it without, every change is noticed, and a new key takes its place whole.
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <random>
#include <thread>

#include "tests/store/store_fixture.h"

namespace chairside::store {
namespace {

using Key = std::array<unsigned char, 32>;
constexpr std::string_view kMarker = "Markername";

Key keyOf(unsigned char fill) {
    Key key{};
    key.fill(fill);
    return key;
}

class EncryptedStore : public StoreTest {
protected:
    void SetUp() override {
        if (!Store::encrypts()) GTEST_SKIP() << "the plain engine does not encrypt";
    }
    [[nodiscard]] base::Result<std::unique_ptr<Store>> openWith(const Key& key) {
        return Store::open({.folder = folder(), .clock = clock, .digest = digest, .ids = ids, .key = key});
    }
    [[nodiscard]] static base::Done saveMarker(Store& to, const std::string& value) {
        return to.write([&value](services::Transaction& tx) -> base::Done {
            tx.audit(someEvent());
            return tx.settings().set("clinic.name", value);
        });
    }
    [[nodiscard]] static std::string markerOf(Store& from) {
        std::string found;
        EXPECT_THAT(from.read([&found](services::Transaction& tx) -> base::Done {
            found = tx.settings().get("clinic.name").value().value_or("");
            return {};
        }),
                    IsOk());
        return found;
    }
    // Enough pages that a kill hits the middle of the work.
    void fill(Store& to, int rows) {
        for (int i = 0; i < rows; ++i) {
            ASSERT_THAT(to.write([&](services::Transaction& tx) -> base::Done {
                tx.audit(someEvent());
                return tx.settings().set("filler." + std::to_string(i), std::string(3000, 'f'));
            }),
                        IsOk());
        }
    }
};

TEST_F(EncryptedStore, OpensWithItsKeyAndNoOther) {
    {
        auto opened = openWith(keyOf(1));
        ASSERT_THAT(opened, IsOk());
        ASSERT_THAT(saveMarker(**opened, std::string(kMarker)), IsOk());
    }
    const auto before = contentOf(file("clinic.db"));
    EXPECT_THAT(openWith(keyOf(2)), FailsWith(Code::StorageDamaged));
    EXPECT_THAT(openIn(folder()), FailsWith(Code::StorageDamaged));
    EXPECT_EQ(contentOf(file("clinic.db")), before);
    auto again = openWith(keyOf(1));
    ASSERT_THAT(again, IsOk());
    EXPECT_EQ(markerOf(**again), kMarker);
}

TEST_F(EncryptedStore, NoFileBesideOrBehindItShowsWhatWasWritten) {
    auto opened = openWith(keyOf(1));
    ASSERT_THAT(opened, IsOk());
    ASSERT_THAT(saveMarker(**opened, std::string(kMarker)), IsOk());
    ASSERT_THAT((*opened)->backUpTo(file("copy.db")), IsOk());
    int files = 0;
    for (const auto& entry : std::filesystem::directory_iterator(folder())) {
        const auto content = contentOf(entry.path());
        EXPECT_EQ(content.find(kMarker), std::string::npos) << entry.path();
        EXPECT_FALSE(content.starts_with("SQLite format 3")) << entry.path();
        ++files;
    }
    EXPECT_GE(files, 4); // the database, its log, the copy, the anchor, the lock
}

TEST_F(EncryptedStore, ACopyOpensWithTheSameKey) {
    {
        auto opened = openWith(keyOf(1));
        ASSERT_THAT(opened, IsOk());
        ASSERT_THAT(saveMarker(**opened, std::string(kMarker)), IsOk());
        ASSERT_THAT((*opened)->backUpTo(file("copy.db")), IsOk());
    }
    std::filesystem::rename(file("copy.db"), file("clinic.db"));
    EXPECT_THAT(openWith(keyOf(2)), FailsWith(Code::StorageDamaged));
    auto again = openWith(keyOf(1));
    ASSERT_THAT(again, IsOk());
    EXPECT_EQ(markerOf(**again), kMarker);
}

// Each page is authenticated; the check that runs when the file is opened reads all of them.
TEST_F(EncryptedStore, AFlippedBitOnAnyPageIsNoticed) {
    {
        auto opened = openWith(keyOf(1));
        ASSERT_THAT(opened, IsOk());
        ASSERT_THAT(saveMarker(**opened, std::string(kMarker)), IsOk());
    }
    const auto whole = contentOf(file("clinic.db"));
    constexpr std::size_t kPage = 4096;
    ASSERT_EQ(whole.size() % kPage, 0U);
    std::mt19937 random(7);
    for (std::size_t page = 0; page < whole.size() / kPage; ++page) {
        std::string changed = whole;
        const std::size_t at = page * kPage + random() % kPage;
        changed[at] = static_cast<char>(changed[at] ^ (1 << (random() % 8)));
        std::ofstream(file("clinic.db"), std::ios::binary | std::ios::trunc) << changed;
        std::filesystem::remove(file("clinic.db-wal"));
        const auto opened = openWith(keyOf(1));
        EXPECT_FALSE(opened.has_value()) << "byte " << at;
    }
}

TEST_F(EncryptedStore, ANewKeyReplacesTheOldOne) {
    {
        auto opened = openWith(keyOf(1));
        ASSERT_THAT(opened, IsOk());
        ASSERT_THAT(saveMarker(**opened, std::string(kMarker)), IsOk());
        ASSERT_THAT((*opened)->rekey(keyOf(2)), IsOk());
        ASSERT_THAT(saveMarker(**opened, "after it"), IsOk());
        EXPECT_TRUE((*opened)->verify().value().clean());
    }
    EXPECT_THAT(openWith(keyOf(1)), FailsWith(Code::StorageDamaged));
    auto again = openWith(keyOf(2));
    ASSERT_THAT(again, IsOk());
    EXPECT_EQ(markerOf(**again), "after it");
    EXPECT_TRUE((*again)->verify().value().clean());
}

TEST_F(EncryptedStore, APlainFileIsNotRekeyed) {
    openFolder();
    EXPECT_THAT(store().rekey(keyOf(1)), FailsWith(Code::WrongState));
}

TEST_F(EncryptedStore, AKillInTheMiddleOfRekeyingLeavesTheOldOrTheNewKey) {
    Key current = keyOf(1);
    {
        auto opened = openWith(current);
        ASSERT_THAT(opened, IsOk());
        ASSERT_THAT(saveMarker(**opened, std::string(kMarker)), IsOk());
        fill(**opened, 400);
    }
    std::mt19937 random(11);
    int oldKept = 0;
    int newTaken = 0;
    for (int round = 0; round < 24; ++round) {
        const Key next = keyOf(static_cast<unsigned char>(round + 2));
        const pid_t child = ::fork();
        if (child == 0) {
            auto opened = openWith(current);
            if (!opened) ::_exit(1);
            ::_exit((*opened)->rekey(next) ? 0 : 2);
        }
        std::this_thread::sleep_for(std::chrono::microseconds(random() % 60'000));
        ::kill(child, SIGKILL);
        ::waitpid(child, nullptr, 0);
        auto withOld = openWith(current);
        if (withOld) {
            ++oldKept;
            EXPECT_EQ(markerOf(**withOld), kMarker);
            continue;
        }
        auto withNew = openWith(next);
        ASSERT_THAT(withNew, IsOk()) << "round " << round;
        EXPECT_EQ(markerOf(**withNew), kMarker);
        current = next;
        ++newTaken;
    }
    RecordProperty("old_kept", oldKept);
    RecordProperty("new_taken", newTaken);
    EXPECT_GT(oldKept, 0);
}

class PlainStore : public StoreTest {
protected:
    void SetUp() override {
        if (Store::encrypts()) GTEST_SKIP() << "this engine encrypts";
    }
};

TEST_F(PlainStore, RefusesAKeyInsteadOfIgnoringIt) {
    EXPECT_THAT(Store::open({.folder = folder(), .clock = clock, .digest = digest, .ids = ids, .key = keyOf(1)}),
                FailsWith(Code::Internal));
}

} // namespace
} // namespace chairside::store
