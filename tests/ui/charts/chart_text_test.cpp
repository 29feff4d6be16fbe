// The words of a chart: the line under it, the sentence a screen reader speaks, and the table.
#include <QAbstractItemModelTester>
#include <gmock/gmock.h>

#include "tests/ui/charts/course_story.h"
#include "ui/charts/chart_table_model.h"
#include "ui/charts/chart_text.h"

namespace chairside::ui {

namespace {

using domain::PlanState;
using test::CourseStory;

ResponseChartData chart(const CourseStory& story) {
    return responseChartData(story.review());
}

TEST(ChartSentence, TellsTheChangeItsPlaceAndEveryGap) {
    EXPECT_EQ(chartSentence(chart(test::usualCourse())),
              QStringLiteral("Pain fell from 7.4 at baseline to 4 before infusion 6, 46 per cent better; "
                             "infusion 4 missed."));
    EXPECT_EQ(responseLine(chart(test::usualCourse())),
              QStringLiteral("Pain 7.4 → 4, 46 % better, before infusion 6 (5 of 6 scores)"));
}

TEST(ChartSentence, NamesTheFollowUpWhenItIsTheNewest) {
    EXPECT_EQ(
        chartSentence(chart(
            CourseStory().baseline("2025-01-03", 6).given("2025-01-06", {}, 4).completed().followUp("2025-02-17", 7))),
        QStringLiteral("Pain rose from 6 at baseline to 7 at the follow-up on 17-Feb-2025, 17 per cent worse; "
                       "score before infusion 1 not recorded."));
}

TEST(ChartSentence, GivesNoPerCentWithoutABaselineAndSaysWhy) {
    const auto none = chart(CourseStory().given("2025-01-06", 8, 4).given("2025-01-09", 6, 4));
    EXPECT_EQ(chartSentence(none),
              QStringLiteral("Pain is 6 before infusion 2; no per cent, because no baseline was recorded."));
    EXPECT_EQ(
        responseLine(none),
        QStringLiteral("Pain 6, before infusion 2 (2 of 2 scores); no per cent, because no baseline was recorded"));
    const auto zero = chart(CourseStory().baseline("2025-01-03", 0).given("2025-01-06", 2, 1));
    EXPECT_EQ(chartSentence(zero),
              QStringLiteral("Pain is 2 before infusion 1; no per cent, because the baseline is 0."));
}

TEST(ChartSentence, SaysSoWhenThereIsNothingYet) {
    EXPECT_EQ(chartSentence(chart(CourseStory().planned("2025-01-06"))), QStringLiteral("There is no pain score yet."));
    EXPECT_EQ(chartSentence(chart(CourseStory().baseline("2025-01-03", 8).planned("2025-01-06"))),
              QStringLiteral("Pain was 8 at baseline; there is no score since."));
    EXPECT_EQ(chartSentence(chart(CourseStory().baseline("2025-01-03", 8).given("2025-01-06", 8, 4))),
              QStringLiteral("Pain stayed at the baseline of 8 before infusion 1."));
}

TEST(PercentBetter, IsRoundedOnceFromTheScoresThemselves) {
    // 2.5 of 5.5 is 45.45 %; rounded over tenths of a per cent it would read 46.
    EXPECT_EQ(percentBetter(test::points(5500), test::points(3000)), 45);
    EXPECT_EQ(percentBetter(test::points(8000), test::points(9000)), -13);
    EXPECT_EQ(percentBetter(test::points(0), test::points(3000)), std::nullopt);
    EXPECT_EQ(percentBetter(std::nullopt, test::points(3000)), std::nullopt);
}

TEST(PointText, SpeaksOnePointWhole) {
    const auto data = chart(test::usualCourse());
    EXPECT_EQ(pointText(data, 0), QStringLiteral("30-Dec-2024, score before the course: 7"));
    EXPECT_EQ(pointText(data, 4), QStringLiteral("13-Jan-2025, infusion 3, before 7, after 4, dose 0.5 mg per kg "
                                                 "(34 mg), nausea, grade 2, dizziness, grade 1"));
    EXPECT_EQ(pointText(data, 5), QStringLiteral("16-Jan-2025, infusion 4, missed"));
    EXPECT_EQ(pointText(chart(CourseStory().given("2025-01-06", 8, {}).late()), 0),
              QStringLiteral("06-Jan-2025, infusion 1, before 8 (written down late), after not recorded, "
                             "dose 0.5 mg per kg (34 mg)"));
    EXPECT_EQ(pointText(data, -1), QString());
    EXPECT_EQ(pointText(data, 99), QString());
}

TEST(TenderText, CallsAChangeBetterOnlyBeyondTheNoise) {
    EXPECT_EQ(chartSentence(tenderChartData(test::usualCourse().review())),
              QStringLiteral("Change of −8 is larger than the examiner noise of 5."));
    EXPECT_EQ(chartSentence(tenderChartData(
                  CourseStory().given("2025-01-06", 8, 4).tender(15).given("2025-01-09", 8, 4).tender(12).review())),
              QStringLiteral("Change of −3 is within the examiner noise of 5."));
    EXPECT_EQ(chartSentence(tenderChartData(
                  CourseStory().given("2025-01-06", 8, 4).tender(15).given("2025-01-09", 8, 4).tender(9, 12).review())),
              QStringLiteral("The change cannot be told: not all 18 sites were examined both times."));
    EXPECT_EQ(chartSentence(tenderChartData(CourseStory().review())),
              QStringLiteral("No tender-point examination yet."));
}

TEST(ChartTableModel, HoldsEveryPointOfTheChartAndSorts) {
    const auto data = chart(test::usualCourse());
    ChartTableModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setTable(responseTable(data));
    ASSERT_EQ(model.rowCount(), static_cast<int>(data.points.size()));
    const auto text = [&model](int row, int column) {
        return model.index(row, column).data().toString();
    };
    EXPECT_EQ(text(5, 4), QStringLiteral("missed"));
    EXPECT_EQ(text(5, 11), QStringLiteral("had a cold"));
    EXPECT_EQ(text(4, 7), QStringLiteral("nausea, grade 2; dizziness, grade 1; dissociation 2"));
    EXPECT_EQ(text(4, 8), QStringLiteral("152/92"));
    EXPECT_EQ(text(7, 6), QStringLiteral("46 % better"));
    EXPECT_EQ(text(0, 0), QStringLiteral("before the course"));

    const QPersistentModelIndex third = model.index(4, 0);
    model.sort(4, Qt::AscendingOrder);
    EXPECT_EQ(text(0, 4), QStringLiteral("4"));
    EXPECT_EQ(text(7, 4), QStringLiteral("missed")) << "what has no value comes last";
    model.sort(4, Qt::DescendingOrder);
    EXPECT_EQ(text(0, 4), QStringLiteral("8"));
    EXPECT_EQ(text(7, 4), QStringLiteral("missed"));
    EXPECT_EQ(model.pointOf(third.row()), 4);
    EXPECT_EQ(model.rowOf(4), third.row());
    EXPECT_EQ(model.pointOf(99), -1);
}

TEST(ChartTableModel, HasATableForEachKindOfChart) {
    const auto table = responseTable(responseChartData(test::usualCourse().review()));
    ASSERT_EQ(table.rows.size(), 8U);
    EXPECT_EQ(table.rows[7][9].text, QStringLiteral("7 of 18"));
    EXPECT_EQ(table.rows[7][10].text, QStringLiteral("3"));
    ChartTableModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    EXPECT_EQ(model.rowCount(), 0);
    model.setTable(table);
    EXPECT_EQ(model.headerData(9, Qt::Horizontal, Qt::DisplayRole).toString(), QStringLiteral("Tender\npoints"));
    model.setTable({});
    EXPECT_EQ(model.columnCount(), 0);
}

} // namespace

} // namespace chairside::ui
