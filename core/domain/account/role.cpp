#include "core/domain/account/role.h"

#include <algorithm>
#include <span>

namespace chairside::domain {

namespace {

constexpr Permission kNurse[] = {
    Permission::ViewPatients,       Permission::RegisterPatient, Permission::RecordHistory,
    Permission::RecordPatientState, Permission::RecordInfusion,  Permission::SignInfusion,
    Permission::CheckDose,          Permission::WitnessDrug,     Permission::RecordAssessment,
    Permission::PlanInfusions,      Permission::IssueDocument,   Permission::ViewProtocols};

constexpr Permission kPhysicianBeyondNurse[] = {Permission::OrderCourse, Permission::DecideRetreatment,
                                                Permission::DraftProtocol, Permission::SignProtocol,
                                                Permission::ReviewEmergencyAccess};

// Runs the accounts and the store; sees no clinical data (45 CFR 164.308(a)(4): access by what the work
// needs).
constexpr Permission kAdministrator[] = {
    Permission::ManageAccounts, Permission::ManageClinic,       Permission::MergePatients,
    Permission::VerifyStore,    Permission::ViewAudit,          Permission::ViewProtocols,
    Permission::DraftProtocol,  Permission::UseEmergencyAccess, Permission::ReviewEmergencyAccess};

constexpr Permission kAuditor[] = {Permission::ViewAudit, Permission::VerifyStore, Permission::UseEmergencyAccess,
                                   Permission::ReviewEmergencyAccess};

bool lists(std::span<const Permission> permissions, Permission permission) {
    return std::ranges::find(permissions, permission) != permissions.end();
}

bool roleAllows(Role role, Permission permission) {
    switch (role) {
    case Role::Nurse:
        return lists(kNurse, permission);
    case Role::Physician:
        return lists(kNurse, permission) || lists(kPhysicianBeyondNurse, permission);
    case Role::Administrator:
        return lists(kAdministrator, permission);
    case Role::Auditor:
        return lists(kAuditor, permission);
    }
    return false;
}

} // namespace

bool allowed(RoleSet roles, Permission permission) {
    return std::ranges::any_of(kAllRoles, [&](Role role) { return roles.has(role) && roleAllows(role, permission); });
}

bool allowedInEmergency(Permission permission) {
    return permission == Permission::ViewPatients;
}

} // namespace chairside::domain
