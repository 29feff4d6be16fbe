// Copies of the clinic's data outside of them: made while people work, tried out, thinned. Implemented by the store.
// Used on one thread; each call returns soon.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

#include "core/base/instant.h"
#include "core/base/result.h"

namespace chairside::services {

// A whole backup of this clinic.
struct BackupInfo {
    std::string name; // of its folder
    base::Instant made = base::Instant::of(0, 0);
    std::int64_t bytes = 0;
    int schemaVersion = 0;
    std::int64_t auditEvents = 0;
    std::string auditHead; // 64 hex digits
    bool encrypted = false;
};

struct BackupProgress {
    enum class Phase { Copying, Checking, Finished };
    Phase phase = Phase::Copying;
    std::int64_t bytesDone = 0;
    std::int64_t bytes = 0;
    BackupInfo backup; // once it is Finished: the one that was made, or tried out
};

class BackupKeeper {
public:
    virtual ~BackupKeeper() = default;

    // Begins a copy of the data as they are now; what is saved meanwhile is not in it, and is saved no more slowly than
    // before. folder: where backups go; empty for the one beside the data. WrongState: one is under way, or the data
    // are not open or in memory. NotFound on "backup_folder": a folder that is not there (a disk that is not
    // connected). StorageReadOnly, StorageFull, StorageFailed.
    [[nodiscard]] virtual base::Done begin(const std::string& folder) = 0;
    // Begins to try out whether a backup could be restored: copies it to a scratch place, opens it, checks all of it
    // and removes it. NotFound: no backup of this clinic has the name.
    [[nodiscard]] virtual base::Done beginRehearsal(const std::string& folder, const std::string& name) = 0;
    // Goes on with what was begun, for some hundredths of a second. After a failure it is over and leaves nothing;
    // backups made before are as they were. StorageDamaged: the copy does not pass.
    [[nodiscard]] virtual base::Result<BackupProgress> step() = 0;
    // Gives up what was begun.
    virtual void abandon() = 0;

    // Whole backups of this clinic, newest first. NotFound as in begin().
    [[nodiscard]] virtual base::Result<std::vector<BackupInfo>> backups(const std::string& folder) = 0;
    // Whatever interrupts it, what is left does not look like a backup.
    [[nodiscard]] virtual base::Done removeBackup(const std::string& folder, const std::string& name) = 0;
};

} // namespace chairside::services
