// Who may call what: every function of every service against every role, and a closed account. That none is missing
// here is seen to by tests/arch/check_guarded.py.
#include "tests/services/guarded_calls.h"

namespace chairside::test {
namespace {

using domain::Permission;
using services::Actor;
using services::Reading;

std::vector<GuardedCall> historyCalls() {
    return {
        {"history", Permission::ViewPatients,
         [](TestClinic& c, const Actor& a) {
             return codeOf(c.services.histories.of(a, nobody<domain::PatientId>(), Reading::Refresh));
         }},
        {"treatments", Permission::ViewPatients,
         [](TestClinic& c, const Actor& a) {
             return codeOf(c.services.histories.treatments(a, nobody<domain::PatientId>()));
         }},
        {"addHistory", Permission::RecordHistory,
         [](TestClinic& c, const Actor& a) {
             return codeOf(c.services.histories.add(a, nobody<domain::PatientId>(), {}));
         }},
        {"correctHistory", Permission::RecordHistory,
         [](TestClinic& c, const Actor& a) {
             return codeOf(
                 c.services.histories.correct(a, nobody<domain::PatientId>(), nobody<domain::EntryId>(), {}, "x"));
         }},
        {"endHistory", Permission::RecordHistory,
         [](TestClinic& c, const Actor& a) {
             return codeOf(c.services.histories.end(a, nobody<domain::PatientId>(), {nobody<domain::EntryId>()},
                                                    date("2025-01-06"), "x"));
         }},
        {"withdrawHistory", Permission::RecordHistory,
         [](TestClinic& c, const Actor& a) {
             return codeOf(
                 c.services.histories.withdraw(a, nobody<domain::PatientId>(), {nobody<domain::EntryId>()}, "x"));
         }},
    };
}

std::vector<GuardedCall> patientRecordCalls() {
    return {
        {"patientStates", Permission::ViewPatients,
         [](TestClinic& c, const Actor& a) {
             return codeOf(c.services.patientStates.of(a, nobody<domain::PatientId>()));
         }},
        {"setPatientState", Permission::RecordPatientState,
         [](TestClinic& c, const Actor& a) {
             return codeOf(c.services.patientStates.set(a, {.patient = nobody<domain::PatientId>()}));
         }},
        {"mergePreview", Permission::MergePatients,
         [](TestClinic& c, const Actor& a) {
             return codeOf(c.services.merges.preview(a, "x", "y"));
         }},
        {"merge", Permission::MergePatients,
         [](TestClinic& c, const Actor& a) {
             return codeOf(c.services.merges.merge(
                 a, {.survivor = nobody<domain::PatientId>(), .duplicate = nobody<domain::PatientId>()}));
         }},
        {"undoMerge", Permission::MergePatients,
         [](TestClinic& c, const Actor& a) {
             return codeOf(c.services.merges.undo(a, nobody<domain::EntryId>(), "x"));
         }},
        {"merges", Permission::MergePatients,
         [](TestClinic& c, const Actor& a) {
             return codeOf(c.services.merges.merges(a));
         }},
    };
}

std::vector<GuardedCall> patientCalls() {
    return {
        {"search", Permission::ViewPatients,
         [](TestClinic& c, const Actor& a) {
             return codeOf(c.services.patients.search(a, "x", 10));
         }},
        {"similarTo", Permission::ViewPatients,
         [](TestClinic& c, const Actor& a) {
             return codeOf(c.services.patients.similarTo(a, aPatient().name, aPatient().born));
         }},
        {"proposeClinicNumber", Permission::RegisterPatient,
         [](TestClinic& c, const Actor& a) {
             return codeOf(c.services.patients.proposeClinicNumber(a));
         }},
        {"registerPatient", Permission::RegisterPatient,
         [](TestClinic& c, const Actor& a) {
             return codeOf(c.services.patients.registerPatient(a, aPatient("", "")));
         }},
        {"overview", Permission::ViewPatients,
         [](TestClinic& c, const Actor& a) {
             return codeOf(c.services.patients.overview(a, nobody<domain::PatientId>(), Reading::Open));
         }},
        {"recordAssessment", Permission::RecordAssessment,
         [](TestClinic& c, const Actor& a) {
             return codeOf(c.services.assessments.record(a, {.patient = nobody<domain::PatientId>(),
                                                             .instrument = "fiqr",
                                                             .version = "2009",
                                                             .date = date("2025-01-06")}));
         }},
        {"assessmentsOfPatient", Permission::ViewPatients,
         [](TestClinic& c, const Actor& a) {
             return codeOf(c.services.assessments.ofPatient(a, nobody<domain::PatientId>(), Reading::Open));
         }},
        {"review", Permission::ViewPatients,
         [](TestClinic& c, const Actor& a) {
             return codeOf(c.services.reviews.review(a, nobody<domain::CourseId>(), Reading::Open));
         }},
        {"retreatmentList", Permission::ViewPatients,
         [](TestClinic& c, const Actor& a) {
             return codeOf(c.services.reviews.retreatmentList(a));
         }},
        {"retreatmentPart", Permission::ViewPatients,
         [](TestClinic& c, const Actor& a) {
             return codeOf(c.services.reviews.retreatmentPart(a, {.group = {}, .from = 0, .most = 10}));
         }},
        {"keepRetreatment", Permission::ViewPatients,
         [](TestClinic& c, const Actor& a) {
             return codeOf(c.services.reviews.keepRetreatment(a, 10));
         }},
        {"outcomes", Permission::ViewPatients,
         [](TestClinic& c, const Actor& a) {
             return codeOf(
                 c.services.outcomes.outcomes(a, {date("2025-01-01"), date("2025-12-31"), {}}, Reading::Open));
         }},
    };
}

std::vector<GuardedCall> documentCalls() {
    return {
        {"issueVisitSummary", Permission::IssueDocument,
         [](TestClinic& c, const Actor& a) {
             return codeOf(
                 c.services.documents.issueVisit(a, services::VisitPaper::Summary, nobody<domain::InfusionId>()));
         }},
        {"issueCourse", Permission::IssueDocument,
         [](TestClinic& c, const Actor& a) {
             return codeOf(
                 c.services.documents.issueCourse(a, services::CoursePaper::Letter, nobody<domain::CourseId>()));
         }},
        {"issueCallList", Permission::IssueDocument,
         [](TestClinic& c, const Actor& a) {
             return codeOf(c.services.documents.issueCallList(a));
         }},
        {"visitsBetween", Permission::IssueDocument,
         [](TestClinic& c, const Actor& a) {
             return codeOf(c.services.documents.visitsBetween(a, date("2025-01-01"), date("2025-12-31"), 500));
         }},
        {"previewVisit", Permission::ViewPatients,
         [](TestClinic& c, const Actor& a) {
             return codeOf(c.services.documents.previewVisit(a, nobody<domain::InfusionId>(), Reading::Open));
         }},
        {"previewCourse", Permission::ViewPatients,
         [](TestClinic& c, const Actor& a) {
             return codeOf(c.services.documents.previewCourse(a, nobody<domain::CourseId>(), Reading::Open));
         }},
        {"previewCallList", Permission::ViewPatients,
         [](TestClinic& c, const Actor& a) {
             return codeOf(c.services.documents.previewCallList(a));
         }},
        {"changeClinic", Permission::ManageClinic,
         [](TestClinic& c, const Actor& a) {
             return codeOf(c.services.clinic.change(a, {"Hillside", "", "", ""}));
         }},
        {"importPreview", Permission::RegisterPatient,
         [](TestClinic& c, const Actor& a) {
             return codeOf(c.services.imports.preview(a, {}));
         }},
        {"importApply", Permission::RegisterPatient,
         [](TestClinic& c, const Actor& a) {
             return codeOf(c.services.imports.apply(a, {}));
         }},
    };
}

std::vector<GuardedCall> courseCalls() {
    const auto course = nobody<domain::CourseId>();
    const auto planned = nobody<domain::PlannedInfusionId>();
    return {
        {"order", Permission::OrderCourse,
         [](TestClinic& c, const Actor& a) {
             return codeOf(c.services.courses.order(
                 a, anOrder(nobody<domain::PatientId>(), nobody<domain::ProtocolVersionId>(), date("2025-01-06"))));
         }},
        {"decideDose", Permission::OrderCourse,
         [course](TestClinic& c, const Actor& a) {
             return codeOf(c.services.courses.decideDose(a, {course, domain::OrderKind::Keep, {}, "r", kPassword}));
         }},
        {"act", Permission::OrderCourse,
         [course](TestClinic& c, const Actor& a) {
             return codeOf(c.services.courses.act(a, {course, domain::CourseAct::Hold, "r", {}, kPassword}));
         }},
        {"calendar", Permission::ViewPatients,
         [](TestClinic& c, const Actor& a) {
             return codeOf(c.services.courses.calendar(a));
         }},
        {"screening", Permission::ViewPatients,
         [](TestClinic& c, const Actor& a) {
             return codeOf(c.services.courses.screening(a, nobody<domain::PatientId>()));
         }},
        {"orderToRepeat", Permission::ViewPatients,
         [](TestClinic& c, const Actor& a) {
             return codeOf(c.services.courses.orderToRepeat(a, nobody<domain::PatientId>()));
         }},
        {"movePlanned", Permission::PlanInfusions,
         [planned](TestClinic& c, const Actor& a) {
             return codeOf(c.services.courses.movePlanned(a, planned, date("2025-01-06")));
         }},
        {"recordNotGiven", Permission::PlanInfusions,
         [planned](TestClinic& c, const Actor& a) {
             return codeOf(c.services.courses.recordNotGiven(a, planned, domain::PlanState::Missed, "r"));
         }},
        {"recordFollowUp", Permission::RecordAssessment,
         [course](TestClinic& c, const Actor& a) {
             return codeOf(c.services.courses.recordFollowUp(
                 a, {course, domain::AssessmentKind::FollowUp, date("2025-01-06"), domain::RecallFrame::Now, 5, {}}));
         }},
        {"decideRetreatment", Permission::DecideRetreatment,
         [course](TestClinic& c, const Actor& a) {
             return codeOf(c.services.courses.decideRetreatment(a, {course, domain::DecisionKind::Discharge, {}, "r"}));
         }},
    };
}

std::vector<GuardedCall> infusionReads() {
    const auto id = nobody<domain::InfusionId>();
    return {
        {"today", Permission::ViewPatients,
         [](TestClinic& c, const Actor& a) {
             return codeOf(c.services.infusions.today(a));
         }},
        {"onPump", Permission::ViewPatients,
         [](TestClinic& c, const Actor& a) {
             return codeOf(c.services.infusions.onPump(a));
         }},
        {"open", Permission::RecordInfusion,
         [](TestClinic& c, const Actor& a) {
             return codeOf(c.services.infusions.open(a, nobody<domain::PlannedInfusionId>()));
         }},
        {"view", Permission::ViewPatients,
         [id](TestClinic& c, const Actor& a) {
             return codeOf(c.services.infusions.view(a, id, Reading::Open));
         }},
        {"sign", Permission::SignInfusion,
         [id](TestClinic& c, const Actor& a) {
             return codeOf(c.services.infusions.sign(a, id, kPassword));
         }},
        {"accountDrug", Permission::RecordInfusion,
         [id](TestClinic& c, const Actor& a) {
             return codeOf(c.services.infusions.accountDrug(a, aDrugEntry(id)));
         }},
        {"recordRescueDrug", Permission::RecordInfusion,
         [id](TestClinic& c, const Actor& a) {
             return codeOf(c.services.infusions.recordRescueDrug(a, {.infusion = id,
                                                                     .drug = "d",
                                                                     .dose = mg(1),
                                                                     .route = domain::DrugRoute::Oral,
                                                                     .at = {},
                                                                     .witnessUserName = "osei",
                                                                     .witnessPassword = kPassword,
                                                                     .corrects = {}}));
         }},
        {"readDrugBook", Permission::ViewPatients,
         [](TestClinic& c, const Actor& a) {
             return codeOf(c.services.drugBook.read(a, {}, Reading::Open));
         }},
        {"issueDrugBook", Permission::IssueDocument,
         [](TestClinic& c, const Actor& a) {
             return codeOf(c.services.drugBook.issue(a, {}));
         }},
        {"correctDrugBook", Permission::RecordInfusion,
         [](TestClinic& c, const Actor& a) {
             return codeOf(c.services.drugBook.correct(a, {nobody<domain::VialId>(), mg(1), "r", "osei", kPassword}));
         }},
        {"placeOnChair", Permission::RecordInfusion,
         [id](TestClinic& c, const Actor& a) {
             return codeOf(c.services.infusions.placeOnChair(a, {id, "1"}));
         }},
        {"addAddendum", Permission::RecordInfusion,
         [id](TestClinic& c, const Actor& a) {
             return codeOf(c.services.infusions.addAddendum(a, id, "text"));
         }},
    };
}

std::vector<GuardedCall> infusionEntries() {
    const auto id = nobody<domain::InfusionId>();
    return {
        {"recordDose", Permission::RecordInfusion,
         [id](TestClinic& c, const Actor& a) {
             return codeOf(c.services.infusions.recordDose(a, aDose(id)));
         }},
        {"recordAnswer", Permission::RecordInfusion,
         [id](TestClinic& c, const Actor& a) {
             services::AnswerEntry answer{.infusion = id, .item = "rescue", .answer = domain::AnswerKind::Favourable};
             return codeOf(c.services.infusions.recordAnswer(a, answer));
         }},
        {"recordSecondCheck", Permission::RecordInfusion,
         [id](TestClinic& c, const Actor& a) {
             services::SecondCheckEntry check{id, nobody<domain::EntryId>(), {}, {}, {}, {}, "osei", kPassword};
             return codeOf(c.services.infusions.recordSecondCheck(a, check));
         }},
        {"recordAldrete", Permission::RecordInfusion,
         [id](TestClinic& c, const Actor& a) {
             return codeOf(c.services.infusions.recordAldrete(a, {id, 2, 2, 2, 2, {}}));
         }},
        {"discharge", Permission::RecordInfusion,
         [id](TestClinic& c, const Actor& a) {
             return codeOf(c.services.infusions.discharge(a, {id, {}, {}, {}, {}}));
         }},
        {"recordStep", Permission::RecordInfusion,
         [id](TestClinic& c, const Actor& a) {
             return codeOf(c.services.infusions.recordStep(a, {id, domain::StepKind::Start, {}, {}, {}}));
         }},
        {"recordVitals", Permission::RecordInfusion,
         [id](TestClinic& c, const Actor& a) {
             return codeOf(c.services.infusions.recordVitals(a, someVitals(id)));
         }},
        {"recordPain", Permission::RecordInfusion,
         [id](TestClinic& c, const Actor& a) {
             return codeOf(c.services.infusions.recordPain(
                 a, {id, domain::PainMoment::Before, domain::RecallFrame::Now, {}, 5, {}, {}}));
         }},
        {"recordTenderPoints", Permission::RecordInfusion,
         [id](TestClinic& c, const Actor& a) {
             return codeOf(c.services.infusions.recordTenderPoints(a, {id, {}, {}, {}}));
         }},
        {"recordAfter", Permission::RecordInfusion,
         [id](TestClinic& c, const Actor& a) {
             return codeOf(c.services.infusions.recordAfter(a, {.infusion = id, .impression = 2}));
         }},
        {"recordEvent", Permission::RecordInfusion,
         [id](TestClinic& c, const Actor& a) {
             services::EventEntry event{id, "nausea", {}, 1, {}, {}, {}, {}, {}};
             return codeOf(c.services.infusions.recordEvent(a, event));
         }},
        {"recordNote", Permission::RecordInfusion,
         [id](TestClinic& c, const Actor& a) {
             return codeOf(c.services.infusions.recordNote(a, id, "text"));
         }},
    };
}

std::vector<GuardedCall> emergencyEntries() {
    const auto id = nobody<domain::InfusionId>();
    return {
        {"recordEmergency", Permission::RecordInfusion,
         [id](TestClinic& c, const Actor& a) {
             return codeOf(
                 c.services.infusions.recordEmergency(a, {.infusion = id, .called = "c", .done = "d", .at = {}}));
         }},
    };
}

std::vector<GuardedCall> allCalls() {
    std::vector<GuardedCall> all;
    for (auto& some : {accountCalls(), trailCalls(), clinicCalls(), protocolCalls(), patientCalls(),
                       patientRecordCalls(), historyCalls(), documentCalls(), courseCalls(), infusionReads(),
                       infusionEntries(), emergencyEntries(), exchangeCalls()}) {
        all.insert(all.end(), some.begin(), some.end());
    }
    return all;
}

class Permissions : public ServiceTest {};

TEST_F(Permissions, DecideEveryCallOfEveryRole) {
    std::optional<TestClinic::Count> counted; // as it still stands
    for (const auto& guarded : allCalls()) {
        for (const Actor* actor : {&clinic.administrator, &clinic.physician, &clinic.nurse, &clinic.auditor}) {
            SCOPED_TRACE(std::string(guarded.name) + " by " + actor->userName);
            clinic.store.forget();
            const bool isAllowed = domain::allowed(actor->roles, guarded.permission);
            if (isAllowed) {
                counted.reset(); // it may write
                EXPECT_NE(guarded.call(clinic, *actor), base::Code::Denied);
                continue;
            }
            // Counting goes through all there is, so what a refusal left is what the next one finds.
            const auto before = counted ? *counted : clinic.count();
            const auto told = clinic.told.size();
            EXPECT_EQ(guarded.call(clinic, *actor), base::Code::Denied);
            // Nothing was written but the one event, nobody was told, and what comes back is a refusal alone.
            counted = clinic.count();
            EXPECT_EQ(*counted, (TestClinic::Count{before.records, before.events + 1}));
            EXPECT_EQ(clinic.told.size(), told);
            ASSERT_EQ(clinic.store.events().size(), 1U);
            EXPECT_EQ(clinic.store.events().front().action, services::AuditAction::Denied);
            EXPECT_EQ(clinic.store.events().front().outcome, services::AuditOutcome::Failure);
            EXPECT_EQ(clinic.store.events().front().who, actor->account);
        }
    }
}

TEST_F(Permissions, AClosedAccountMayDoNothingAlthoughItIsSignedIn) {
    need(clinic.services.accounts.closeAccount(clinic.administrator, clinic.physician.account));
    for (const auto& guarded : allCalls()) {
        SCOPED_TRACE(guarded.name);
        EXPECT_EQ(guarded.call(clinic, clinic.physician), base::Code::Denied);
    }
}

TEST_F(Permissions, RolesThatWereNeverGrantedDoNotCount) {
    auto forged = clinic.nurse;
    forged.roles = {domain::Role::Physician};
    EXPECT_THAT(clinic.services.protocols.takeOver(forged, "course_05"), FailsWith(base::Code::Denied));
}

TEST_F(Permissions, ADenialTellsNobodyOfAChange) {
    const auto told = clinic.told.size();
    EXPECT_THAT(clinic.services.patients.registerPatient(clinic.auditor, aPatient()), FailsWith(base::Code::Denied));
    EXPECT_EQ(clinic.told.size(), told);
}

TEST(LeadingRole, IsTheMostClinicalOne) {
    const auto leading = [](domain::RoleSet roles) {
        return Actor{nobody<domain::AccountId>(), "x", "X", roles, "pc"}.leadingRole();
    };
    using domain::Role;
    EXPECT_EQ(leading({Role::Administrator, Role::Nurse, Role::Physician}), Role::Physician);
    EXPECT_EQ(leading({Role::Administrator, Role::Nurse}), Role::Nurse);
    EXPECT_EQ(leading({Role::Auditor, Role::Administrator}), Role::Administrator);
    EXPECT_EQ(leading({Role::Auditor}), Role::Auditor);
}

TEST_F(Permissions, TheAuditedRoleIsOneThatMayDoIt) {
    const auto both = need(clinic.services.accounts.createAccount(
        clinic.administrator, {"both", "B. Oth", {domain::Role::Nurse, domain::Role::Administrator}, kPassword}));
    const Actor actor{both, "both", "B. Oth", {domain::Role::Nurse, domain::Role::Administrator}, "chair-1"};
    clinic.store.forget();
    need(clinic.services.accounts.closeAccount(actor, clinic.witness.account));
    ASSERT_EQ(clinic.store.events().size(), 1U);
    EXPECT_EQ(clinic.store.events().front().role, "administrator");
    EXPECT_EQ(clinic.store.events().front().workstation, "chair-1");
}

} // namespace
} // namespace chairside::test
