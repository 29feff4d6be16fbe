#include "app/vault/restore_clinic.h"

#include <system_error>

#include "app/clinic.h"
#include "core/access/sodium_digest.h"
#include "core/services/try.h"
#include "core/store/backup/restore.h"

namespace chairside::app {
namespace {

// The staged copy becomes a clinic somebody has signed in to and found whole.
base::Result<Restored> tryStaged(const std::filesystem::path& staged, const RestoreRequest& request,
                                 const base::Clock& clock) {
    auto clinic = CHAIRSIDE_TRY(Clinic::open({.folder = staged, .createIfMissing = false}, clock));
    auto& all = clinic->services();
    const auto actor =
        CHAIRSIDE_TRY(all.accounts.signIn(request.user, request.password, workstationName(), request.code));
    const auto report = CHAIRSIDE_TRY(all.audit.verify(actor));
    if (!report.clean()) {
        const auto& first = report.findings.front();
        return base::fail(base::Code::StorageDamaged, {}, "backup: " + first.check + ' ' + first.place);
    }
    CHAIRSIDE_TRY(all.backups.noteRestored(actor, request.backup.filename().string()));
    CHAIRSIDE_TRY(all.accounts.signOut(actor));
    return Restored{{}, report.auditEvents, report.head};
}

base::Result<Restored> restoreHeld(const RestoreRequest& request, const store::DataFolder& data,
                                   const store::BackupHeader& header, const base::Clock& clock) {
    const auto staged = CHAIRSIDE_TRY(store::stageBackup(request.backup, header, data));
    auto restored = tryStaged(staged, request, clock);
    if (!restored) {
        std::error_code ignored;
        std::filesystem::remove_all(staged, ignored);
        return restored;
    }
    restored->safetyCopy = CHAIRSIDE_TRY(store::replaceByStaged(data, clock.now()));
    return restored;
}

} // namespace

base::Result<Restored> restoreClinic(const RestoreRequest& request, const base::Clock& clock) {
    const access::SodiumDigest digest;
    const auto header = CHAIRSIDE_TRY(store::inspectBackup(request.backup, digest));
    const auto data = CHAIRSIDE_TRY(store::DataFolder::hold(request.data));
    const auto present = store::clinicIn(request.data);
    if (!present.empty() && present != header.clinic) {
        return base::invalid("backup", base::Rule::Mismatch);
    }
    return restoreHeld(request, *data, header, clock);
}

} // namespace chairside::app
