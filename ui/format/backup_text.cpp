#include "ui/format/backup_text.h"

#include <QCoreApplication>

#include "ui/format/date_text.h"
#include "ui/format/quantity_text.h"

namespace chairside::ui {

namespace {

struct BackupText {
    Q_DECLARE_TR_FUNCTIONS(BackupText)
};

} // namespace

QString backupStatusText(const services::BackupState& state, base::Instant now) {
    if (state.underWay) return BackupText::tr("Backup under way");
    if (!state.last) return state.failed ? BackupText::tr("▲ Backup failed") : BackupText::tr("No backup yet");
    const bool isToday = state.last->at.localDate() == now.localDate();
    const QString at = isToday ? timeText(state.last->at) : dateTimeText(state.last->at);
    if (state.health == services::BackupHealth::Fresh) return BackupText::tr("Backup %1").arg(at);
    return BackupText::tr("▲ Last backup %1").arg(at);
}

QString backupFailureText(base::Code code) {
    switch (code) {
    case base::Code::StorageFull:
        return BackupText::tr("The backup failed: its disk is full. Free some space there, or choose another folder in "
                              "the settings. Earlier backups are kept.");
    case base::Code::StorageReadOnly:
        return BackupText::tr(
            "The backup failed: its folder cannot be written. Allow writing, or choose another folder "
            "in the settings. Earlier backups are kept.");
    case base::Code::NotFound:
        return BackupText::tr(
            "The backup failed: its folder is not there. Connect the disk, or choose another folder in "
            "the settings.");
    case base::Code::StorageDamaged:
        return BackupText::tr("The copy did not pass its check and was not kept as a backup. Ask your administrator to "
                              "verify the data and look at the disk.");
    default:
        return BackupText::tr("The backup failed. It is tried again; earlier backups are kept.");
    }
}

QString backupRestoreText(const base::Error& error) {
    switch (error.code) {
    case base::Code::SignInFailed:
        return BackupText::tr("the password is not the one you had when it was made. Nothing has changed.");
    case base::Code::SignInDelayed:
        return BackupText::tr("there were too many wrong passwords when it was made. Nothing has changed.");
    case base::Code::Denied:
        return BackupText::tr("you might not manage the clinic when it was made. Nothing has changed.");
    case base::Code::StorageDamaged:
        return BackupText::tr("it is damaged or was altered. Nothing has changed; choose another backup.");
    case base::Code::StorageNewer:
        return BackupText::tr("a newer version of the program made it. Nothing has changed.");
    case base::Code::StorageHeld:
        return BackupText::tr("another program has the data open. Nothing has changed.");
    case base::Code::StorageFull:
        return BackupText::tr("the disk is full. Nothing has changed; free some space and try again.");
    case base::Code::NotFound:
        return BackupText::tr("it is not there any more. Connect its disk. Nothing has changed.");
    case base::Code::Invalid:
        return error.field.empty() && !error.problems.empty() && error.problems.front().field == "one_time_code"
                   ? BackupText::tr("the code of your authenticator was missing. Nothing has changed.")
                   : BackupText::tr("it is of another clinic. Nothing has changed.");
    default:
        return BackupText::tr("it could not be read or written. Nothing has changed.");
    }
}

QString backupAlarmText(const services::BackupState& state) {
    using services::BackupHealth;
    if (state.health == BackupHealth::Failed && state.failed) return backupFailureText(state.failed->code);
    if (state.health != BackupHealth::Stale) return {};
    const QString since = state.last ? dateTimeText(state.last->at) : QString();
    const QString stale = BackupText::tr("The last good backup is of %1.").arg(since);
    return state.failed ? stale + u' ' + backupFailureText(state.failed->code) : stale;
}

QString sizeText(std::int64_t bytes) {
    constexpr std::int64_t kTenthOfMegabyte = 100'000;
    const auto tenths = (bytes + kTenthOfMegabyte / 2) / kTenthOfMegabyte;
    return BackupText::tr("%1 MB").arg(numberText(tenths * 100));
}

QString tookText(std::chrono::milliseconds span) {
    if (span >= std::chrono::minutes(1)) return durationText(std::chrono::round<std::chrono::minutes>(span));
    return BackupText::tr("%1 s").arg(numberText(span.count() / 100 * 100));
}

} // namespace chairside::ui
