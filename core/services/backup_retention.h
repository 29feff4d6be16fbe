// Which backups are kept when the days go by.
#pragma once

#include <string>
#include <vector>

#include "core/services/ports/backup_keeper.h"

namespace chairside::services {

struct BackupRetention {
    int days = 0; // the last backup of each of so many days that have one, the newest days first
    int weeks = 0;
    int months = 0;
};

// Names of those that are kept neither for a day nor for a week (Monday to Sunday) nor for a month, by the date the
// clinic's clock showed when they were made. The newest is always kept.
[[nodiscard]] std::vector<std::string> backupsToRemove(const std::vector<BackupInfo>& backups,
                                                       const BackupRetention& keep);

} // namespace chairside::services
