#include "core/services/clock_service.h"

#include "core/domain/infusion/infusion_record.h"
#include "core/services/try.h"

namespace chairside::services {
namespace {

using domain::InfusionState;

// Longer ago nobody waits at a chair, even if the record was never ended.
constexpr std::chrono::hours kLongestVisit{24};

// From the start of the pump until the patient has left: titration, due rows and the least time to discharge.
bool isTimed(InfusionState state) {
    return state == InfusionState::Running || state == InfusionState::Paused || state == InfusionState::Ended;
}

base::Result<ClockAdvice> adviceFor(Transaction& tx, base::Instant now) {
    for (const auto& infusion : CHAIRSIDE_TRY(tx.infusions().unsignedBefore(now.localDate().plusDays(1)))) {
        if (base::between(infusion.openedAt, now) > kLongestVisit) continue;
        const auto record = CHAIRSIDE_TRY(tx.infusions().record(infusion.id));
        if (isTimed(domain::stateOf(record))) return ClockAdvice::Keep;
    }
    return ClockAdvice::Adopt;
}

} // namespace

base::Result<ClockAdvice> ClockService::changed(std::chrono::milliseconds ahead, const std::string& workstation) {
    auto advice = ClockAdvice::Keep;
    CHAIRSIDE_TRY(m_context.store.write([&](Transaction& tx) -> base::Done {
        advice = CHAIRSIDE_TRY(adviceFor(tx, m_context.clock.now()));
        AuditEvent event;
        event.action = AuditAction::ClockChange;
        event.workstation = workstation;
        event.subjectKind = "clinic";
        const auto seconds = std::chrono::round<std::chrono::seconds>(ahead).count();
        event.detail = std::to_string(seconds) + " s, " + (advice == ClockAdvice::Keep ? "kept" : "adopted");
        tx.audit(event);
        return {};
    }));
    return advice;
}

base::Result<ClockAdvice> ClockService::advice() {
    auto advice = ClockAdvice::Keep;
    CHAIRSIDE_TRY(m_context.store.read([&](Transaction& tx) -> base::Done {
        advice = CHAIRSIDE_TRY(adviceFor(tx, m_context.clock.now()));
        return {};
    }));
    return advice;
}

} // namespace chairside::services
