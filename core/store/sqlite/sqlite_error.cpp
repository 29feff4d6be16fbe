#include "core/store/sqlite/sqlite_error.h"

#include <string>

#include "core/base/private_file.h"
#include "core/store/sqlite/sqlite_api.h"

namespace chairside::store {
namespace {

base::Code codeOfConstraint(int extended) {
    switch (extended) {
    case SQLITE_CONSTRAINT_PRIMARYKEY:
    case SQLITE_CONSTRAINT_ROWID:
    case SQLITE_CONSTRAINT_UNIQUE:
        return base::Code::AlreadyExists;
    default:
        return base::Code::Internal;
    }
}

base::Code codeOf(sqlite3* handle, int extended) {
    const int systemError = handle == nullptr ? 0 : sqlite3_system_errno(handle);
    switch (extended & 0xff) {
    case SQLITE_FULL:
        return base::Code::StorageFull;
    case SQLITE_READONLY:
    case SQLITE_PERM:
        return base::Code::StorageReadOnly;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return base::Code::StorageHeld;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
    case SQLITE_FORMAT:
        return base::Code::StorageDamaged;
    case SQLITE_CANTOPEN:
    case SQLITE_IOERR:
        return base::codeOfErrno(systemError);
    case SQLITE_CONSTRAINT:
        return codeOfConstraint(extended);
    default:
        return base::Code::Internal;
    }
}

} // namespace

std::unexpected<base::Error> sqliteFailure(sqlite3* handle, int code, std::string_view where) {
    const int extended = handle == nullptr ? code : sqlite3_extended_errcode(handle);
    const int used = (extended & 0xff) == (code & 0xff) ? extended : code;
    std::string detail = std::string(where) + ": sqlite " + std::to_string(used);
    const int primary = used & 0xff;
    if (handle != nullptr && (primary == SQLITE_CONSTRAINT || primary == SQLITE_ERROR)) {
        detail += ": ";
        detail += sqlite3_errmsg(handle);
    }
    return base::fail(codeOf(handle, used), {}, std::move(detail));
}

} // namespace chairside::store
