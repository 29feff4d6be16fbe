// Who may do what. Deny by default: a pair that the table does not list is refused.
#pragma once

#include <cstdint>
#include <initializer_list>

namespace chairside::domain {

// A person may hold several. Witness and second checker are other people at that moment, not roles.
enum class Role : std::uint8_t { Nurse, Physician, Administrator, Auditor };

inline constexpr Role kAllRoles[] = {Role::Nurse, Role::Physician, Role::Administrator, Role::Auditor};

class RoleSet {
public:
    constexpr RoleSet() = default;
    constexpr RoleSet(std::initializer_list<Role> roles) {
        for (const Role role : roles)
            add(role);
    }
    constexpr void add(Role role) { m_bits |= bit(role); }
    [[nodiscard]] constexpr bool has(Role role) const { return (m_bits & bit(role)) != 0; }
    [[nodiscard]] constexpr bool empty() const { return m_bits == 0; }
    constexpr bool operator==(const RoleSet&) const = default;

private:
    static constexpr std::uint8_t bit(Role role) {
        return static_cast<std::uint8_t>(1U << static_cast<unsigned>(role));
    }
    std::uint8_t m_bits = 0;
};

enum class Permission {
    ViewPatients, // search, overview, chart, open a record
    RegisterPatient,
    RecordHistory,      // contacts, allergies, medicines, therapies, conditions
    RecordPatientState, // withdrew, died, came back
    MergePatients,      // two records of one person; sees who they are, nothing clinical
    OrderCourse,        // order, change dose, keep, stop
    RecordInfusion,     // every entry at the chair
    SignInfusion,
    CheckDose,        // be the second person who calculates a dose
    WitnessDrug,      // be the second person for drug accounting
    RecordAssessment, // baseline and follow-up scores
    PlanInfusions,    // dates, missed, declined
    DecideRetreatment,
    IssueDocument, // PDF, print
    ViewProtocols,
    DraftProtocol, // take a template over as a draft
    SignProtocol,
    ManageAccounts,
    ManageClinic, // its chairs
    ViewAudit,
    VerifyStore,
    UseEmergencyAccess, // see patients for a time, for whoever may not otherwise
    ReviewEmergencyAccess
};

inline constexpr Permission kAllPermissions[] = {Permission::ViewPatients,
                                                 Permission::RegisterPatient,
                                                 Permission::RecordHistory,
                                                 Permission::RecordPatientState,
                                                 Permission::MergePatients,
                                                 Permission::OrderCourse,
                                                 Permission::RecordInfusion,
                                                 Permission::SignInfusion,
                                                 Permission::CheckDose,
                                                 Permission::WitnessDrug,
                                                 Permission::RecordAssessment,
                                                 Permission::PlanInfusions,
                                                 Permission::DecideRetreatment,
                                                 Permission::IssueDocument,
                                                 Permission::ViewProtocols,
                                                 Permission::DraftProtocol,
                                                 Permission::SignProtocol,
                                                 Permission::ManageAccounts,
                                                 Permission::ManageClinic,
                                                 Permission::ViewAudit,
                                                 Permission::VerifyStore,
                                                 Permission::UseEmergencyAccess,
                                                 Permission::ReviewEmergencyAccess};

// Whether one of the roles carries the permission. An administrator sees no clinical data without a clinician role.
[[nodiscard]] bool allowed(RoleSet roles, Permission permission);
// Whether an open emergency access carries it: reading patients, and nothing else.
[[nodiscard]] bool allowedInEmergency(Permission permission);

} // namespace chairside::domain
