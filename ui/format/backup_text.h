// Backups in words: how old the last one is, and what to do when one failed.
#pragma once

#include <QString>

#include "core/services/backup_service.h"

namespace chairside::ui {

// "Backup 14-Jan-2025 10:42" for the status line; says so when there is none or it is too old.
[[nodiscard]] QString backupStatusText(const services::BackupState& state, base::Instant now);
// What failed and what helps.
[[nodiscard]] QString backupFailureText(base::Code code);
// Why a backup was not restored, and that nothing has changed.
[[nodiscard]] QString backupRestoreText(const base::Error& error);
// One sentence while something is wrong; empty while nothing is.
[[nodiscard]] QString backupAlarmText(const services::BackupState& state);
// "41.2 MB".
[[nodiscard]] QString sizeText(std::int64_t bytes);
// "1.2 s": up to a minute in seconds.
[[nodiscard]] QString tookText(std::chrono::milliseconds span);

} // namespace chairside::ui
