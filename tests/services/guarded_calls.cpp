#include "tests/services/guarded_calls.h"

namespace chairside::test {

using domain::Permission;
using services::Actor;
using services::Reading;

std::vector<GuardedCall> accountCalls() {
    return {
        {"accounts", Permission::ManageAccounts,
         [](TestClinic& c, const Actor& a) {
             return codeOf(c.services.accounts.accounts(a));
         }},
        {"createAccount", Permission::ManageAccounts,
         [](TestClinic& c, const Actor& a) {
             return codeOf(c.services.accounts.createAccount(a, {}));
         }},
        {"resetPassword", Permission::ManageAccounts,
         [](TestClinic& c, const Actor& a) {
             return codeOf(c.services.accounts.resetPassword(a, {}, nobody<domain::AccountId>(), {}));
         }},
        {"beginEmergencyAccess", Permission::UseEmergencyAccess,
         [](TestClinic& c, const Actor& a) {
             return codeOf(c.services.emergencyAccess.begin(a, {}, {}));
         }},
        {"endEmergencyAccess", Permission::UseEmergencyAccess,
         [](TestClinic& c, const Actor& a) {
             return codeOf(c.services.emergencyAccess.end(a));
         }},
        {"emergencyAccesses", Permission::ReviewEmergencyAccess,
         [](TestClinic& c, const Actor& a) {
             return codeOf(c.services.emergencyAccess.list(a));
         }},
        {"reviewEmergencyAccess", Permission::ReviewEmergencyAccess,
         [](TestClinic& c, const Actor& a) {
             return codeOf(c.services.emergencyAccess.review(a, nobody<domain::EmergencyAccessId>(), {}));
         }},
        {"closeAccount", Permission::ManageAccounts,
         [](TestClinic& c, const Actor& a) {
             return codeOf(c.services.accounts.closeAccount(a, nobody<domain::AccountId>()));
         }},
    };
}

std::vector<GuardedCall> trailCalls() {
    return {
        {"readTrail", Permission::ViewAudit,
         [](TestClinic& c, const Actor& a) {
             return codeOf(c.services.audit.read(a, {}, Reading::Open));
         }},
        {"peopleOfTrail", Permission::ViewAudit,
         [](TestClinic& c, const Actor& a) {
             return codeOf(c.services.audit.people(a));
         }},
        {"disclosures", Permission::ViewAudit,
         [](TestClinic& c, const Actor& a) {
             return codeOf(c.services.audit.disclosures(a, {}));
         }},
        {"exportTrail", Permission::ViewAudit,
         [](TestClinic& c, const Actor& a) {
             return codeOf(c.services.audit.exportTrail(a, {}, [](std::string_view) { return base::Done{}; }));
         }},
        {"exportDisclosures", Permission::ViewAudit,
         [](TestClinic& c, const Actor& a) {
             return codeOf(c.services.audit.exportDisclosures(a, {}, [](std::string_view) { return base::Done{}; }));
         }},
        {"verify", Permission::VerifyStore,
         [](TestClinic& c, const Actor& a) {
             return codeOf(c.services.audit.verify(a));
         }},
    };
}

std::vector<GuardedCall> clinicCalls() {
    return {
        {"backups", Permission::ManageClinic,
         [](TestClinic& c, const Actor& a) {
             return codeOf(c.services.backups.list(a));
         }},
        {"chairs", Permission::ManageClinic,
         [](TestClinic& c, const Actor& a) {
             return codeOf(c.services.chairs.chairs(a));
         }},
        {"setChairs", Permission::ManageClinic,
         [](TestClinic& c, const Actor& a) {
             return codeOf(c.services.chairs.setChairs(a, {"1", "1"}));
         }},
        {"days", Permission::ManageClinic,
         [](TestClinic& c, const Actor& a) {
             return codeOf(c.services.chairs.days(a));
         }},
        {"setDays", Permission::ManageClinic,
         [](TestClinic& c, const Actor& a) {
             return codeOf(c.services.chairs.setDays(a, {0, {}}));
         }},
        {"verify", Permission::VerifyStore,
         [](TestClinic& c, const Actor& a) {
             return codeOf(c.services.audit.verify(a));
         }},
    };
}

std::vector<GuardedCall> protocolCalls() {
    return {
        {"templates", Permission::ViewProtocols,
         [](TestClinic& c, const Actor& a) {
             return codeOf(c.services.protocols.templates(a));
         }},
        {"versions", Permission::ViewProtocols,
         [](TestClinic& c, const Actor& a) {
             return codeOf(c.services.protocols.versions(a));
         }},
        {"takeOver", Permission::DraftProtocol,
         [](TestClinic& c, const Actor& a) {
             return codeOf(c.services.protocols.takeOver(a, "none"));
         }},
        {"signProtocol", Permission::SignProtocol,
         [](TestClinic& c, const Actor& a) {
             return codeOf(c.services.protocols.sign(a, nobody<domain::ProtocolVersionId>(), kPassword));
         }},
        {"changeNumbers", Permission::DraftProtocol,
         [](TestClinic& c, const Actor& a) {
             return codeOf(c.services.protocols.changeNumbers(a, nobody<domain::ProtocolVersionId>(), {}));
         }},
        {"retire", Permission::SignProtocol,
         [](TestClinic& c, const Actor& a) {
             return codeOf(c.services.protocols.retire(a, nobody<domain::ProtocolVersionId>(), "r", kPassword));
         }},
    };
}

} // namespace chairside::test
