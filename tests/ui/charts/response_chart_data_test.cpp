// What the pain chart shows, point by point.
#include <gmock/gmock.h>

#include "tests/support/core/domain_printers.h"
#include "tests/ui/charts/course_story.h"
#include "ui/charts/chart_state.h"
#include "ui/charts/chart_text.h"

namespace chairside::ui {

namespace {

using domain::PlanState;
using test::CourseStory;
using test::day;
using test::points;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<bool> joins(const ResponseChartData& data) {
    std::vector<bool> result;
    for (const auto& point : data.points) {
        if (point.kind == ResponsePointKind::Infusion) result.push_back(point.joined);
    }
    return result;
}

const ResponsePoint& infusion(const ResponseChartData& data, int ordinal) {
    for (const auto& point : data.points) {
        if (point.ordinal == ordinal) return point;
    }
    throw std::out_of_range("no such infusion");
}

TEST(ResponseChartData, ShowsEveryPointOfANormalCourseInTheOrderOfTime) {
    const auto data = responseChartData(test::usualCourse().review());
    ASSERT_EQ(data.points.size(), 8U); // two baseline scores, six infusions
    EXPECT_EQ(data.points[0].kind, ResponsePointKind::Baseline);
    EXPECT_EQ(data.points[0].day, -7);
    EXPECT_EQ(data.points[0].before, (ChartScore{points(7000), ScoreMark::Filled}));
    EXPECT_EQ(data.points[1].day, -3);
    const auto& third = data.points[4];
    EXPECT_EQ(third.ordinal, 3);
    EXPECT_EQ(third.date, day("2025-01-13"));
    EXPECT_EQ(third.panel, ChartPanel::Course);
    EXPECT_EQ(third.day, 7);
    EXPECT_EQ(third.before, (ChartScore{points(7000), ScoreMark::Filled}));
    EXPECT_EQ(third.after, (ChartScore{points(4000), ScoreMark::Ring}));
    EXPECT_EQ(third.perKg, domain::DosePerKg::ofRaw(500));
    EXPECT_EQ(third.dose, domain::Dose::ofRaw(34000));
    EXPECT_THAT(third.events, ElementsAre(ChartEvent{"nausea", "", 2}, ChartEvent{"dizziness", "", 1}));
    EXPECT_EQ(data.points[7].day, 17);
    EXPECT_EQ(data.course, (DayRange{-7, 17}));
    EXPECT_EQ(data.latest, (LatestScore{points(4000), day("2025-01-23"), 6}));
    EXPECT_EQ(data.durableScores, 5);
    EXPECT_EQ(data.durableExpected, 6);
}

TEST(ResponseChartData, DrawsTheReferenceLinesAtTheirExactScores) {
    const auto data = responseChartData(test::usualCourse().review());
    EXPECT_THAT(data.lines, ElementsAre(ReferenceLine{0, points(7400), points(7000), points(8000)},
                                        ReferenceLine{30, points(5180)}, ReferenceLine{50, points(3700)}));
    EXPECT_EQ(referenceText(data.lines[0]), QStringLiteral("baseline 7.4 (7–8)"));
    EXPECT_EQ(referenceText(data.lines[1]), QStringLiteral("30 % better 5.2"));
    EXPECT_EQ(referenceText(data.lines[2]), QStringLiteral("50 % better 3.7"));
}

TEST(ResponseChartData, ShadesTheBaselineFromItsLowestToItsHighestScore) {
    const auto data = responseChartData(
        CourseStory().baseline("2025-01-02", 7).baseline("2025-01-04", 8).given("2025-01-06", 8, 5).review());
    ASSERT_FALSE(data.lines.empty());
    EXPECT_EQ(data.lines.front(), (ReferenceLine{0, test::points(7500), test::points(7000), test::points(8000)}));
    EXPECT_EQ(referenceText(data.lines.front()), QStringLiteral("baseline 7.5 (7–8)"));
    const auto one = responseChartData(CourseStory().baseline("2025-01-04", 8).given("2025-01-06", 8, 5).review());
    EXPECT_EQ(one.lines.front(), (ReferenceLine{0, test::points(8000)})) << "one score is no band";
}

TEST(ResponseChartData, LeavesAGapWithAWordWhereAnInfusionWasMissed) {
    const auto data = responseChartData(test::usualCourse().review());
    const auto& missed = infusion(data, 4);
    EXPECT_FALSE(missed.before);
    EXPECT_FALSE(missed.after);
    EXPECT_EQ(missed.beforeGap, ChartGap::Missed);
    EXPECT_EQ(missed.afterGap, ChartGap::Missed);
    EXPECT_EQ(missed.reason, "had a cold");
    EXPECT_FALSE(missed.perKg);
    // No line into the gap and none across it.
    EXPECT_THAT(joins(data), ElementsAre(false, true, true, false, false, true));
}

TEST(ResponseChartData, SaysInAWordWhyEachScoreIsMissing) {
    const auto data = responseChartData(CourseStory()
                                            .given("2025-01-06", 8, 4)
                                            .given("2025-01-09", {}, 4)
                                            .missing(domain::MissingReason::Declined)
                                            .given("2025-01-13", 7, {})
                                            .given("2025-01-16", {}, {})
                                            .missing(domain::MissingReason::NotDone, domain::MissingReason::Unavailable)
                                            .notGiven("2025-01-20", PlanState::Declined)
                                            .notGiven("2025-01-22", PlanState::NotGiven)
                                            .planned("2025-01-23")
                                            .review());
    EXPECT_EQ(infusion(data, 2).beforeGap, ChartGap::Declined);
    EXPECT_EQ(infusion(data, 2).afterGap, ChartGap::None);
    EXPECT_EQ(infusion(data, 3).beforeGap, ChartGap::None);
    EXPECT_EQ(infusion(data, 3).afterGap, ChartGap::NotRecorded);
    EXPECT_EQ(infusion(data, 4).beforeGap, ChartGap::NotDone);
    EXPECT_EQ(infusion(data, 4).afterGap, ChartGap::Unavailable);
    EXPECT_EQ(infusion(data, 5).beforeGap, ChartGap::Declined);
    EXPECT_EQ(infusion(data, 6).beforeGap, ChartGap::NotGiven);
    EXPECT_EQ(infusion(data, 7).beforeGap, ChartGap::NotYet);
    EXPECT_THAT(joins(data), ElementsAre(false, false, false, false, false, false, false));
}

TEST(ResponseChartData, HasNoLinesWithoutABaselineAndOnlyItsOwnAtZero) {
    EXPECT_THAT(responseChartData(CourseStory().given("2025-01-06", 8, 4).review()).lines, IsEmpty());
    const auto zero = responseChartData(CourseStory().baseline("2025-01-03", 0).given("2025-01-06", 2, 0).review());
    EXPECT_THAT(zero.lines, ElementsAre(ReferenceLine{0, points(0)}));
    EXPECT_EQ(zero.overall.reason, domain::NotEvaluableReason::BaselineZero);
}

TEST(ResponseChartData, PutsFollowUpsIntoWeeksAfterTheLastInfusionGiven) {
    const auto data = responseChartData(test::usualCourse()
                                            .completed()
                                            .followUp("2025-02-20", 5)
                                            .followUp("2025-03-06", 6)
                                            .followUp("2025-03-20", {})
                                            .followUp("2025-04-03", 7)
                                            .followUp("2025-04-10", 7, domain::RecallFrame::Now)
                                            .review());
    ASSERT_EQ(data.points.size(), 13U);
    const auto& first = data.points[8];
    EXPECT_EQ(first.kind, ResponsePointKind::FollowUp);
    EXPECT_EQ(first.panel, ChartPanel::FollowUp);
    EXPECT_EQ(first.day, 28);
    EXPECT_FALSE(first.joined);
    EXPECT_TRUE(data.points[9].joined);
    EXPECT_EQ(data.points[10].beforeGap, ChartGap::Declined);
    EXPECT_FALSE(data.points[11].joined) << "a line across a missing follow-up";
    EXPECT_FALSE(data.points[12].joined) << "another recall is another series";
    EXPECT_EQ(data.followUp, (DayRange{0, 84}));
    EXPECT_EQ(data.lastGiven, 6);
    EXPECT_EQ(data.latest, (LatestScore{points(7000), day("2025-04-10"), 0}));
}

TEST(ResponseChartData, ShadesTheWindowFromTheLastInfusionGiven) {
    const auto data = responseChartData(test::usualCourse().completed().review());
    EXPECT_EQ(data.window, (DateSpan{day("2025-02-20"), day("2025-03-06")}));
    EXPECT_EQ(data.windowDays, (DayRange{28, 42}));
    EXPECT_EQ(data.followUp, (DayRange{0, 49}));
    EXPECT_FALSE(responseChartData(test::usualCourse().review()).followUp) << "the course still runs";
}

TEST(ResponseChartData, EndsAStoppedCourseWhereItStopped) {
    const auto data = responseChartData(CourseStory()
                                            .baseline("2025-01-03", 8)
                                            .given("2025-01-06", 8, 6)
                                            .given("2025-01-09", 8, 7)
                                            .event("hypertension", 3)
                                            .notGiven("2025-01-13", PlanState::Cancelled)
                                            .notGiven("2025-01-16", PlanState::Cancelled)
                                            .stopped("2025-01-10")
                                            .followUp("2025-01-14", 8)
                                            .review());
    EXPECT_EQ(data.stoppedOn, day("2025-01-10"));
    EXPECT_EQ(data.course, (DayRange{-3, 3}));
    EXPECT_EQ(infusion(data, 3).panel, ChartPanel::TableOnly);
    EXPECT_EQ(infusion(data, 3).beforeGap, ChartGap::Cancelled);
    EXPECT_EQ(data.followUp, (DayRange{0, 49}));
    EXPECT_EQ(data.lastGiven, 2);
}

TEST(ResponseChartData, HoldsASingleInfusion) {
    const auto data =
        responseChartData(CourseStory().baseline("2025-01-06", 8).given("2025-01-06", 8, 3, 300).review());
    ASSERT_EQ(data.points.size(), 2U);
    EXPECT_EQ(data.course, (DayRange{0, 0}));
    EXPECT_THAT(joins(data), ElementsAre(false));
}

TEST(ResponseChartData, IsEmptyForACourseWithoutAnyDate) {
    const auto data = responseChartData(CourseStory().review());
    EXPECT_THAT(data.points, IsEmpty());
    EXPECT_FALSE(data.latest);
    EXPECT_FALSE(data.followUp);
}

TEST(ResponseChartData, MarksScoresThatWereWrittenDownLate) {
    const auto data = responseChartData(CourseStory().given("2025-01-06", 8, 4).late().review());
    EXPECT_EQ(data.points[0].before->mark, ScoreMark::HollowLate);
    EXPECT_EQ(data.points[0].after->mark, ScoreMark::HollowLate);
}

TEST(ResponseChartData, MakesRoomForADoseAboveTheProtocolsMaximum) {
    EXPECT_EQ(responseChartData(CourseStory().given("2025-01-06", 8, 4, 500).review()).doseAxisMax.raw(), 1000);
    EXPECT_EQ(responseChartData(CourseStory().given("2025-01-06", 8, 4, 1200).review()).doseAxisMax.raw(), 1200);
}

TEST(TenderChartData, TellsAChangeLargerThanTheNoise) {
    const auto data = tenderChartData(test::usualCourse().review());
    ASSERT_EQ(data.visits.size(), 3U);
    EXPECT_EQ(data.visits[1], (TenderVisit{5, day("2025-01-20"), 14, 12, 18, points(5000)}));
    EXPECT_EQ(data.change, -8);
    EXPECT_TRUE(data.changeIsReal);
    EXPECT_EQ(data.noiseBand, 5);
}

TEST(TenderChartData, TellsNoChangeOfIncompleteExaminations) {
    const auto data = tenderChartData(
        CourseStory().given("2025-01-06", 8, 4).tender(15).given("2025-01-09", 8, 4).tender(8, 12).review());
    EXPECT_EQ(data.visits[1].examined, 12);
    EXPECT_FALSE(data.change);
}

} // namespace

} // namespace chairside::ui
