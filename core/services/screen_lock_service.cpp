#include "core/services/screen_lock_service.h"

#include <charconv>

#include "core/services/run.h"
#include "core/services/try.h"

namespace chairside::services {
namespace {

using std::chrono::minutes;

ScreenLockRule policyRule(const ClinicPolicy& policy) {
    return {minutes(policy.idleLockMinutes), std::chrono::seconds(policy.idleWarningSeconds),
            minutes(policy.minIdleLockMinutes), minutes(policy.maxIdleLockMinutes)};
}

// A text that is no time of the policy's range counts as none.
std::optional<minutes> readMinutes(const std::string& text, const ScreenLockRule& rule) {
    int number = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    if (read.ec != std::errc{} || read.ptr != text.data() + text.size()) return std::nullopt;
    const minutes after(number);
    if (after < rule.shortest || after > rule.longest) return std::nullopt;
    return after;
}

} // namespace

base::Result<ScreenLockRule> ScreenLockService::rule() {
    auto rule = policyRule(m_context.policy);
    if (m_context.vault != nullptr && !m_context.vault->isOpen()) return rule;
    CHAIRSIDE_TRY(m_context.store.read([&rule](Transaction& tx) -> base::Done {
        const auto stored = CHAIRSIDE_TRY(tx.settings().get(kChangeId));
        if (stored) rule.after = readMinutes(*stored, rule).value_or(rule.after);
        return {};
    }));
    return rule;
}

base::Done ScreenLockService::setMinutes(const Actor& actor, minutes after) {
    return run(m_context, actor, domain::Permission::ManageClinic, Access::Write, [&](Unit& unit) -> base::Done {
        const auto rule = policyRule(unit.policy());
        if (after < rule.shortest || after > rule.longest) {
            return base::invalid(kChangeId, base::Rule::OutOfRange, std::to_string(rule.shortest.count()),
                                 std::to_string(rule.longest.count()), std::to_string(after.count()));
        }
        CHAIRSIDE_TRY(unit.tx().settings().set(kChangeId, std::to_string(after.count())));
        unit.audit(AuditAction::Record, "setting", kChangeId, std::nullopt, std::to_string(after.count()));
        unit.changed(ChangeKind::Clinic, kChangeId);
        return {};
    });
}

base::Done ScreenLockService::locked(const Actor& actor, LockCause cause) {
    return auditOwnAccount(m_context, actor, AuditAction::Lock, cause == LockCause::Idle ? "idle" : "asked");
}

} // namespace chairside::services
