// What kind of file system a folder lies on.
#pragma once

#include <filesystem>
#include <string_view>

namespace chairside::store {

// The name of the network file system that the folder, or the nearest one above it that exists, lies on; empty for a
// disk of this computer. Locks and flushes of a network file system are not what the engine relies on (SQLite, "How To
// Corrupt An SQLite Database File", 2.1), and the log that is shared in memory does not work there at all.
[[nodiscard]] std::string_view networkFileSystemOf(const std::filesystem::path& folder);

} // namespace chairside::store
