// Every call leaves exactly one event: what, who, as what, for whom. And what is issued on paper.
#include "tests/support/core/service_fixture.h"

namespace chairside::test {
namespace {

using base::Code;
using services::AuditAction;
using services::ChangeKind;
using services::Reading;

class Trail : public ServiceTest {
protected:
    domain::PatientId anna = clinic.patient();
    domain::CourseId course = clinic.orderedCourse(anna);
    domain::InfusionId infusion = clinic.openInfusion(course);

    template <class Call>
    void expectEvent(Call call, AuditAction action, const services::Actor& who, const char* table,
                     std::optional<domain::PatientId> patient) {
        clinic.store.forget();
        need(call());
        ASSERT_EQ(clinic.store.events().size(), 1U) << table;
        const auto& event = clinic.store.events().front();
        EXPECT_EQ(event.action, action) << table;
        EXPECT_EQ(event.who, who.account) << table;
        EXPECT_EQ(event.subjectKind, table);
        EXPECT_EQ(event.patient, patient) << table;
        EXPECT_EQ(event.outcome, services::AuditOutcome::Success);
    }
    template <class Call>
    void expectSilence(Call call) {
        clinic.store.forget();
        need(call());
        EXPECT_TRUE(clinic.store.events().empty());
    }
};

TEST_F(Trail, HoldsEveryEntryAtTheChair) {
    auto& service = clinic.services.infusions;
    const auto& nurse = clinic.nurse;
    const auto record = [&](const char* table, auto call) {
        expectEvent(call, AuditAction::Record, nurse, table, anna);
    };
    record("dose_check", [&] { return service.recordDose(nurse, aDose(infusion)); });
    record("infusion_step", [&] { return service.recordStep(nurse, {infusion, domain::StepKind::Start, {}, {}, {}}); });
    record("vital_signs", [&] { return service.recordVitals(nurse, someVitals(infusion)); });
    record("pain_score", [&] {
        return service.recordPain(nurse,
                                  {infusion, domain::PainMoment::Before, domain::RecallFrame::Now, {}, 5, {}, {}});
    });
    record("tender_point_exam", [&] {
        services::TenderEntry exam{infusion, {}, {}, {}};
        exam.exam.sites[3].score = 4;
        return service.recordTenderPoints(nurse, exam);
    });
    record("adverse_event", [&] {
        services::EventEntry event{infusion, "nausea", {}, 1, {}, {}, {}, {}, {}};
        return service.recordEvent(nurse, event);
    });
    record("note", [&] { return service.recordNote(nurse, infusion, "text"); });
    clinic.finish(infusion);
    record("addendum", [&] { return service.addAddendum(nurse, infusion, "text"); });
}

TEST_F(Trail, HoldsPlanningOrderingAndDeciding) {
    auto& service = clinic.services.courses;
    const auto second = clinic.planned(course, 2).id;
    expectEvent([&] { return service.movePlanned(clinic.nurse, second, date("2025-01-10")); }, AuditAction::Plan,
                clinic.nurse, "course", anna);
    expectEvent([&] { return service.recordNotGiven(clinic.nurse, second, domain::PlanState::Missed, "snow"); },
                AuditAction::Plan, clinic.nurse, "course", anna);
    expectEvent(
        [&] {
            return service.recordFollowUp(
                clinic.nurse,
                {course, domain::AssessmentKind::Baseline, date("2025-01-05"), domain::RecallFrame::Average24h, 7, {}});
        },
        AuditAction::Record, clinic.nurse, "course", anna);
    expectEvent(
        [&] {
            return service.act(clinic.physician, {course, domain::CourseAct::Hold, "pneumonia", {}, kPassword});
        },
        AuditAction::Order, clinic.physician, "course", anna);
    expectEvent(
        [&] {
            return service.decideDose(clinic.physician, {course, domain::OrderKind::Stop, {}, "stop", kPassword});
        },
        AuditAction::Order, clinic.physician, "course", anna);
    expectEvent(
        [&] {
            return service.decideRetreatment(clinic.physician, {course, domain::DecisionKind::Discharge, {}, "done"});
        },
        AuditAction::Decide, clinic.physician, "course", anna);
}

TEST_F(Trail, HoldsOpenedRecordsButNotRefreshedOnes) {
    auto& services = clinic.services;
    expectEvent([&] { return services.infusions.view(clinic.nurse, infusion, Reading::Open); }, AuditAction::View,
                clinic.nurse, "infusion", anna);
    expectEvent([&] { return services.patients.overview(clinic.physician, anna, Reading::Open); }, AuditAction::View,
                clinic.physician, "patient", anna);
    expectEvent([&] { return services.reviews.review(clinic.physician, course, Reading::Open); }, AuditAction::View,
                clinic.physician, "course", anna);
    expectSilence([&] { return services.infusions.view(clinic.nurse, infusion, Reading::Refresh); });
    expectSilence([&] { return services.patients.overview(clinic.nurse, anna, Reading::Refresh); });
    expectSilence([&] { return services.reviews.review(clinic.nurse, course, Reading::Refresh); });
    expectSilence([&] { return services.patients.search(clinic.nurse, "test", 10); });
    expectSilence([&] { return services.infusions.today(clinic.nurse); });
}

TEST_F(Trail, HoldsAccountsProtocolsAndVerification) {
    auto& services = clinic.services;
    const services::NewAccount account{"lee", "J. Lee", {domain::Role::Nurse}, "battery staple"};
    expectEvent([&] { return services.accounts.createAccount(clinic.administrator, account); }, AuditAction::Create,
                clinic.administrator, "account", std::nullopt);
    expectEvent([&] { return services.accounts.closeAccount(clinic.administrator, clinic.witness.account); },
                AuditAction::Record, clinic.administrator, "account", std::nullopt);
    expectEvent([&] { return services.protocols.takeOver(clinic.physician, "study_03"); }, AuditAction::Create,
                clinic.physician, "protocol_version", std::nullopt);
    expectEvent([&] { return services.audit.verify(clinic.auditor); }, AuditAction::Verify, clinic.auditor, "clinic",
                std::nullopt);
    clinic.store.forget();
    const auto robin = need(services.patients.registerPatient(clinic.nurse, aPatient("Robin", "Sample", "KC 9")));
    ASSERT_EQ(clinic.store.events().size(), 1U);
    EXPECT_EQ(clinic.store.events().front().action, AuditAction::Create);
    EXPECT_EQ(clinic.store.events().front().patient, robin);
}

TEST_F(Trail, AVisitSummaryIsRecordedBeforeItLeaves) {
    clinic.told.clear();
    std::optional<services::VisitSummary> summary;
    expectEvent(
        [&]() -> base::Done {
            summary = need(clinic.services.documents.issueVisit(clinic.nurse, services::VisitPaper::Summary, infusion));
            return {};
        },
        AuditAction::Issue, clinic.nurse, "document_issued", anna);
    EXPECT_EQ(summary->head.state, "draft");
    EXPECT_EQ(summary->head.clinic.name, "Hillside Pain Clinic");
    EXPECT_EQ(summary->head.printedBy, "R. Khan, RN");
    EXPECT_EQ(summary->head.printedAt, clinic.clock.now());
    EXPECT_EQ(summary->head.contentHash.size(), 64U);
    EXPECT_EQ(summary->head.auditHead.size(), 64U);
    EXPECT_EQ(summary->review.course.id, course);
    ASSERT_EQ(clinic.told.size(), 1U);
    EXPECT_EQ(clinic.told.front().kind, ChangeKind::Document);
}

TEST_F(Trail, AVisitSummarySaysWhetherItIsSignedOrAmended) {
    clinic.prepare(infusion);
    clinic.step(infusion, domain::StepKind::Start);
    clinic.finish(infusion);
    const auto signedOne =
        need(clinic.services.documents.issueVisit(clinic.nurse, services::VisitPaper::Summary, infusion));
    EXPECT_EQ(signedOne.head.state, "signed");
    EXPECT_EQ(signedOne.head.contentHash, signedOne.infusion.record.signature->contentHash);
    need(clinic.services.infusions.addAddendum(clinic.nurse, infusion, "called"));
    const auto amended =
        need(clinic.services.documents.issueVisit(clinic.nurse, services::VisitPaper::Summary, infusion));
    EXPECT_EQ(amended.head.state, "amended");
    EXPECT_EQ(amended.head.contentHash, signedOne.head.contentHash);
    EXPECT_NE(amended.head.auditHead, signedOne.head.auditHead);
}

TEST_F(Trail, ChangesAreToldAfterTheCommitOnly) {
    clinic.told.clear();
    EXPECT_THAT(clinic.services.infusions.recordNote(clinic.nurse, infusion, ""), FailsWith(Code::Invalid));
    EXPECT_TRUE(clinic.told.empty());
    need(clinic.services.infusions.recordNote(clinic.nurse, infusion, "text"));
    ASSERT_EQ(clinic.told.size(), 1U);
    EXPECT_EQ(clinic.told.front().kind, ChangeKind::Infusion);
    EXPECT_EQ(clinic.told.front().id, infusion.text());
    EXPECT_EQ(clinic.told.front().patientId, anna.text());
}

TEST_F(Trail, AFullDiskIsToldAndNothingIsWritten) {
    clinic.store.failNext(Code::StorageFull);
    expectRefused(
        clinic, [&] { return clinic.services.infusions.recordNote(clinic.nurse, infusion, "text"); },
        FailsWith(Code::StorageFull));
    EXPECT_THAT(clinic.services.infusions.recordNote(clinic.nurse, infusion, "text"), IsOk());
}

TEST_F(Trail, WorkThatIsRepeatedIsDoneOnce) {
    clinic.told.clear();
    clinic.store.forget();
    clinic.store.repeatNext();
    need(clinic.services.infusions.recordVitals(clinic.nurse, someVitals(infusion)));
    EXPECT_EQ(clinic.view(infusion).record.vitals.size(), 1U);
    EXPECT_EQ(clinic.view(infusion).record.sedation.size(), 1U);
    EXPECT_EQ(clinic.store.events().size(), 1U);
    EXPECT_EQ(clinic.told.size(), 1U);
}

TEST_F(Trail, TheStoreIsCleanAfterAWholeCourse) {
    clinic.prepare(infusion);
    clinic.step(infusion, domain::StepKind::Start);
    clinic.finish(infusion);
    for (int ordinal = 2; ordinal <= 6; ++ordinal)
        clinic.give(course, ordinal, 8 - ordinal, 2);
    const auto report = need(clinic.services.audit.verify(clinic.administrator));
    EXPECT_TRUE(report.clean());
    EXPECT_GT(report.auditEvents, 60);
}

} // namespace
} // namespace chairside::test
