// The engine's own header: SQLite or, for an encrypted data file, SQLCipher. Both have the same names.
#pragma once

#ifdef CHAIRSIDE_SQLCIPHER
#include <sqlcipher/sqlite3.h>
#else
#include <sqlite3.h>
#endif
