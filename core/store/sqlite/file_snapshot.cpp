#include "core/store/sqlite/file_snapshot.h"

#include "core/store/sqlite/sqlite_api.h"
#include "core/store/sqlite/sqlite_connection.h"
#include "core/store/sqlite/sqlite_error.h"

namespace chairside::store {
namespace {

// The engine's own default.
constexpr int kPagesUntilFolded = 1000;

} // namespace

base::Result<std::unique_ptr<FileSnapshot>> FileSnapshot::take(SqliteConnection& connection) {
    int inLog = 0;
    int folded = 0;
    auto* handle = connection.handle();
    const int code = sqlite3_wal_checkpoint_v2(handle, "main", SQLITE_CHECKPOINT_TRUNCATE, &inLog, &folded);
    if (code != SQLITE_OK) return sqliteFailure(handle, code, "checkpoint");
    if (inLog < 0) return base::fail(base::Code::WrongState, {}, "backup: the data are in memory");
    if (inLog != folded) return base::fail(base::Code::StorageFailed, {}, "backup: the log could not be folded in");
    sqlite3_file* file = nullptr;
    const int found = sqlite3_file_control(handle, "main", SQLITE_FCNTL_FILE_POINTER, &file);
    if (found != SQLITE_OK || file == nullptr || file->pMethods == nullptr) {
        return base::fail(base::Code::StorageFailed, {}, "backup: no file");
    }
    sqlite3_int64 size = 0;
    if (const int read = file->pMethods->xFileSize(file, &size); read != SQLITE_OK) {
        return sqliteFailure(nullptr, read, "backup: size");
    }
    sqlite3_wal_autocheckpoint(handle, 0);
    return std::unique_ptr<FileSnapshot>(new FileSnapshot(connection, file, size));
}

FileSnapshot::~FileSnapshot() {
    sqlite3_wal_autocheckpoint(m_connection.handle(), kPagesUntilFolded);
}

base::Done FileSnapshot::read(std::int64_t offset, std::span<char> into) const {
    const int code = m_file->pMethods->xRead(m_file, into.data(), static_cast<int>(into.size()), offset);
    if (code != SQLITE_OK) return base::fail(base::Code::StorageFailed, {}, "backup: read " + std::to_string(code));
    return {};
}

} // namespace chairside::store
