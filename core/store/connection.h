// What the store needs of a database engine. Repositories are written against this and know no engine.
// One connection belongs to one Store and is used on one thread.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/base/result.h"

namespace chairside::store {

// A value as the engine keeps it: nothing, a whole number or UTF-8 text.
using Value = std::variant<std::monostate, std::int64_t, std::string>;

// A statement that is part of the program. It can only be made from a constant, so that data never becomes
// SQL, and the address of the text identifies it.
class Sql {
public:
    consteval explicit Sql(const char* constant) : m_text(constant) {}
    [[nodiscard]] constexpr const char* text() const { return m_text; }

private:
    const char* m_text;
};

// The current row of a query. Owned by the connection; texts are valid until the callback returns.
class Row {
public:
    virtual ~Row() = default;
    [[nodiscard]] virtual int columns() const = 0;
    [[nodiscard]] virtual std::string_view name(int column) const = 0;
    [[nodiscard]] virtual bool isNull(int column) const = 0;
    // Whether the engine keeps the value as a number.
    [[nodiscard]] virtual bool isInteger(int column) const = 0;
    [[nodiscard]] virtual std::int64_t integer(int column) const = 0;
    [[nodiscard]] virtual std::string_view text(int column) const = 0;
};

// Called for each row; a failure ends the query and becomes its outcome.
using RowHandler = std::function<base::Done(const Row&)>;

enum class Access { Read, Write };
enum class CheckDepth { Quick, Full };

// Failures of every call: StorageFull, StorageReadOnly, StorageHeld, StorageDamaged, StorageFailed as the
// engine reports them; AlreadyExists when a key is taken; Internal when a rule of the schema or the statement
// itself is broken. Details hold codes and names of the schema, never values.
class Connection {
public:
    virtual ~Connection() = default;

    // Runs a statement that returns no rows; prepared once per constant. Returns how many rows it changed.
    [[nodiscard]] virtual base::Result<std::int64_t> run(Sql sql, std::span<const Value> values) = 0;
    // Runs a query. The handler may use the connection, but not for the same statement.
    [[nodiscard]] virtual base::Done query(Sql sql, std::span<const Value> values, const RowHandler& onRow) = 0;
    // Runs a whole script; stops at the first error, leaving it to the caller's transaction to undo the rest.
    [[nodiscard]] virtual base::Done script(std::string_view text) = 0;

    [[nodiscard]] virtual base::Done begin(Access access) = 0;
    // Success means the data is on the disk. After a failure the transaction is still to be rolled back.
    [[nodiscard]] virtual base::Done commit() = 0;
    // Does nothing outside a transaction.
    virtual void rollback() = 0;

    // The number of the last migration, kept where a program can read it before it understands the schema.
    [[nodiscard]] virtual base::Result<int> schemaVersion() = 0;
    [[nodiscard]] virtual base::Done setSchemaVersion(int version) = 0;
    // What the schema consists of, as text, one entry per object, sorted.
    [[nodiscard]] virtual base::Result<std::vector<std::string>> schemaObjects() = 0;
    // What the engine itself finds wrong; empty when nothing is.
    [[nodiscard]] virtual base::Result<std::vector<std::string>> integrityProblems(CheckDepth depth) = 0;
    // "table rowid" of rows that refer to nothing.
    [[nodiscard]] virtual base::Result<std::vector<std::string>> foreignKeyProblems() = 0;
    // How the engine would run a statement, one step per entry; for tests.
    [[nodiscard]] virtual base::Result<std::vector<std::string>> plan(Sql sql) = 0;
};

// A transaction that is undone unless it is committed.
class TransactionGuard {
public:
    explicit TransactionGuard(Connection& connection) : m_connection(connection) {}
    ~TransactionGuard() { m_connection.rollback(); }
    TransactionGuard(const TransactionGuard&) = delete;
    TransactionGuard& operator=(const TransactionGuard&) = delete;

    [[nodiscard]] base::Done begin(Access access) { return m_connection.begin(access); }
    // Fails like Connection::commit; nothing was written then.
    [[nodiscard]] base::Done commit() {
        auto done = m_connection.commit();
        if (!done) m_connection.rollback();
        return done;
    }

private:
    Connection& m_connection;
};

} // namespace chairside::store
