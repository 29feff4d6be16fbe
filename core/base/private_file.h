// Files and folders that only their owner may read.
#pragma once

#include <filesystem>
#include <string_view>

#include "core/base/result.h"

namespace chairside::base {

// The failure an errno stands for when a file or folder cannot be used.
[[nodiscard]] Code codeOfErrno(int error);

// Failures of all: StorageReadOnly, StorageFull, StorageFailed.

// An empty file that only its owner may read and write; an existing one keeps its content and loses other
// people's rights.
[[nodiscard]] Done createPrivateFile(const std::filesystem::path& file);
// The folder and those above it; the last one for its owner alone. A folder that exists is left as it is.
[[nodiscard]] Done createPrivateFolder(const std::filesystem::path& folder);
// Gives `from` the name `to`, replacing a file of that name, and flushes the folder.
[[nodiscard]] Done renameDurably(const std::filesystem::path& from, const std::filesystem::path& to);
// Replaces the content of a small file in one step, without waiting for the disk: a reader sees the old or
// the new one.
[[nodiscard]] Done replaceContent(const std::filesystem::path& file, std::string_view content);

// The same, and the new content is on the disk when it returns: a power cut leaves the old or the new one.
[[nodiscard]] Done replaceDurably(const std::filesystem::path& file, std::string_view content);

} // namespace chairside::base
