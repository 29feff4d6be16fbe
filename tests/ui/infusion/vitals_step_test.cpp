// Step 2: the grid of vital signs and the pump.
#include <QAbstractItemModelTester>
#include <QApplication>

#include "tests/ui/infusion/infusion_bench.h"
#include "ui/charts/vitals_chart_view.h"
#include "ui/infusion/vitals_model.h"
#include "ui/widgets/table_view.h"

namespace chairside::test {
namespace {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using ui::Command;

class VitalsStepTest : public InfusionBench {
protected:
    void SetUp() override {
        InfusionBench::SetUp();
        run();
        page->showStep(u"run"_s);
        focus(u"vitals_systolic"_s);
    }

    QString cell(int row, ui::VitalsColumn column) {
        const auto* table = findByName<ui::TableView>(*page, u"vitals_table"_s);
        return table->model()->index(row, static_cast<int>(column)).data().toString();
    }
    int rows() { return findByName<ui::TableView>(*page, u"vitals_table"_s)->model()->rowCount(); }
};

TEST_F(VitalsStepTest, TenDigitsAndEnterSaveARow) {
    int pressed = 0;
    for (const QChar digit : u"1287672981"_s) {
        keys(QString(digit));
        ++pressed;
    }
    key(Qt::Key_Return);
    ++pressed;
    EXPECT_EQ(pressed, 11);
    ASSERT_EQ(view().record.vitals.size(), 1U);
    EXPECT_EQ(cell(0, ui::VitalsColumn::Pressure), u"128/76"_s);
    EXPECT_EQ(cell(0, ui::VitalsColumn::HeartRate), u"72"_s);
    EXPECT_EQ(cell(0, ui::VitalsColumn::Spo2), u"98"_s);
    EXPECT_EQ(cell(0, ui::VitalsColumn::Sedation), u"1"_s);
    EXPECT_EQ(focusName(), u"vitals_systolic"_s);
    EXPECT_EQ(statuses.back(), u"Row 10:00 saved"_s);
    EXPECT_EQ(textOf(*page, u"vitals_systolic"_s), QString()) << "nothing is copied forward";
}

TEST_F(VitalsStepTest, OptionalCellsFollowTheRequiredOnes) {
    keys(u"1287672985"_s);
    EXPECT_EQ(focusName(), u"vitals_respiration"_s);
    keys(u"1426"_s);
    EXPECT_EQ(focusName(), u"vitals_note"_s);
    keys(u"sits up"_s);
    key(Qt::Key_Return);
    const auto record = view().record;
    ASSERT_EQ(record.vitals.size(), 1U);
    EXPECT_EQ(record.vitals[0].respiration, 14);
    EXPECT_EQ(record.vitals[0].note, "sits up");
    EXPECT_EQ(record.dissociation.at(0).value, 2);
    EXPECT_EQ(record.pain.at(0).value, 6);
}

TEST_F(VitalsStepTest, ImpossibleDigitsAreRefusedAtTheKey) {
    keys(u"4"_s);
    EXPECT_EQ(textOf(*page, u"vitals_systolic"_s), QString());
    EXPECT_EQ(textOf(*page, u"vitals_message"_s), u"SBP is 50 to 260."_s);
    keys(u"27"_s);
    EXPECT_EQ(textOf(*page, u"vitals_systolic"_s), u"2"_s);
    keys(u"61"_s);
    EXPECT_EQ(focusName(), u"vitals_systolic"_s);
}

TEST_F(VitalsStepTest, OutOfRangeIsMarkedAtOnceAndKept) {
    keys(u"188"_s);
    EXPECT_EQ(textOf(*page, u"vitals_systolic_mark"_s), u"▲ high"_s);
    keys(u"9672881"_s);
    EXPECT_EQ(textOf(*page, u"vitals_spo2_mark"_s), u"▼ very low"_s);
    key(Qt::Key_Return);
    EXPECT_EQ(cell(0, ui::VitalsColumn::Pressure), u"188/96 ▲ high"_s);
    EXPECT_EQ(cell(0, ui::VitalsColumn::Spo2), u"88 ▼ very low"_s);
}

TEST_F(VitalsStepTest, ADiastolicAboveItsSystolicIsNotSaved) {
    keys(u"9010072981"_s);
    key(Qt::Key_Return);
    EXPECT_TRUE(view().record.vitals.empty());
    EXPECT_EQ(focusName(), u"vitals_diastolic"_s);
    EXPECT_EQ(textOf(*page, u"vitals_systolic"_s), u"90"_s);
    EXPECT_FALSE(textOf(*page, u"vitals_message"_s).isEmpty());
}

TEST_F(VitalsStepTest, AnEmptyRequiredCellIsAskedAboutOnce) {
    keys(u"12876"_s);
    key(Qt::Key_Right);
    keys(u"985"_s);
    key(Qt::Key_Return);
    EXPECT_TRUE(view().record.vitals.empty());
    EXPECT_EQ(focusName(), u"vitals_heart_rate"_s);
    EXPECT_EQ(textOf(*page, u"vitals_message"_s),
              u"Empty: HR per min. Press Enter again to save the row without it."_s);
    key(Qt::Key_Return);
    ASSERT_EQ(view().record.vitals.size(), 1U);
    EXPECT_FALSE(view().record.vitals[0].heartRate);
}

TEST_F(VitalsStepTest, NotDoneAsksForItsReasonOnSave) {
    keys(u"1287672/5"_s);
    key(Qt::Key_Return);
    EXPECT_TRUE(view().record.vitals.empty());
    EXPECT_EQ(focusName(), u"vitals_note"_s);
    keys(u"probe broken"_s);
    key(Qt::Key_Return);
    ASSERT_EQ(view().record.vitals.size(), 1U);
    EXPECT_EQ(view().record.vitals[0].note, "SpO2 % not done: probe broken");
}

TEST_F(VitalsStepTest, CtrlZTakesBackCellByCellUntilTheRowIsEmptyAsItWas) {
    keys(u"18876/"_s);
    EXPECT_EQ(textOf(*page, u"vitals_systolic_mark"_s), u"▲ high"_s);
    keys(u"98"_s);
    const auto takeBack = [this] {
        key(Qt::Key_Z, Qt::ControlModifier);
        return focusName();
    };
    EXPECT_EQ(takeBack(), u"vitals_spo2"_s);
    EXPECT_EQ(textOf(*page, u"vitals_spo2"_s), QString());
    EXPECT_EQ(takeBack(), u"vitals_heart_rate"_s);
    EXPECT_EQ(takeBack(), u"vitals_diastolic"_s);
    key(Qt::Key_Y, Qt::ControlModifier);
    EXPECT_EQ(textOf(*page, u"vitals_diastolic"_s), u"76"_s) << "and brings it back";
    takeBack();
    EXPECT_EQ(takeBack(), u"vitals_systolic"_s);
    EXPECT_EQ(textOf(*page, u"vitals_systolic"_s), QString());
    EXPECT_EQ(textOf(*page, u"vitals_systolic_mark"_s), QString());
    key(Qt::Key_Return);
    EXPECT_TRUE(view().record.vitals.empty());
    EXPECT_EQ(textOf(*page, u"vitals_message"_s), u"Type the values of the row first."_s) << "nothing is left of it";
}

TEST_F(VitalsStepTest, ASavedRowIsNotTakenBack) {
    keys(u"1287672981"_s);
    key(Qt::Key_Return);
    for (int time = 0; time < 6; ++time)
        key(Qt::Key_Z, Qt::ControlModifier);
    EXPECT_EQ(textOf(*page, u"vitals_systolic"_s), QString());
    EXPECT_EQ(textOf(*page, u"vitals_sedation"_s), QString());
    EXPECT_EQ(view().record.vitals.size(), 1U);
}

TEST_F(VitalsStepTest, KeypadKeysGoBackOpenTheDueRowAndGoToTheEvents) {
    keys(u"128"_s);
    keys(u"-"_s);
    EXPECT_EQ(focusName(), u"vitals_systolic"_s);
    keys(u"*"_s);
    EXPECT_EQ(page->currentStep(), u"after"_s);
    EXPECT_EQ(focusName(), u"term"_s);
    page->showStep(u"run"_s);
    EXPECT_EQ(textOf(*page, u"vitals_systolic"_s), u"128"_s);
    focus(u"vitals_systolic"_s);
    keys(u"+"_s);
    EXPECT_EQ(textOf(*page, u"vitals_row_detail"_s), u"extra row"_s);
    keys(u"+"_s);
    EXPECT_EQ(textOf(*page, u"vitals_row_detail"_s), u"due now"_s);
}

TEST_F(VitalsStepTest, LateEarlyAndExtraRowsAreNamed) {
    keys(u"1287672985"_s);
    key(Qt::Key_Return);
    pass(5min);
    EXPECT_EQ(textOf(*page, u"vitals_row_detail"_s), u"extra row"_s);
    keys(u"1307874985"_s);
    key(Qt::Key_Return);
    pass(12min);
    EXPECT_EQ(textOf(*page, u"vitals_row_detail"_s), u"due, 2min late"_s);
    keys(u"1327976985"_s);
    key(Qt::Key_Return);
    EXPECT_EQ(cell(0, ui::VitalsColumn::Time), u"10:17, 2min late"_s);
    EXPECT_EQ(cell(1, ui::VitalsColumn::Time), u"10:05 extra"_s);
    pass(11min);
    keys(u"1347976985"_s);
    key(Qt::Key_Return);
    EXPECT_EQ(cell(0, ui::VitalsColumn::Time), u"10:28, 2min early"_s);
}

TEST_F(VitalsStepTest, OverdueIsSaidInThePane) {
    keys(u"1287672985"_s);
    key(Qt::Key_Return);
    pass(12min + 10s);
    EXPECT_EQ(textOf(*page, u"pane_due"_s), u"VITALS DUE 10:15"_s);
    EXPECT_EQ(textOf(*page, u"pane_due_detail"_s), u"in 2min 50sec"_s);
    EXPECT_EQ(textOf(*page, u"pane_elapsed"_s), u"00:12:10"_s);
    pass(8min);
    EXPECT_EQ(textOf(*page, u"pane_due"_s), u"▲ VITALS OVERDUE 5min"_s);
}

TEST_F(VitalsStepTest, AnEmptyBagIsSaidWithItsTimeUntilThePumpIsStopped) {
    keys(u"1287672985"_s);
    key(Qt::Key_Return);
    pass(89min);
    EXPECT_EQ(textOf(*page, u"pane_left"_s), u"00:00:57 left"_s);
    pass(2min);
    EXPECT_EQ(textOf(*page, u"pane_left"_s), u"bag empty since 11:29"_s);
}

TEST_F(VitalsStepTest, ARowThatWasNotTakenIsNoAlarmAfterTheStop) {
    keys(u"1287672985"_s);
    key(Qt::Key_Return);
    pass(40min);
    EXPECT_EQ(textOf(*page, u"pane_due"_s), u"▲ VITALS OVERDUE 25min"_s);
    stop();
    EXPECT_EQ(textOf(*page, u"pane_due"_s), u"ROW 10:15 NOT TAKEN"_s);
    EXPECT_EQ(textOf(*page, u"pane_due_detail"_s), u"it was due before the stop"_s);
}

TEST_F(VitalsStepTest, ADueRowTakesTheFocusOnlyWhenNobodyTypes) {
    keys(u"1287672985"_s);
    key(Qt::Key_Return);
    focus(u"vitals_table"_s);
    pass(15min);
    EXPECT_EQ(statuses.back(), u"Vitals due, 10:15"_s);
    EXPECT_EQ(focusName(), u"vitals_systolic"_s);
}

TEST_F(VitalsStepTest, ACorrectionKeepsTheOldRowVisible) {
    keys(u"1287672985"_s);
    key(Qt::Key_Return);
    key(Qt::Key_Down);
    EXPECT_EQ(focusName(), u"vitals_table"_s);
    key(Qt::Key_F2);
    EXPECT_EQ(textOf(*page, u"vitals_systolic"_s), u"128"_s);
    EXPECT_EQ(textOf(*page, u"vitals_row_detail"_s), u"correction"_s);
    keys(u"138"_s);
    key(Qt::Key_Return);
    EXPECT_EQ(view().record.vitals.size(), 1U) << "a correction needs its reason";
    EXPECT_EQ(focusName(), u"vitals_reason"_s);
    keys(u"typed wrong"_s);
    key(Qt::Key_Return);
    ASSERT_EQ(view().record.vitals.size(), 2U);
    ASSERT_EQ(rows(), 2);
    EXPECT_EQ(cell(0, ui::VitalsColumn::Pressure), u"138/76"_s);
    EXPECT_EQ(cell(1, ui::VitalsColumn::Pressure), u"128/76"_s);
    EXPECT_TRUE(cell(1, ui::VitalsColumn::Note).endsWith(u"typed wrong"_s))
        << qPrintable(cell(1, ui::VitalsColumn::Note));
    const auto* table = findByName<ui::TableView>(*page, u"vitals_table"_s);
    EXPECT_TRUE(table->model()->index(1, 1).data(Qt::FontRole).value<QFont>().strikeOut());
    EXPECT_FALSE(table->model()->index(0, 1).data(Qt::FontRole).value<QFont>().strikeOut());
}

TEST_F(VitalsStepTest, TheTableIsASoundModel) {
    ui::VitalsModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    keys(u"1287672985"_s);
    key(Qt::Key_Return);
    model.setLines(ui::vitalsLines(view()));
    EXPECT_EQ(model.rowCount(), 1);
    model.setLines({});
}

TEST_F(VitalsStepTest, TheChartShowsTheSavedRows) {
    keys(u"1287672985"_s);
    key(Qt::Key_Return);
    const auto* chart = findByName<ui::VitalsChartView>(*page, u"vitals_chart"_s);
    ASSERT_EQ(chart->data().pressure.size(), 1U);
    EXPECT_EQ(chart->data().pressure[0].systolic, 128);
}

TEST_F(VitalsStepTest, TheRateIsChangedWithoutAReason) {
    focus(u"run_rate"_s);
    key(Qt::Key_Space);
    EXPECT_EQ(focusName(), u"run_rate_value"_s);
    keys(u"50"_s);
    key(Qt::Key_Return);
    EXPECT_EQ(view().delivery.rate, mlPerHour(50'000));
    EXPECT_TRUE(textOf(*page, u"run_history"_s).contains(u"Rate changed, 50 mL per hour"_s));
}

TEST_F(VitalsStepTest, AnEarlyStopNeedsItsReason) {
    pass(10min);
    perform(Command::StopInfusion);
    key(Qt::Key_Return);
    EXPECT_EQ(view().state, domain::InfusionState::Running);
    EXPECT_EQ(textOf(*page, u"run_reason_problem"_s), u"✖ Reason is needed."_s);
    keys(u"blood pressure"_s);
    key(Qt::Key_Return);
    EXPECT_EQ(view().state, domain::InfusionState::Ended);
}

TEST_F(VitalsStepTest, TheCommandsWorkFromEveryStep) {
    page->showStep(u"tender"_s);
    perform(Command::PauseInfusion);
    EXPECT_EQ(page->currentStep(), u"run"_s);
    EXPECT_EQ(focusName(), u"run_reason"_s);
    key(Qt::Key_Escape);
    EXPECT_EQ(view().state, domain::InfusionState::Running);
    EXPECT_FALSE(visible(*page, u"run_reason"_s));
}

} // namespace
} // namespace chairside::test
