// A clinic's data replaced by one of its backups.
#pragma once

#include <filesystem>
#include <string>

#include "core/base/clock.h"
#include "core/base/result.h"

namespace chairside::app {

struct RestoreRequest {
    std::filesystem::path backup; // its folder
    std::filesystem::path data;   // made if there is none: a new computer
    std::string user;             // with the password of the time of the backup, and the right to manage the clinic
    std::string password;
    std::string code{}; // where the person had a second factor then
};

struct Restored {
    std::filesystem::path safetyCopy; // where the data went that were there; an empty folder if there were none
    std::int64_t auditEvents = 0;
    std::string auditHead;
};

// Copies the backup, opens the copy, signs in, verifies all of it and notes the restore in its trail; only then it
// takes the place of the data. Until then nothing of those is touched: StorageHeld (somebody has them open), NotFound
// (no backup), StorageDamaged (changed, cut off, or found wrong by the verification), StorageNewer, Mismatch on
// "backup" (of another clinic), SignInFailed (name, password or key), Denied, StorageFull, StorageReadOnly,
// StorageFailed.
[[nodiscard]] base::Result<Restored> restoreClinic(const RestoreRequest& request, const base::Clock& clock);

} // namespace chairside::app
