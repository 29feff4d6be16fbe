// One of everything that must be in the trail, as a table: who, in which role, from where, what, about whom, and how it
// ended. An action of the trail that no line of the table shows fails the test.
#include <functional>
#include <set>

#include "tests/support/core/listed_backups.h"
#include "tests/support/core/service_fixture.h"

namespace chairside::test {
namespace {

using base::Code;
using services::AuditAction;
using services::AuditOutcome;
using services::Reading;

constexpr auto ok = AuditOutcome::Success;
constexpr auto failed = AuditOutcome::Failure;

struct ExpectedRow {
    const char* what;
    AuditAction action;
    AuditOutcome outcome;
    const services::Actor* who; // none: nobody who has an account
    const char* role;
    const char* record;
    bool patient;
    std::function<void()> call;
};

class TrailOfActions : public ServiceTest {
protected:
    TrailOfActions() { clinic.context.backups = &keeper; }

    ListedBackups keeper{clinic.steady};
    domain::PatientId anna = clinic.patient();
    domain::CourseId course = clinic.orderedCourse(anna);
    domain::InfusionId infusion = clinic.openInfusion(course);

    // The one event the call leaves.
    services::AuditEvent only(const std::function<void()>& call) {
        clinic.store.forget();
        call();
        EXPECT_EQ(clinic.store.events().size(), 1U);
        return clinic.store.events().empty() ? services::AuditEvent{} : clinic.store.events().back();
    }
    void ran(base::Result<services::BackupProgress> progress) {
        while (progress && progress->phase != services::BackupProgress::Phase::Finished)
            progress = clinic.services.backups.step();
    }

