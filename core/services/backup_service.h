// Backups of the clinic's data: made on a schedule or by hand, thinned, tried out. Every one is audited, also the one
// that failed.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/services/actor.h"
#include "core/services/service_context.h"

namespace chairside::services {

struct BackupPlan {
    std::string folder;       // an absolute path; empty: beside the data
    std::chrono::hours every; // between two backups
    std::chrono::hours shortest{};
    std::chrono::hours longest{}; // that an administrator may choose

    bool operator==(const BackupPlan&) const = default;
};

struct MadeBackup {
    base::Instant at = base::Instant::of(0, 0);
    std::int64_t bytes = 0;
    std::chrono::milliseconds took{};
    std::string name;
};

struct FailedBackup {
    base::Instant at = base::Instant::of(0, 0);
    base::Code code = base::Code::Internal;
};

enum class BackupHealth {
    Fresh,
    None,  // never made one
    Stale, // the last good one is older than the policy allows
    Failed // the last try failed, and the one before is not stale yet
};

struct BackupState {
    BackupPlan plan;
    std::optional<MadeBackup> last;
    std::optional<FailedBackup> failed;  // since the last good one
    std::optional<MadeBackup> rehearsed; // the last one that was tried out
    BackupHealth health = BackupHealth::None;
    bool underWay = false;
    bool due = false;
};

class BackupService {
public:
    // Of ChangeKind::Clinic: plan, last backup or rehearsal are others than before.
    static constexpr const char* kChangeId = "backup";

    explicit BackupService(ServiceContext& context) : m_context(context) {}

    // Needs no permission: everybody sees how old the last backup is. WrongState while the clinic is closed or in
    // memory.
    [[nodiscard]] base::Result<BackupState> state();
    // Invalid: backup_hours (OutOfRange, limits in hours), backup_folder (NotAllowed: not an absolute path; Mismatch:
    // no such folder). ManageClinic.
    [[nodiscard]] base::Done setPlan(const Actor& actor, const std::string& folder, std::chrono::hours every);
    // Newest first. ManageClinic. NotFound on backup_folder: it is not there.
    [[nodiscard]] base::Result<std::vector<BackupInfo>> list(const Actor& actor);

    // Begins one by hand. Fails as BackupKeeper::begin does, which is audited. ManageClinic.
    [[nodiscard]] base::Done begin(const Actor& actor);
    // Begins one if the plan says so; false if not, or if one is under way. Needs nobody signed in.
    [[nodiscard]] base::Result<bool> beginIfDue(const std::string& workstation);
    // Tries out whether a backup could be restored. ManageClinic; fails as BackupKeeper::beginRehearsal does.
    [[nodiscard]] base::Done beginRehearsal(const Actor& actor, const std::string& name);
    // Goes on with what was begun; its end, good or bad, is audited, and after a backup those that are no longer kept
    // are removed.
    [[nodiscard]] base::Result<BackupProgress> step();

    // In data that were put in place of others: says so in their trail. ManageClinic.
    [[nodiscard]] base::Done noteRestored(const Actor& actor, const std::string& backup);

private:
    struct UnderWay {
        AuditEvent event; // who, where, what
        std::chrono::milliseconds began{};
        std::string folder;
        bool rehearsal = false;
    };

    [[nodiscard]] base::Done beginAs(AuditEvent event);
    [[nodiscard]] base::Done ended(const BackupInfo& made);
    [[nodiscard]] base::Done failed(AuditEvent event, const base::Error& error);
    [[nodiscard]] base::Done thin(const std::string& folder);
    [[nodiscard]] base::Done note(const AuditEvent& event, const char* setting, const std::string& value);

    ServiceContext& m_context;
    std::optional<UnderWay> m_underWay;
};

} // namespace chairside::services
