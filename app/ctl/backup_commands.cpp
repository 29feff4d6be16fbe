// Backups of a clinic, and the way back from one.
#include <iostream>

#include "app/ctl/commands.h"
#include "app/ctl/signed_in.h"
#include "app/vault/restore_clinic.h"
#include "core/base/system_clock.h"
#include "core/services/try.h"

namespace chairside::app {

namespace {

using base::Done;

base::Result<services::BackupInfo> finish(services::Services& all) {
    while (true) {
        auto progress = CHAIRSIDE_TRY(all.backups.step());
        if (progress.phase == services::BackupProgress::Phase::Finished) return progress.backup;
    }
}

} // namespace

Done backUpClinic(const CtlOptions& options) {
    auto session = CHAIRSIDE_TRY(SignedIn::open(options));
    auto& all = session->services();
    if (!options.target.empty()) {
        const auto state = CHAIRSIDE_TRY(all.backups.state());
        const auto folder = std::filesystem::absolute(options.target).lexically_normal().string();
        CHAIRSIDE_TRY(all.backups.setPlan(session->actor(), folder, state.plan.every));
    }
    CHAIRSIDE_TRY(all.backups.begin(session->actor()));
    const auto made = CHAIRSIDE_TRY(finish(all));
    std::cout << made.name << '\t' << made.bytes << " bytes\t" << made.auditEvents << " audit events\n";
    return {};
}

Done rehearseRestore(const CtlOptions& options) {
    auto session = CHAIRSIDE_TRY(SignedIn::open(options));
    auto& all = session->services();
    const auto backups = CHAIRSIDE_TRY(all.backups.list(session->actor()));
    if (backups.empty()) return base::fail(base::Code::NotFound, "backup", "there is no backup yet");
    CHAIRSIDE_TRY(all.backups.beginRehearsal(session->actor(), backups.front().name));
    CHAIRSIDE_TRY(finish(all));
    const auto state = CHAIRSIDE_TRY(all.backups.state());
    std::cout << state.rehearsed->name << "\tcan be restored\t" << state.rehearsed->took.count() << " ms\n";
    return {};
}

Done restoreFromBackup(const CtlOptions& options) {
    const base::SystemTimeZone zone;
    const base::SystemClock clock(zone);
    const auto password = CHAIRSIDE_TRY(askPassword("Password for " + options.user + ": "));
    const auto began = clock.monotonic();
    RestoreRequest request{.backup = options.backup, .data = options.data, .user = options.user, .password = password};
    auto tried = restoreClinic(request, clock);
    if (!tried && asksForCode(tried.error())) {
        request.code = CHAIRSIDE_TRY(askOneTimeCode());
        tried = restoreClinic(request, clock);
    }
    const auto restored = CHAIRSIDE_TRY(std::move(tried));
    std::cout << "restored and verified: " << restored.auditEvents << " audit events, head " << restored.auditHead
              << "\nthe data that were there: " << restored.safetyCopy.filename().string() << '\n'
              << (clock.monotonic() - began).count() << " ms\n";
    return {};
}

} // namespace chairside::app
