#include <array>
#include <fstream>

#include "core/base/private_file.h"
#include "core/store/migrator.h"
#include "tests/store/store_fixture.h"

namespace chairside::store {
namespace {

constexpr std::string_view kFirst = "-- first\nCREATE TABLE schema_migration (number BIGINT NOT NULL PRIMARY KEY,"
                                    " name TEXT NOT NULL, sha256 TEXT NOT NULL, applied_at TEXT NOT NULL);\n"
                                    "CREATE TABLE parent (id TEXT NOT NULL PRIMARY KEY);";
constexpr std::string_view kSecond = "-- second\nCREATE TABLE child (id TEXT NOT NULL PRIMARY KEY,"
                                     " parent_id TEXT NOT NULL REFERENCES parent (id));\n"
                                     "CREATE TRIGGER child_stays BEFORE DELETE ON child\n"
                                     "BEGIN\n    SELECT RAISE(ABORT, 'no; never');\nEND;\n"
                                     "INSERT INTO parent VALUES ('p');\nINSERT INTO child VALUES ('c', 'p');";
constexpr std::string_view kBroken = "-- broken\nCREATE TABLE third (id TEXT);\nINSERT INTO third VALUES ('a');\n"
                                     "INSERT INTO nowhere VALUES ('b');\nCREATE TABLE fourth (id TEXT);";
constexpr std::string_view kOrphan = "-- orphan\nPRAGMA defer_foreign_keys = ON;\n"
                                     "INSERT INTO child VALUES ('d', 'nobody');";

class Migration : public StoreTest {
protected:
    using List = std::vector<EmbeddedMigration>;
    void SetUp() override {
        ASSERT_THAT(base::createPrivateFile(path), IsOk());
        reopen();
    }
    void reopen() {
        connection.reset();
        auto opened = SqliteConnection::open(path.string(), SqliteConnection::Mode::ReadWrite);
        connection = std::move(opened.value());
    }
    [[nodiscard]] base::Done migrate(const List& list) {
        Migrator migrator(*connection, digest, clock, list);
        if (auto done = migrator.check(); !done) return done;
        return migrator.apply();
    }
    [[nodiscard]] std::string content() {
        connection.reset();
        auto bytes = contentOf(path);
        reopen();
        return bytes;
    }
    // The store over what script wrote when the named migration was not there yet.
    void openDataFromBefore(std::string_view migration, std::string_view script) {
        const auto all = embeddedMigrations();
        const auto end = std::ranges::find_if(all, [&](const auto& one) { return one.name.ends_with(migration); });
        ASSERT_NE(end, all.end());
        std::filesystem::create_directory(folder());
        path = file("clinic.db");
        ASSERT_THAT(base::createPrivateFile(path), IsOk());
        reopen();
        ASSERT_THAT(migrate({all.begin(), end}), IsOk());
        ASSERT_THAT(connection->script(std::string(script)), IsOk());
        connection.reset();
        openFolder();
    }
    [[nodiscard]] services::PatientHits search(std::string_view text) {
        return read([&](services::Transaction& tx) { return tx.patients().search(text, test::date("2025-01-14"), 10); })
            .value();
    }
    TempFolder temp;
    std::filesystem::path path = temp.path() / "m.db";
    std::unique_ptr<SqliteConnection> connection;
    List two{{1, "0001_first", kFirst}, {2, "0002_second", kSecond}};
};

TEST_F(Migration, AppliesWholeScriptsAndRecordsThem) {
    ASSERT_THAT(migrate(two), IsOk());
    EXPECT_THAT(connection->schemaVersion(), IsOkAndHolds(2));
    EXPECT_EQ(connection->schemaObjects().value().size(), 4U);
    EXPECT_THAT(connection->checkApplicationId(), IsOk());
    EXPECT_THAT(connection->script("DELETE FROM child"), FailsWith(Code::Internal));
}

TEST_F(Migration, DoesNothingTheSecondTime) {
    ASSERT_THAT(migrate(two), IsOk());
    const auto before = content();
    EXPECT_THAT(migrate(two), IsOk());
    EXPECT_EQ(content(), before);
}

TEST_F(Migration, AppliesOnlyWhatIsNew) {
    ASSERT_THAT(migrate({two[0]}), IsOk());
    Migrator migrator(*connection, digest, clock, two);
    ASSERT_THAT(migrator.check(), IsOk());
    EXPECT_EQ(migrator.firstPending(), 2);
    EXPECT_THAT(migrator.apply(), IsOk());
    EXPECT_EQ(migrator.firstPending(), 0);
}

TEST_F(Migration, FailingHalfWayLeavesTheFileAsItWas) {
    ASSERT_THAT(migrate(two), IsOk());
    const auto before = content();
    two.push_back({3, "0003_broken", kBroken});
    const auto done = migrate(two);
    ASSERT_THAT(done, FailsWith(Code::Internal));
    EXPECT_THAT(done.error().detail, testing::StartsWith("0003_broken: "));
    EXPECT_EQ(content(), before);
    EXPECT_THAT(connection->schemaVersion(), IsOkAndHolds(2));
}

TEST_F(Migration, StopsAtTheFirstThatFails) {
    ASSERT_THAT(migrate(two), IsOk());
    two.push_back({3, "0003_broken", kBroken});
    two.push_back({4, "0004_fine", "-- fine enough\nCREATE TABLE fifth (id TEXT);"});
    EXPECT_THAT(migrate(two), FailsWith(Code::Internal));
    EXPECT_THAT(connection->schemaVersion(), IsOkAndHolds(2));
    EXPECT_EQ(connection->schemaObjects().value().size(), 4U);
}

TEST_F(Migration, RefusesAResultThatRefersToNothing) {
    ASSERT_THAT(migrate(two), IsOk());
    const auto before = content();
    two.push_back({3, "0003_orphan", kOrphan});
    EXPECT_THAT(migrate(two), FailsWith(Code::StorageDamaged));
    EXPECT_EQ(content(), before);
}

TEST_F(Migration, RefusesANewerDatabase) {
    ASSERT_THAT(migrate(two), IsOk());
    const auto before = content();
    EXPECT_THAT(migrate({two[0]}), FailsWith(Code::StorageNewer));
    EXPECT_EQ(content(), before);
}

TEST_F(Migration, RefusesAMigrationThatChangedAfterItWasApplied) {
    ASSERT_THAT(migrate(two), IsOk());
    const auto before = content();
    const std::string changed = std::string(kFirst) + "-- a word more";
    EXPECT_THAT(migrate({{1, "0001_first", changed}, two[1]}), FailsWith(Code::StorageDamaged));
    EXPECT_EQ(content(), before);
}

TEST_F(Migration, RefusesAListThatDoesNotFitTheVersion) {
    ASSERT_THAT(migrate(two), IsOk());
    ASSERT_THAT(connection->script("DELETE FROM schema_migration WHERE number = 1"), IsOk());
    EXPECT_THAT(migrate(two), FailsWith(Code::StorageDamaged));
}

std::vector<std::string> expectedObjects(const std::filesystem::path& file) {
    std::vector<std::string> objects;
    std::string object;
    std::ifstream in(file);
    for (std::string line; std::getline(in, line);) {
        if (line == "----") {
            objects.push_back(std::exchange(object, {}));
        } else {
            object += (object.empty() ? "" : "\n") + line;
        }
    }
    return objects;
}

// Both ways, as sets. To write the file anew: CHAIRSIDE_WRITE_SCHEMA=1 store_tests
// --gtest_filter=*MigrationsMakeTheSchema*
TEST_F(Migration, TheMigrationsMakeTheSchemaThatIsWrittenDown) {
    const auto all = embeddedMigrations();
    ASSERT_THAT(migrate({all.begin(), all.end()}), IsOk());
    const auto found = connection->schemaObjects().value();
    const std::filesystem::path file = std::filesystem::path(CHAIRSIDE_SOURCE_DIR) / "migrations" / "schema.sql";
    if (std::getenv("CHAIRSIDE_WRITE_SCHEMA") != nullptr) {
        std::ofstream out(file);
        for (const auto& object : found)
            out << object << "\n----\n";
    }
    EXPECT_THAT(found, testing::UnorderedElementsAreArray(expectedObjects(file)));
}

TEST_F(Migration, AnOlderDataFileIsCopiedBeforeItIsMigrated) {
    const auto all = embeddedMigrations();
    std::filesystem::create_directory(folder());
    path = file("clinic.db");
    ASSERT_THAT(base::createPrivateFile(path), IsOk());
    reopen();
    ASSERT_THAT(migrate({all.begin(), all.begin() + 3}), IsOk());
    connection.reset();

    openFolder();
    mustWrite([this](services::Transaction& tx) { return tx.accounts().add(samples.nurse); });
    close();
    path = file("clinic-before-0004.db");
    ASSERT_TRUE(std::filesystem::exists(path));
    reopen();
    EXPECT_THAT(connection->schemaVersion(), IsOkAndHolds(3));
    EXPECT_FALSE(std::filesystem::exists(file("clinic-before-0004.db.part")));
}

constexpr std::string_view kPatientOfBefore =
    "INSERT INTO clinic VALUES ('c', '2020-01-01T00:00:00.000Z', 0);"
    "INSERT INTO patient (id, clinic_id, family_name, given_name, title, preferred_name, born_on, gender, "
    "clinic_number,"
    " phone, allergy_status, allergies, row_version) VALUES ('11111111-1111-4111-8111-111111111111', 'c',"
    " 'Testpatient', 'Anna', '', '', '1968-04-21', 'female', 'KC 1', '', 'not_recorded', '', 1);"
    "INSERT INTO patient_search (patient_id, family_key, given_key, family_1, family_2, number_reversed, number_prefix,"
    " number_value, phone_reversed) VALUES ('11111111-1111-4111-8111-111111111111', 'testpatient', 'anna', 't', 'te',"
    " '1ck', 'kc', 1, '');";

TEST_F(Migration, APatientFromBeforeBirthdaysWereKeptIsFoundByHers) {
    openDataFromBefore("key_birthdays", kPatientOfBefore);
    EXPECT_EQ(search("21-apr").total, 1);
    EXPECT_EQ(search("22-apr").total, 0);
}

constexpr std::string_view kTwoWhoseKeysCameInAnotherOrder =
    "INSERT INTO clinic VALUES ('c', '2020-01-01T00:00:00.000Z', 0);"
    "INSERT INTO patient (id, clinic_id, family_name, given_name, title, preferred_name, born_on, gender, "
    "clinic_number,"
    " phone, allergy_status, allergies, row_version) VALUES"
    " ('11111111-1111-4111-8111-111111111111', 'c', 'Tester', 'Anna', '', '', '1968-04-21', 'female', 'KC 1', '',"
    " 'not_recorded', '', 1),"
    " ('22222222-2222-4222-8222-222222222222', 'c', 'Tester', 'Anna', '', '', '1971-05-02', 'female', 'KC 2', '',"
    " 'not_recorded', '', 1);"
    "INSERT INTO patient_search (patient_id, family_key, given_key, family_1, family_2, number_reversed, number_prefix,"
    " number_value, phone_reversed, birthday) VALUES"
    " ('22222222-2222-4222-8222-222222222222', 'tester', 'anna', 't', 'te', '2ck', 'kc', 2, '', '05-02'),"
    " ('11111111-1111-4111-8111-111111111111', 'tester', 'anna', 't', 'te', '1ck', 'kc', 1, '', '04-21');";

// Of two with the same name the names cannot tell who is meant.
TEST_F(Migration, TwoOfOneNameKeepTheirOwnNumbersWhenKeysAreBoundToRows) {
    openDataFromBefore("narrow_search_indexes", kTwoWhoseKeysCameInAnotherOrder);
    for (const std::string number : {"KC 1", "KC 2"}) {
        const auto hits = search(number);
        ASSERT_EQ(hits.rows.size(), 1U) << number;
        EXPECT_EQ(hits.rows.front().patient.details.clinicNumber, number);
    }
}

TEST_F(Migration, ANewDataFileNeedsNoCopy) {
    openFolder();
    close();
    for (const auto& entry : std::filesystem::directory_iterator(folder())) {
        EXPECT_EQ(entry.path().filename().string().find("before"), std::string::npos) << entry.path();
    }
}

} // namespace
} // namespace chairside::store
