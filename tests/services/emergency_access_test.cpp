// Emergency access: who may use it, for what and how long, and that somebody else looks at it.
#include "tests/support/core/service_fixture.h"

namespace chairside::test {
namespace {

using base::Code;
using services::AuditAction;
using services::Reading;

class EmergencyAccessTest : public ServiceTest {
protected:
    services::EmergencyAccessService& service = clinic.services.emergencyAccess;
    domain::PatientId anna = clinic.patient();

    domain::EmergencyAccess begin(const services::Actor& actor) {
        return need(service.begin(actor, "nurse collapsed, patient on the pump", kPassword));
    }
    base::Result<services::PatientOverview> open(const services::Actor& actor) {
        return clinic.services.patients.overview(actor, anna, Reading::Open);
    }
};

TEST_F(EmergencyAccessTest, ShowsPatientsForItsTimeAndNoLonger) {
    EXPECT_THAT(open(clinic.administrator), FailsWith(Code::Denied));
    const auto access = begin(clinic.administrator);
    EXPECT_EQ(base::between(access.startedAt, access.endsAt), std::chrono::minutes(60));
    EXPECT_THAT(open(clinic.administrator), IsOk());
    clinic.clock.advance(std::chrono::minutes(59));
    EXPECT_THAT(open(clinic.administrator), IsOk());
    clinic.clock.advance(std::chrono::minutes(1));
    EXPECT_THAT(open(clinic.administrator), FailsWith(Code::Denied));
    EXPECT_THAT(open(clinic.auditor), FailsWith(Code::Denied)) << "nobody else has it";
}

TEST_F(EmergencyAccessTest, EveryRecordOpenedMeanwhileIsMarkedInTheTrail) {
    begin(clinic.auditor);
    EXPECT_EQ(clinic.store.events().back().action, AuditAction::EmergencyAccess);
    EXPECT_EQ(clinic.store.events().back().detail, "begun 60 min");
    need(open(clinic.auditor));
    const auto& event = clinic.store.events().back();
    EXPECT_EQ(event.action, AuditAction::View);
    EXPECT_EQ(event.patient, anna);
    EXPECT_EQ(event.role, "auditor");
    EXPECT_EQ(event.detail, "emergency");
    need(open(clinic.nurse));
    EXPECT_EQ(clinic.store.events().back().detail, "");
}

TEST_F(EmergencyAccessTest, IsForReadingAlone) {
    begin(clinic.administrator);
    EXPECT_THAT(clinic.services.patients.registerPatient(clinic.administrator, aPatient("Robin", "Sample", "KC 9")),
                FailsWith(Code::Denied));
    const auto course = clinic.orderedCourse(anna);
    const auto infusion = clinic.openInfusion(course);
    EXPECT_THAT(clinic.services.infusions.recordNote(clinic.administrator, infusion, "text"), FailsWith(Code::Denied));
    EXPECT_THAT(clinic.services.documents.issueVisit(clinic.administrator, services::VisitPaper::Summary, infusion),
                FailsWith(Code::Denied));
    EXPECT_THAT(clinic.services.infusions.sign(clinic.administrator, infusion, kPassword), FailsWith(Code::Denied));
}

TEST_F(EmergencyAccessTest, NeedsAReasonAndThePassword) {
    expectRefused(
        clinic, [&] { return service.begin(clinic.administrator, "  ", kPassword); }, FailsWith(Code::Invalid));
    EXPECT_THAT(service.begin(clinic.administrator, "fire", "not my password"), FailsWith(Code::SignInFailed));
    EXPECT_THAT(open(clinic.administrator), FailsWith(Code::Denied));
}

TEST_F(EmergencyAccessTest, IsNotForWhoeverSeesPatientsAnyway) {
    EXPECT_THAT(service.begin(clinic.nurse, "fire", kPassword), FailsWith(Code::Denied));
    EXPECT_THAT(service.begin(clinic.physician, "fire", kPassword), FailsWith(Code::Denied));
    begin(clinic.administrator);
    EXPECT_THAT(service.begin(clinic.administrator, "again", kPassword), FailsWith(Code::WrongState));
}

TEST_F(EmergencyAccessTest, EndsWhenThePersonSaysSoAndWithTheirAccount) {
    begin(clinic.administrator);
    need(service.end(clinic.administrator));
    EXPECT_THAT(open(clinic.administrator), FailsWith(Code::Denied));
    need(service.end(clinic.administrator));
    begin(clinic.auditor);
    need(clinic.services.accounts.closeAccount(clinic.administrator, clinic.auditor.account));
    EXPECT_THAT(open(clinic.auditor), FailsWith(Code::Denied));
}

TEST_F(EmergencyAccessTest, IsToldAtTheNextSignIn) {
    const auto access = begin(clinic.administrator);
    const auto again = need(clinic.services.accounts.signIn("ines", kPassword, "chair-1"));
    EXPECT_EQ(again.emergencyUntil, access.endsAt);
    EXPECT_FALSE(need(clinic.services.accounts.signIn("khan", kPassword, "chair-1")).emergencyUntil);
}

TEST_F(EmergencyAccessTest, WaitsForTheReviewOfAnotherPerson) {
    const auto access = begin(clinic.administrator);
    EXPECT_THAT(service.review(clinic.auditor, access.id, "justified"), FailsWith(Code::WrongState)) << "still open";
    clinic.clock.advance(std::chrono::hours(2));
    EXPECT_THAT(service.review(clinic.administrator, access.id, "justified"), FailsWith(Code::Invalid));
    EXPECT_THAT(service.review(clinic.nurse, access.id, "justified"), FailsWith(Code::Denied));
    EXPECT_THAT(service.review(clinic.physician, access.id, " "), FailsWith(Code::Invalid));
    need(service.review(clinic.physician, access.id, "justified"));
    EXPECT_THAT(service.review(clinic.auditor, access.id, "again"), FailsWith(Code::WrongState));
    const auto rows = need(service.list(clinic.auditor));
    ASSERT_EQ(rows.size(), 1U);
    EXPECT_EQ(rows.front().person, "I. Nes");
    EXPECT_EQ(rows.front().reviewer, "L. Okafor, MD");
    EXPECT_EQ(rows.front().access.review->remark, "justified");
}

TEST_F(EmergencyAccessTest, WhatNobodyHasLookedAtStandsFirst) {
    const auto first = begin(clinic.administrator);
    clinic.clock.advance(std::chrono::hours(2));
    const auto second = begin(clinic.administrator);
    clinic.clock.advance(std::chrono::hours(2));
    need(service.review(clinic.physician, second.id, "justified"));
    const auto rows = need(service.list(clinic.physician));
    ASSERT_EQ(rows.size(), 2U);
    EXPECT_EQ(rows.front().access.id, first.id);
}

} // namespace
} // namespace chairside::test
