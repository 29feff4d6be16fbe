// When an unattended screen locks itself, and the record that it was locked.
#pragma once

#include <chrono>

#include "core/base/result.h"
#include "core/services/service_context.h"

namespace chairside::services {

struct ScreenLockRule {
    std::chrono::minutes after{};    // without a key, a click, a wheel or a touch
    std::chrono::seconds warning{};  // how long before that it is announced
    std::chrono::minutes shortest{}; // that an administrator may choose
    std::chrono::minutes longest{};

    bool operator==(const ScreenLockRule&) const = default;
};

enum class LockCause {
    Asked, // by the person, with a key
    Idle
};

class ScreenLockService {
public:
    // Of ChangeKind::Clinic, when another time was chosen.
    static constexpr const char* kChangeId = "idle_lock_minutes";

    explicit ScreenLockService(ServiceContext& context) : m_context(context) {}

    // The clinic's own time, or the one of the policy while nobody chose another. Needs no permission: the screen locks
    // for everybody.
    [[nodiscard]] base::Result<ScreenLockRule> rule();
    // Invalid/OutOfRange on idle_lock_minutes (low, high in minutes): nothing has changed.
    [[nodiscard]] base::Done setMinutes(const Actor& actor, std::chrono::minutes after);
    // Audits that the screen of this person was locked. A failure leaves the screen locked all the same.
    [[nodiscard]] base::Done locked(const Actor& actor, LockCause cause);

private:
    ServiceContext& m_context;
};

} // namespace chairside::services
