// Pain, impact and single symptoms on one time axis: the description point by point, and its words.
#include <gmock/gmock.h>

#include "tests/ui/charts/assessment_story.h"
#include "tests/ui/charts/course_story.h"
#include "ui/charts/chart_text.h"
#include "ui/charts/domain_chart_view.h"

namespace chairside::ui {

namespace {

using test::AssessmentStory;
using test::CourseStory;
using test::day;
using testing::ElementsAre;

QString lineOf(const DomainSeries& series) {
    QStringList parts;
    for (const auto& point : series.points) {
        QString text = QString::number(point.day) + u':';
        text += point.value ? QString::number(point.value->raw() / 1000) : gapText(point.gap);
        if (point.joined) text.prepend(u'-');
        if (point.late) text += QStringLiteral(" late");
        parts << text;
    }
    return parts.join(u' ');
}

const DomainSeries& seriesOf(const DomainChartData& data, DomainKind kind) {
    return data.series.at(static_cast<std::size_t>(kind));
}

AssessmentStory usualAssessments() {
    AssessmentStory story;
    story.filled("2024-12-30", 66, 8).filled("2025-01-13", 48, std::nullopt).filled("2025-01-23", 40, 5);
    return story;
}

TEST(DomainChart, PutsEveryDomainOnTheTimeOfTheCourse) {
    const auto data = domainChartData(test::usualCourse().review(), usualAssessments().all());
    ASSERT_EQ(data.series.size(), 6U);
    EXPECT_EQ(lineOf(seriesOf(data, DomainKind::Pain)), QStringLiteral("0:7 4:8 7:8 -10:8 -14:7 17:missed 21:6 -24:4"));
    EXPECT_EQ(lineOf(seriesOf(data, DomainKind::Impact)), QStringLiteral("0:66 -14:48 -24:40"));
    EXPECT_EQ(lineOf(seriesOf(data, DomainKind::Fatigue)), QStringLiteral("0:8 14:declined 24:5"))
        << "nothing joins across an item that was declined";
    EXPECT_EQ(data.days, 24);
    EXPECT_EQ(data.dates.size(), 8U);
    EXPECT_EQ(seriesOf(data, DomainKind::Impact).top, 100);
    EXPECT_EQ(seriesOf(data, DomainKind::Sleep).top, 10);
}

TEST(DomainChart, LeavesOutWhatWasCorrectedAndWhatBelongsToAnotherCourse) {
    auto story = usualAssessments();
    story.filled("2025-01-20", 99, 9).corrected();
    story.filled("2024-11-01", 90, 9); // long before the baseline window of 14 days
    story.filled("2025-06-02", 20, 2); // of the next course
    auto review = test::usualCourse().review();
    review.nextCourseFrom = day("2025-06-01");
    const auto data = domainChartData(review, story.all());
    EXPECT_EQ(lineOf(seriesOf(data, DomainKind::Impact)), QStringLiteral("0:66 -14:48 -24:40"));
}

TEST(DomainChart, OfTwoOnOneDayTheOneEnteredLastCounts) {
    AssessmentStory story;
    story.filled("2024-12-30", 66, 8).filled("2024-12-30", 60, 7);
    const auto data = domainChartData(test::usualCourse().review(), story.all());
    EXPECT_EQ(lineOf(seriesOf(data, DomainKind::Impact)), QStringLiteral("0:60"));
}

TEST(DomainChart, TwoPainScoresOfOneDayAreBothTold) {
    CourseStory story;
    story.baseline("2025-01-06", 7).given("2025-01-06", 8, 4);
    const auto data = domainChartData(story.review(), {});
    EXPECT_EQ(pointText(data, 0), QStringLiteral("06-Jan-2025: Pain 7 and 8"));
    EXPECT_EQ(domainTable(data).rows.at(0).at(1).text, QStringLiteral("7 and 8"));
}

TEST(DomainChart, ALateScoreIsSaidToBeLate) {
    CourseStory story;
    story.baseline("2025-01-03", 8).given("2025-01-06", 8, 6).given("2025-01-09", 7, 5).late();
    const auto data = domainChartData(story.review(), {});
    EXPECT_EQ(lineOf(seriesOf(data, DomainKind::Pain)), QStringLiteral("0:8 3:8 -6:7 late"));
    EXPECT_EQ(pointText(data, 2), QStringLiteral("09-Jan-2025: Pain 7 (written down late)"));
}

TEST(DomainChart, SaysTheWholeInOneSentence) {
    const auto data = domainChartData(test::usualCourse().review(), usualAssessments().all());
    EXPECT_EQ(chartSentence(data),
              QStringLiteral("Pain from 7.4 to 4 of 10, FIQR total from 66 to 40 of 100, Fatigue from 8 to 5 of 10, "
                             "Sleep from 5 to 5 of 10, Memory from 5 to 5 of 10, Mood from 5 to 5 of 10; higher is "
                             "worse."));
    EXPECT_EQ(pointText(data, 4), QStringLiteral("13-Jan-2025: Pain 7, FIQR total 48, Fatigue declined, Sleep 5, "
                                                 "Memory 5, Mood 5"));
    EXPECT_EQ(chartSentence(domainChartData(CourseStory().review(), {})), QStringLiteral("There is no score yet."));
}

TEST(DomainChart, NamesADomainThatWasNeverAsked) {
    const auto sentence = chartSentence(domainChartData(test::usualCourse().review(), {}));
    EXPECT_TRUE(sentence.contains(QStringLiteral("Fatigue has no score"))) << qPrintable(sentence);
}

TEST(DomainChart, HasARowForEveryDayInTheTable) {
    const auto data = domainChartData(test::usualCourse().review(), usualAssessments().all());
    const auto table = domainTable(data);
    EXPECT_THAT(table.headings, ElementsAre(QStringLiteral("Date"), QStringLiteral("Pain, 0 to 10"),
                                            QStringLiteral("FIQR total, 0 to 100"), QStringLiteral("Fatigue, 0 to 10"),
                                            QStringLiteral("Sleep, 0 to 10"), QStringLiteral("Memory, 0 to 10"),
                                            QStringLiteral("Mood, 0 to 10")));
    ASSERT_EQ(table.rows.size(), data.dates.size());
    EXPECT_EQ(table.rows[4][1].text, QStringLiteral("7"));
    EXPECT_EQ(table.rows[4][3].text, QStringLiteral("declined"));
    EXPECT_FALSE(table.rows[4][3].sort.isValid());
    EXPECT_EQ(table.rows[1][2].text, QString()) << "nobody asked for it on that day";
}

TEST(DomainChart, TheFocusLineCrossesAllOfThem) {
    DomainChartView view;
    view.resize(760, 500);
    view.setData(domainChartData(test::usualCourse().review(), usualAssessments().all()));
    EXPECT_TRUE(view.pointText().startsWith(QStringLiteral("23-Jan-2025: Pain 4, FIQR total 40")));
    view.setCurrentPoint(0);
    EXPECT_TRUE(view.pointText().startsWith(QStringLiteral("30-Dec-2024: Pain 7, FIQR total 66")));
}

} // namespace

} // namespace chairside::ui
