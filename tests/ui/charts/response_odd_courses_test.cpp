// Courses that did not go as planned: each is described, drawn and worded truthfully, point by point.
#include <gmock/gmock.h>

#include "tests/ui/charts/course_story.h"
#include "ui/charts/chart_table_model.h"
#include "ui/charts/chart_text.h"
#include "ui/charts/response_picture.h"

namespace chairside::ui {

namespace {

using domain::MissingReason;
using domain::PlanState;
using test::CourseStory;
using test::day;
using test::points;
using ::testing::IsEmpty;
using ::testing::SizeIs;

// "b7@-7 i1:8/4@0 i4:missed/missed@10 f5@28w": every point with its scores, its day and whether a line leads to it.
QString scoreOf(const std::optional<ChartScore>& score, ChartGap gap) {
    if (!score) return gapText(gap);
    const QString number = scoreNumber(score->value);
    return score->mark == ScoreMark::HollowLate ? number + QStringLiteral("late") : number;
}

QString lineOf(const ResponseChartData& data) {
    QStringList parts;
    for (const auto& point : data.points) {
        QString text = point.joined ? QStringLiteral("-") : QString();
        if (point.kind == ResponsePointKind::Infusion) {
            text += QStringLiteral("i%1:%2/%3")
                        .arg(QString::number(point.ordinal), scoreOf(point.before, point.beforeGap),
                             scoreOf(point.after, point.afterGap));
        } else {
            text += (point.kind == ResponsePointKind::Baseline ? u'b' : u'f') + scoreOf(point.before, point.beforeGap);
        }
        text += u'@' + (point.panel == ChartPanel::TableOnly ? QStringLiteral("table") : QString::number(point.day));
        if (point.panel == ChartPanel::FollowUp) text += u'w';
        parts << text;
    }
    return parts.join(u' ');
}

// No odd course may keep a chart from being drawn, and every point that has a place is a stop of the focus line.
void expectDrawn(const ResponseChartData& data) {
    const auto picture = drawResponse(data, {760, 420}, printStyle(printColours()));
    ASSERT_EQ(picture->stops().size(), data.points.size());
    for (std::size_t at = 0; at < data.points.size(); ++at)
        EXPECT_EQ(picture->stops()[at].x >= 0, data.points[at].panel != ChartPanel::TableOnly) << at;
    EXPECT_EQ(responseTable(data).rows.size(), data.points.size());
}

TEST(OddCourse, WithoutABaselineThereIsNoPercentAndTheReasonIsGiven) {
    const auto data = responseChartData(CourseStory().given("2025-01-06", 8, 4).given("2025-01-09", 6, 3).review());
    EXPECT_EQ(lineOf(data), QStringLiteral("i1:8/4@0 -i2:6/3@3"));
    EXPECT_THAT(data.lines, IsEmpty());
    EXPECT_FALSE(responseLine(data).contains(u'%')) << qPrintable(responseLine(data));
    EXPECT_TRUE(responseLine(data).contains(QStringLiteral("no baseline was recorded")));
    for (const auto& row : responseTable(data).rows)
        EXPECT_EQ(row[6].text, QString());
    expectDrawn(data);
}

TEST(OddCourse, ABaselineOfZeroHasALineButNoPercent) {
    const auto data = responseChartData(
        CourseStory().baseline("2025-01-03", 0).given("2025-01-06", 0, 0).given("2025-01-09", 2, 1).review());
    EXPECT_EQ(lineOf(data), QStringLiteral("b0@-3 i1:0/0@0 -i2:2/1@3"));
    EXPECT_THAT(data.lines, SizeIs(1)) << "the baseline itself; a share of nothing is nothing";
    EXPECT_TRUE(responseLine(data).contains(QStringLiteral("the baseline is 0"))) << qPrintable(responseLine(data));
    expectDrawn(data);
}

TEST(OddCourse, TwoScoresOfOneDayAreTwoPoints) {
    const auto data = responseChartData(CourseStory()
                                            .baseline("2025-01-06", 7)
                                            .given("2025-01-06", 8, 4)
                                            .completed()
                                            .followUp("2025-02-10", 5)
                                            .followUp("2025-02-10", 6, domain::RecallFrame::Worst24h)
                                            .review());
    EXPECT_EQ(lineOf(data), QStringLiteral("b7@0 i1:8/4@0 f5@35w f6@35w")) << "different recall is a different series";
    EXPECT_EQ(pointText(data, 0), QStringLiteral("06-Jan-2025, score before the course: 7"));
    EXPECT_EQ(pointText(data, 1).left(31), QStringLiteral("06-Jan-2025, infusion 1, before"));
    expectDrawn(data);
}

TEST(OddCourse, ALateScoreIsHollowAndSaidToBeLateAlone) {
    CourseStory story;
    story.baseline("2025-01-03", 8).given("2025-01-06", 8, 4).given("2025-01-09", 7, 5);
    auto review = story.review();
    review.points[1].afterLate = true;
    const auto data = responseChartData(review);
    EXPECT_EQ(lineOf(data), QStringLiteral("b8@-3 i1:8/4@0 -i2:7/5late@3")) << "the score before was written in time";
    EXPECT_TRUE(pointText(data, 2).contains(QStringLiteral("before 7, after 5 (written down late)")))
        << qPrintable(pointText(data, 2));
    EXPECT_EQ(responseTable(data).rows[2][5].text, QStringLiteral("5, late"));
    expectDrawn(data);
}

TEST(OddCourse, AFollowUpWrittenDownDaysLaterIsLateAndABaselineFromADiaryIsNot) {
    auto story = CourseStory().baseline("2025-01-03", 8).given("2025-01-06", 8, 4).completed();
    story.followUp("2025-02-10", 5).followUp("2025-02-17", 6);
    auto review = story.review();
    for (auto& score : review.assessments)
        score.recordedAt = *base::Instant::fromIso("2025-02-12T09:00:00+00:00");
    const auto data = responseChartData(review);
    EXPECT_EQ(lineOf(data), QStringLiteral("b8@-3 i1:8/4@0 f5late@35w -f6@42w")) << "24 hours past the end of its day";
    expectDrawn(data);
}

TEST(OddCourse, ACorrectedDoseIsDrawnAsItStands) {
    // The review hands over the standing dose only; a dose above the protocol's maximum widens the track.
    const auto data = responseChartData(CourseStory()
                                            .baseline("2025-01-03", 8)
                                            .given("2025-01-06", 8, 4, 500)
                                            .given("2025-01-09", 7, 4, 1200)
                                            .review());
    EXPECT_EQ(data.points[2].perKg, domain::DosePerKg::ofRaw(1200));
    EXPECT_EQ(data.doseAxisMax, domain::DosePerKg::ofRaw(1200));
    EXPECT_EQ(responseTable(data).rows[2][2].text, QStringLiteral("1.2"));
    expectDrawn(data);
}

TEST(OddCourse, StoppedAtTheSecondInfusionSaysSoAndCancelsTheRest) {
    CourseStory story;
    story.baseline("2025-01-03", 8).given("2025-01-06", 8, 6).given("2025-01-09", 8, 7).event("hypertension", 3);
    for (const char* date : {"2025-01-13", "2025-01-16", "2025-01-20", "2025-01-23"})
        story.notGiven(date, PlanState::Cancelled, "severe event");
    story.stopped("2025-01-10");
    const auto data = responseChartData(story.review());
    EXPECT_EQ(lineOf(data), QStringLiteral("b8@-3 i1:8/6@0 -i2:8/7@3 i3:cancelled/cancelled@table "
                                           "i4:cancelled/cancelled@table i5:cancelled/cancelled@table "
                                           "i6:cancelled/cancelled@table"));
    EXPECT_EQ(data.stoppedOn, day("2025-01-10"));
    EXPECT_EQ(data.course, (DayRange{-3, 3})) << "what was cancelled has no place in time";
    EXPECT_EQ(data.lastGiven, 2);
    EXPECT_EQ(responseTable(data).rows[3].back().text, QStringLiteral("severe event"));
    expectDrawn(data);
}

TEST(OddCourse, AllScoresMissingStillDrawsEveryInfusionWithItsWord) {
    CourseStory story;
    for (const auto& [date, reason] :
         {std::pair{"2025-01-06", MissingReason::Declined}, std::pair{"2025-01-09", MissingReason::NotDone},
          std::pair{"2025-01-13", MissingReason::Unavailable}}) {
        story.given(date, {}, {}).missing(reason, reason);
    }
    const auto data = responseChartData(story.review());
    EXPECT_EQ(lineOf(data), QStringLiteral("i1:declined/declined@0 i2:not done/not done@3 "
                                           "i3:unavailable/unavailable@7"));
    EXPECT_FALSE(data.latest);
    EXPECT_EQ(data.durableScores, 0);
    EXPECT_EQ(chartSentence(data), QStringLiteral("There is no pain score yet; infusion 1 declined, infusion 2 not "
                                                  "done, infusion 3 unavailable."));
    EXPECT_EQ(data.points[1].perKg, domain::DosePerKg::ofRaw(500)) << "the dose was given all the same";
    expectDrawn(data);
}

TEST(OddCourse, MoreThanSixInfusionsKeepTheirTimeAndTheirOrder) {
    CourseStory story;
    story.baseline("2025-01-03", 9);
    const char* dates[] = {"2025-01-06", "2025-01-09", "2025-01-13", "2025-01-16", "2025-01-20",
                           "2025-01-23", "2025-01-27", "2025-01-30", "2025-02-03"};
    int pain = 9;
    for (const char* date : dates)
        story.given(date, pain--, 2);
    const auto data = responseChartData(story.review());
    EXPECT_EQ(lineOf(data), QStringLiteral("b9@-3 i1:9/2@0 -i2:8/2@3 -i3:7/2@7 -i4:6/2@10 -i5:5/2@14 -i6:4/2@17 "
                                           "-i7:3/2@21 -i8:2/2@24 -i9:1/2@28"));
    EXPECT_EQ(responseLine(data), QStringLiteral("Pain 9 → 1, 89 % better, before infusion 9 (9 of 9 scores)"));
    expectDrawn(data);
}

TEST(OddCourse, ACourseKeepsTheProtocolVersionItWasOrderedUnder) {
    // Another version with other thresholds was signed meanwhile; the lines are those of the course's own.
    CourseStory story;
    story.baseline("2025-01-03", 8).given("2025-01-06", 8, 4).given("2025-01-09", 6, 3);
    auto review = story.review();
    review.protocol.version = 4;
    review.protocol.rules.response.moderatePercent = 25;
    const auto data = responseChartData(review);
    ASSERT_THAT(data.lines, SizeIs(3));
    EXPECT_EQ(data.lines[1], (ReferenceLine{25, points(6000)}));
    EXPECT_EQ(referenceText(data.lines[1]), QStringLiteral("25 % better 6"));
    expectDrawn(data);
}

// "n=6 of 7": a missed infusion is a gap, and the count says so.
TEST(OddCourse, AMissedInfusionIsCountedAmongTheExpectedScores) {
    const auto data = responseChartData(test::usualCourse().review());
    EXPECT_EQ(lineOf(data), QStringLiteral("b7@-7 b8@-3 i1:8/4@0 -i2:8/4@3 -i3:7/4@7 i4:missed/missed@10 i5:6/3@14 "
                                           "-i6:4/3@17"));
    EXPECT_TRUE(responseLine(data).contains(QStringLiteral("(5 of 6 scores)"))) << qPrintable(responseLine(data));
    expectDrawn(data);
}

} // namespace

} // namespace chairside::ui
