// Whether a patient is treated here, withdrew or died.
#pragma once

#include <string>
#include <vector>

#include "core/services/service_context.h"

namespace chairside::services {

struct PatientStateLine {
    domain::PatientStateEntry entry;
    std::string recordedBy; // printed name
};

struct PatientStateRequest {
    domain::PatientId patient;
    domain::PatientState state = domain::PatientState::Active;
    std::optional<base::CalendarDate> since;
    std::string reason;
};

class PatientStateService {
public:
    explicit PatientStateService(ServiceContext& context) : m_context(context) {}

    // Every state ever recorded, the newest first; empty for somebody who was never anything but a patient.
    [[nodiscard]] base::Result<std::vector<PatientStateLine>> of(const Actor& actor, const domain::PatientId& patient);
    // Problems: "state" NotAllowed if it holds already; "since" Required, InFuture, or InPast before the birth;
    // "reason" Required or TooLong. What runs goes on and can be stopped, documented and signed; nothing new begins.
    [[nodiscard]] base::Done set(const Actor& actor, const PatientStateRequest& request);

private:
    ServiceContext& m_context;
};

} // namespace chairside::services
