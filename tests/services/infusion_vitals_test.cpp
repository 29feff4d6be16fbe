// The vitals grid and its corrections.
#include "core/services/infusion_access.h"
#include "tests/support/core/service_fixture.h"

namespace chairside::test {
namespace {

using base::Code;
using base::Rule;
using services::Correction;
using services::VitalsEntry;
using std::chrono::minutes;

class Vitals : public ServiceTest {
protected:
    domain::PatientId anna = clinic.patient();
    domain::CourseId course = clinic.orderedCourse(anna);
    domain::InfusionId infusion = clinic.runningInfusion(course);
    VitalsEntry entry = someVitals(infusion);

    base::Result<domain::EntryId> record() { return clinic.services.infusions.recordVitals(clinic.nurse, entry); }
    domain::InfusionRecord stored() { return clinic.view(infusion).record; }
    template <class Matcher>
    void refuse(const Matcher& matcher) {
        expectRefused(
            clinic, [this] { return record(); }, matcher);
    }
};

TEST_F(Vitals, ARowIsStoredWithItsScores) {
    entry.note = " felt warm ";
    const auto id = need(record());
    const auto record = stored();
    ASSERT_EQ(record.vitals.size(), 1U);
    EXPECT_EQ(record.vitals.front().head.id, id);
    EXPECT_EQ(record.vitals.front().note, "felt warm");
    ASSERT_EQ(record.sedation.size(), 1U);
    EXPECT_EQ(record.sedation.front().row, id);
    EXPECT_EQ(record.sedation.front().value, 5);
    ASSERT_EQ(record.dissociation.size(), 1U);
    EXPECT_EQ(record.dissociation.front().row, id);
    ASSERT_EQ(record.pain.size(), 1U);
    EXPECT_EQ(record.pain.front().row, id);
    EXPECT_EQ(record.pain.front().moment, domain::PainMoment::During);
}

TEST_F(Vitals, ARowIsOneAuditEventHoweverManyScores) {
    clinic.store.forget();
    need(record());
    EXPECT_EQ(clinic.store.events().size(), 1U);
}

TEST_F(Vitals, ImpossibleValuesAreAllTold) {
    entry.systolic = 261;
    entry.heartRate = 29;
    entry.spo2 = 101;
    entry.respiration = 61;
    entry.sedation = 6;
    entry.dissociation = 5;
    entry.pain = 11;
    for (const char* field : {"systolic", "heart_rate", "spo2", "respiration", "sedation", "dissociation", "pain"}) {
        refuse(HasProblem(field, Rule::OutOfRange));
    }
    entry = someVitals(infusion);
    entry.diastolic = 140;
    refuse(HasProblem("diastolic", Rule::Mismatch));
}

TEST_F(Vitals, AnEmptyRowIsNone) {
    entry = VitalsEntry{infusion, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}};
    refuse(HasProblem("vitals", Rule::Required));
    entry.dissociation = 3;
    EXPECT_THAT(record(), IsOk());
}

TEST_F(Vitals, ATimeLiesBetweenTheOpeningAndNow) {
    const auto opened = stored().infusion.openedAt;
    clinic.clock.advance(minutes(5));
    entry.at = opened.plus(minutes(-1));
    refuse(HasProblem("at", Rule::BeforeStart));
    entry.at = opened.plus(minutes(6));
    refuse(HasProblem("at", Rule::InFuture));
    entry.at = opened;
    EXPECT_THAT(record(), IsOk());
}

TEST_F(Vitals, ACorrectionReplacesTheRowAndItsScoresAndKeepsItsTime) {
    entry.dissociation = 4;
    entry.dueAt = clinic.clock.now();
    const auto at = clinic.clock.now();
    const auto wrong = need(record());
    clinic.clock.advance(minutes(20));
    entry = someVitals(infusion);
    entry.systolic = 138;
    entry.dissociation = 1;
    entry.corrects = Correction{wrong, "typed the wrong row"};
    const auto right = need(record());

    const auto record = stored();
    const auto rows = domain::standing(record.vitals);
    ASSERT_EQ(rows.size(), 1U);
    EXPECT_EQ(rows.front().head.id, right);
    EXPECT_EQ(rows.front().head.observedAt, at);
    EXPECT_EQ(rows.front().dueAt, at);
    EXPECT_EQ(rows.front().head.recordedAt, clinic.clock.now());
    EXPECT_EQ(rows.front().head.correctionReason, "typed the wrong row");
    EXPECT_EQ(record.vitals.size(), 2U);
    ASSERT_EQ(domain::standing(record.dissociation).size(), 1U);
    EXPECT_EQ(domain::standing(record.dissociation).front().value, 1);
    EXPECT_EQ(domain::standing(record.sedation).size(), 1U);
    EXPECT_EQ(domain::standing(record.pain).size(), 1U);
    EXPECT_EQ(clinic.review(course).points.front().worstDissociation, 1);
    EXPECT_EQ(clinic.review(course).points.front().highestSystolic, 138);
}

TEST_F(Vitals, AScoreThatACorrectionLeavesOutDoesNotStand) {
    entry.dissociation = 4;
    const auto wrong = need(record());
    entry.dissociation.reset();
    entry.corrects = Correction{wrong, "another patient's"};
    need(record());
    const auto record = stored();
    EXPECT_TRUE(services::standingScores(record.dissociation, record.vitals).empty());
    EXPECT_EQ(clinic.review(course).points.front().worstDissociation, std::nullopt);
}

TEST_F(Vitals, ACorrectionNeedsAReasonAndAStandingEntryOfItsKind) {
    const auto first = need(record());
    const auto note = need(clinic.services.infusions.recordNote(clinic.nurse, infusion, "text"));
    entry.corrects = Correction{first, ""};
    refuse(HasProblem("correction_reason", Rule::Required));
    entry.corrects = Correction{note, "reason"};
    refuse(HasProblem("corrects", Rule::NotAllowed));
    entry.corrects = Correction{first, "reason"};
    need(record());
    refuse(HasProblem("corrects", Rule::Duplicate));
}

TEST_F(Vitals, ACorrectedScoreStaysInItsRow) {
    const auto row = need(record());
    const auto score = stored().pain.front();
    need(clinic.services.infusions.recordPain(clinic.nurse, {infusion,
                                                             domain::PainMoment::During,
                                                             domain::RecallFrame::Now,
                                                             {},
                                                             2,
                                                             {},
                                                             Correction{score.head.id, "misheard"}}));
    const auto standing = domain::standing(stored().pain);
    ASSERT_EQ(standing.size(), 1U);
    EXPECT_EQ(standing.front().row, row);
    EXPECT_EQ(standing.front().value, 2);
}

TEST_F(Vitals, CorrectionsAreAuditedAsSuch) {
    const auto first = need(record());
    clinic.store.forget();
    entry.corrects = Correction{first, "reason"};
    need(record());
    ASSERT_EQ(clinic.store.events().size(), 1U);
    EXPECT_EQ(clinic.store.events().front().action, services::AuditAction::Correct);
    EXPECT_EQ(clinic.store.events().front().subjectKind, "vital_signs");
}

} // namespace
} // namespace chairside::test
