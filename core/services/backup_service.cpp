#include "core/services/backup_service.h"

#include <filesystem>
#include <system_error>

#include "core/services/backup_retention.h"
#include "core/services/backup_settings.h"
#include "core/services/run.h"
#include "core/services/try.h"

namespace chairside::services {
namespace {

using base::Code;
using base::Done;
using std::chrono::hours;
using Phase = BackupProgress::Phase;

constexpr auto kPermission = domain::Permission::ManageClinic;

AuditEvent eventOf(const Actor& actor, AuditAction action) {
    auto event = actorEvent(actor, actingRole(actor, kPermission), action);
    event.subjectKind = "clinic";
    return event;
}

base::Result<BackupKeeper*> keeperOf(ServiceContext& context) {
    if (context.backups == nullptr) return base::fail(Code::WrongState, "backup", "the data are in memory");
    return context.backups;
}

Done mayManage(ServiceContext& context, const Actor& actor) {
    return run(context, actor, kPermission, Access::Read, [](Unit&) { return Done{}; });
}

Done checkPlan(const std::string& folder, hours every, const ClinicPolicy& policy) {
    base::Problems problems;
    std::error_code error;
    if (!folder.empty() && !std::filesystem::path(folder).is_absolute()) {
        problems.push_back({.field = kBackupFolder, .rule = base::Rule::NotAllowed});
    } else if (!folder.empty() && !std::filesystem::is_directory(folder, error)) {
        problems.push_back({.field = kBackupFolder, .rule = base::Rule::Mismatch});
    }
    if (every < hours(policy.minBackupHours) || every > hours(policy.maxBackupHours)) {
        problems.push_back({.field = kBackupHours,
                            .rule = base::Rule::OutOfRange,
                            .low = std::to_string(policy.minBackupHours),
                            .high = std::to_string(policy.maxBackupHours),
                            .value = std::to_string(every.count())});
    }
    if (problems.empty()) return {};
    return base::invalid(std::move(problems));
}

} // namespace

base::Result<BackupState> BackupService::state() {
    CHAIRSIDE_TRY(keeperOf(m_context));
    BackupState state;
    CHAIRSIDE_TRY(m_context.store.read([&](Transaction& tx) -> Done {
        state = CHAIRSIDE_TRY(readBackupState(tx, m_context.policy, m_context.clock.now()));
        return {};
    }));
    state.underWay = m_underWay.has_value();
    return state;
}

Done BackupService::setPlan(const Actor& actor, const std::string& folder, hours every) {
    return run(m_context, actor, kPermission, Access::Write, [&](Unit& unit) -> Done {
        CHAIRSIDE_TRY(checkPlan(folder, every, unit.policy()));
        CHAIRSIDE_TRY(unit.tx().settings().set(kBackupFolder, folder));
        CHAIRSIDE_TRY(unit.tx().settings().set(kBackupHours, std::to_string(every.count())));
        unit.audit(AuditAction::Record, "setting", kBackupFolder, std::nullopt, std::to_string(every.count()) + " h");
        unit.changed(ChangeKind::Clinic, kChangeId);
        return {};
    });
}

base::Result<std::vector<BackupInfo>> BackupService::list(const Actor& actor) {
    CHAIRSIDE_TRY(mayManage(m_context, actor));
    auto* keeper = CHAIRSIDE_TRY(keeperOf(m_context));
    return keeper->backups(CHAIRSIDE_TRY(state()).plan.folder);
}

Done BackupService::begin(const Actor& actor) {
    CHAIRSIDE_TRY(mayManage(m_context, actor));
    return beginAs(eventOf(actor, AuditAction::Backup));
}

base::Result<bool> BackupService::beginIfDue(const std::string& workstation) {
    if (m_underWay || m_context.backups == nullptr) return false;
    if (m_context.vault != nullptr && !m_context.vault->isOpen()) return false;
    if (!CHAIRSIDE_TRY(state()).due) return false;
    AuditEvent event;
    event.action = AuditAction::Backup;
    event.workstation = workstation;
    event.subjectKind = "clinic";
    CHAIRSIDE_TRY(beginAs(event));
    return true;
}

Done BackupService::beginAs(AuditEvent event) {
    auto* keeper = CHAIRSIDE_TRY(keeperOf(m_context));
    const auto plan = CHAIRSIDE_TRY(state()).plan;
    auto done = keeper->begin(plan.folder);
    if (!done) {
        // Somebody else's backup under way is no failure of the disk.
        if (done.error().code != Code::WrongState) static_cast<void>(failed(event, done.error()));
        return done;
    }
    m_underWay = UnderWay{std::move(event), m_context.clock.monotonic(), plan.folder, false};
    m_context.changes.notify({ChangeKind::Clinic, kChangeId, {}});
    return {};
}

Done BackupService::beginRehearsal(const Actor& actor, const std::string& name) {
    CHAIRSIDE_TRY(mayManage(m_context, actor));
    auto* keeper = CHAIRSIDE_TRY(keeperOf(m_context));
    const auto plan = CHAIRSIDE_TRY(state()).plan;
    CHAIRSIDE_TRY(keeper->beginRehearsal(plan.folder, name));
    m_underWay = UnderWay{eventOf(actor, AuditAction::Rehearse), m_context.clock.monotonic(), plan.folder, true};
    m_context.changes.notify({ChangeKind::Clinic, kChangeId, {}});
    return {};
}

base::Result<BackupProgress> BackupService::step() {
    if (!m_underWay) return base::fail(Code::WrongState, "backup", "none under way");
    auto progress = m_context.backups->step();
    if (!progress) {
        const auto event = m_underWay->event;
        m_underWay.reset();
        static_cast<void>(failed(event, progress.error()));
        return progress;
    }
    if (progress->phase != Phase::Finished) return progress;
    auto done = ended(progress->backup);
    const auto folder = m_underWay->folder;
    const bool rehearsal = m_underWay->rehearsal;
    m_underWay.reset();
    CHAIRSIDE_TRY(done);
    // What is left too much is tried again with the next backup.
    if (!rehearsal) static_cast<void>(thin(folder));
    return progress;
}

Done BackupService::ended(const BackupInfo& made) {
    const auto& what = *m_underWay;
    const MadeBackup kept{m_context.clock.now(), made.bytes, m_context.clock.monotonic() - what.began, made.name};
    auto event = what.event;
    event.detail = made.name;
    return note(event, what.rehearsal ? kBackupRehearsed : kBackupLast, textOf(kept));
}

Done BackupService::failed(AuditEvent event, const base::Error& error) {
    event.outcome = AuditOutcome::Failure;
    event.detail = "code " + std::to_string(static_cast<int>(error.code));
    if (event.action == AuditAction::Rehearse) return note(event, nullptr, {});
    return note(event, kBackupFailed, textOf(FailedBackup{m_context.clock.now(), error.code}));
}

Done BackupService::note(const AuditEvent& event, const char* setting, const std::string& value) {
    CHAIRSIDE_TRY(m_context.store.write([&](Transaction& tx) -> Done {
        if (setting != nullptr) CHAIRSIDE_TRY(tx.settings().set(setting, value));
        // A good one ends the alarm of those that failed before.
        if (setting == kBackupLast && CHAIRSIDE_TRY(tx.settings().get(kBackupFailed))) {
            CHAIRSIDE_TRY(tx.settings().set(kBackupFailed, {}));
        }
        // Once a day or oftener: whoever asks for the trail then finds it ready.
        CHAIRSIDE_TRY(tx.trail().catchUp());
        tx.audit(event);
        return {};
    }));
    m_context.changes.notify({ChangeKind::Clinic, kChangeId, {}});
    return {};
}

Done BackupService::thin(const std::string& folder) {
    const auto& policy = m_context.policy;
    const auto all = CHAIRSIDE_TRY(m_context.backups->backups(folder));
    const auto going =
        backupsToRemove(all, {policy.keepDailyBackups, policy.keepWeeklyBackups, policy.keepMonthlyBackups});
    for (const auto& name : going)
        CHAIRSIDE_TRY(m_context.backups->removeBackup(folder, name));
    return {};
}

Done BackupService::noteRestored(const Actor& actor, const std::string& backup) {
    return run(m_context, actor, kPermission, Access::Write, [&](Unit& unit) -> Done {
        unit.audit(AuditAction::Restore, "clinic", {}, std::nullopt, backup);
        return {};
    });
}

} // namespace chairside::services
