// What stands beside the pain of a course: other treatment, other courses, tender points, and scores told late.
#include <QImage>
#include <QPainter>
#include <gmock/gmock.h>

#include "tests/ui/charts/course_story.h"
#include "ui/charts/chart_picture.h"
#include "ui/charts/chart_table_model.h"
#include "ui/charts/chart_text.h"
#include "ui/charts/response_picture.h"

namespace chairside::ui {

namespace {

using services::Treatment;
using services::TreatmentKind;
using test::CourseStory;
using test::day;
using ::testing::IsEmpty;
using ::testing::SizeIs;

Treatment medicine(const std::string& name, std::optional<base::CalendarDate> from,
                   std::optional<base::CalendarDate> until = {}) {
    return {.kind = TreatmentKind::Medicine, .name = name, .dose = "60 mg", .from = from, .until = until};
}

std::vector<const ResponsePoint*> careOf(const ResponseChartData& data) {
    std::vector<const ResponsePoint*> found;
    for (const auto& point : data.points) {
        if (point.kind == ResponsePointKind::Care) found.push_back(&point);
    }
    return found;
}

TEST(ResponseBeside, MarksWhereOtherTreatmentBeganAndEnded) {
    const auto data =
        responseChartData(test::usualCourse().review(),
                          {.treatments = {medicine("duloxetine", day("2025-01-10")),
                                          medicine("amitriptyline", day("2023-05-01"), day("2025-01-12"))}});
    const auto care = careOf(data);
    ASSERT_THAT(care, SizeIs(2));
    EXPECT_EQ(care[0]->day, 4);
    EXPECT_EQ(care[0]->panel, ChartPanel::Course);
    EXPECT_EQ(careText(care[0]->care.at(0)), QStringLiteral("began duloxetine 60 mg"));
    EXPECT_EQ(care[1]->date, day("2025-01-13")) << "the last day still counts; the day after is the first without";
    EXPECT_EQ(careText(care[1]->care.at(0)), QStringLiteral("ended amitriptyline 60 mg"));
    ASSERT_THAT(data.careBefore, SizeIs(1));
    EXPECT_EQ(careText(data.careBefore[0]), QStringLiteral("amitriptyline 60 mg"));
}

TEST(ResponseBeside, LeavesOutWhatLiesOutsideTheDaysOfTheChart) {
    const auto data = responseChartData(
        test::usualCourse().review(),
        {.treatments = {medicine("old", day("2020-01-01"), day("2024-11-30")), medicine("later", day("2026-01-01"))}});
    EXPECT_THAT(careOf(data), IsEmpty());
    EXPECT_THAT(data.careBefore, IsEmpty());
}

TEST(ResponseBeside, ATherapyWithoutADateIsThereSinceBefore) {
    const auto data = responseChartData(
        test::usualCourse().review(),
        {.treatments = {{.kind = TreatmentKind::Physiotherapy, .name = {}, .dose = {}, .from = {}, .until = {}}}});
    EXPECT_TRUE(chartSentence(data).endsWith(QStringLiteral("Since before: physiotherapy.")))
        << qPrintable(chartSentence(data));
}

TEST(ResponseBeside, EveryChangeIsAStopOfTheFocusLineAndARowOfTheTable) {
    const auto data =
        responseChartData(test::usualCourse().review(), {.treatments = {medicine("duloxetine", day("2025-01-10"))}});
    ASSERT_EQ(data.points.size(), 9U);
    EXPECT_EQ(pointText(data, 4), QStringLiteral("10-Jan-2025, began duloxetine 60 mg"));
    const auto table = responseTable(data);
    EXPECT_EQ(table.rows[4][0].text, QStringLiteral("other treatment"));
    EXPECT_EQ(table.rows[4].back().text, QStringLiteral("began duloxetine 60 mg"));
}

TEST(ResponseBeside, AMedicineChangeNeitherJoinsNorBreaksTheScores) {
    const auto alone = responseChartData(test::usualCourse().review());
    const auto beside =
        responseChartData(test::usualCourse().review(), {.treatments = {medicine("duloxetine", day("2025-01-07"))}});
    const auto joins = [](const ResponseChartData& data) {
        std::vector<bool> result;
        for (const auto& point : data.points) {
            if (point.kind == ResponsePointKind::Infusion) result.push_back(point.joined);
        }
        return result;
    };
    EXPECT_EQ(joins(beside), joins(alone));
    EXPECT_EQ(beside.durableScores, alone.durableScores);
    EXPECT_EQ(responseLine(beside), responseLine(alone));
}

TEST(ResponseBeside, LaysAnotherCourseOverByDaySinceItsOwnStart) {
    CourseStory earlier;
    earlier.baseline("2023-01-30", 8).given("2023-02-06", 8, 5).given("2023-02-09", 7, 5);
    earlier.notGiven("2023-02-13", domain::PlanState::Missed).given("2023-03-02", 5, 3);
    auto other = earlier.review();
    other.course.number = 7;
    const auto data = responseChartData(test::usualCourse().review(), {.courses = {other}});
    ASSERT_THAT(data.compared, SizeIs(1));
    EXPECT_EQ(data.compared[0].number, 7);
    EXPECT_THAT(data.compared[0].scores,
                ::testing::ElementsAre(ComparedScore{ChartPanel::Course, 0, domain::Score::ofWhole(8), false},
                                       ComparedScore{ChartPanel::Course, 3, domain::Score::ofWhole(7), true},
                                       ComparedScore{ChartPanel::Course, 24, domain::Score::ofWhole(5), false}))
        << "no line across the missed infusion";
    EXPECT_EQ(data.course.to, 24) << "the panel grows to the longer course";
    EXPECT_EQ(data.baseline, test::points(7400)) << "the numbers stay those of this course";
    EXPECT_EQ(data.durableExpected, 6);
}

TEST(ResponseBeside, ComparesTheFollowUpByWeekSinceTheLastInfusion) {
    auto now = test::usualCourse().completed().followUp("2025-02-20", 5).review();
    CourseStory earlier;
    earlier.given("2023-02-06", 8, 5).given("2023-02-09", 7, 5).completed().followUp("2023-02-23", 4);
    const auto data = responseChartData(now, {.courses = {earlier.review()}});
    ASSERT_THAT(data.compared, SizeIs(1));
    EXPECT_EQ(data.compared[0].scores.back(),
              (ComparedScore{ChartPanel::FollowUp, 14, domain::Score::ofWhole(4), false}));
}

TEST(ResponseBeside, SaysHowManyTenderPointsWereFoundAtEachInfusion) {
    const auto data = responseChartData(test::usualCourse().review());
    EXPECT_EQ(data.points[2].tender,
              (TenderCount{.positive = 15, .examined = 18, .withinNoise = true, .meanIntensity = test::points(6000)}));
    EXPECT_FALSE(data.points[3].tender);
    EXPECT_TRUE(data.points[6].tender->withinNoise) << "12 is within 5 of 15";
    EXPECT_FALSE(data.points[7].tender->withinNoise);
    EXPECT_TRUE(pointText(data, 7).endsWith(QStringLiteral("7 of 18 tender points"))) << qPrintable(pointText(data, 7));
}

TEST(ResponseBeside, AnIncompleteExaminationIsNeverCalledWithinNoise) {
    const auto data = responseChartData(
        CourseStory().given("2025-01-06", 8, 4).tender(15).given("2025-01-09", 8, 4).tender(13, 14).review());
    EXPECT_FALSE(data.points[1].tender->withinNoise);
}

// Whether a row of the picture has the colour anywhere between two columns.
bool rowHas(const QImage& image, int y, int from, int to, const QColor& colour) {
    for (int x = from; x < to; ++x) {
        if (image.pixelColor(x, y) == colour) return true;
    }
    return false;
}

TEST(ResponseBeside, ShadesTheCountThatIsWithinExaminerNoise) {
    const auto data = responseChartData(test::usualCourse().review());
    const auto picture = drawResponse(data, {760, 420}, printStyle(printColours()));
    QImage image(picture->size().toSize(), QImage::Format_RGB32);
    QPainter painter(&image);
    picture->render(painter, QRectF(image.rect()));
    const QColor band = printColours().band(printColours().tenderPoints);
    const auto shaded = [&](std::size_t point) {
        const int x = qRound(picture->stops()[point].x);
        for (int y = image.height() / 2; y < image.height(); ++y) {
            if (rowHas(image, y, x - 9, x + 9, band)) return true;
        }
        return false;
    };
    EXPECT_TRUE(shaded(2));
    EXPECT_TRUE(shaded(6));
    EXPECT_FALSE(shaded(7)) << "7 is further from 15 than examiner noise";
}

} // namespace

} // namespace chairside::ui
