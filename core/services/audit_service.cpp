// Checking the whole store.
#include "core/services/document_service.h"
#include "core/services/keys.h"
#include "core/services/run.h"
#include "core/services/try.h"

namespace chairside::services {

base::Result<VerifyReport> AuditService::verify(const Actor& actor) {
    const auto permission = domain::Permission::VerifyStore;
    CHAIRSIDE_TRY(run(m_context, actor, permission, Access::Read, [](Unit&) { return base::Done{}; }));
    auto report = CHAIRSIDE_TRY(m_context.verifier.verify());
    const auto audited = run(m_context, actor, permission, Access::Write, [&report](Unit& unit) -> base::Done {
        unit.audit(AuditAction::Verify, "clinic", {}, std::nullopt,
                   "findings " + std::to_string(report.findings.size()));
        return {};
    });
    // A store too damaged to be written to must still be able to say so.
    if (!audited && report.clean()) return std::unexpected(audited.error());
    return report;
}

} // namespace chairside::services
