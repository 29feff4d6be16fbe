// A connection to a SQLite (or SQLCipher) file through its C API.
#pragma once

#include <memory>
#include <string>
#include <unordered_map>

#include "core/store/connection.h"
#include "core/store/sqlite/cipher_key.h"

struct sqlite3;
struct sqlite3_stmt;

namespace chairside::store {

class SqliteConnection final : public Connection {
public:
    enum class Mode { ReadOnly, ReadWrite };
    // Marks a file as Chairside's ("chsd"); kept in the file's header.
    static constexpr int kApplicationId = 0x63687364;

    // Opens an existing file (or ":memory:") and writes nothing. An empty file is a database without tables.
    // With a wrong key, or none where one is needed, the first look at the file fails as StorageDamaged.
    [[nodiscard]] static base::Result<std::unique_ptr<SqliteConnection>> open(const std::string& path, Mode mode,
                                                                              const CipherKey& key = {});
    // Whether the engine this program is linked to can encrypt.
    [[nodiscard]] static bool encrypts();
    ~SqliteConnection() override;
    SqliteConnection(const SqliteConnection&) = delete;
    SqliteConnection& operator=(const SqliteConnection&) = delete;

    // Whether the file has no tables at all.
    [[nodiscard]] base::Result<bool> isEmpty();
    // StorageDamaged unless the file carries our mark.
    [[nodiscard]] base::Done checkApplicationId();
    // From now on commits are durable: write-ahead log, flushed at each commit. StorageFailed if the engine
    // refuses. memory: the database lives in memory, where there is nothing to flush.
    [[nodiscard]] base::Done makeDurable(bool memory);
    // Lets pages go soon, so that reading a large file once does not fill the memory with it.
    [[nodiscard]] base::Done keepFewPages();
    // Closing will not fold the write-ahead log of a crash into the file (SQLCipher 3 does so nevertheless).
    void leaveUntouched();

    // Encrypts every page anew. A crash at any moment leaves a file that the old or the new key opens whole. WrongState
    // if the file is not encrypted; after any other failure the old key is the right one.
    [[nodiscard]] base::Done rekey(const CipherKey& key);
    [[nodiscard]] const CipherKey& key() const { return m_key; }

    [[nodiscard]] base::Result<std::int64_t> run(Sql sql, std::span<const Value> values) override;
    [[nodiscard]] base::Done query(Sql sql, std::span<const Value> values, const RowHandler& onRow) override;
    [[nodiscard]] base::Done script(std::string_view text) override;
    [[nodiscard]] base::Done begin(Access access) override;
    [[nodiscard]] base::Done commit() override;
    void rollback() override;
    [[nodiscard]] base::Result<int> schemaVersion() override;
    [[nodiscard]] base::Done setSchemaVersion(int version) override;
    [[nodiscard]] base::Result<std::vector<std::string>> schemaObjects() override;
    [[nodiscard]] base::Result<std::vector<std::string>> integrityProblems(CheckDepth depth) override;
    [[nodiscard]] base::Result<std::vector<std::string>> foreignKeyProblems() override;
    [[nodiscard]] base::Result<std::vector<std::string>> plan(Sql sql) override;

    // The engine's own handle, for the backup beside this class.
    [[nodiscard]] sqlite3* handle() const { return m_handle; }

private:
    struct Prepared {
        sqlite3_stmt* statement = nullptr;
        bool busy = false;
    };
    class Use;

    explicit SqliteConnection(sqlite3* handle) : m_handle(handle) {}
    [[nodiscard]] base::Done useKey(const CipherKey& key);
    [[nodiscard]] base::Done configure();
    [[nodiscard]] base::Result<Prepared*> prepare(Sql sql, std::span<const Value> values);
    [[nodiscard]] base::Done bind(sqlite3_stmt* statement, std::span<const Value> values);
    [[nodiscard]] base::Result<std::vector<std::string>> texts(const std::string& sql);
    [[nodiscard]] base::Result<std::int64_t> number(const char* sql);

    sqlite3* m_handle;
    CipherKey m_key;
    std::unordered_map<const char*, Prepared> m_statements;
};

} // namespace chairside::store
