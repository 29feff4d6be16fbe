// Tender points site by site: not examined is not negative, counts within examiner noise are not an improvement.
#include <gmock/gmock.h>

#include "tests/ui/charts/assessment_story.h"
#include "tests/ui/charts/course_story.h"
#include "ui/charts/tender_matrix_view.h"

namespace chairside::ui {

namespace {

using test::AssessmentStory;
using test::CourseStory;

CourseStory examinedThreeTimes() {
    CourseStory story;
    story.given("2025-01-06", 8, 4).exam(15).algometer(1900, 2800).endurance(45, 1000);
    story.given("2025-01-09", 7, 4);
    story.given("2025-01-13", 7, 4).exam(12).algometer(2100, 3000);
    story.given("2025-01-20", 6, 3).exam(7).algometer(2600, 3900).endurance(80, 1000);
    return story;
}

QString marksOf(const ExamColumn& column) {
    QString text;
    for (const auto& mark : column.sites) {
        text += mark.finding == SiteFinding::Positive ? u'+' : (mark.finding == SiteFinding::Negative ? u'-' : u'.');
    }
    return text;
}

TEST(TenderMatrix, HasEverySiteOfEveryExamination) {
    const auto data = tenderMatrixData(examinedThreeTimes().review(), {});
    ASSERT_EQ(data.sites.size(), 18U);
    ASSERT_EQ(data.columns.size(), 3U) << "an infusion at which nothing was examined has no column";
    EXPECT_EQ(marksOf(data.columns[0]), QStringLiteral("+++++++++++++++---"));
    EXPECT_EQ(marksOf(data.columns[2]), QStringLiteral("+++++++-----------"));
    EXPECT_EQ(data.columns[2].ordinal, 4);
    EXPECT_EQ(data.columns[0].positive, 15);
    EXPECT_EQ(data.columns[0].meanIntensity, domain::Score::ofWhole(5));
    EXPECT_EQ(data.columns[0].threshold, (PressureMean{domain::Pressure::ofRaw(1900), 18}));
    EXPECT_EQ(data.columns[2].tolerance, (PressureMean{domain::Pressure::ofRaw(3900), 18}));
}

TEST(TenderMatrix, KeepsWhatWasNotExaminedApartFromWhatWasNegative) {
    CourseStory story;
    story.given("2025-01-06", 8, 4).exam(5, 12);
    const auto data = tenderMatrixData(story.review(), {});
    ASSERT_EQ(data.columns.size(), 1U);
    EXPECT_EQ(marksOf(data.columns[0]), QStringLiteral("+++++-------......"));
    EXPECT_EQ(data.columns[0].examined, 12);
    EXPECT_FALSE(data.columns[0].meanIntensity) << "the mean of some sites is not the mean of 18";
    EXPECT_FALSE(data.columns[0].withinNoise);
    EXPECT_EQ(pointText(data, 0), QStringLiteral("06-Jan-2025, infusion 1: 5 of 12 tender points"));
    const auto table = tenderMatrixTable(data);
    EXPECT_EQ(table.rows[0][2].text, QStringLiteral("5 of 12"));
    EXPECT_EQ(table.rows[0][7].text, QStringLiteral("6"));
    EXPECT_EQ(table.rows[0][7 + 11].text, QStringLiteral("0"));
    EXPECT_EQ(table.rows[0][7 + 12].text, QStringLiteral("not examined"));
    EXPECT_FALSE(table.rows[0][7 + 12].sort.isValid());
}

TEST(TenderMatrix, ShadesWhatIsWithinExaminerNoiseOfTheFirstWholeCount) {
    const auto data = tenderMatrixData(examinedThreeTimes().review(), {});
    EXPECT_TRUE(data.columns[0].withinNoise);
    EXPECT_TRUE(data.columns[1].withinNoise) << "15 to 12 is noise";
    EXPECT_FALSE(data.columns[2].withinNoise) << "15 to 7 is more than 5";
    EXPECT_EQ(data.counts.noiseBand, 5);
}

TEST(TenderMatrix, SaysHowCountPressureAndEnduranceWent) {
    EXPECT_EQ(chartSentence(tenderMatrixData(examinedThreeTimes().review(), {})),
              QStringLiteral("Change of −8 is larger than the examiner noise of 5. Mean threshold from 1.9 to 2.6 kgf "
                             "per cm2, Mean tolerance from 2.8 to 3.9 kgf per cm2, endurance from 45 s, 1 kg, right "
                             "to 80 s, 1 kg, right."));
    EXPECT_EQ(pointText(tenderMatrixData(examinedThreeTimes().review(), {}), 2),
              QStringLiteral("20-Jan-2025, infusion 4: 7 of 18 tender points, mean intensity 2.3, threshold 2.6 kgf "
                             "per cm2 at 18 sites, tolerance 3.9 kgf per cm2 at 18 sites, endurance 80 s, 1 kg, "
                             "right"));
}

TEST(TenderMatrix, AChangeOfThreeIsNotCalledAnImprovement) {
    CourseStory story;
    story.given("2025-01-06", 8, 4).exam(15).given("2025-01-09", 7, 4).exam(12);
    EXPECT_EQ(chartSentence(tenderMatrixData(story.review(), {})),
              QStringLiteral("Change of −3 is within the examiner noise of 5."));
}

TEST(TenderMatrix, MeansOverDifferentSitesAreNotCompared) {
    CourseStory story;
    story.given("2025-01-06", 8, 4).exam(15).algometer(1900, 2800, 18);
    story.given("2025-01-09", 7, 4).exam(15).algometer(2600, 3900, 6);
    const QString sentence = chartSentence(tenderMatrixData(story.review(), {}));
    EXPECT_TRUE(sentence.contains(QStringLiteral("which cannot be compared"))) << qPrintable(sentence);
    EXPECT_EQ(pressureText({domain::Pressure::ofRaw(2600), 6}), QStringLiteral("2.6 (6 sites)"));
}

TEST(TenderMatrix, AnEnduranceTestOutsideInfusionsHasItsOwnColumn) {
    AssessmentStory tests;
    tests.held("2025-01-03", 40, 1000).held("2025-01-06", 45, 1000);
    CourseStory story;
    story.given("2025-01-06", 8, 4).exam(15);
    const auto data = tenderMatrixData(story.review(), tests.all());
    ASSERT_EQ(data.columns.size(), 2U);
    EXPECT_EQ(pointText(data, 0), QStringLiteral("03-Jan-2025, outside infusions: endurance 40 s, 1 kg"));
    EXPECT_TRUE(pointText(data, 1).endsWith(QStringLiteral("mean intensity 5, endurance 45 s, 1 kg")))
        << qPrintable(pointText(data, 1));
}

TEST(TenderMatrix, SaysThatThereIsNothingYet) {
    TenderMatrixView view;
    view.setData(tenderMatrixData(CourseStory().review(), {}));
    EXPECT_EQ(view.currentPoint(), -1);
    EXPECT_EQ(chartSentence(view.data()), QStringLiteral("No tender-point examination yet."));
}

TEST(TenderMatrix, TheNewestExaminationIsOnTheRightAndUnderTheFocusLine) {
    TenderMatrixView view;
    view.resize(760, 480);
    view.setData(tenderMatrixData(examinedThreeTimes().review(), {}));
    EXPECT_TRUE(view.pointText().startsWith(QStringLiteral("20-Jan-2025, infusion 4")));
    view.setCurrentPoint(0);
    EXPECT_TRUE(view.pointText().startsWith(QStringLiteral("06-Jan-2025, infusion 1")));
}

} // namespace

} // namespace chairside::ui
