// Charts of many courses as descriptions: what they count, what they say, and what they draw.
#include <QImage>
#include <QPainter>
#include <gmock/gmock.h>

#include "tests/ui/charts/course_story.h"
#include "ui/charts/chart_picture.h"
#include "ui/charts/outcome_chart_text.h"
#include "ui/charts/outcome_chart_view.h"
#include "ui/charts/outcome_picture.h"

namespace chairside::ui {
namespace {

using namespace Qt::Literals::StringLiterals;

// The 6-MP arm of Freireich 1963, remission in weeks; the curve is that of R 4.2.2, survival 3.5-3 (conf.type log-log).
services::Outcomes freireich() {
    services::Outcomes outcomes{.query = {base::CalendarDate::ofDays({}), base::CalendarDate::ofDays({}), {}},
                                .definitions = {},
                                .responders = {},
                                .respondersRange = {},
                                .judged = {},
                                .unjudged = {},
                                .byInfusion = {},
                                .gainKept = {},
                                .adverse = {},
                                .lanes = {},
                                .smallestGroup = 5,
                                .asOf = base::Instant::of(0, 0)};
    for (const int week : {6, 6, 6, 7, 10, 13, 16, 22, 23})
        outcomes.gainKept.observations.push_back({week, true});
    for (const int week : {6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35})
        outcomes.gainKept.observations.push_back({week, false});
    outcomes.gainKept.curve = domain::kaplanMeier(outcomes.gainKept.observations);
    outcomes.gainKept.relapsed = 9;
    return outcomes;
}

TEST(OutcomeChart, TheRiskTableAddsUpToAllCoursesAtEveryDay) {
    const auto data = gainChartData(freireich());
    ASSERT_GE(data.risk.size(), 5U);
    EXPECT_EQ(data.risk.front().atRisk, 21);
    for (const auto& row : data.risk)
        EXPECT_EQ(row.atRisk + row.censored + row.events, 21) << "day " << row.day;
    EXPECT_EQ(data.risk.back().atRisk + data.risk.back().censored, 12) << "nobody is left out at the end";
    EXPECT_GE(data.longest, 35);
}

TEST(OutcomeChart, SpeaksEveryStepWithItsBandAndItsCounts) {
    const OutcomeChart chart = gainChartData(freireich());
    EXPECT_EQ(pointText(chart, 0),
              u"Day 6: 85.7 % without, 95 % interval 62 % to 95.2 %; 21 at risk, 3 events, 1 censored"_s);
    EXPECT_EQ(chartSentence(chart),
              u"21 courses with a gain: 9 relapsed, 0 were treated again; 0 ended without a gain, "
              "0 cannot be followed. Half kept the gain for 23 days."_s);
    const auto table = outcomeTable(chart);
    EXPECT_EQ(table.rows.size(), static_cast<std::size_t>(pointCount(chart)));
    EXPECT_EQ(table.rows[0][1].text, u"85.7 %"_s);
    EXPECT_EQ(pointText(chart, -1), QString());
    EXPECT_EQ(pointText(chart, 99), QString());
}

TEST(OutcomeChart, AMedianKnownFromTooFewScoresIsNotTold) {
    auto outcomes = freireich();
    services::InfusionSpread one{
        .ordinal = 1, .given = 7, .before = {7, domain::Quartiles{4, 5.5, 6.25}}, .after = {2, {}}};
    outcomes.byInfusion = {one};
    const OutcomeChart chart = spreadChartData(outcomes);
    EXPECT_EQ(pointText(chart, 0),
              u"Infusion 1. Before: median 5.5, quartiles 4 to 6.25, 7 scores of 7 infusions. After: "
              "2 scores of 7 infusions, fewer than 5"_s);
}

TEST(OutcomeChart, ALaneEndsInWordsAndNotOnlyInASign) {
    services::CourseLane lane{.course = domain::CourseId(test::madeUpUuid()),
                              .patient = domain::PatientId(test::madeUpUuid()),
                              .begins = *base::CalendarDate::fromIso("2025-01-06")};
    lane.infusions = {0, 3};
    lane.adverse = {3};
    lane.followedDays = 20;
    lane.end = services::GainEnd::Relapsed;
    lane.state = domain::CourseState::Stopped;
    auto outcomes = freireich();
    outcomes.lanes = {lane};
    const OutcomeChart chart = lanesChartData(outcomes);
    EXPECT_EQ(pointText(chart, 0),
              u"Course from 06-Jan-2025: 2 infusions, 1 with an adverse event, no response, relapsed on day 20"_s);
    lane.end = services::GainEnd::Kept;
    EXPECT_EQ(laneEndText(lane), u"followed so far"_s);
    lane.state = domain::CourseState::Active;
    EXPECT_EQ(laneEndText(lane), u"course running"_s);
}

// Every point has a stop, also where thousands of courses have to share the width.
TEST(OutcomeChart, DrawsThousandsOfCoursesWithAStopForEachPoint) {
    auto outcomes = freireich();
    for (int at = 0; at < 5'000; ++at) {
        outcomes.judged.push_back({.course = domain::CourseId(test::madeUpUuid()),
                                   .patient = domain::PatientId(test::madeUpUuid()),
                                   .reductionPermille = 1'000 - at,
                                   .daysAfter = 28});
        services::CourseLane lane{.course = domain::CourseId(test::madeUpUuid()),
                                  .patient = domain::PatientId(test::madeUpUuid()),
                                  .begins = *base::CalendarDate::fromIso("2025-01-06")};
        lane.followedDays = at % 90;
        outcomes.lanes.push_back(lane);
    }
    for (const OutcomeChart& chart : {OutcomeChart(waterfallChartData(outcomes)),
                                      OutcomeChart(lanesChartData(outcomes)), OutcomeChart(gainChartData(outcomes))}) {
        const auto picture = drawOutcomes(chart, {900, 360}, screenStyle());
        EXPECT_EQ(std::ssize(picture->stops()), pointCount(chart));
        QImage image(900, 360, QImage::Format_RGB32);
        QPainter painter(&image);
        picture->render(painter, {0, 0, 900, 360});
    }
}

} // namespace
} // namespace chairside::ui
