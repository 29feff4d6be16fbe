#include "core/store/sqlite/backup.h"

#include <string>
#include <system_error>

#include "core/base/private_file.h"
#include "core/store/sqlite/sqlite_api.h"
#include "core/store/sqlite/sqlite_connection.h"
#include "core/store/sqlite/sqlite_error.h"

namespace chairside::store {
namespace {

// A single file without a log beside it, so that it can be carried away.
constexpr std::string_view kOneFile = "PRAGMA journal_mode = DELETE";

base::Done copyPages(SqliteConnection& from, SqliteConnection& to) {
    sqlite3_backup* backup = sqlite3_backup_init(to.handle(), "main", from.handle(), "main");
    if (backup == nullptr) return sqliteFailure(to.handle(), sqlite3_errcode(to.handle()), "backup");
    sqlite3_backup_step(backup, -1);
    const int code = sqlite3_backup_finish(backup);
    if (code != SQLITE_OK) return sqliteFailure(to.handle(), code, "backup");
    return to.script(kOneFile);
}

base::Done copyInto(SqliteConnection& from, const std::filesystem::path& file) {
    auto to = SqliteConnection::open(file.string(), SqliteConnection::Mode::ReadWrite, from.key());
    if (!to) return std::unexpected(to.error());
    return copyPages(from, **to);
}

base::Done verifyCopy(SqliteConnection& from, const std::filesystem::path& file) {
    auto copy = SqliteConnection::open(file.string(), SqliteConnection::Mode::ReadOnly, from.key());
    if (!copy) return std::unexpected(copy.error());
    const auto problems = (*copy)->integrityProblems(CheckDepth::Quick);
    if (!problems) return std::unexpected(problems.error());
    if (!problems->empty()) return base::fail(base::Code::StorageDamaged, {}, "backup: " + problems->front());
    const auto expected = from.schemaVersion();
    const auto version = (*copy)->schemaVersion();
    if (!expected || !version || *expected != *version) {
        return base::fail(base::Code::StorageDamaged, {}, "backup: the copy has another version");
    }
    return {};
}

} // namespace

base::Done backUp(SqliteConnection& from, const std::filesystem::path& to) {
    std::filesystem::path part = to;
    part += ".part";
    std::error_code ignored;
    std::filesystem::remove(part, ignored);
    auto done = base::createPrivateFile(part);
    if (done) done = copyInto(from, part);
    if (done) done = verifyCopy(from, part);
    if (done) done = base::renameDurably(part, to);
    if (!done) std::filesystem::remove(part, ignored);
    return done;
}

} // namespace chairside::store
