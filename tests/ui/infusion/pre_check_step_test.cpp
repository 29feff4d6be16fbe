// Step 2: the questions before the start, answered by keys.
#include <QApplication>

#include "tests/ui/infusion/infusion_bench.h"

namespace chairside::test {
namespace {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using domain::AnswerKind;
using ui::Command;

class PreCheckStepTest : public InfusionBench {
protected:
    PreCheckStepTest() : InfusionBench(kCheckedProtocol) {}

    void SetUp() override {
        InfusionBench::SetUp();
        clinic.prepare(infusion);
        reload();
        page->showStep(u"pre_check"_s);
        page->firstFocus()->setFocus();
    }
    // The question that has the focus.
    [[nodiscard]] QString asked() const {
        const QWidget* at = QApplication::focusWidget();
        return at != nullptr && at->parentWidget() != nullptr ? at->parentWidget()->objectName() : QString();
    }
    [[nodiscard]] std::optional<domain::ChecklistAnswer> answer(const char* item) {
        return domain::answerOf(view().record, domain::ChecklistKind::PreCheck, item);
    }
    void baseline(int systolic) {
        auto row = someVitals(infusion);
        row.systolic = systolic;
        need(clinic.services.infusions.recordVitals(clinic.nurse, row));
        settle();
    }
    [[nodiscard]] bool canStart() { return page->can(Command::StartInfusion); }
};

TEST_F(PreCheckStepTest, EveryQuestionIsAnsweredByOneKeyAndTheNextOneFollows) {
    EXPECT_EQ(page->currentStep(), u"pre_check"_s);
    EXPECT_TRUE(view().record.answers.empty()) << "nothing is answered by default";
    EXPECT_EQ(asked(), u"check_last_meal"_s);
    key(Qt::Key_Space);
    EXPECT_EQ(answer("last_meal")->answer, AnswerKind::Favourable);
    EXPECT_EQ(asked(), u"check_escort"_s);
    key(Qt::Key_Space);
    EXPECT_EQ(asked(), u"check_rescue"_s);
    key(Qt::Key_Space);
    EXPECT_EQ(asked(), u"check_pregnancy"_s);
    key(Qt::Key_N);
    EXPECT_EQ(answer("pregnancy")->answer, AnswerKind::NotApplicable);
    EXPECT_EQ(view().record.answers.size(), 4U);
    EXPECT_EQ(focusName(), u"baseline_systolic"_s) << "the baseline comes after the questions";
    keys(u"1287672985"_s);
    key(Qt::Key_Return);
    ASSERT_EQ(view().record.vitals.size(), 1U);
    EXPECT_EQ(view().record.vitals[0].systolic, 128);
    EXPECT_EQ(statuses.back(), u"Baseline saved"_s);
    EXPECT_EQ(focusName(), u"pre_check_next"_s);
    key(Qt::Key_Space);
    EXPECT_EQ(page->currentStep(), u"run"_s);
}

TEST_F(PreCheckStepTest, TheBaselineIsJudgedWhereItIsTyped) {
    clinic.preCheck(infusion);
    settle();
    focus(u"baseline_systolic"_s);
    keys(u"1287672985"_s);
    key(Qt::Key_Return);
    EXPECT_EQ(textOf(*page, u"pre_check_baseline"_s),
              u"✔ 128/76 mmHg, HR 72 per min, SpO2 98 % at 10:00: within the start limits."_s);
    EXPECT_FALSE(visible(*page, u"baseline_systolic"_s)) << "nothing more is asked";
    EXPECT_TRUE(canStart());
}

TEST_F(PreCheckStepTest, AHeldBaselineIsMeasuredAgainOrStartedWithAReason) {
    clinic.preCheck(infusion);
    settle();
    focus(u"baseline_systolic"_s);
    keys(u"1287672885"_s);
    key(Qt::Key_Return);
    EXPECT_TRUE(textOf(*page, u"pre_check_baseline"_s).contains(u"SpO2 88 is below the limit of 92 %"_s));
    EXPECT_EQ(focusName(), u"start_pressure_note"_s);
    EXPECT_FALSE(canStart());
    clinic.clock.advance(5min);
    focus(u"baseline_again"_s);
    key(Qt::Key_Space);
    EXPECT_EQ(focusName(), u"baseline_systolic"_s);
    keys(u"1267470975"_s);
    key(Qt::Key_Return);
    EXPECT_TRUE(canStart());
    EXPECT_EQ(view().record.vitals.size(), 2U) << "the first baseline stays in the record";
}

class StrictPreCheckTest : public InfusionBench {
protected:
    StrictPreCheckTest() : InfusionBench(kStrictProtocol) {}
};

TEST_F(StrictPreCheckTest, NobodyStartsOnAHeldBaselineAndNoReasonIsAskedFor) {
    clinic.prepare(infusion);
    clinic.preCheck(infusion);
    reload();
    page->showStep(u"pre_check"_s);
    focus(u"baseline_systolic"_s);
    keys(u"1687672985"_s);
    key(Qt::Key_Return);
    EXPECT_TRUE(textOf(*page, u"pre_check_baseline"_s).contains(u"systolic 168 is above the limit of 159 mmHg"_s));
    EXPECT_TRUE(textOf(*page, u"pre_check_baseline"_s).contains(u"nobody start"_s));
    EXPECT_FALSE(visible(*page, u"start_pressure_note"_s));
    EXPECT_FALSE(page->can(Command::StartInfusion));
    clinic.clock.advance(5min);
    focus(u"baseline_again"_s);
    key(Qt::Key_Space);
    keys(u"1487672985"_s);
    key(Qt::Key_Return);
    EXPECT_TRUE(page->can(Command::StartInfusion));
}

TEST_F(PreCheckStepTest, WhatIsWrongWithTheBaselineIsSaidBesideItAndKept) {
    clinic.preCheck(infusion);
    settle();
    focus(u"baseline_systolic"_s);
    keys(u"9010072985"_s);
    key(Qt::Key_Return);
    EXPECT_TRUE(view().record.vitals.empty());
    EXPECT_EQ(focusName(), u"baseline_diastolic"_s);
    EXPECT_EQ(textOf(*page, u"baseline_systolic"_s), u"90"_s);
    EXPECT_FALSE(textOf(*page, u"baseline_message"_s).isEmpty());
}

TEST_F(PreCheckStepTest, ABaselineTypedHereLeavesTheRowOfTheInfusionStepAlone) {
    page->showStep(u"run"_s);
    focus(u"vitals_systolic"_s);
    keys(u"13"_s);
    page->showStep(u"pre_check"_s);
    focus(u"baseline_systolic"_s);
    keys(u"1287672985"_s);
    key(Qt::Key_Return);
    ASSERT_EQ(view().record.vitals.size(), 1U);
    EXPECT_EQ(textOf(*page, u"vitals_systolic"_s), u"13"_s);
}

TEST_F(PreCheckStepTest, ABaselineInHandComesBackAsADraft) {
    focus(u"baseline_systolic"_s);
    keys(u"12876"_s);
    page->leave();
    const auto other = clinic.patient(aPatient("Bea", "Sample", "KC 0500", "1980-01-02"));
    const auto second = clinic.openInfusion(clinic.orderedCourse(other));
    page->open({ui::PageKind::Infusion, {}, {}, second.text()});
    page->open({ui::PageKind::Infusion, {}, {}, infusion.text()});
    page->showStep(u"pre_check"_s);
    EXPECT_EQ(textOf(*page, u"baseline_systolic"_s), u"128"_s);
    EXPECT_EQ(textOf(*page, u"baseline_diastolic"_s), u"76"_s);
}

TEST_F(PreCheckStepTest, WhatAlwaysAppliesCannotBeLeftOut) {
    key(Qt::Key_N);
    EXPECT_TRUE(view().record.answers.empty());
    EXPECT_EQ(asked(), u"check_last_meal"_s);
}

TEST_F(PreCheckStepTest, TheOtherAnswerAsksForItsNoteBesideTheQuestion) {
    keys(u"/"_s);
    EXPECT_EQ(focusName(), u"last_meal_note"_s);
    EXPECT_TRUE(visible(*page, u"last_meal_prescriber"_s));
    key(Qt::Key_Return);
    EXPECT_TRUE(view().record.answers.empty());
    EXPECT_FALSE(textOf(*page, u"last_meal_noteMessage"_s).isEmpty());
    EXPECT_FALSE(textOf(*page, u"last_meal_prescriberMessage"_s).isEmpty());
    focus(u"last_meal_note"_s);
    fill(u"toast at 08:30"_s);
    keys(u"Dr Okafor"_s);
    key(Qt::Key_Return);
    ASSERT_TRUE(answer("last_meal"));
    EXPECT_EQ(answer("last_meal")->note, "toast at 08:30");
    EXPECT_EQ(answer("last_meal")->prescriber, "Dr Okafor");
    EXPECT_TRUE(factsOf(u"check_last_meal_answer"_s).contains(u"not as advised: toast at 08:30 (asked: Dr Okafor)"_s));
    EXPECT_EQ(asked(), u"check_escort"_s);
    keys(u"/"_s);
    EXPECT_EQ(focusName(), u"escort_note"_s);
    EXPECT_FALSE(visible(*page, u"escort_prescriber"_s)) << "what only informs asks nobody";
}

TEST_F(PreCheckStepTest, EscapeTakesTheOtherAnswerBack) {
    keys(u"/"_s);
    keys(u"toast"_s);
    key(Qt::Key_Escape);
    EXPECT_FALSE(visible(*page, u"last_meal_note"_s));
    EXPECT_EQ(asked(), u"check_last_meal"_s);
    key(Qt::Key_Space);
    EXPECT_EQ(answer("last_meal")->answer, AnswerKind::Favourable);
    EXPECT_TRUE(answer("last_meal")->note.empty());
}

TEST_F(PreCheckStepTest, GoingOnSaysWhatIsOpen) {
    key(Qt::Key_Space);
    perform(Command::Complete);
    EXPECT_EQ(page->currentStep(), u"pre_check"_s);
    EXPECT_EQ(asked(), u"check_escort"_s);
    clinic.preCheck(infusion);
    settle();
    perform(Command::Complete);
    EXPECT_EQ(page->currentStep(), u"pre_check"_s) << "the baseline is still to be taken";
    EXPECT_EQ(focusName(), u"baseline_systolic"_s);
    keys(u"1287672985"_s);
    perform(Command::Complete);
    EXPECT_EQ(page->currentStep(), u"run"_s) << "Ctrl+Enter saves the row and goes on";
    EXPECT_EQ(view().record.vitals.size(), 1U);
}

TEST_F(PreCheckStepTest, CtrlEnterSavesTheNoteThatIsTyped) {
    keys(u"/"_s);
    fill(u"toast at 08:30"_s);
    keys(u"Dr Okafor"_s);
    perform(Command::Complete);
    EXPECT_TRUE(answer("last_meal"));
    EXPECT_EQ(page->currentStep(), u"pre_check"_s) << "three questions are open";
}

TEST_F(PreCheckStepTest, TheStartWaitsForTheAnswersAndTheBaseline) {
    EXPECT_FALSE(canStart());
    clinic.preCheck(infusion);
    settle();
    EXPECT_FALSE(canStart());
    baseline(128);
    EXPECT_TRUE(canStart());
    EXPECT_TRUE(textOf(*page, u"pre_check_baseline"_s).startsWith(u"✔ 128/76 mmHg"_s));
}

TEST_F(PreCheckStepTest, AHardStopIsLiftedByACorrectionOnly) {
    clinic.clock.advance(1min);
    focus(u"check_rescue"_s);
    keys(u"/"_s);
    keys(u"oxygen bottle empty"_s);
    key(Qt::Key_Return);
    clinic.preCheck(infusion);
    baseline(128);
    EXPECT_FALSE(canStart());
    focus(u"check_rescue_correct"_s);
    key(Qt::Key_Space);
    EXPECT_EQ(asked(), u"check_rescue"_s);
    key(Qt::Key_Space);
    EXPECT_EQ(focusName(), u"rescue_correction_reason"_s);
    key(Qt::Key_Return);
    EXPECT_FALSE(textOf(*page, u"rescue_correction_reasonMessage"_s).isEmpty());
    keys(u"bottle changed"_s);
    key(Qt::Key_Return);
    EXPECT_EQ(answer("rescue")->answer, AnswerKind::Favourable);
    EXPECT_TRUE(factsOf(u"check_rescue_answer"_s).contains(u"oxygen bottle empty"_s)) << "the old answer stays";
    EXPECT_TRUE(canStart());
}

TEST_F(PreCheckStepTest, ABaselineAboveTheLimitNeedsAReasonAndThePrescriber) {
    clinic.preCheck(infusion);
    baseline(168);
    EXPECT_FALSE(canStart());
    EXPECT_TRUE(textOf(*page, u"pre_check_baseline"_s).contains(u"168/76 mmHg"_s));
    page->showStep(u"run"_s);
    page->showStep(u"pre_check"_s);
    page->firstFocus()->setFocus();
    EXPECT_EQ(focusName(), u"start_pressure_note"_s);
    fill(u"known, treated"_s);
    keys(u"Dr Okafor"_s);
    key(Qt::Key_Return);
    ASSERT_TRUE(answer("start_pressure"));
    EXPECT_EQ(answer("start_pressure")->prescriber, "Dr Okafor");
    EXPECT_TRUE(canStart());
    perform(Command::StartInfusion);
    EXPECT_EQ(view().state, domain::InfusionState::Running);
}

TEST_F(PreCheckStepTest, ADraftComesBackWithItsNote) {
    keys(u"/"_s);
    keys(u"toast"_s);
    page->leave();
    const auto other = clinic.patient(aPatient("Bea", "Sample", "KC 0500", "1980-01-02"));
    const auto second = clinic.openInfusion(clinic.orderedCourse(other));
    page->open({ui::PageKind::Infusion, {}, {}, second.text()});
    page->open({ui::PageKind::Infusion, {}, {}, infusion.text()});
    page->showStep(u"pre_check"_s);
    EXPECT_TRUE(visible(*page, u"last_meal_note"_s));
    EXPECT_EQ(textOf(*page, u"last_meal_note"_s), u"toast"_s);
}

TEST_F(PreCheckStepTest, TheSummaryNamesWhatWasNotAsItShouldBe) {
    keys(u"/"_s);
    fill(u"toast at 08:30"_s);
    keys(u"Dr Okafor"_s);
    key(Qt::Key_Return);
    run();
    stop();
    page->showStep(u"sign"_s);
    EXPECT_TRUE(factsOf(u"sign_summary"_s).contains(u"toast at 08:30"_s));
    EXPECT_TRUE(factsOf(u"sign_summary"_s).contains(u"4 of 4 answered"_s));
}

} // namespace
} // namespace chairside::test
