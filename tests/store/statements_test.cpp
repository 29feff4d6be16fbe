#include "core/store/repositories/statements.h"

#include <algorithm>
#include <set>
#include <string>

#include "core/store/audit/audited_tables.h"
#include "core/store/migrator.h"
#include "tests/store/store_fixture.h"

namespace chairside::store {
namespace {

class Statements : public StoreTest {
protected:
    void SetUp() override {
        auto opened = SqliteConnection::open(":memory:", SqliteConnection::Mode::ReadWrite);
        connection = std::move(opened.value());
        Migrator migrator(*connection, digest, clock, embeddedMigrations());
        ASSERT_THAT(migrator.check(), IsOk());
        ASSERT_THAT(migrator.apply(), IsOk());
    }
    std::unique_ptr<SqliteConnection> connection;
};

TEST_F(Statements, EachCanBePrepared) {
    EXPECT_GT(allStatements().size(), 100U);
    for (const auto& sql : allStatements())
        EXPECT_THAT(connection->plan(sql), IsOk()) << sql.text();
}

TEST_F(Statements, NoneIsListedTwice) {
    std::set<const char*> seen;
    for (const auto& sql : allStatements())
        EXPECT_TRUE(seen.insert(sql.text()).second) << sql.text();
}

// The lists that are meant to be whole, and the walk that verifies everything.
bool readsATableOnPurpose(std::string_view sql) {
    static const std::set<std::string_view> kSmall{"account", "protocol_version", "course",
                                                   "clinic",  "schema_migration", "retreatment_standing"};
    const auto from = sql.find(" FROM ");
    const auto name = sql.substr(from + 6, sql.find(' ', from + 6) - from - 6);
    const bool whole = sql.find(" WHERE ") == std::string_view::npos;
    return whole && (kSmall.contains(name) || sql.starts_with("SELECT * FROM ") || name == "audit_event" ||
                     name == "signature" || sql.find(" LIMIT 1") != std::string_view::npos);
}

// An INSERT that sets off a trigger also plans a look through the tables that refer to the one it writes to; the engine
// carries it out only while a reference is broken, which no statement leaves behind.
bool isReferenceCheck(std::string_view sql, std::string_view step, const std::vector<std::string>& schema) {
    constexpr std::string_view kInsert = "INSERT INTO ";
    if (!sql.starts_with(kInsert)) return false;
    const auto written = sql.substr(kInsert.size(), sql.find(' ', kInsert.size()) - kInsert.size());
    auto read = step.substr(step.find("SCAN ") + 5);
    if (read.starts_with("TABLE ")) read.remove_prefix(6);
    const std::string head = "CREATE TABLE " + std::string(read.substr(0, read.find(' '))) + ' ';
    return std::ranges::any_of(schema, [&](const std::string& object) {
        return object.starts_with(head) &&
               object.find("REFERENCES " + std::string(written) + " (") != std::string::npos;
    });
}

TEST_F(Statements, NoneScansATableThatGrows) {
    const auto schema = connection->schemaObjects().value();
    for (const auto& sql : allStatements()) {
        if (readsATableOnPurpose(sql.text())) continue;
        const auto plan = connection->plan(sql);
        ASSERT_THAT(plan, IsOk()) << sql.text();
        for (const auto& step : *plan) {
            if (step.find("SCAN ") != std::string::npos && isReferenceCheck(sql.text(), step, schema)) continue;
            EXPECT_EQ(step.find("SCAN"), std::string::npos) << step << "\n" << sql.text();
        }
    }
}

TEST_F(Statements, SearchesReadTheirIndexesInOrder) {
    for (const auto& sql : patientSearchStatements()) {
        const auto plan = connection->plan(sql);
        for (const auto& step : plan.value()) {
            EXPECT_EQ(step.find("TEMP B-TREE"), std::string::npos) << step << "\n" << sql.text();
        }
    }
}

// Or a walk over a clinic of ten thousand patients sorts ten thousand patients ten thousand times.
TEST_F(Statements, AStepOfAWalkSortsNothing) {
    int walks = 0;
    for (const auto& sql : courseStatements()) {
        if (!std::string_view(sql.text()).ends_with("LIMIT 1")) continue;
        ++walks;
        const auto plan = connection->plan(sql);
        for (const auto& step : plan.value())
            EXPECT_EQ(step.find("TEMP B-TREE"), std::string::npos) << step << "\n" << sql.text();
    }
    EXPECT_EQ(walks, 1);
}

TEST_F(Statements, EveryTableIsVouchedForOrKnowinglyNot) {
    const std::set<std::string> derivedOrOwn{"audit_event", "schema_migration", "patient_search",
                                             "draft",       "audit_lookup",     "retreatment_standing"};
    std::set<std::string> known(derivedOrOwn);
    for (const auto& table : auditedTables()) {
        known.insert(std::string(table.name));
        for (const auto& part : table.parts) {
            if (part) known.insert(std::string(part->table));
        }
    }
    std::set<std::string> existing;
    const auto objects = connection->schemaObjects();
    for (const auto& object : objects.value()) {
        if (!object.starts_with("CREATE TABLE ")) continue;
        existing.insert(object.substr(13, object.find(' ', 13) - 13));
    }
    EXPECT_EQ(existing, known);
    for (const auto& table : auditedTables())
        EXPECT_EQ(&auditedTable(table.table), &table);
}

} // namespace
} // namespace chairside::store
