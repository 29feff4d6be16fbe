// What was done in an emergency at the chair.
#pragma once

#include <string>
#include <vector>

#include "core/domain/infusion/entries.h"

namespace chairside::domain {

enum class EmergencyStanding { Ongoing, Settled, HandedOver };

// One line of what happened. A wrong line is set right by another one: nothing is taken back in an emergency.
struct EmergencyNote {
    EntryHead head; // observedAt is when somebody was called or something was done
    std::string called;
    std::string done; // one of the two is there
    EmergencyStanding standing = EmergencyStanding::Ongoing;
};

// Judged serious, or by its grade life-threatening or fatal (CTCAE v5 grades 4 and 5).
[[nodiscard]] bool isEmergency(const AdverseEvent& event);
// The newest line says that it goes on. Lines are ordered as a record has them.
[[nodiscard]] bool isOngoing(const std::vector<EmergencyNote>& notes);

} // namespace chairside::domain
