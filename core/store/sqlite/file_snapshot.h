// The pages of an open database as they stand at one moment, read past the engine while it goes on writing.
#pragma once

#include <cstdint>
#include <memory>
#include <span>

#include "core/base/result.h"

struct sqlite3_file;

namespace chairside::store {

class SqliteConnection;

// While it lives, commits stay in the write-ahead log and the file does not change; they are folded in afterwards. Goes
// before the connection does. The bytes are those of the disk, so encrypted ones stay encrypted. Reads through the
// engine's own descriptor: another one, when closed, would take the engine's locks away.
class FileSnapshot {
public:
    // WrongState: the database is in memory. StorageFull, StorageFailed: the log could not be folded in.
    [[nodiscard]] static base::Result<std::unique_ptr<FileSnapshot>> take(SqliteConnection& connection);
    ~FileSnapshot();
    FileSnapshot(const FileSnapshot&) = delete;
    FileSnapshot& operator=(const FileSnapshot&) = delete;

    [[nodiscard]] std::int64_t size() const { return m_size; }
    // Within the size. StorageFailed when the disk does not give the bytes.
    [[nodiscard]] base::Done read(std::int64_t offset, std::span<char> into) const;

private:
    FileSnapshot(SqliteConnection& connection, sqlite3_file* file, std::int64_t size)
        : m_connection(connection), m_file(file), m_size(size) {}

    SqliteConnection& m_connection;
    sqlite3_file* m_file;
    std::int64_t m_size;
};

} // namespace chairside::store
