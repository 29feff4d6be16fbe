// The charts as widgets: keys, spoken text, drawing on screen and paper.
#include <QBuffer>
#include <QImage>
#include <QPainter>
#include <QPdfWriter>
#include <QSignalSpy>
#include <QTest>
#include <gmock/gmock.h>

#include "tests/ui/charts/course_story.h"
#include "tests/ui/charts/infusion_story.h"
#include "ui/charts/chart_picture.h"
#include "ui/charts/response_chart_view.h"
#include "ui/charts/response_picture.h"
#include "ui/charts/vitals_chart_view.h"

namespace chairside::ui {

namespace {

class ResponseView : public ::testing::Test {
protected:
    ResponseView() {
        m_view.resize(760, 420);
        m_view.setData(responseChartData(test::usualCourse().review()));
        m_view.show();
        m_canvas = m_view.findChild<QWidget*>(QStringLiteral("response_chart_canvas"));
        m_canvas->setFocus();
    }

    ResponseChartView m_view;
    QWidget* m_canvas = nullptr;
};

TEST_F(ResponseView, StartsAtTheNewestPoint) {
    EXPECT_EQ(m_view.currentPoint(), 7);
    EXPECT_TRUE(m_view.pointText().startsWith(QStringLiteral("23-Jan-2025, infusion 6")));
}

TEST_F(ResponseView, SpeaksThePointTheArrowsMoveTo) {
    const QString before = m_canvas->accessibleDescription();
    QTest::keyClick(m_canvas, Qt::Key_Left);
    QTest::keyClick(m_canvas, Qt::Key_Left);
    EXPECT_EQ(m_view.pointText(), QStringLiteral("16-Jan-2025, infusion 4, missed"));
    EXPECT_NE(m_canvas->accessibleDescription(), before);
    EXPECT_TRUE(m_canvas->accessibleDescription().contains(QStringLiteral("infusion 4, missed. Pain fell from 7.4")));
    QTest::keyClick(m_canvas, Qt::Key_Home);
    QTest::keyClick(m_canvas, Qt::Key_Left);
    EXPECT_EQ(m_view.currentPoint(), 0);
    QTest::keyClick(m_canvas, Qt::Key_End);
    QTest::keyClick(m_canvas, Qt::Key_Right);
    EXPECT_EQ(m_view.currentPoint(), 7);
}

TEST_F(ResponseView, EnterOpensAnInfusionAndNothingElse) {
    const QSignalSpy opened(&m_view, &ResponseChartView::infusionActivated);
    QTest::keyClick(m_canvas, Qt::Key_Return);
    ASSERT_EQ(opened.count(), 1);
    EXPECT_EQ(opened[0][0].toInt(), 6);
    QTest::keyClick(m_canvas, Qt::Key_Home); // a baseline score
    QTest::keyClick(m_canvas, Qt::Key_Return);
    EXPECT_EQ(opened.count(), 1);
}

TEST_F(ResponseView, KeepsThePointWhenTheDataAreReadAgain) {
    QTest::keyClick(m_canvas, Qt::Key_Home);
    m_view.setData(responseChartData(test::usualCourse().review()));
    EXPECT_EQ(m_view.currentPoint(), 0);
    m_view.setData({});
    EXPECT_EQ(m_view.currentPoint(), -1);
    QTest::keyClick(m_canvas, Qt::Key_Left);
    EXPECT_EQ(m_view.pointText(), QString());
}

TEST_F(ResponseView, SaysWhichDirectionIsWorse) {
    EXPECT_TRUE(m_canvas->accessibleName().contains(QStringLiteral("higher is worse")));
}

// Whether any pixel of a column has the colour of a series.
bool columnHas(const QImage& image, int x, const QColor& colour) {
    for (int y = 0; y < image.height(); ++y) {
        const QColor at = image.pixelColor(x, y);
        if (std::abs(at.red() - colour.red()) + std::abs(at.green() - colour.green()) +
                std::abs(at.blue() - colour.blue()) <
            30) {
            return true;
        }
    }
    return false;
}

QImage drawn(ChartPicture& picture) {
    QImage image(picture.size().toSize(), QImage::Format_RGB32);
    QPainter painter(&image);
    picture.render(painter, QRectF(image.rect()));
    return image;
}

TEST(ResponsePicture, DrawsNoLineAcrossAMissedInfusion) {
    const auto data = responseChartData(test::usualCourse().review());
    const auto picture = drawResponse(data, {760, 400}, printStyle(printColours()));
    const QImage image = drawn(*picture);
    const auto between = [&](std::size_t one, std::size_t other) {
        return qRound((picture->stops()[one].x + picture->stops()[other].x) / 2);
    };
    EXPECT_TRUE(columnHas(image, between(2, 3), printColours().before)) << "infusions 1 and 2 are joined";
    EXPECT_FALSE(columnHas(image, between(4, 5), printColours().before));
    EXPECT_FALSE(columnHas(image, between(5, 6), printColours().before));
    EXPECT_TRUE(columnHas(image, between(6, 7), printColours().before));
}

TEST(ResponsePicture, SpacesTheInfusionsByTime) {
    const auto data = responseChartData(test::usualCourse().review());
    const auto stops = drawResponse(data, {760, 400}, printStyle(printColours()))->stops();
    const qreal perDay = (stops[3].x - stops[2].x) / 3;
    EXPECT_NEAR(stops[4].x - stops[3].x, 4 * perDay, 0.01);
    EXPECT_NEAR(stops[7].x - stops[2].x, 17 * perDay, 0.01);
}

TEST(ResponsePicture, IsDrawnAtEverySize) {
    const auto data = responseChartData(test::usualCourse().completed().followUp("2025-02-20", 5).review());
    for (const QSizeF& size : {QSizeF(1, 1), QSizeF(120, 60), QSizeF(1900, 1000)}) {
        auto picture = drawResponse(data, size, printStyle(printColours()));
        drawn(*picture);
        EXPECT_EQ(picture->stops().size(), data.points.size());
    }
}

QByteArray printed(const std::function<void(QPainter&, const QRectF&)>& paint) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setResolution(300);
    QPainter painter(&writer);
    paint(painter, QRectF(0, 0, 2000, 1200));
    painter.end();
    return bytes;
}

TEST(ChartOnPaper, StaysAVectorDrawing) {
    const auto response = responseChartData(test::usualCourse().completed().review());
    const auto vitals =
        vitalsChartData(test::usualInfusion().record(), test::InfusionStory::rules(), 90, test::InfusionStory::at(80));
    const QByteArray pages[] = {
        printed(
            [&](QPainter& painter, const QRectF& at) { paintResponseChart(painter, at, response, printColours()); }),
        printed([&](QPainter& painter, const QRectF& at) { paintVitalsChart(painter, at, vitals, printColours()); })};
    for (const QByteArray& page : pages) {
        EXPECT_GT(page.size(), 5000);
        EXPECT_FALSE(page.contains("/Subtype /Image"));
        EXPECT_TRUE(page.contains("/FontFile2"));
    }
}

TEST(VitalsView, FollowsTheNewestRowOnlyWhileItIsLookedAt) {
    VitalsChartView view;
    auto story = test::usualInfusion();
    const auto show = [&](int now) {
        view.setData(vitalsChartData(story.record(), test::InfusionStory::rules(), 90, test::InfusionStory::at(now)));
    };
    show(80);
    EXPECT_EQ(view.currentPoint(), 6);
    story.vitals(90, 130, 80, 76, 97);
    show(91);
    EXPECT_EQ(view.currentPoint(), 7);
    view.setCurrentPoint(2);
    story.vitals(105, 130, 80, 76, 97);
    show(106);
    EXPECT_EQ(view.currentPoint(), 2);
}

} // namespace

} // namespace chairside::ui
