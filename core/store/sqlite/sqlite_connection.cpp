#include "core/store/sqlite/sqlite_connection.h"

#include <algorithm>
#include <utility>

#include "core/store/sqlite/sqlite_api.h"
#include "core/store/sqlite/sqlite_error.h"
#include "core/store/sqlite/statement_row.h"

namespace chairside::store {
namespace {

// The lock is taken before the first read and kept: one process holds the file. Nothing patients told us may
// reach a temporary file. A schema from a foreign file is not trusted, and a replaced row fires its triggers.
constexpr const char* kConfigure = "PRAGMA locking_mode = EXCLUSIVE;"
                                   "PRAGMA foreign_keys = ON;"
                                   "PRAGMA recursive_triggers = ON;"
                                   "PRAGMA trusted_schema = OFF;"
                                   "PRAGMA cell_size_check = ON;"
                                   "PRAGMA mmap_size = 0;"
                                   "PRAGMA temp_store = MEMORY;"
                                   "PRAGMA cache_size = -32768;";
constexpr const char* kFewPages = "PRAGMA cache_size = -4096";
constexpr const char* kForeignKeys = "PRAGMA foreign_keys";
constexpr const char* kWal = "PRAGMA journal_mode = WAL";
constexpr const char* kFlushAlways = "PRAGMA synchronous = FULL";
constexpr const char* kFlushes = "PRAGMA synchronous";
constexpr const char* kCountObjects = "SELECT count(*) FROM sqlite_master";
constexpr const char* kObjects = "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY sql";
constexpr const char* kApplicationIdPragma = "PRAGMA application_id";
constexpr const char* kVersion = "PRAGMA user_version";
constexpr const char* kQuickCheck = "PRAGMA quick_check";
constexpr const char* kFullCheck = "PRAGMA integrity_check";
constexpr Sql kBegin("BEGIN");
constexpr Sql kBeginWriting("BEGIN IMMEDIATE");
constexpr Sql kCommit("COMMIT");
constexpr Sql kRollback("ROLLBACK");
constexpr const char* kForeignKeyCheck = "PRAGMA foreign_key_check";

} // namespace

// Marks a statement as in use and resets it when the use ends, however it ends.
class SqliteConnection::Use {
public:
    explicit Use(Prepared& prepared) : m_prepared(prepared) { m_prepared.busy = true; }
    ~Use() {
        sqlite3_reset(m_prepared.statement);
        sqlite3_clear_bindings(m_prepared.statement);
        m_prepared.busy = false;
    }
    Use(const Use&) = delete;
    Use& operator=(const Use&) = delete;

private:
    Prepared& m_prepared;
};

base::Result<std::unique_ptr<SqliteConnection>> SqliteConnection::open(const std::string& path, Mode mode,
                                                                       const CipherKey& key) {
    const int flags = (mode == Mode::ReadOnly ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE) | SQLITE_OPEN_NOMUTEX;
    sqlite3* handle = nullptr;
    const int code = sqlite3_open_v2(path.c_str(), &handle, flags, nullptr);
    if (handle == nullptr) return base::fail(base::Code::StorageFailed, {}, "open: no memory");
    std::unique_ptr<SqliteConnection> connection(new SqliteConnection(handle));
    sqlite3_extended_result_codes(handle, 1);
    if (code != SQLITE_OK) return sqliteFailure(handle, code, "open");
    if (auto done = connection->useKey(key); !done) return std::unexpected(std::move(done.error()));
    if (auto done = connection->configure(); !done) return std::unexpected(std::move(done.error()));
    return connection;
}

SqliteConnection::~SqliteConnection() {
    for (auto& [text, prepared] : m_statements)
        sqlite3_finalize(prepared.statement);
    sqlite3_close(m_handle);
}

base::Done SqliteConnection::configure() {
    if (auto done = script(kConfigure); !done) return done;
#ifdef SQLITE_DBCONFIG_DEFENSIVE
    sqlite3_db_config(m_handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
#endif
    const auto keys = number(kForeignKeys);
    if (!keys) return std::unexpected(keys.error());
    if (*keys != 1) return base::fail(base::Code::Internal, {}, "the engine was built without foreign keys");
    return {};
}

base::Result<bool> SqliteConnection::isEmpty() {
    const auto objects = number(kCountObjects);
    if (!objects) return std::unexpected(objects.error());
    return *objects == 0;
}

base::Done SqliteConnection::checkApplicationId() {
    const auto id = number(kApplicationIdPragma);
    if (!id) return std::unexpected(id.error());
    if (*id == kApplicationId) return {};
    return base::fail(base::Code::StorageDamaged, {}, "not a Chairside data file");
}

base::Done SqliteConnection::makeDurable(bool memory) {
    const auto mode = texts(kWal);
    if (!mode) return std::unexpected(mode.error());
    if (!memory && *mode != std::vector<std::string>{"wal"}) {
        return base::fail(base::Code::StorageFailed, {}, "no write-ahead log");
    }
    if (auto done = script(kFlushAlways); !done) return done;
    const auto flushes = number(kFlushes);
    if (!flushes) return std::unexpected(flushes.error());
    if (*flushes != 2) return base::fail(base::Code::StorageFailed, {}, "commits are not flushed");
    return {};
}

base::Done SqliteConnection::keepFewPages() {
    return script(kFewPages);
}

void SqliteConnection::leaveUntouched() {
#ifdef SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE
    sqlite3_db_config(m_handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
#endif
}

base::Done SqliteConnection::bind(sqlite3_stmt* statement, std::span<const Value> values) {
    if (sqlite3_bind_parameter_count(statement) != static_cast<int>(values.size())) {
        return base::fail(base::Code::Internal, {}, std::string("wrong number of values: ") + sqlite3_sql(statement));
    }
    int position = 0;
    for (const auto& value : values) {
        const int code = bindValue(statement, ++position, value);
        if (code != SQLITE_OK) return sqliteFailure(m_handle, code, "bind");
    }
    return {};
}

base::Result<SqliteConnection::Prepared*> SqliteConnection::prepare(Sql sql, std::span<const Value> values) {
    Prepared& prepared = m_statements[sql.text()];
    if (prepared.busy) return base::fail(base::Code::Internal, {}, std::string("statement in use: ") + sql.text());
    if (prepared.statement == nullptr) {
        const int code = sqlite3_prepare_v2(m_handle, sql.text(), -1, &prepared.statement, nullptr);
        if (code != SQLITE_OK) return sqliteFailure(m_handle, code, "prepare");
    }
    if (auto done = bind(prepared.statement, values); !done) return std::unexpected(std::move(done.error()));
    return &prepared;
}

base::Result<std::int64_t> SqliteConnection::run(Sql sql, std::span<const Value> values) {
    const auto prepared = prepare(sql, values);
    if (!prepared) return std::unexpected(prepared.error());
    const Use use(**prepared);
    const int code = sqlite3_step((*prepared)->statement);
    if (code != SQLITE_DONE && code != SQLITE_ROW) return sqliteFailure(m_handle, code, "run");
    return sqlite3_changes(m_handle);
}

base::Done SqliteConnection::query(Sql sql, std::span<const Value> values, const RowHandler& onRow) {
    const auto prepared = prepare(sql, values);
    if (!prepared) return std::unexpected(prepared.error());
    sqlite3_stmt* statement = (*prepared)->statement;
    const Use use(**prepared);
    const StatementRow row(statement);
    int code = SQLITE_ROW;
    while ((code = sqlite3_step(statement)) == SQLITE_ROW) {
        if (auto done = onRow(row); !done) return done;
    }
    if (code != SQLITE_DONE) return sqliteFailure(m_handle, code, "query");
    return {};
}

base::Done SqliteConnection::script(std::string_view text) {
    const std::string copy(text);
    const int code = sqlite3_exec(m_handle, copy.c_str(), nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) return sqliteFailure(m_handle, code, "script");
    return {};
}

base::Done SqliteConnection::begin(Access access) {
    const auto done = run(access == Access::Read ? kBegin : kBeginWriting, {});
    if (!done) return std::unexpected(done.error());
    return {};
}

base::Done SqliteConnection::commit() {
    const auto done = run(kCommit, {});
    if (!done) return std::unexpected(done.error());
    return {};
}

void SqliteConnection::rollback() {
    if (sqlite3_get_autocommit(m_handle) != 0) return;
    // If this fails the engine has already rolled back by itself.
    static_cast<void>(run(kRollback, {}));
}

base::Result<int> SqliteConnection::schemaVersion() {
    const auto version = number(kVersion);
    if (!version) return std::unexpected(version.error());
    return static_cast<int>(*version);
}

base::Done SqliteConnection::setSchemaVersion(int version) {
    // A pragma takes no bound values; both numbers are the program's own.
    return script("PRAGMA application_id = " + std::to_string(kApplicationId) +
                  "; PRAGMA user_version = " + std::to_string(version));
}

base::Result<std::vector<std::string>> SqliteConnection::schemaObjects() {
    return texts(kObjects);
}

base::Result<std::vector<std::string>> SqliteConnection::integrityProblems(CheckDepth depth) {
    auto found = texts(depth == CheckDepth::Quick ? kQuickCheck : kFullCheck);
    if (found && *found == std::vector<std::string>{"ok"}) found->clear();
    return found;
}

base::Result<std::vector<std::string>> SqliteConnection::foreignKeyProblems() {
    return texts(kForeignKeyCheck);
}

base::Result<std::vector<std::string>> SqliteConnection::plan(Sql sql) {
    return texts(std::string("EXPLAIN QUERY PLAN ") + sql.text());
}

// The rows of a statement that runs rarely, columns joined by a space.
base::Result<std::vector<std::string>> SqliteConnection::texts(const std::string& sql) {
    sqlite3_stmt* raw = nullptr;
    int code = sqlite3_prepare_v2(m_handle, sql.c_str(), -1, &raw, nullptr);
    if (code != SQLITE_OK) return sqliteFailure(m_handle, code, "prepare");
    const std::unique_ptr<sqlite3_stmt, int (*)(sqlite3_stmt*)> statement(raw, &sqlite3_finalize);
    const StatementRow row(raw);
    std::vector<std::string> found;
    while ((code = sqlite3_step(raw)) == SQLITE_ROW) {
        std::string& line = found.emplace_back(row.text(0));
        for (int column = 1; column < row.columns(); ++column)
            line.append(" ").append(row.text(column));
    }
    if (code != SQLITE_DONE) return sqliteFailure(m_handle, code, "query");
    return found;
}

base::Result<std::int64_t> SqliteConnection::number(const char* sql) {
    const auto found = texts(sql);
    if (!found) return std::unexpected(found.error());
    if (found->size() != 1) return base::fail(base::Code::Internal, {}, std::string("no answer: ") + sql);
    return std::stoll(found->front());
}

} // namespace chairside::store
