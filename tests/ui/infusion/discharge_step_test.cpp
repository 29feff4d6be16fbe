// Step 7: letting the patient go, by keys.
#include <QApplication>

#include "tests/ui/infusion/infusion_bench.h"

namespace chairside::test {
namespace {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using domain::AnswerKind;
using domain::InfusionState;
using ui::Command;

class DischargeStepTest : public InfusionBench {
protected:
    DischargeStepTest() : InfusionBench(kDischargeProtocol) {}

    void SetUp() override {
        InfusionBench::SetUp();
        run();
        stop();
        go();
    }
    void go() {
        page->showStep(u"discharge"_s);
        if (QWidget* first = page->firstFocus()) first->setFocus();
        settle();
    }
    [[nodiscard]] QString asked() const {
        const QWidget* at = QApplication::focusWidget();
        return at != nullptr && at->parentWidget() != nullptr ? at->parentWidget()->objectName() : QString();
    }
    [[nodiscard]] std::optional<domain::ChecklistAnswer> answer(const char* item) {
        return domain::answerOf(view().record, domain::ChecklistKind::Discharge, item);
    }
    void typeRow() {
        keys(u"1267670985"_s);
        key(Qt::Key_Return);
    }
    // All but the time, by services.
    void meetEverything() {
        clinic.clock.advance(16min);
        need(clinic.services.infusions.recordVitals(clinic.nurse, someVitals(infusion)));
        clinic.clock.advance(10min);
        need(clinic.services.infusions.recordVitals(clinic.nurse, someVitals(infusion)));
        clinic.dischargeAnswers(infusion);
        need(clinic.services.infusions.recordAldrete(clinic.nurse, {infusion, 2, 2, 2, 2, {}}));
        reload();
        go();
    }
};

TEST_F(DischargeStepTest, OneCriterionAfterTheOtherByKeys) {
    EXPECT_EQ(focusName(), u"discharge_to_row"_s);
    pass(16min);
    key(Qt::Key_Space);
    EXPECT_EQ(page->currentStep(), u"run"_s);
    EXPECT_EQ(focusName(), u"vitals_systolic"_s);
    typeRow();
    EXPECT_EQ(page->currentStep(), u"discharge"_s) << "back by itself";
    EXPECT_EQ(asked(), u"check_awake"_s);
    EXPECT_FALSE(answer("awake")) << "nothing is answered by default";
    key(Qt::Key_Space);
    EXPECT_EQ(asked(), u"check_nausea"_s);
    key(Qt::Key_Space);
    EXPECT_EQ(asked(), u"check_escort"_s);
    key(Qt::Key_Space);
    EXPECT_EQ(focusName(), u"escort_note"_s);
    keys(u"Jo Testpatient"_s);
    key(Qt::Key_Return);
    EXPECT_EQ(answer("escort")->note, "Jo Testpatient");
    EXPECT_EQ(focusName(), u"aldrete_activity"_s);
    keys(u"2221"_s);
    key(Qt::Key_Return);
    ASSERT_EQ(view().record.aldrete.size(), 1U);
    EXPECT_EQ(domain::totalOf(view().record.aldrete[0].items), 9);
    EXPECT_EQ(focusName(), u"discharge_save"_s);
    pass(15min);
    perform(Command::Complete);
    EXPECT_EQ(view().state, InfusionState::Ended) << "one row is not two in a row";
    EXPECT_EQ(focusName(), u"discharge_to_row"_s);
    key(Qt::Key_Space);
    typeRow();
    EXPECT_EQ(textOf(*page, u"discharge_state"_s), u"✔ Every criterion is met."_s);
    perform(Command::Complete);
    EXPECT_EQ(view().state, InfusionState::Discharged);
    EXPECT_EQ(view().record.discharges[0].escort, "Jo Testpatient");
    EXPECT_EQ(page->currentStep(), u"sign"_s);
    EXPECT_TRUE(factsOf(u"sign_summary"_s).contains(u"escort: Jo Testpatient"_s));
}

TEST_F(DischargeStepTest, TheMinutesAreCounted) {
    EXPECT_TRUE(factsOf(u"discharge_measured"_s).contains(u"0min of 30min"_s));
    pass(28min + 20s);
    EXPECT_TRUE(factsOf(u"discharge_measured"_s).contains(u"28min of 30min, from "_s))
        << qPrintable(factsOf(u"discharge_measured"_s));
    EXPECT_TRUE(textOf(*page, u"pane_due"_s).startsWith(u"STAYS UNTIL "_s));
    EXPECT_EQ(textOf(*page, u"pane_due_detail"_s), u"in 1min 40sec"_s);
    pass(2min);
    EXPECT_TRUE(factsOf(u"discharge_measured"_s).contains(u"✔ 30min are over"_s));
}

TEST_F(DischargeStepTest, CtrlEnterSaysWhatIsOpenAndChangesNothing) {
    meetEverything();
    perform(Command::Complete);
    EXPECT_EQ(view().state, InfusionState::Ended);
    EXPECT_TRUE(textOf(*page, u"discharge_state"_s).contains(u"30min after the stop"_s));
    pass(4min);
    perform(Command::Complete);
    EXPECT_EQ(view().state, InfusionState::Discharged);
}

TEST_F(DischargeStepTest, AnEarlyLeaveNeedsTheReasonAndThePrescriber) {
    meetEverything();
    focus(u"discharge_early"_s);
    key(Qt::Key_Space);
    EXPECT_EQ(focusName(), u"discharge_reason"_s);
    perform(Command::Complete);
    EXPECT_EQ(view().state, InfusionState::Ended);
    EXPECT_FALSE(textOf(*page, u"discharge_reasonMessage"_s).isEmpty());
    EXPECT_FALSE(textOf(*page, u"discharge_prescriberMessage"_s).isEmpty());
    focus(u"discharge_reason"_s);
    fill(u"train at 12:40"_s);
    keys(u"Dr Okafor"_s);
    perform(Command::Complete);
    ASSERT_EQ(view().record.discharges.size(), 1U);
    const auto discharge = view().record.discharges[0];
    EXPECT_EQ(discharge.reason, "train at 12:40");
    EXPECT_EQ(discharge.prescriber, "Dr Okafor");
    ASSERT_EQ(discharge.unmet.size(), 1U);
    EXPECT_EQ(discharge.unmet[0].kind, domain::DischargeGapKind::MinimumTime);
    page->showStep(u"discharge"_s);
    EXPECT_TRUE(factsOf(u"discharge_facts"_s).contains(u"not met: 30min after the stop"_s));
}

TEST_F(DischargeStepTest, WithoutAnEscortThereIsNoEarlyLeaveEither) {
    focus(u"check_escort"_s);
    keys(u"/"_s);
    keys(u"nobody came"_s);
    key(Qt::Key_Return);
    EXPECT_EQ(answer("escort")->answer, AnswerKind::Unfavourable);
    EXPECT_TRUE(textOf(*page, u"discharge_state"_s).startsWith(u"✖ The patient cannot leave"_s));
    EXPECT_FALSE(visible(*page, u"discharge_early"_s));
    perform(Command::Complete);
    EXPECT_EQ(view().state, InfusionState::Ended);
}

TEST_F(DischargeStepTest, TheSignatureWaitsAndSaysSo) {
    page->showStep(u"sign"_s);
    EXPECT_TRUE(factsOf(u"sign_warnings"_s).contains(u"The patient is not discharged yet."_s));
    EXPECT_FALSE(findWidget(*page, u"sign_password"_s)->isEnabled());
}

TEST_F(DischargeStepTest, AnAldreteScoreNeedsAllItemsAndAPressure) {
    focus(u"aldrete_activity"_s);
    keys(u"22"_s);
    key(Qt::Key_Return);
    EXPECT_TRUE(view().record.aldrete.empty());
    EXPECT_TRUE(textOf(*page, u"aldrete_message"_s).contains(u"Awake"_s));
    EXPECT_TRUE(textOf(*page, u"aldrete_message"_s).contains(u"Circulation"_s));
    EXPECT_EQ(textOf(*page, u"aldrete_activity"_s), u"2"_s) << "what is typed stays";
}

TEST_F(DischargeStepTest, ALaterAssessmentCountsAndTheFirstOneStays) {
    clinic.clock.advance(16min);
    need(clinic.services.infusions.recordVitals(clinic.nurse, someVitals(infusion)));
    need(clinic.services.infusions.recordAldrete(clinic.nurse, {infusion, 1, 1, 2, 2, {}}));
    reload();
    go();
    EXPECT_TRUE(factsOf(u"aldrete_facts"_s).contains(u"▲ 8 of 10"_s));
    clinic.clock.advance(5min);
    focus(u"aldrete_again"_s);
    key(Qt::Key_Space);
    keys(u"2222"_s);
    key(Qt::Key_Return);
    ASSERT_EQ(view().record.aldrete.size(), 2U);
    EXPECT_TRUE(factsOf(u"aldrete_facts"_s).contains(u"✔ 10 of 10"_s));
    EXPECT_TRUE(factsOf(u"aldrete_facts"_s).contains(u"▲ 8 of 10"_s));
}

TEST_F(DischargeStepTest, TheDischargeIsCorrectedWithAReasonAndTheOldOneStays) {
    meetEverything();
    clinic.clock.advance(5min);
    need(clinic.services.infusions.discharge(clinic.nurse, {infusion, {}, {}, {}, {}}));
    clinic.clock.advance(6min);
    reload();
    page->showStep(u"discharge"_s);
    focus(u"discharge_correct"_s);
    key(Qt::Key_Space);
    EXPECT_EQ(focusName(), u"discharge_at"_s);
    keys(u"-2m"_s);
    perform(Command::Complete);
    EXPECT_FALSE(textOf(*page, u"discharge_correction_reasonMessage"_s).isEmpty());
    focus(u"discharge_correction_reason"_s);
    keys(u"left later"_s);
    perform(Command::Complete);
    ASSERT_EQ(view().record.discharges.size(), 2U);
    page->showStep(u"discharge"_s);
    EXPECT_TRUE(factsOf(u"discharge_facts"_s).contains(u"corrected: left later"_s));
    EXPECT_TRUE(factsOf(u"discharge_facts"_s).contains(u"Corrected, before: "_s));
}

TEST_F(DischargeStepTest, ADraftComesBackWithItsEarlyReason) {
    meetEverything();
    focus(u"discharge_early"_s);
    key(Qt::Key_Space);
    keys(u"train"_s);
    page->leave();
    const auto other = clinic.patient(aPatient("Bea", "Sample", "KC 0500", "1980-01-02"));
    const auto second = clinic.openInfusion(clinic.orderedCourse(other));
    page->open({ui::PageKind::Infusion, {}, {}, second.text()});
    page->open({ui::PageKind::Infusion, {}, {}, infusion.text()});
    page->showStep(u"discharge"_s);
    EXPECT_TRUE(visible(*page, u"discharge_reason"_s));
    EXPECT_EQ(textOf(*page, u"discharge_reason"_s), u"train"_s);
}

TEST_F(DischargeStepTest, AStepChosenOnTheWayEndsTheDetour) {
    key(Qt::Key_Space);
    EXPECT_EQ(page->currentStep(), u"run"_s);
    page->showStep(u"after"_s);
    clinic.clock.advance(1min);
    page->showStep(u"run"_s);
    focus(u"vitals_systolic"_s);
    typeRow();
    EXPECT_EQ(page->currentStep(), u"run"_s);
}

} // namespace
} // namespace chairside::test
