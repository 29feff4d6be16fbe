// The day from which a signed version is in force, and the second signature that new hard limits need.
#include "core/domain/protocol/protocol_standing.h"
#include "tests/support/core/second_physician.h"

namespace chairside::test {
namespace {

using base::Code;
using base::Rule;
using domain::ProtocolStanding;

class ProtocolInForce : public ServiceTest {
protected:
    domain::ProtocolVersionId draft() { return need(protocols().takeOver(clinic.physician, "course_05")); }
    // A draft whose highest dose per kg is another one.
    domain::ProtocolVersionId looserDraft() {
        const auto id = draft();
        need(protocols().changeNumbers(clinic.physician, id, {{"dose.max_per_kg", 1'500, "the committee"}}));
        return id;
    }
    services::ProtocolService& protocols() { return clinic.services.protocols; }
    services::ProtocolOnFile onFile(const domain::ProtocolVersionId& id) {
        for (auto& one : need(protocols().onFile(clinic.nurse))) {
            if (one.version.id == id) return one;
        }
        ADD_FAILURE() << "no such version";
        return {.version = need(protocols().versions(clinic.nurse)).front()};
    }
    ProtocolStanding standing(const domain::ProtocolVersionId& id) { return onFile(id).standing; }
    base::Result<domain::CourseId> order(const domain::ProtocolVersionId& id, std::string_view first = "2025-01-16") {
        const auto number = "KC 7" + std::to_string(++m_patients);
        const auto patient = clinic.patient(aPatient("Ben", "Tester", number, "1966-02-02"));
        auto request = anOrder(patient, id, date(first));
        request.initials = "BT";
        request.birthYear = "1966";
        return clinic.services.courses.order(clinic.physician, request);
    }
    const services::Actor second = secondPhysician(clinic);

private:
    int m_patients = 10;
};

TEST_F(ProtocolInForce, SignedForTodayIsOrderedUnderAtOnce) {
    const auto id = draft();
    need(protocols().sign(clinic.physician, id, kPassword, clinic.clock.now().localDate()));
    EXPECT_EQ(standing(id), ProtocolStanding::Active);
    EXPECT_EQ(onFile(id).firstDay, clinic.clock.now().localDate());
    EXPECT_EQ(onFile(id).signedByName, "L. Okafor, MD");
    EXPECT_THAT(order(id), IsOk());
}

TEST_F(ProtocolInForce, NoSignatureReachesIntoThePast) {
    const auto id = draft();
    const auto yesterday = clinic.clock.now().localDate().plusDays(-1);
    expectRefused(
        clinic, [&] { return protocols().sign(clinic.physician, id, kPassword, yesterday); },
        HasProblem("in_force_from", Rule::InPast));
    EXPECT_EQ(standing(id), ProtocolStanding::Draft);
}

TEST_F(ProtocolInForce, ALaterDayReplacesTheVersionOnThatDayAndCoursesKeepTheirs) {
    const auto first = clinic.signedProtocol();
    const auto course = need(order(first));
    const auto next = draft();
    const auto day = clinic.clock.now().localDate().plusDays(7);
    need(protocols().sign(clinic.physician, next, kPassword, day));
    EXPECT_EQ(standing(next), ProtocolStanding::Upcoming);
    EXPECT_EQ(onFile(next).firstDay, day);
    EXPECT_EQ(standing(first), ProtocolStanding::Active);
    EXPECT_THAT(order(next), FailsWith(Code::WrongState)) << "not before its day";
    EXPECT_THAT(order(first), IsOk());

    clinic.goTo(day);
    EXPECT_EQ(standing(next), ProtocolStanding::Active);
    EXPECT_EQ(standing(first), ProtocolStanding::Replaced);
    EXPECT_EQ(onFile(first).replacedBy, 2);
    EXPECT_THAT(order(first, "2025-01-20"), FailsWith(Code::WrongState)) << "nothing new under a replaced version";
    EXPECT_THAT(order(next, "2025-01-20"), IsOk());
    EXPECT_EQ(clinic.review(course).protocol.id, first) << "a course keeps the version it was ordered under";
    EXPECT_TRUE(clinic.verify().clean());
}

TEST_F(ProtocolInForce, RetiredBeforeItsDayItReplacesNothing) {
    const auto first = clinic.signedProtocol();
    const auto next = draft();
    const auto day = clinic.clock.now().localDate().plusDays(7);
    need(protocols().sign(clinic.physician, next, kPassword, day));
    need(protocols().retire(clinic.physician, next, "signed by mistake", kPassword));
    clinic.goTo(day);
    EXPECT_EQ(standing(first), ProtocolStanding::Active);
}

TEST_F(ProtocolInForce, RetiredLaterItBringsNothingOldBack) {
    const auto first = clinic.signedProtocol();
    const auto next = clinic.signedProtocol();
    need(protocols().retire(clinic.physician, next, "withdrawn", kPassword));
    EXPECT_EQ(standing(first), ProtocolStanding::Replaced);
    EXPECT_THAT(order(first), FailsWith(Code::WrongState));
}

TEST_F(ProtocolInForce, ADraftFromASignedVersionSaysTheSameAndNeedsOneSignature) {
    const auto first = looserDraft();
    need(protocols().sign(clinic.physician, first, kPassword));
    need(protocols().countersign(second, first, kPassword));
    const auto next = need(protocols().revise(clinic.physician, first));
    EXPECT_EQ(onFile(next).version.version, 2);
    EXPECT_EQ(onFile(next).version.rules, onFile(first).version.rules);
    EXPECT_FALSE(onFile(next).limits.secondNeeded);
    need(protocols().sign(clinic.physician, next, kPassword));
    EXPECT_EQ(standing(next), ProtocolStanding::Active);
    EXPECT_EQ(standing(first), ProtocolStanding::Replaced);
    const auto another = draft();
    expectRefused(
        clinic, [&] { return protocols().revise(clinic.physician, another); }, FailsWith(Code::WrongState));
    EXPECT_THAT(protocols().revise(clinic.nurse, first), FailsWith(Code::Denied));
}

TEST_F(ProtocolInForce, TheTemplateIsADifferenceOnceTheClinicHasLimitsOfItsOwn) {
    const auto first = looserDraft();
    need(protocols().sign(clinic.physician, first, kPassword));
    need(protocols().countersign(second, first, kPassword));
    const auto plain = onFile(draft());
    EXPECT_TRUE(plain.limits.secondNeeded);
    EXPECT_EQ(plain.limits.comparedWith, 1);
    EXPECT_EQ(plain.limits.changes,
              (std::vector<domain::ProtocolChange>{{domain::ChangedPart::Number, "dose.max_per_kg"}}));
}

TEST_F(ProtocolInForce, NewHardLimitsWaitForAnotherPhysician) {
    const auto before = clinic.signedProtocol();
    const auto id = looserDraft();
    EXPECT_TRUE(onFile(id).limits.secondNeeded);
    need(protocols().sign(clinic.physician, id, kPassword));
    EXPECT_EQ(standing(id), ProtocolStanding::AwaitsSecond);
    EXPECT_EQ(standing(before), ProtocolStanding::Active);
    EXPECT_THAT(order(id), FailsWith(Code::WrongState));
    expectRefused(
        clinic, [&] { return protocols().countersign(clinic.physician, id, kPassword); },
        HasProblem("second_signature", Rule::SamePerson));
    expectRefused(
        clinic, [&] { return protocols().countersign(second, id, ""); }, HasProblem("password", Rule::Required));
    EXPECT_THAT(protocols().countersign(second, id, "wrong"), FailsWith(Code::SignInFailed));
    EXPECT_THAT(protocols().countersign(clinic.nurse, id, kPassword), FailsWith(Code::Denied));
    EXPECT_THAT(protocols().countersign(clinic.administrator, id, kPassword), FailsWith(Code::Denied));
    EXPECT_EQ(standing(id), ProtocolStanding::AwaitsSecond);

    need(protocols().countersign(second, id, kPassword));
    EXPECT_EQ(standing(id), ProtocolStanding::Active);
    EXPECT_EQ(standing(before), ProtocolStanding::Replaced);
    EXPECT_EQ(onFile(id).secondByName, "E. Roth, MD");
    EXPECT_THAT(order(id), IsOk());
    expectRefused(
        clinic, [&] { return protocols().countersign(second, id, kPassword); }, FailsWith(Code::WrongState));
    EXPECT_TRUE(clinic.verify().clean());
}

TEST_F(ProtocolInForce, BothSignaturesStandUnderTheSameContent) {
    const auto id = looserDraft();
    need(protocols().sign(clinic.physician, id, kPassword));
    need(protocols().countersign(second, id, kPassword));
    need(clinic.store.read([&](services::Transaction& tx) -> base::Done {
        const auto signatures = need(tx.signatures().of("protocol_version", id.text()));
        if (signatures.size() != 2) return base::fail(Code::Internal, "signatures");
        EXPECT_EQ(signatures[1].meaning, "protocol_second");
        EXPECT_EQ(signatures[1].printedName, "E. Roth, MD");
        EXPECT_EQ(signatures[0].contentHash, signatures[1].contentHash);
        return {};
    }));
}

TEST_F(ProtocolInForce, ALateSecondSignatureDoesNotReachBack) {
    const auto id = looserDraft();
    need(protocols().sign(clinic.physician, id, kPassword));
    const auto later = clinic.clock.now().localDate().plusDays(3);
    clinic.goTo(later);
    need(protocols().countersign(second, id, kPassword));
    EXPECT_EQ(onFile(id).firstDay, later);
}

TEST_F(ProtocolInForce, AnEarlySecondSignatureWaitsForTheDay) {
    const auto id = looserDraft();
    const auto day = clinic.clock.now().localDate().plusDays(7);
    need(protocols().sign(clinic.physician, id, kPassword, day));
    need(protocols().countersign(second, id, kPassword));
    EXPECT_EQ(standing(id), ProtocolStanding::Upcoming);
    EXPECT_EQ(onFile(id).firstDay, day);
}

TEST_F(ProtocolInForce, AVersionThatWasRetiredWhileItWaitedIsNotCountersigned) {
    const auto id = looserDraft();
    need(protocols().sign(clinic.physician, id, kPassword));
    need(protocols().retire(clinic.physician, id, "not agreed", kPassword));
    expectRefused(
        clinic, [&] { return protocols().countersign(second, id, kPassword); }, FailsWith(Code::WrongState));
}

TEST_F(ProtocolInForce, WhatIsNoHardLimitNeedsOneSignature) {
    const auto id = draft();
    need(protocols().changeNumbers(clinic.physician, id,
                                   {{"dose.soft_per_kg", 900, "reasons earlier"},
                                    {"dose.max_per_kg", 2'000, "the same, said in other words"},
                                    {"retreatment.open_days", 30, "the clinic's habit"}}));
    EXPECT_FALSE(onFile(id).limits.secondNeeded);
    need(protocols().sign(clinic.physician, id, kPassword));
    EXPECT_EQ(standing(id), ProtocolStanding::Active);
}

} // namespace
} // namespace chairside::test
