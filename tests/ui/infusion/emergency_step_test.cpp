// The emergency page: reached by one key or by a serious event, stops without a question, keeps what was done.
#include "tests/ui/infusion/infusion_bench.h"
#include "ui/infusion/record_summary.h"
#include "ui/widgets/choice_row.h"

namespace chairside::test {
namespace {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

class EmergencyStepTest : public InfusionBench {
protected:
    EmergencyStepTest() : InfusionBench("scales_05") {}
    void SetUp() override {
        InfusionBench::SetUp();
        run();
        pass(20min);
    }
    void typeEvent(int grade, std::optional<int> serious) {
        perform(ui::Command::NewItem);
        keys(u"dizz"_s);
        key(Qt::Key_Return);
        keys(QString::number(grade));
        key(Qt::Key_Space);
        if (serious) findByName<ui::ChoiceRow>(*page, u"serious"_s)->setValue(*serious);
        key(Qt::Key_Return);
        settle();
    }
};

TEST_F(EmergencyStepTest, OneKeyOpensItAndOneStopsThePumpWithoutAQuestion) {
    page->showStep(u"tender"_s);
    perform(ui::Command::Emergency);
    EXPECT_EQ(page->currentStep(), u"emergency"_s);
    EXPECT_EQ(textOf(*page, u"emergency_text"_s), u"1  Stop the pump.\n2  Call for help."_s);
    EXPECT_EQ(focusName(), u"emergency_stop"_s);
    perform(ui::Command::StopInfusion);
    settle();
    ASSERT_EQ(view().state, domain::InfusionState::Ended);
    EXPECT_EQ(view().record.steps.back().reason, "emergency");
    EXPECT_EQ(page->currentStep(), u"emergency"_s) << "nobody is led away";
    EXPECT_EQ(focusName(), u"emergency_called"_s);
    EXPECT_FALSE(visible(*page, u"emergency_stop"_s));
    EXPECT_TRUE(textOf(*page, u"emergency_pump"_s).contains(u"given 7.8 mg"_s))
        << qPrintable(textOf(*page, u"emergency_pump"_s));
    picture(*page, u"emergency_stopped"_s);
}

TEST_F(EmergencyStepTest, WhatWasDoneIsTypedByKeysAndStands) {
    perform(ui::Command::Emergency);
    focus(u"emergency_called"_s);
    keys(u"Dr Okafor"_s);
    key(Qt::Key_Return);
    keys(u"-3m"_s);
    key(Qt::Key_Return);
    keys(u"oxygen 6 L"_s);
    key(Qt::Key_Return);
    key(Qt::Key_Return);
    settle();
    EXPECT_TRUE(view().record.emergency.empty()) << "nobody has said how it stands";
    EXPECT_FALSE(textOf(*page, u"emergency_standingMessage"_s).isEmpty());
    EXPECT_EQ(textOf(*page, u"emergency_done"_s), u"oxygen 6 L"_s) << "what was typed stays";
    focus(u"emergency_standing"_s);
    key(Qt::Key_Space);
    key(Qt::Key_Return);
    settle();
    const auto notes = view().record.emergency;
    ASSERT_EQ(notes.size(), 1U);
    EXPECT_EQ(notes.front().called, "Dr Okafor");
    EXPECT_EQ(notes.front().done, "oxygen 6 L");
    EXPECT_EQ(notes.front().head.observedAt, clinic.clock.now().plus(-3min));
    EXPECT_TRUE(factsOf(u"emergency_lines"_s).contains(u"called: Dr Okafor; done: oxygen 6 L; it goes on"_s))
        << qPrintable(factsOf(u"emergency_lines"_s));
    bool isInSummary = false;
    for (const auto& line : ui::recordSummary(view()))
        isInSummary = isInSummary || line.value.contains(u"called: Dr Okafor"_s);
    EXPECT_TRUE(isInSummary);
    picture(*page, u"emergency_lines"_s);
    for (const auto& fault : crawl(*page))
        ADD_FAILURE() << fault;
}

TEST_F(EmergencyStepTest, ASeriousEventOpensItAndAPlainOneDoesNot) {
    typeEvent(2, std::nullopt);
    EXPECT_EQ(page->currentStep(), u"after"_s);
    typeEvent(2, 0);
    EXPECT_EQ(page->currentStep(), u"after"_s);
    typeEvent(2, 1);
    EXPECT_EQ(page->currentStep(), u"emergency"_s);
    EXPECT_EQ(view().record.events.size(), 3U);
    EXPECT_EQ(focusName(), u"emergency_stop"_s);
}

TEST_F(EmergencyStepTest, ALifeThreateningGradeOpensItWhateverWasJudged) {
    typeEvent(4, 0);
    EXPECT_EQ(page->currentStep(), u"emergency"_s);
}

TEST_F(EmergencyStepTest, ATimeInTheFutureIsRefusedBesideItsField) {
    perform(ui::Command::Emergency);
    focus(u"emergency_called"_s);
    keys(u"Dr Okafor"_s);
    focus(u"emergency_at"_s);
    keys(u"2359"_s);
    focus(u"emergency_standing"_s);
    key(Qt::Key_Space);
    key(Qt::Key_Return);
    settle();
    EXPECT_TRUE(view().record.emergency.empty());
    EXPECT_FALSE(textOf(*page, u"emergency_atMessage"_s).isEmpty());
    EXPECT_EQ(textOf(*page, u"emergency_called"_s), u"Dr Okafor"_s);
}

// RASS by the keypad: one digit a value, shown as what it stands for.
class RassRow : public InfusionBench, public ::testing::WithParamInterface<std::pair<int, int>> {
protected:
    RassRow() : InfusionBench("scales_05") {}
    void SetUp() override {
        InfusionBench::SetUp();
        run();
        page->showStep(u"run"_s);
        focus(u"vitals_systolic"_s);
    }
};

TEST_P(RassRow, OneDigitIsOneValue) {
    const auto [digit, value] = GetParam();
    keys(u"1287672981"_s.chopped(1) + QString::number(digit));
    EXPECT_EQ(textOf(*page, u"vitals_sedation"_s), value > 0 ? u"+%1"_s.arg(value) : QString::number(value));
    key(Qt::Key_Return);
    settle();
    ASSERT_EQ(view().record.sedation.size(), 1U);
    EXPECT_EQ(view().record.sedation.front().value, value);
    EXPECT_EQ(view().record.sedation.front().scale, domain::SedationScale::Rass);
    EXPECT_EQ(view().record.vitals.front().spo2, 98);
}

INSTANTIATE_TEST_SUITE_P(Digits, RassRow,
                         ::testing::Values(std::pair(0, 0), std::pair(1, -1), std::pair(2, -2), std::pair(3, -3),
                                           std::pair(4, -4), std::pair(5, -5), std::pair(6, 1), std::pair(7, 2),
                                           std::pair(8, 3), std::pair(9, 4)));

TEST_F(RassRow, CadssSixTakesItsWholeRangeAndNoMore) {
    focus(u"vitals_dissociation"_s);
    keys(u"24"_s);
    EXPECT_EQ(textOf(*page, u"vitals_dissociation"_s), u"24"_s);
    focus(u"vitals_dissociation"_s);
    keys(u"25"_s);
    EXPECT_NE(textOf(*page, u"vitals_dissociation"_s), u"25"_s);
}

class QuickEvent : public InfusionBench {
protected:
    void SetUp() override {
        InfusionBench::SetUp();
        run();
        pass(20min);
        perform(ui::Command::NewItem);
    }
};

TEST_F(QuickEvent, TwoKeysAndEnterRecordAMildCommonOneAndTheFieldSaysWhatEnterMeans) {
    keys(u"1"_s);
    EXPECT_EQ(textOf(*page, u"term"_s), u"nausea"_s);
    keys(u"1"_s);
    EXPECT_EQ(textOf(*page, u"actionHelp"_s), u"Enter: nothing was done."_s);
    key(Qt::Key_Return);
    settle();
    ASSERT_EQ(view().record.events.size(), 1U);
    const auto event = view().record.events.front();
    EXPECT_EQ(event.term, "nausea");
    EXPECT_EQ(event.grade, 1);
    EXPECT_EQ(event.action, domain::EventAction::None);
}

TEST_F(QuickEvent, AnythingThatIsNotMildStillAsksWhatWasDone) {
    keys(u"22"_s);
    EXPECT_EQ(textOf(*page, u"term"_s), u"dizziness"_s);
    EXPECT_EQ(textOf(*page, u"actionHelp"_s), QString());
    key(Qt::Key_Return);
    settle();
    EXPECT_TRUE(view().record.events.empty());
    EXPECT_FALSE(textOf(*page, u"actionMessage"_s).isEmpty());
}

} // namespace
} // namespace chairside::test
