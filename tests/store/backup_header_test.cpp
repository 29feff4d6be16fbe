// What a backup says of itself is taken word for word, or not at all.
#include "core/store/backup/backup_header.h"

#include "tests/store/store_fixture.h"

namespace chairside::store {
namespace {

BackupHeader someHeader() {
    return {.clinic = "00000000-0000-7000-8000-000000000001",
            .made = base::Instant::of(1'736'851'320'000, 60),
            .schemaVersion = 21,
            .encrypted = true,
            .auditEvents = 4711,
            .auditHead = std::string(64, 'a'),
            .files = {{"clinic.db", 40960, std::string(64, 'b')},
                      {"clinic.anchor", 130, std::string(64, 'c')},
                      {"clinic.keys", 900, std::string(64, 'd')}}};
}

class BackupHeaderText : public StoreTest {
protected:
    [[nodiscard]] auto parse(const std::string& text) { return parseHeader(text, digest); }
    // The text with another line and a digest that fits it.
    [[nodiscard]] std::string resealed(std::string text, const std::string& from, const std::string& to) {
        text.replace(text.find(from), from.size(), to);
        text.resize(text.rfind("end "));
        return text + "end " + digest.sha256(text) + '\n';
    }
    const std::string whole = headerText(someHeader(), digest);
};

TEST_F(BackupHeaderText, IsReadAsItWasWritten) {
    const auto read = parse(whole);
    ASSERT_THAT(read, IsOk());
    EXPECT_EQ(read->clinic, someHeader().clinic);
    EXPECT_EQ(read->made.iso(), someHeader().made.iso());
    EXPECT_EQ(read->schemaVersion, 21);
    EXPECT_TRUE(read->encrypted);
    EXPECT_EQ(read->auditEvents, 4711);
    EXPECT_EQ(read->files, someHeader().files);
}

TEST_F(BackupHeaderText, EveryChangedByteAndEveryCutIsDamage) {
    for (std::size_t at = 0; at < whole.size(); ++at) {
        auto changed = whole;
        changed[at] = static_cast<char>(changed[at] ^ 1);
        EXPECT_FALSE(parse(changed)) << at;
        EXPECT_FALSE(parse(whole.substr(0, at))) << at;
    }
    EXPECT_FALSE(parse(whole + "\n"));
}

TEST_F(BackupHeaderText, ANewerFormatIsSaidToBeNewer) {
    EXPECT_THAT(parse(resealed(whole, "chairside-backup 1", "chairside-backup 2")), FailsWith(Code::StorageNewer));
}

TEST_F(BackupHeaderText, NoNameLeadsOutOfTheFolder) {
    for (const char* name : {"../clinic.db", "/etc/passwd", ".hidden", "a/b", "CLINIC.DB", ""}) {
        EXPECT_THAT(parse(resealed(whole, "file clinic.db ", std::string("file ") + name + ' ')),
                    FailsWith(Code::StorageDamaged))
            << name;
    }
}

TEST_F(BackupHeaderText, NumbersAndFilesMustMakeSense) {
    const std::pair<const char*, const char*> changes[] = {{"schema 21", "schema 0"},
                                                           {"schema 21", "schema -1"},
                                                           {"audit 4711", "audit -1"},
                                                           {"audit 4711", "audit 47x"},
                                                           {"encrypted yes", "encrypted no"},
                                                           {"encrypted yes", "encrypted maybe"},
                                                           {"made 1736851320000", "made -5"},
                                                           {"60\n", "9999\n"},
                                                           {"file clinic.anchor", "file clinic.db"},
                                                           {"40960", "-1"},
                                                           {"clinic 0000", "clinic xyz0"}};
    for (const auto& [from, to] : changes)
        EXPECT_THAT(parse(resealed(whole, from, to)), FailsWith(Code::StorageDamaged)) << from << " -> " << to;
}

} // namespace
} // namespace chairside::store