    services::Services& all() { return clinic.services; }
    std::vector<ExpectedRow> signInRows();
    std::vector<ExpectedRow> recordRows();
    std::vector<ExpectedRow> trustRows();
    std::vector<ExpectedRow> backupRows();
    void expectRow(const ExpectedRow& row) {
        SCOPED_TRACE(row.what);
        const auto event = only(row.call);
        EXPECT_EQ(event.action, row.action);
        EXPECT_EQ(event.outcome, row.outcome);
        EXPECT_EQ(event.who, row.who == nullptr ? std::nullopt : std::optional(row.who->account));
        EXPECT_EQ(event.role, row.role);
        EXPECT_EQ(event.workstation, "chair-1");
        EXPECT_EQ(event.subjectKind, row.record);
        EXPECT_EQ(event.patient.has_value(), row.patient);
    }
};

std::vector<ExpectedRow> TrailOfActions::signInRows() {
    return {
        {"sign-in", AuditAction::SignIn, ok, &clinic.nurse, "nurse", "account", false,
         [&] {
             need(all().accounts.signIn("khan", kPassword, "chair-1"));
         }},
        {"wrong password", AuditAction::SignInFailed, failed, &clinic.nurse, "nurse", "account", false,
         [&] {
             EXPECT_THAT(all().accounts.signIn("khan", "wrong one here", "chair-1"), FailsWith(Code::SignInFailed));
         }},
        {"unknown user", AuditAction::SignInFailed, failed, nullptr, "", "account", false,
         [&] {
             EXPECT_THAT(all().accounts.signIn("who", "wrong one here", "chair-1"), FailsWith(Code::SignInFailed));
         }},
        {"sign-out", AuditAction::SignOut, ok, &clinic.physician, "physician", "account", false,
         [&] {
             need(all().accounts.signOut(clinic.physician));
         }},
        {"lock", AuditAction::Lock, ok, &clinic.nurse, "nurse", "account", false,
         [&] {
             need(all().screenLock.locked(clinic.nurse, services::LockCause::Asked));
         }},
    };
}

std::vector<ExpectedRow> TrailOfActions::recordRows() {
    return {
        {"registering a patient", AuditAction::Create, ok, &clinic.nurse, "nurse", "patient", true,
         [&] {
             need(all().patients.registerPatient(clinic.nurse, aPatient("Robin", "Sample", "KC 9")));
         }},
        {"opening a record", AuditAction::View, ok, &clinic.physician, "physician", "patient", true,
         [&] {
             need(all().patients.overview(clinic.physician, anna, Reading::Open));
         }},
        {"recording", AuditAction::Record, ok, &clinic.nurse, "nurse", "vital_signs", true,
         [&] {
             need(all().infusions.recordVitals(clinic.nurse, someVitals(infusion)));
         }},
        {"planning", AuditAction::Plan, ok, &clinic.nurse, "nurse", "course", true,
         [&] {
             need(all().courses.movePlanned(clinic.nurse, clinic.planned(course, 2).id, date("2025-01-10")));
         }},
        {"ordering", AuditAction::Order, ok, &clinic.physician, "physician", "course", true,
         [&] {
             need(all().courses.decideDose(clinic.physician, {course, domain::OrderKind::Stop, {}, "stop", kPassword}));
         }},
        {"deciding", AuditAction::Decide, ok, &clinic.physician, "physician", "course", true,
         [&] {
             need(all().courses.decideRetreatment(clinic.physician,
                                                  {course, domain::DecisionKind::Discharge, {}, "done"}));
         }},
        {"printing", AuditAction::Issue, ok, &clinic.nurse, "nurse", "document_issued", true,
         [&] {
             need(all().documents.issueVisit(clinic.nurse, services::VisitPaper::Summary, infusion));
         }},
    };
}

std::vector<ExpectedRow> TrailOfActions::trustRows() {
    return {
        {"taking the trail out", AuditAction::Issue, ok, &clinic.auditor, "auditor", "audit_event", false,
         [&] {
             need(all().audit.exportTrail(clinic.auditor, {}, [](std::string_view) { return base::Done{}; }));
         }},
        {"a new account", AuditAction::Create, ok, &clinic.administrator, "administrator", "account", false,
         [&] {
             need(all().accounts.createAccount(clinic.administrator,
                                               {"lee", "J. Lee", {domain::Role::Nurse}, "battery staple"}));
         }},
        {"closing an account", AuditAction::Record, ok, &clinic.administrator, "administrator", "account", false,
         [&] {
             need(all().accounts.closeAccount(clinic.administrator, clinic.witness.account));
         }},
        {"emergency access", AuditAction::EmergencyAccess, ok, &clinic.auditor, "auditor", "emergency_access", false,
         [&] {
             need(all().emergencyAccess.begin(clinic.auditor, "fire", kPassword));
         }},
        {"its end", AuditAction::EmergencyAccess, ok, &clinic.auditor, "auditor", "emergency_access", false,
         [&] {
             need(all().emergencyAccess.end(clinic.auditor));
         }},
        {"a refusal", AuditAction::Denied, failed, &clinic.auditor, "auditor", "account", false,
         [&] {
             EXPECT_THAT(all().patients.search(clinic.auditor, "a", 5), FailsWith(Code::Denied));
         }},
        {"verifying", AuditAction::Verify, ok, &clinic.auditor, "auditor", "clinic", false,
         [&] {
             need(all().audit.verify(clinic.auditor));
         }},
    };
}

std::vector<ExpectedRow> TrailOfActions::backupRows() {
    return {
        {"another clock", AuditAction::ClockChange, ok, nullptr, "", "clinic", false,
         [&] {
             need(all().clock.changed(std::chrono::hours(1), "chair-1"));
         }},
        {"a backup", AuditAction::Backup, ok, &clinic.administrator, "administrator", "clinic", false,
         [&] {
             need(all().backups.begin(clinic.administrator));
             ran(all().backups.step());
         }},
        {"a backup that failed", AuditAction::Backup, failed, &clinic.administrator, "administrator", "clinic", false,
         [&] {
             keeper.failure = Code::StorageFull;
             EXPECT_THAT(all().backups.begin(clinic.administrator), FailsWith(Code::StorageFull));
             keeper.failure.reset();
         }},
        {"trying out a backup", AuditAction::Rehearse, ok, &clinic.administrator, "administrator", "clinic", false,
         [&] {
             need(all().backups.beginRehearsal(clinic.administrator, "backup-1"));
             ran(all().backups.step());
         }},
        {"a restore", AuditAction::Restore, ok, &clinic.administrator, "administrator", "clinic", false,
         [&] {
             need(all().backups.noteRestored(clinic.administrator, "backup-1"));
         }},
    };
}

TEST_F(TrailOfActions, EachIsOneRowWithWhoRolePlaceRecordPatientAndOutcome) {
    // Those three are shown below, because more than one call is needed for them.
    std::set<AuditAction> seen{AuditAction::Setup, AuditAction::Sign, AuditAction::Correct};
    for (const auto& rows : {signInRows(), recordRows(), trustRows(), backupRows()}) {
        for (const auto& row : rows) {
            expectRow(row);
            seen.insert(row.action);
        }
    }
    for (const auto& [action, key] : services::kAuditActionKeys)
        EXPECT_TRUE(seen.contains(action)) << key;
}

TEST_F(TrailOfActions, SettingUpSigningAndCorrectingAreTooWithTheRestOfTheirWork) {
    BareClinic fresh;
    fresh.store.forget();
    need(fresh.services.accounts.setUpClinic("A Clinic", {"ines", "I. Nes", {}, kPassword}, "chair-1"));
    ASSERT_EQ(fresh.store.events().size(), 1U);
    EXPECT_EQ(fresh.store.events().front().action, AuditAction::Setup);
    EXPECT_EQ(fresh.store.events().front().role, "administrator");
    clinic.prepare(infusion);
    clinic.step(infusion, domain::StepKind::Start);
    clinic.finish(infusion);
    EXPECT_EQ(clinic.store.events().back().action, AuditAction::Sign);
    EXPECT_EQ(clinic.store.events().back().patient, anna);
}

} // namespace
} // namespace chairside::test
