#include "core/services/keys.h"

namespace chairside::services {

std::string roleKey(domain::Role role) {
    using domain::Role;
    switch (role) {
    case Role::Nurse:
        return "nurse";
    case Role::Physician:
        return "physician";
    case Role::Administrator:
        return "administrator";
    case Role::Auditor:
        return "auditor";
    }
    return {};
}

std::string permissionKey(domain::Permission permission) {
    using domain::Permission;
    switch (permission) {
    case Permission::ViewPatients:
        return "view_patients";
    case Permission::RegisterPatient:
        return "register_patient";
    case Permission::RecordHistory:
        return "record_history";
    case Permission::RecordPatientState:
        return "record_patient_state";
    case Permission::MergePatients:
        return "merge_patients";
    case Permission::OrderCourse:
        return "order_course";
    case Permission::RecordInfusion:
        return "record_infusion";
    case Permission::SignInfusion:
        return "sign_infusion";
    case Permission::CheckDose:
        return "check_dose";
    case Permission::WitnessDrug:
        return "witness_drug";
    case Permission::RecordAssessment:
        return "record_assessment";
    case Permission::PlanInfusions:
        return "plan_infusions";
    case Permission::DecideRetreatment:
        return "decide_retreatment";
    case Permission::IssueDocument:
        return "issue_document";
    case Permission::ViewProtocols:
        return "view_protocols";
    case Permission::DraftProtocol:
        return "draft_protocol";
    case Permission::SignProtocol:
        return "sign_protocol";
    case Permission::ManageAccounts:
        return "manage_accounts";
    case Permission::ManageClinic:
        return "manage_clinic";
    case Permission::ViewAudit:
        return "view_audit";
    case Permission::VerifyStore:
        return "verify_store";
    case Permission::UseEmergencyAccess:
        return "use_emergency_access";
    case Permission::ReviewEmergencyAccess:
        return "review_emergency_access";
    }
    return {};
}

} // namespace chairside::services
