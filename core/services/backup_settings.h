// Internal to core/services: what the clinic's settings say about backups, as text and back.
#pragma once

#include <optional>
#include <string>

#include "core/services/backup_service.h"
#include "core/services/ports/unit_of_work.h"

namespace chairside::services {

inline constexpr const char* kBackupFolder = "backup_folder";
inline constexpr const char* kBackupHours = "backup_hours";
inline constexpr const char* kBackupLast = "backup_last";
inline constexpr const char* kBackupFailed = "backup_failed";
inline constexpr const char* kBackupRehearsed = "backup_rehearsed";

[[nodiscard]] std::string textOf(const MadeBackup& made);
[[nodiscard]] std::string textOf(const FailedBackup& failed);
// Plan, last and failed backup, and what follows from them at that moment.
[[nodiscard]] base::Result<BackupState> readBackupState(Transaction& tx, const ClinicPolicy& policy, base::Instant now);

} // namespace chairside::services
