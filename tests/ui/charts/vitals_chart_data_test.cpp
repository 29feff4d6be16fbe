// What the vitals chart shows.
#include <gmock/gmock.h>

#include "tests/support/core/domain_printers.h"
#include "tests/ui/charts/infusion_story.h"
#include "ui/charts/chart_state.h"
#include "ui/charts/chart_table_model.h"
#include "ui/charts/chart_text.h"

namespace chairside::ui {

namespace {

using domain::StepKind;
using domain::VitalMark;
using test::InfusionStory;

VitalsChartData chartOf(const InfusionStory& story, int now) {
    return vitalsChartData(story.record(), InfusionStory::rules(), 90, InfusionStory::at(now));
}

TEST(VitalsChartData, ShowsEveryRowWithItsMark) {
    const auto data = chartOf(test::usualInfusion(), 80);
    ASSERT_EQ(data.rows.size(), 7U);
    ASSERT_EQ(data.pressure.size(), 7U);
    EXPECT_EQ(data.pressure[4].systolic, 174);
    EXPECT_EQ(data.pressure[4].diastolic, 98);
    EXPECT_EQ(data.pressure[4].systolicMark, VitalMark::High);
    EXPECT_EQ(data.pressure[4].diastolicMark, VitalMark::None);
    EXPECT_EQ(data.heartRate[1].value, 72);
    EXPECT_EQ(data.spo2[6].value, 93);
    EXPECT_EQ(data.spo2[6].mark, VitalMark::Low);
    EXPECT_EQ(data.startSystolicMax, 160);
    EXPECT_EQ(data.heartRateBand, (ValueRange{50, 120}));
    EXPECT_EQ(data.spo2Band, (ValueRange{94, 100}));
}

TEST(VitalsChartData, ShowsOnlyTheRowThatStands) {
    const auto data = chartOf(InfusionStory().vitals(0, 228, 76, 72, 98).correctLast(128, 76, 72, 98), 5);
    ASSERT_EQ(data.pressure.size(), 1U);
    EXPECT_EQ(data.pressure[0].systolic, 128);
}

TEST(VitalsChartData, LeavesOutWhatWasNotTaken) {
    const auto data = chartOf(InfusionStory().vitals(0, {}, {}, 72, {}), 5);
    EXPECT_EQ(data.rows.size(), 1U);
    EXPECT_TRUE(data.pressure.empty());
    EXPECT_EQ(data.heartRate.size(), 1U);
    EXPECT_TRUE(data.spo2.empty());
}

TEST(VitalsChartData, KeepsItsAxesUnlessAValueLiesOutside) {
    EXPECT_EQ(chartOf(test::usualInfusion(), 80).pressureAxis, (ValueRange{40, 200}));
    const auto data = chartOf(InfusionStory().vitals(0, 214, 35, 190, 78), 5);
    EXPECT_EQ(data.pressureAxis, (ValueRange{20, 220}));
    EXPECT_EQ(data.heartRateAxis, (ValueRange{40, 200}));
    EXPECT_EQ(data.spo2Axis, (ValueRange{76, 100}));
}

TEST(VitalsChartData, GivesNothingWhilePaused) {
    const auto data = chartOf(test::usualInfusion(), 80);
    ASSERT_EQ(data.dose.size(), 4U); // start, pause, resume, now
    EXPECT_EQ(data.dose[0].given, domain::Dose{});
    EXPECT_EQ(data.dose[1].given, domain::Dose::ofRaw(15100));
    EXPECT_EQ(data.dose[2].given, data.dose[1].given);
    EXPECT_EQ(data.dose[3].at, InfusionStory::at(80));
    EXPECT_EQ(data.dose[3].given, data.given);
    ASSERT_EQ(data.pauses.size(), 1U);
    EXPECT_EQ(data.pauses[0].at, InfusionStory::at(40));
    EXPECT_TRUE(data.running);
}

TEST(VitalsChartData, EndsTheDoseAtTheStopWhateverTheTimeNow) {
    auto story = test::usualInfusion();
    story.step(60, StepKind::Stop);
    const auto data = chartOf(story, 300);
    EXPECT_FALSE(data.running);
    EXPECT_EQ(data.stoppedAt, InfusionStory::at(60));
    EXPECT_EQ(data.dose.back().at, InfusionStory::at(60));
    EXPECT_EQ(data.to, InfusionStory::at(90)) << "the planned end";
}

TEST(VitalsChartData, LevelsOffWhenTheBagIsEmpty) {
    const auto data = chartOf(InfusionStory().step(0, StepKind::Start), 120);
    ASSERT_EQ(data.dose.size(), 3U);
    EXPECT_NEAR(static_cast<double>(data.dose[1].at.utcMs()), static_cast<double>(InfusionStory::at(90).utcMs()), 1000);
    EXPECT_EQ(data.dose[1].given, domain::Dose::ofWhole(34));
    EXPECT_EQ(data.dose[2].given, domain::Dose::ofWhole(34));
}

TEST(VitalsChartData, SpansTheTimeFromTheFirstRowToThePlannedEnd) {
    const auto data = chartOf(test::usualInfusion(), 80);
    EXPECT_EQ(data.from, InfusionStory::at(-8));
    EXPECT_EQ(data.to, InfusionStory::at(90));
    const auto nothing = chartOf(InfusionStory(), 0);
    EXPECT_EQ(nothing.from, InfusionStory::at(0));
    EXPECT_EQ(nothing.to, InfusionStory::at(90));
    EXPECT_FALSE(nothing.startedAt);
}

TEST(VitalsChartText, SpeaksARowAndTheWhole) {
    const auto data = chartOf(test::usualInfusion(), 80);
    EXPECT_EQ(pointText(data, 1), QStringLiteral("10:00, BP 128/76 mmHg, HR 72 per min, SpO2 98 %"));
    EXPECT_EQ(pointText(data, 4), QStringLiteral("10:45, BP 174/98 mmHg high, HR 96 per min, SpO2 96 %"));
    EXPECT_EQ(pointText(data, 7), QString());
    EXPECT_EQ(chartSentence(data),
              QStringLiteral("28.3 mg of 34 mg given, newest vital signs 11:15, BP 140/84 mmHg, HR 80 per min, "
                             "SpO2 93 % low."));
    EXPECT_EQ(chartSentence(chartOf(InfusionStory(), 0)), QStringLiteral("No vital signs yet."));
}

TEST(VitalsChartText, HasEveryRowInTheTable) {
    const auto table = vitalsTable(chartOf(test::usualInfusion(), 80));
    ASSERT_EQ(table.rows.size(), 7U);
    EXPECT_EQ(table.rows[4][1].text, QStringLiteral("174/98"));
    EXPECT_EQ(table.rows[4][3].text, QStringLiteral("96"));
}

} // namespace

} // namespace chairside::ui
