#include "core/services/backup_settings.h"

#include <sstream>

#include "core/services/try.h"

namespace chairside::services {
namespace {

using std::chrono::hours;

std::optional<MadeBackup> madeFrom(const std::string& text) {
    std::istringstream in(text);
    std::int64_t at = 0, took = 0;
    int offset = 0;
    MadeBackup made;
    if (!(in >> at >> offset >> made.bytes >> took >> made.name)) return std::nullopt;
    made.at = base::Instant::of(at, offset);
    made.took = std::chrono::milliseconds(took);
    return made;
}

std::optional<FailedBackup> failedFrom(const std::string& text) {
    std::istringstream in(text);
    std::int64_t at = 0;
    int offset = 0, code = 0;
    if (!(in >> at >> offset >> code)) return std::nullopt;
    return FailedBackup{base::Instant::of(at, offset), static_cast<base::Code>(code)};
}

base::Result<BackupPlan> readPlan(Transaction& tx, const ClinicPolicy& policy) {
    BackupPlan plan{.folder = {},
                    .every = hours(policy.backupHours),
                    .shortest = hours(policy.minBackupHours),
                    .longest = hours(policy.maxBackupHours)};
    plan.folder = CHAIRSIDE_TRY(tx.settings().get(kBackupFolder)).value_or(std::string());
    if (const auto text = CHAIRSIDE_TRY(tx.settings().get(kBackupHours))) {
        std::istringstream in(*text);
        int every = 0;
        if (in >> every && hours(every) >= plan.shortest && hours(every) <= plan.longest) plan.every = hours(every);
    }
    return plan;
}

BackupHealth healthOf(const BackupState& state, const ClinicPolicy& policy, base::Instant now) {
    if (!state.last) return state.failed ? BackupHealth::Failed : BackupHealth::None;
    if (base::between(state.last->at, now) > hours(policy.backupStaleHours)) return BackupHealth::Stale;
    return state.failed ? BackupHealth::Failed : BackupHealth::Fresh;
}

// A clock that was set back must not keep the next one away.
bool isDue(const BackupState& state, const ClinicPolicy& policy, base::Instant now) {
    if (state.failed) {
        const auto waited = base::between(state.failed->at, now);
        if (waited.count() >= 0 && waited < std::chrono::minutes(policy.backupRetryMinutes)) return false;
        return true;
    }
    return !state.last || state.last->at > now || base::between(state.last->at, now) >= state.plan.every;
}

} // namespace

std::string textOf(const MadeBackup& made) {
    return std::to_string(made.at.utcMs()) + ' ' + std::to_string(made.at.offsetMinutes()) + ' ' +
           std::to_string(made.bytes) + ' ' + std::to_string(made.took.count()) + ' ' + made.name;
}

std::string textOf(const FailedBackup& failed) {
    return std::to_string(failed.at.utcMs()) + ' ' + std::to_string(failed.at.offsetMinutes()) + ' ' +
           std::to_string(static_cast<int>(failed.code));
}

base::Result<BackupState> readBackupState(Transaction& tx, const ClinicPolicy& policy, base::Instant now) {
    BackupState state;
    state.plan = CHAIRSIDE_TRY(readPlan(tx, policy));
    if (const auto text = CHAIRSIDE_TRY(tx.settings().get(kBackupLast))) state.last = madeFrom(*text);
    if (const auto text = CHAIRSIDE_TRY(tx.settings().get(kBackupFailed))) state.failed = failedFrom(*text);
    if (const auto text = CHAIRSIDE_TRY(tx.settings().get(kBackupRehearsed))) state.rehearsed = madeFrom(*text);
    state.health = healthOf(state, policy, now);
    state.due = isDue(state, policy, now);
    return state;
}

} // namespace chairside::services
