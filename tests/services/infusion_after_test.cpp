// Impression of change, relief and endurance after the stop.
#include "tests/support/core/service_fixture.h"

namespace chairside::test {
namespace {

using base::Code;
using base::Rule;
using domain::StepKind;
using std::chrono::minutes;

class AfterScores : public ServiceTest {
protected:
    domain::CourseId course = clinic.orderedCourse(clinic.patient(), {}, "asking_05");
    domain::InfusionId infusion = clinic.runningInfusion(course);
    services::AfterEntry entry{.infusion = infusion, .impression = 2, .relief = 45};

    void stop() {
        clinic.clock.advance(minutes(90));
        clinic.step(infusion, StepKind::Stop);
    }
    void addTest() {
        entry.heldSeconds = 62;
        entry.load = kg(2'250);
        entry.side = domain::BodySide::Left;
        entry.stop = domain::EnduranceStop::Pain;
    }
    base::Result<domain::EntryId> record() { return clinic.services.infusions.recordAfter(clinic.nurse, entry); }
    template <class Matcher>
    void refuse(const Matcher& matcher) {
        expectRefused(
            clinic, [this] { return record(); }, matcher);
    }
    std::vector<domain::AfterAssessment> stored() { return clinic.view(infusion).record.after; }
};

TEST_F(AfterScores, KeepTheDirectionAndTheComparisonOfTheProtocol) {
    stop();
    addTest();
    clinic.store.forget();
    const auto id = need(record());
    ASSERT_EQ(stored().size(), 1U);
    const auto kept = stored().front();
    EXPECT_EQ(kept.impression, 2);
    EXPECT_EQ(kept.direction, domain::ImpressionDirection::LowIsImproved);
    EXPECT_EQ(kept.impressionSince, domain::ComparedWith::BeforeCourse);
    EXPECT_EQ(kept.relief, 45);
    EXPECT_EQ(kept.reliefSince, domain::ComparedWith::BeforeInfusion);
    ASSERT_TRUE(kept.endurance.has_value());
    EXPECT_EQ(kept.endurance->seconds, 62);
    EXPECT_EQ(kept.endurance->load, kg(2'250));
    EXPECT_EQ(kept.endurance->side, domain::BodySide::Left);
    EXPECT_EQ(kept.endurance->stop, domain::EnduranceStop::Pain);
    EXPECT_EQ(clinic.store.events().back().action, services::AuditAction::Record);
    EXPECT_EQ(clinic.store.events().back().subjectKind, "after_assessment");
    EXPECT_EQ(clinic.store.events().back().subjectId, id.text());
}

TEST_F(AfterScores, AreCorrectedByANewEntry) {
    stop();
    const auto first = need(record());
    clinic.clock.advance(minutes(5));
    entry.impression = 3;
    entry.corrects = services::Correction{first, ""};
    refuse(HasProblem("correction_reason", Rule::Required));
    entry.corrects->reason = "asked again";
    need(record());
    ASSERT_EQ(stored().size(), 2U);
    const auto stands = domain::standing(stored());
    ASSERT_EQ(stands.size(), 1U);
    EXPECT_EQ(stands.front().impression, 3);
    EXPECT_EQ(stands.front().head.observedAt, stored().front().head.observedAt);
    refuse(HasProblem("corrects", Rule::Duplicate));
}

TEST_F(AfterScores, WaitForTheStopAndEndWithTheSignature) {
    refuse(FailsWith(Code::WrongState));
    stop();
    clinic.pain(infusion, domain::PainMoment::Before, 7);
    clinic.pain(infusion, domain::PainMoment::After, 3);
    need(record());
    need(clinic.services.infusions.recordVitals(clinic.nurse, someVitals(infusion)));
    need(clinic.services.infusions.accountDrug(clinic.nurse, aDrugEntry(infusion)));
    need(clinic.services.infusions.sign(clinic.nurse, infusion, kPassword));
    refuse(FailsWith(Code::WrongState));
}

TEST_F(AfterScores, ATestIsThereWholeOrNotAtAll) {
    stop();
    entry = {.infusion = infusion};
    refuse(HasProblem("after", Rule::Required));
    entry.side = domain::BodySide::Right;
    refuse(::testing::AllOf(HasProblem("held_seconds", Rule::Required), HasProblem("load", Rule::Required),
                            HasProblem("stop", Rule::Required)));
    addTest();
    entry.heldSeconds = 601;
    entry.load = kg(20'001);
    entry.stop = domain::EnduranceStop::Other;
    refuse(::testing::AllOf(HasProblem("held_seconds", Rule::OutOfRange), HasProblem("load", Rule::OutOfRange),
                            HasProblem("stop_words", Rule::Required)));
}

TEST_F(AfterScores, AnEarlierVersionAsksForNone) {
    const auto other = clinic.orderedCourse(clinic.patient(aPatient("Anne", "Other", "KC 0455")));
    infusion = clinic.runningInfusion(other);
    stop();
    entry.infusion = infusion;
    refuse(::testing::AllOf(HasProblem("impression", Rule::NotAllowed), HasProblem("relief", Rule::NotAllowed)));
}

} // namespace
} // namespace chairside::test
