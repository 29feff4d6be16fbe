// What only SQLCipher can do; the plain engine refuses it.
#include "core/services/try.h"
#include "core/store/sqlite/sqlite_api.h"
#include "core/store/sqlite/sqlite_connection.h"
#include "core/store/sqlite/sqlite_error.h"

namespace chairside::store {

#ifdef CHAIRSIDE_SQLCIPHER

namespace {

// Must follow the key and come before the first page is read.
constexpr const char* kPageSize = "PRAGMA cipher_page_size = 4096";
constexpr const char* kRollbackJournal = "PRAGMA journal_mode = DELETE";

} // namespace

bool SqliteConnection::encrypts() {
    return true;
}

base::Done SqliteConnection::useKey(const CipherKey& key) {
    m_key = key;
    if (key.none()) return {};
    const int code = sqlite3_key(m_handle, key.text(), key.size());
    if (code != SQLITE_OK) return sqliteFailure(m_handle, code, "key");
    return script(kPageSize);
}

base::Done SqliteConnection::rekey(const CipherKey& key) {
    if (m_key.none() || key.none()) return base::fail(base::Code::WrongState, {}, "rekey: the file is not encrypted");
    for (auto& [text, prepared] : m_statements)
        sqlite3_finalize(prepared.statement);
    m_statements.clear();
    // With a rollback journal every old page is on the disk before the first new one is.
    const auto mode = CHAIRSIDE_TRY(texts(kRollbackJournal));
    if (mode != std::vector<std::string>{"delete"}) return base::fail(base::Code::StorageFailed, {}, "rekey: journal");
    const int code = sqlite3_rekey(m_handle, key.text(), key.size());
    if (code != SQLITE_OK) return sqliteFailure(m_handle, code, "rekey");
    m_key = key;
    return makeDurable(false);
}

#else

bool SqliteConnection::encrypts() {
    return false;
}

base::Done SqliteConnection::useKey(const CipherKey& key) {
    if (key.none()) return {};
    return base::fail(base::Code::Internal, {}, "this program was built without encryption");
}

base::Done SqliteConnection::rekey(const CipherKey&) {
    return base::fail(base::Code::WrongState, {}, "this program was built without encryption");
}

#endif

} // namespace chairside::store
