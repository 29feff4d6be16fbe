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
        {"rekey", Permission::ManageAccounts,
         [](TestClinic& c, const Actor& a) {
             return codeOf(c.services.accounts.rekey(a));
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
        {"setBackupPlan", Permission::ManageClinic,
         [](TestClinic& c, const Actor& a) {
             return codeOf(c.services.backups.setPlan(a, {}, std::chrono::hours(0)));
         }},
        {"beginBackup", Permission::ManageClinic,
         [](TestClinic& c, const Actor& a) {
             return codeOf(c.services.backups.begin(a));
         }},
        {"beginRehearsal", Permission::ManageClinic,
         [](TestClinic& c, const Actor& a) {
             return codeOf(c.services.backups.beginRehearsal(a, "none"));
         }},
        {"noteRestored", Permission::ManageClinic,
         [](TestClinic& c, const Actor& a) {
             return codeOf(c.services.backups.noteRestored(a, "none"));
         }},
        {"setIdleMinutes", Permission::ManageClinic,
         [](TestClinic& c, const Actor& a) {
             return codeOf(c.services.screenLock.setMinutes(a, std::chrono::minutes(0)));
         }},
        {"beforeFirstPatient", Permission::ManageClinic,
         [](TestClinic& c, const Actor& a) {
             return codeOf(c.services.readiness.beforeFirstPatient(a));
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
        {"countersign", Permission::SignProtocol,
         [](TestClinic& c, const Actor& a) {
             return codeOf(c.services.protocols.countersign(a, nobody<domain::ProtocolVersionId>(), kPassword));
         }},
        {"onFile", Permission::ViewProtocols,
         [](TestClinic& c, const Actor& a) {
             return codeOf(c.services.protocols.onFile(a));
         }},
        {"revise", Permission::DraftProtocol,
         [](TestClinic& c, const Actor& a) {
             return codeOf(c.services.protocols.revise(a, nobody<domain::ProtocolVersionId>()));
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

namespace {

// Takes whatever is handed out, and notes it: somebody who is refused is handed nothing.
class AnySink final : public services::ExportSink {
public:
    [[nodiscard]] base::Done begin(const services::ExportHead&) override { return handed(); }
    [[nodiscard]] base::Done patient(const domain::Patient&) override { return handed(); }
    [[nodiscard]] base::Done course(const services::ExportedCourse&) override { return handed(); }
    [[nodiscard]] base::Done infusion(const services::ExportedCourse&, const services::ExportedInfusion&) override {
        return handed();
    }
    [[nodiscard]] base::Done end() override { return handed(); }
    [[nodiscard]] services::ExportNeeds needs() const override { return {}; }

private:
    static base::Done handed() { return {}; }
};

} // namespace

std::vector<GuardedCall> exchangeCalls() {
    const services::ExportReason why{"fhir", services::DisclosurePurpose::Treatment};
    return {
        {"exportCourse", Permission::IssueDocument,
         [why](TestClinic& c, const Actor& a) {
             AnySink sink;
             return codeOf(c.services.exports.exportCourse(a, nobody<domain::CourseId>(), why, sink));
         }},
        {"exportPatient", Permission::IssueDocument,
         [why](TestClinic& c, const Actor& a) {
             AnySink sink;
             return codeOf(c.services.exports.exportPatient(a, nobody<domain::PatientId>(), why, sink));
         }},
        {"exportClinic", Permission::IssueDocument,
         [why](TestClinic& c, const Actor& a) {
             AnySink sink;
             return codeOf(c.services.exports.exportClinic(a, why, true, sink));
         }},
        {"importRecordsPreview", Permission::RegisterPatient,
         [](TestClinic& c, const Actor& a) {
             return codeOf(c.services.recordImports.preview(a, {}));
         }},
        {"importRecords", Permission::RegisterPatient,
         [](TestClinic& c, const Actor& a) {
             return codeOf(c.services.recordImports.apply(a, {}, services::Refused::StopsAll));
         }},
        {"measuredElsewhere", Permission::ViewPatients,
         [](TestClinic& c, const Actor& a) {
             return codeOf(c.services.recordImports.measuredElsewhere(a, nobody<domain::PatientId>()));
         }},
        {"issueOutcomeNumbers", Permission::IssueDocument,
         [](TestClinic& c, const Actor& a) {
             return codeOf(
                 c.services.outcomes.issueNumbers(a, {date("2025-01-01"), date("2025-12-31"), {}}, "responders"));
         }},
        {"issueChart", Permission::IssueDocument,
         [](TestClinic& c, const Actor& a) {
             return codeOf(c.services.reviews.issueChart(a, nobody<domain::CourseId>(), "response"));
         }},
        {"titrationCounts", Permission::ViewProtocols,
         [](TestClinic& c, const Actor& a) {
             return codeOf(c.services.reviews.titrationCounts(a));
         }},
        {"keepDraft", Permission::ViewPatients,
         [](TestClinic& c, const Actor& a) {
             return codeOf(c.services.drafts.keep(a, {"order", "x"}, {}));
         }},
        {"findDraft", Permission::ViewPatients,
         [](TestClinic& c, const Actor& a) {
             return codeOf(c.services.drafts.find(a, {"order", "x"}));
         }},
    };
}

} // namespace chairside::test
