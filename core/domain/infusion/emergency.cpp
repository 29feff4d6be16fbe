#include "core/domain/infusion/emergency.h"

namespace chairside::domain {

namespace {

constexpr int kLifeThreateningGrade = 4;

} // namespace

bool isEmergency(const AdverseEvent& event) {
    return event.serious.value_or(false) || event.grade >= kLifeThreateningGrade;
}

bool isOngoing(const std::vector<EmergencyNote>& notes) {
    return !notes.empty() && notes.back().standing == EmergencyStanding::Ongoing;
}

} // namespace chairside::domain
