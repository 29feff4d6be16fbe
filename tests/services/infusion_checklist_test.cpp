// The pre-check: answers one at a time, and the start that waits for them.
#include "tests/support/core/service_fixture.h"

namespace chairside::test {
namespace {

using base::Code;
using base::Rule;
using domain::AnswerKind;
using domain::CheckGap;
using domain::CheckGapKind;
using domain::StepKind;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

class PreCheck : public ServiceTest {
protected:
    domain::PatientId anna = clinic.patient();
    domain::CourseId course = clinic.orderedCourse(anna, {}, kCheckedProtocol);
    domain::InfusionId infusion = clinic.openInfusion(course);

    [[nodiscard]] services::AnswerEntry entry(const char* item, std::optional<AnswerKind> kind, std::string note = {},
                                              std::string prescriber = {}) const {
        return {.infusion = infusion,
                .item = item,
                .answer = kind,
                .note = std::move(note),
                .prescriber = std::move(prescriber)};
    }
    base::Result<domain::EntryId> record(const services::AnswerEntry& entry) {
        return clinic.services.infusions.recordAnswer(clinic.nurse, entry);
    }
    template <class Matcher>
    void refuse(const services::AnswerEntry& entry, const Matcher& matcher) {
        expectRefused(
            clinic, [&] { return record(entry); }, matcher);
    }
    base::Result<domain::EntryId> start() {
        return clinic.services.infusions.recordStep(clinic.nurse, {infusion, StepKind::Start, {}, {}, {}});
    }
    void refuseStart(const char* detail) {
        expectRefused(
            clinic, [this] { return start(); }, FailsWith(Code::WrongState));
        EXPECT_EQ(start().error().field, "pre_check");
        EXPECT_EQ(start().error().detail, detail);
    }
    void vitals(int systolic, int diastolic) {
        auto row = someVitals(infusion);
        row.systolic = systolic;
        row.diastolic = diastolic;
        need(clinic.services.infusions.recordVitals(clinic.nurse, row));
    }
    [[nodiscard]] std::vector<CheckGap> gaps() {
        const auto view = clinic.view(infusion);
        return domain::startGaps(view.record, view.protocol, view.asOf);
    }
};

TEST_F(PreCheck, TheStartWaitsForEveryAnswerAndTheBaseline) {
    clinic.prepare(infusion);
    refuseStart("unanswered");
    clinic.preCheck(infusion);
    refuseStart("baseline_missing");
    vitals(128, 76);
    EXPECT_THAT(gaps(), IsEmpty());
    need(start());
    EXPECT_EQ(clinic.view(infusion).state, domain::InfusionState::Running);
}

TEST_F(PreCheck, AHardStopIsToldFirstAndLiftedOnlyByACorrection) {
    clinic.prepare(infusion);
    const auto first = need(record(entry("rescue", AnswerKind::Unfavourable, "oxygen bottle empty")));
    refuseStart("hard_stop");
    clinic.preCheck(infusion);
    vitals(128, 76);
    refuseStart("hard_stop");
    refuse(entry("rescue", AnswerKind::Favourable), HasProblem("answer", Rule::Duplicate));
    auto better = entry("rescue", AnswerKind::Favourable);
    better.corrects = services::Correction{first, "bottle changed"};
    clinic.clock.advance(std::chrono::minutes(3));
    need(record(better));
    const auto answers = clinic.view(infusion).record.answers;
    EXPECT_TRUE(
        domain::isCorrected(answers, *std::ranges::find(answers, first, [](const auto& one) { return one.head.id; })))
        << "the old answer stays";
    need(start());
}

TEST_F(PreCheck, ASoftStopNeedsItsReasonAndThePrescriber) {
    refuse(entry("last_meal", AnswerKind::Unfavourable),
           ::testing::AllOf(HasProblem("note", Rule::Required), HasProblem("prescriber", Rule::Required)));
    refuse(entry("last_meal", AnswerKind::Unfavourable, "ate at 08:30", " "), HasProblem("prescriber", Rule::Required));
    need(record(entry("last_meal", AnswerKind::Unfavourable, "ate at 08:30", " Dr Okafor ")));
    EXPECT_EQ(clinic.view(infusion).record.answers.front().prescriber, "Dr Okafor");
}

TEST_F(PreCheck, WhatOnlyInformsNeedsANoteAndStopsNothing) {
    refuse(entry("escort", AnswerKind::Unfavourable), HasProblem("note", Rule::Required));
    need(record(entry("escort", AnswerKind::Unfavourable, "sister is asked")));
    EXPECT_THAT(gaps(), ::testing::Not(::testing::Contains(CheckGap{CheckGapKind::HardStop, "escort"})));
}

TEST_F(PreCheck, OnlyWhatDoesNotAlwaysApplyCanBeLeftOut) {
    refuse(entry("rescue", AnswerKind::NotApplicable), HasProblem("answer", Rule::NotAllowed));
    need(record(entry("pregnancy", AnswerKind::NotApplicable)));
}

TEST_F(PreCheck, NothingIsAnsweredByDefaultOrWithoutAQuestion) {
    EXPECT_TRUE(clinic.view(infusion).record.answers.empty());
    refuse(entry("rescue", std::nullopt), HasProblem("answer", Rule::Required));
    refuse(entry("shoe_size", AnswerKind::Favourable), HasProblem("item", Rule::NotAllowed));
    auto discharge = entry("rescue", AnswerKind::Favourable);
    discharge.list = domain::ChecklistKind::Discharge;
    refuse(discharge, HasProblem("item", Rule::NotAllowed));
    refuse(entry("escort", AnswerKind::Unfavourable, std::string(501, 'x')), HasProblem("note", Rule::TooLong));
}

TEST_F(PreCheck, ACorrectionNamesAnAnswerToTheSameItemAndSaysWhy) {
    const auto meal = need(record(entry("last_meal", AnswerKind::Favourable)));
    const auto rescue = need(record(entry("rescue", AnswerKind::Favourable)));
    auto changed = entry("rescue", AnswerKind::Favourable);
    changed.corrects = services::Correction{meal, "typed wrong"};
    refuse(changed, HasProblem("corrects", Rule::NotAllowed));
    changed.corrects = services::Correction{rescue, " "};
    refuse(changed, HasProblem("correction_reason", Rule::Required));
}

TEST_F(PreCheck, ABaselineAboveTheLimitNeedsAReasonOfItsOwn) {
    clinic.prepare(infusion);
    clinic.preCheck(infusion);
    refuse(entry("start_pressure", AnswerKind::Unfavourable, "known", "Dr Okafor"),
           HasProblem("item", Rule::NotAllowed));
    vitals(160, 76);
    refuseStart("outside_start_limits");
    refuse(entry("start_pressure", AnswerKind::Favourable), HasProblem("answer", Rule::NotAllowed));
    refuse(entry("start_pressure", AnswerKind::Unfavourable, "known"), HasProblem("prescriber", Rule::Required));
    need(record(entry("start_pressure", AnswerKind::Unfavourable, "known, treated", "Dr Okafor")));
    refuse(entry("start_pressure", AnswerKind::Unfavourable, "again", "Dr Okafor"),
           HasProblem("answer", Rule::Duplicate));
    EXPECT_THAT(gaps(), IsEmpty());
    clinic.clock.advance(std::chrono::minutes(2));
    vitals(172, 76);
    EXPECT_THAT(gaps(), ElementsAre(CheckGap{CheckGapKind::OutsideStartLimits, {}}));
    need(record(entry("start_pressure", AnswerKind::Unfavourable, "asked again", "Dr Okafor")));
    need(start());
}

TEST_F(PreCheck, WhereTheProtocolSaysSoNoReasonStartsOnAHeldBaseline) {
    const auto other = clinic.patient(aPatient("Bea", "Sample", "KC 0500", "1980-01-02"));
    infusion = clinic.openInfusion(clinic.orderedCourse(other, {}, kStrictProtocol));
    clinic.prepare(infusion);
    clinic.preCheck(infusion);
    vitals(160, 76);
    refuseStart("hard_stop");
    refuse(entry("start_pressure", AnswerKind::Unfavourable, "known, treated", "Dr Okafor"),
           HasProblem("item", Rule::NotAllowed));
    clinic.clock.advance(std::chrono::minutes(5));
    vitals(150, 76);
    need(start());
}

TEST_F(PreCheck, EverySignOfTheBaselineHasItsLimit) {
    clinic.prepare(infusion);
    clinic.preCheck(infusion);
    auto row = someVitals(infusion);
    row.spo2 = 91;
    need(clinic.services.infusions.recordVitals(clinic.nurse, row));
    refuseStart("outside_start_limits");
    clinic.clock.advance(std::chrono::minutes(5));
    row.spo2 = 92;
    need(clinic.services.infusions.recordVitals(clinic.nurse, row));
    need(start());
}

TEST_F(PreCheck, AfterTheStartAnswersAreOnlyCorrected) {
    clinic.prepare(infusion);
    clinic.preCheck(infusion);
    vitals(128, 76);
    need(start());
    expectRefused(
        clinic, [this] { return record(entry("escort", AnswerKind::Favourable)); }, FailsWith(Code::WrongState));
    const auto answers = clinic.view(infusion).record.answers;
    auto late = entry(answers.front().item.c_str(), AnswerKind::Favourable);
    late.corrects = services::Correction{answers.front().head.id, "wrong line"};
    clinic.clock.advance(std::chrono::minutes(5));
    const auto id = need(record(late));
    const auto corrected = clinic.view(infusion).record.answers;
    const auto found = std::ranges::find(corrected, id, [](const auto& one) { return one.head.id; });
    ASSERT_NE(found, corrected.end());
    EXPECT_EQ(found->head.observedAt, answers.front().head.observedAt);
}

TEST_F(PreCheck, NothingIsAnsweredAfterTheSignature) {
    clinic.prepare(infusion);
    clinic.preCheck(infusion);
    vitals(128, 76);
    need(start());
    const auto first = clinic.view(infusion).record.answers.front();
    clinic.finish(infusion);
    auto late = entry(first.item.c_str(), AnswerKind::Favourable);
    late.corrects = services::Correction{first.head.id, "wrong line"};
    refuse(late, FailsWith(Code::WrongState));
}

TEST_F(PreCheck, AVersionWithoutItemsDoesNotHoldUpTheStart) {
    const auto other = clinic.patient(aPatient("Bea", "Sample", "KC 0500", "1980-01-02"));
    infusion = clinic.openInfusion(clinic.orderedCourse(other));
    clinic.prepare(infusion);
    EXPECT_TRUE(clinic.view(infusion).protocol.items.empty());
    need(start());
}

TEST_F(PreCheck, EachAnswerIsOneEventOfTheTrail) {
    clinic.store.forget();
    need(record(entry("rescue", AnswerKind::Favourable)));
    ASSERT_EQ(clinic.store.events().size(), 1U);
    EXPECT_EQ(clinic.store.events().front().action, services::AuditAction::Record);
    EXPECT_EQ(clinic.store.events().front().subjectKind, "checklist_answer");
    EXPECT_EQ(clinic.store.events().front().patient, anna);
}

} // namespace
} // namespace chairside::test
