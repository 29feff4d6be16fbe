#include "core/domain/account/role.h"

#include <map>
#include <set>

#include <gtest/gtest.h>

namespace chairside::domain {
namespace {

using enum Permission;

// The whole table once more, written down by permission: who may.
const std::map<Permission, std::set<Role>>& expected() {
    static const std::set<Role> kClinical{Role::Nurse, Role::Physician};
    static const std::map<Permission, std::set<Role>> kTable{
        {ViewPatients, kClinical},
        {RegisterPatient, kClinical},
        {RecordHistory, kClinical},
        {RecordPatientState, kClinical},
        {MergePatients, {Role::Administrator}},
        {OrderCourse, {Role::Physician}},
        {RecordInfusion, kClinical},
        {SignInfusion, kClinical},
        {CheckDose, kClinical},
        {WitnessDrug, kClinical},
        {RecordAssessment, kClinical},
        {PlanInfusions, kClinical},
        {DecideRetreatment, {Role::Physician}},
        {IssueDocument, kClinical},
        {ViewProtocols, {Role::Nurse, Role::Physician, Role::Administrator}},
        {DraftProtocol, {Role::Physician, Role::Administrator}},
        {SignProtocol, {Role::Physician}},
        {ManageAccounts, {Role::Administrator}},
        {ManageClinic, {Role::Administrator}},
        {ViewAudit, {Role::Administrator, Role::Auditor}},
        {VerifyStore, {Role::Administrator, Role::Auditor}},
        {UseEmergencyAccess, {Role::Administrator, Role::Auditor}},
        {ReviewEmergencyAccess, {Role::Physician, Role::Administrator, Role::Auditor}}};
    return kTable;
}

TEST(Permissions, AreExactlyTheTable) {
    ASSERT_EQ(expected().size(), std::size(kAllPermissions));
    for (const Permission permission : kAllPermissions) {
        for (const Role role : kAllRoles) {
            EXPECT_EQ(allowed({role}, permission), expected().at(permission).contains(role))
                << "role " << static_cast<int>(role) << " permission " << static_cast<int>(permission);
        }
    }
}

TEST(Permissions, InAnEmergencyAreToReadPatientsAndNothingElse) {
    for (const Permission permission : kAllPermissions)
        EXPECT_EQ(allowedInEmergency(permission), permission == ViewPatients) << static_cast<int>(permission);
}

TEST(Permissions, OfSeveralRolesAddUp) {
    for (unsigned bits = 0; bits < 16; ++bits) {
        RoleSet roles;
        for (const Role role : kAllRoles) {
            if ((bits >> static_cast<unsigned>(role) & 1U) != 0) roles.add(role);
        }
        for (const Permission permission : kAllPermissions) {
            bool any = false;
            for (const Role role : expected().at(permission))
                any = any || roles.has(role);
            EXPECT_EQ(allowed(roles, permission), any);
        }
    }
}

TEST(Permissions, AreNoneWithoutARoleOrForAnUnknownPermission) {
    EXPECT_TRUE(RoleSet{}.empty());
    for (const Permission permission : kAllPermissions)
        EXPECT_FALSE(allowed({}, permission));
    const RoleSet all{Role::Nurse, Role::Physician, Role::Administrator, Role::Auditor};
    EXPECT_FALSE(allowed(all, static_cast<Permission>(99)));
}

} // namespace
} // namespace chairside::domain
