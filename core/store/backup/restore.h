// Putting a backup in the place of the data. The live data are touched by two renames at the very end, and a kill
// between those is made good when the folder is opened next.
#pragma once

#include <filesystem>

#include "core/store/backup/backup_header.h"
#include "core/store/data_folder.h"

namespace chairside::store {

// What the header says, after every file has been compared with it. NotFound: no backup. StorageNewer: made by a newer
// program. StorageDamaged: changed, cut off or incomplete.
[[nodiscard]] base::Result<BackupHeader> inspectBackup(const std::filesystem::path& backup,
                                                       const services::Digest& digest);
// The identity of the clinic whose data lie in the folder, as its anchor says; empty if it does not.
[[nodiscard]] std::string clinicIn(const std::filesystem::path& data);
// A copy of the backup in a folder beside the data, to be opened and tried; replaces what an earlier one left. Removed
// by whoever gives up.
[[nodiscard]] base::Result<std::filesystem::path> stageBackup(const std::filesystem::path& backup,
                                                              const BackupHeader& header, const DataFolder& data);
// The staged copy, closed by now, becomes the data. What was there moves to a folder of its own, which is returned.
// From the moment this is decided it is carried out, whatever interrupts it.
[[nodiscard]] base::Result<std::filesystem::path> replaceByStaged(const DataFolder& data, base::Instant now);
// Whether replaceByStaged() decided something that is not finished: the data may lie in two folders until it is.
[[nodiscard]] bool isReplacing(const std::filesystem::path& folder);
// Carries out what replaceByStaged() decided and could not finish. Done if there is nothing of the kind.
// DataFolder::hold does this before anybody looks at the data.
[[nodiscard]] base::Done finishReplacing(const std::filesystem::path& folder);

} // namespace chairside::store
