#include "core/access/key_file.h"

#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/core/matchers.h"

namespace chairside::access {
namespace {

using base::Code;
using test::FailsWith;
using test::IsOk;

constexpr const char* kKhan = "00000000-0000-7000-8000-000000000001";
constexpr const char* kLee = "00000000-0000-7000-8000-000000000002";

class Keys : public testing::Test {
protected:
    void SetUp() override {
        ASSERT_THAT(file.addPerson(keys, kKhan, "Khan", "password of Khan"), IsOk());
        ASSERT_THAT(file.addPerson(keys, kLee, "lee", "password of Lee"), IsOk());
        ASSERT_THAT(file.setRecoveryCode(keys, code), IsOk());
    }
    // As the next start of the program finds it.
    KeyFile again() const { return KeyFile::parse(file.serialize(keys).value()).value(); }

    KeyFile file = KeyFile::make(HashCost::Token).value();
    DataKeys keys{Secret::random().value(), std::nullopt};
    RecoveryCode code = RecoveryCode::random().value();
};

TEST_F(Keys, EachPersonAndTheCodeOpenTheSameKey) {
    const auto stored = again();
    for (const auto& [name, password] :
         {std::pair{"khan", "password of Khan"}, std::pair{" LEE ", "password of Lee"}}) {
        const auto opened = stored.open(name, password);
        ASSERT_THAT(opened, IsOk()) << name;
        EXPECT_TRUE(opened->current.equals(keys.current));
        EXPECT_FALSE(opened->next);
    }
    EXPECT_TRUE(stored.open(code).value().current.equals(keys.current));
}

TEST_F(Keys, AWrongPasswordAndAnUnknownNameGetTheSameAnswer) {
    const auto stored = again();
    const auto wrong = stored.open("khan", "password of Lee");
    const auto unknown = stored.open("nobody", "password of Khan");
    EXPECT_THAT(wrong, FailsWith(Code::SignInFailed));
    ASSERT_FALSE(unknown.has_value());
    EXPECT_EQ(wrong.error(), unknown.error());
    EXPECT_THAT(stored.open("", ""), FailsWith(Code::SignInFailed));
}

TEST_F(Keys, AnotherClinicsCodeOpensNothing) {
    EXPECT_THAT(again().open(RecoveryCode::random().value()), FailsWith(Code::SignInFailed));
}

TEST_F(Keys, AChangedPasswordReplacesTheOldOne) {
    ASSERT_THAT(file.changePassword(keys, kKhan, "khan", "the new password"), IsOk());
    EXPECT_TRUE(again().open("khan", "the new password").value().current.equals(keys.current));
    EXPECT_THAT(again().open("khan", "password of Khan"), FailsWith(Code::SignInFailed));
    EXPECT_THAT(again().open("lee", "password of Lee"), IsOk());
    EXPECT_THAT(file.changePassword(keys, "nobody", "nobody", "x"), FailsWith(Code::NotFound));
}

TEST_F(Keys, ANewCodeReplacesTheOldOne) {
    const auto next = RecoveryCode::random().value();
    ASSERT_THAT(file.setRecoveryCode(keys, next), IsOk());
    EXPECT_THAT(again().open(next), IsOk());
    EXPECT_THAT(again().open(code), FailsWith(Code::SignInFailed));
}

TEST_F(Keys, ARevokedPersonOpensNothing) {
    EXPECT_TRUE(file.revoke(kLee));
    EXPECT_FALSE(file.revoke(kLee));
    EXPECT_THAT(again().open("lee", "password of Lee"), FailsWith(Code::SignInFailed));
    EXPECT_EQ(again().people(), std::vector<std::string>{kKhan});
}

TEST_F(Keys, APersonOrANameHasOneSlot) {
    EXPECT_THAT(file.addPerson(keys, kKhan, "other", "x"), FailsWith(Code::AlreadyExists));
    EXPECT_THAT(file.addPerson(keys, "another", "KHAN", "x"), FailsWith(Code::AlreadyExists));
}

TEST_F(Keys, WhileRekeyingEverybodyOpensBothKeys) {
    ASSERT_THAT(file.beginRekey(keys), IsOk());
    EXPECT_THAT(file.beginRekey(keys), FailsWith(Code::WrongState));
    const auto opened = again().open("lee", "password of Lee").value();
    EXPECT_TRUE(opened.current.equals(keys.current));
    ASSERT_TRUE(opened.next);
    EXPECT_FALSE(opened.next->equals(keys.current));
}

TEST_F(Keys, ARekeyingEndsWithTheKeyThatIsUsed) {
    const auto before = keys.current.copy().value();
    for (const bool nextIsUsed : {false, true}) {
        ASSERT_THAT(file.beginRekey(keys), IsOk());
        auto stored = again();
        auto opened = stored.open("lee", "password of Lee").value();
        ASSERT_THAT(stored.endRekey(opened, nextIsUsed), IsOk());
        file = KeyFile::parse(stored.serialize(opened).value()).value();
        keys = file.open("khan", "password of Khan").value();
        EXPECT_FALSE(keys.next);
        EXPECT_EQ(keys.current.equals(before), !nextIsUsed);
        EXPECT_THAT(file.open(code), IsOk());
    }
}

TEST_F(Keys, ARevokedPersonsOldFileDoesNotOpenTheNewKey) {
    const auto kept = again();
    file.revoke(kLee);
    ASSERT_THAT(file.beginRekey(keys), IsOk());
    ASSERT_THAT(file.endRekey(keys, true), IsOk());
    EXPECT_FALSE(kept.open("lee", "password of Lee").value().current.equals(keys.current));
    EXPECT_THAT(again().open("lee", "password of Lee"), FailsWith(Code::SignInFailed));
}

TEST_F(Keys, EveryFlippedBitIsNoticed) {
    const std::string content = file.serialize(keys).value();
    for (std::size_t at = 0; at < content.size(); ++at) {
        std::string changed = content;
        changed[at] = static_cast<char>(changed[at] ^ (1 << (at % 8)));
        const auto read = KeyFile::parse(changed);
        ASSERT_FALSE(read.has_value()) << at;
        EXPECT_TRUE(read.error().code == Code::StorageDamaged || read.error().code == Code::StorageNewer) << at;
    }
}

TEST_F(Keys, EveryLengthButTheRightOneIsNoticed) {
    const std::string content = file.serialize(keys).value();
    for (std::size_t size = 0; size < content.size(); ++size)
        EXPECT_THAT(KeyFile::parse(content.substr(0, size)), FailsWith(Code::StorageDamaged)) << size;
    EXPECT_THAT(KeyFile::parse(content + '\0'), FailsWith(Code::StorageDamaged));
}

TEST_F(Keys, ForeignAndNewerFilesAreNamed) {
    EXPECT_THAT(KeyFile::parse("SQLite format 3"), FailsWith(Code::StorageDamaged));
    std::string newer = file.serialize(keys).value();
    newer[8] = 2;
    EXPECT_THAT(KeyFile::parse(newer), FailsWith(Code::StorageNewer));
}

// Somebody who can write the file but has no password makes a slot of their own.
TEST_F(Keys, ASlotThatWasNotMadeWithTheKeyIsNoticed) {
    ASSERT_THAT(file.addPerson(keys, "intruder", "intruder", "password of nobody"), IsOk());
    const DataKeys other{Secret::random().value(), std::nullopt};
    const auto forged = KeyFile::parse(file.serialize(other).value());
    ASSERT_THAT(forged, IsOk());
    EXPECT_THAT(forged->open("khan", "password of Khan"), FailsWith(Code::StorageDamaged));
}

TEST_F(Keys, TheFileHoldsNeitherKeyNorNamesNorPasswords) {
    const std::string content = file.serialize(keys).value();
    const std::string key(keys.current.bytes().begin(), keys.current.bytes().end());
    for (const std::string& secret : {key, std::string("khan"), std::string("Khan"), std::string("password"),
                                      code.text(), std::string(code.characters())}) {
        EXPECT_EQ(content.find(secret), std::string::npos);
    }
}

TEST_F(Keys, TheSamePasswordAgainIsWrappedAnew) {
    const auto opened = again();
    ASSERT_THAT(file.changePassword(keys, kKhan, "khan", "password of Khan"), IsOk());
    EXPECT_NE(file.serialize(keys).value(), opened.serialize(keys).value());
}

TEST_F(Keys, AreWrittenForTheirOwnerAlone) {
    const auto folder = std::filesystem::temp_directory_path() / ("chairside-keys-" + std::to_string(::getpid()));
    std::filesystem::create_directory(folder);
    const auto path = folder / "clinic.keys";
    EXPECT_THAT(KeyFile::read(path), FailsWith(Code::NotFound));
    ASSERT_THAT(file.write(path, keys), IsOk());
    struct stat facts {};
    ASSERT_EQ(::stat(path.c_str(), &facts), 0);
    EXPECT_EQ(facts.st_mode & 0777U, 0600U);
    EXPECT_THAT(KeyFile::read(path).value().open("khan", "password of Khan"), IsOk());
    EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder), {}), 1);
    std::filesystem::remove_all(folder);
}

TEST_F(Keys, OpenAtTheCostOfAPasswordHashToo) {
    auto strong = KeyFile::make(HashCost::Interactive).value();
    ASSERT_THAT(strong.addPerson(keys, kKhan, "khan", "password of Khan"), IsOk());
    EXPECT_THAT(strong.open("khan", "password of Khan"), IsOk());
}

} // namespace
} // namespace chairside::access
