#include "core/services/clock_service.h"

#include <optional>
#include <sstream>
#include <string_view>

#include "core/domain/infusion/infusion_record.h"
#include "core/services/try.h"

namespace chairside::services {
namespace {

using domain::InfusionState;

// Longer ago nobody waits at a chair, even if the record was never ended.
constexpr std::chrono::hours kLongestVisit{24};
// So far two clocks of one computer drift apart between two runs of the program at most.
constexpr std::chrono::minutes kSameTime{1};

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

// What a restart has to know: how far ahead the wall clock is, and the program's own time with its ticks at the moment
// that was written down.
struct KeptTime {
    std::chrono::milliseconds ahead{}, utc{}, ticks{};
};

std::string keptKey(const std::string& workstation) {
    return "clock.kept." + workstation;
}

std::string textOf(const KeptTime& kept) {
    return std::to_string(kept.ahead.count()) + ' ' + std::to_string(kept.utc.count()) + ' ' +
           std::to_string(kept.ticks.count());
}

std::optional<KeptTime> keptTime(const std::string& text) {
    std::istringstream parts(text);
    std::int64_t ahead = 0;
    std::int64_t utc = 0;
    std::int64_t ticks = 0;
    if (!(parts >> ahead >> utc >> ticks) || ahead == 0) return std::nullopt;
    return KeptTime{std::chrono::milliseconds(ahead), std::chrono::milliseconds(utc), std::chrono::milliseconds(ticks)};
}

// By the ticks, which go on from one run of the program to the next, the wall clock shows the right time again.
bool wasPutRight(const KeptTime& kept, const base::Clock& clock) {
    const auto byTicks = kept.utc + (clock.monotonic() - kept.ticks);
    return std::chrono::abs(std::chrono::milliseconds(clock.now().utcMs()) - byTicks) <= kSameTime;
}

AuditEvent clockEvent(std::chrono::milliseconds ahead, const std::string& workstation, std::string_view what) {
    AuditEvent event;
    event.action = AuditAction::ClockChange;
    event.workstation = workstation;
    event.subjectKind = "clinic";
    const auto seconds = std::chrono::round<std::chrono::seconds>(ahead).count();
    event.detail = std::to_string(seconds) + " s, " + std::string(what);
    return event;
}

} // namespace

base::Result<ClockAdvice> ClockService::changed(std::chrono::milliseconds ahead, const std::string& workstation) {
    auto advice = ClockAdvice::Keep;
    CHAIRSIDE_TRY(m_context.store.write([&](Transaction& tx) -> base::Done {
        advice = CHAIRSIDE_TRY(adviceFor(tx, m_context.clock.now()));
        const bool isKept = advice == ClockAdvice::Keep;
        KeptTime kept;
        if (isKept) {
            const auto& clock = m_context.clock;
            kept = {ahead, std::chrono::milliseconds(clock.now().utcMs()), clock.monotonic()};
        }
        CHAIRSIDE_TRY(tx.settings().set(keptKey(workstation), textOf(kept)));
        tx.audit(clockEvent(ahead, workstation, isKept ? "kept" : "adopted"));
        return {};
    }));
    return advice;
}

base::Result<std::chrono::milliseconds> ClockService::keptAhead(const std::string& workstation) {
    std::chrono::milliseconds ahead{};
    CHAIRSIDE_TRY(m_context.store.read([&](Transaction& tx) -> base::Done {
        const auto text = CHAIRSIDE_TRY(tx.settings().get(keptKey(workstation)));
        const auto kept = keptTime(text.value_or(std::string{}));
        if (!kept || wasPutRight(*kept, m_context.clock)) return {};
        if (CHAIRSIDE_TRY(adviceFor(tx, m_context.clock.now().plus(-kept->ahead))) == ClockAdvice::Keep)
            ahead = kept->ahead;
        return {};
    }));
    return ahead;
}

base::Done ClockService::adopted(const std::string& workstation) {
    return m_context.store.write([&](Transaction& tx) -> base::Done {
        CHAIRSIDE_TRY(tx.settings().set(keptKey(workstation), textOf(KeptTime{})));
        tx.audit(clockEvent({}, workstation, "adopted"));
        return {};
    });
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
