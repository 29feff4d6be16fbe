// A copy of the open database in one file of its own, made while the database is in use.
#pragma once

#include <filesystem>

#include "core/base/result.h"

namespace chairside::store {

class SqliteConnection;

// Writes the copy beside its final name, opens it, has the engine check it and compares its version, and only
// then gives it that name; an older file of the name is replaced. On failure (StorageFull, StorageReadOnly,
// StorageFailed, StorageDamaged when the copy does not pass) there is no new file and the database is as it
// was.
[[nodiscard]] base::Done backUp(SqliteConnection& from, const std::filesystem::path& to);

} // namespace chairside::store
