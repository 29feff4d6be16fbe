// What a chart must look like whoever looks at it: fixed axes, numbers beside the lines, shapes that need no colour.
#include <QGraphicsSimpleTextItem>
#include <QImage>
#include <QPainter>
#include <algorithm>
#include <gmock/gmock.h>
#include <map>

#include "tests/ui/charts/course_story.h"
#include "tests/ui/charts/infusion_story.h"
#include "ui/charts/chart_picture.h"
#include "ui/charts/chart_text.h"
#include "ui/charts/domain_chart_view.h"
#include "ui/charts/response_picture.h"
#include "ui/charts/tender_matrix_view.h"
#include "ui/charts/vitals_picture.h"

namespace chairside::ui {

namespace {

using test::CourseStory;

std::unique_ptr<ChartPicture> pictureOf(const CourseStory& story) {
    return drawResponse(responseChartData(story.review()), {760, 420}, printStyle(printColours()));
}

// Every text of the picture with the height of its middle.
std::vector<std::pair<QString, qreal>> textsOf(ChartPicture& picture) {
    std::vector<std::pair<QString, qreal>> texts;
    for (auto* item : picture.scene().items()) {
        if (const auto* text = qgraphicsitem_cast<QGraphicsSimpleTextItem*>(item)) {
            texts.emplace_back(text->text(), text->sceneBoundingRect().center().y());
        }
    }
    return texts;
}

bool says(ChartPicture& picture, const QString& words) {
    const auto texts = textsOf(picture);
    return std::ranges::any_of(texts, [&words](const auto& text) { return text.first == words; });
}

// The scores of the axis stand right of the captions and left of the plot.
std::map<int, qreal> axisOf(ChartPicture& picture) {
    const qreal left = picture.stops().front().x;
    std::map<int, qreal> axis;
    for (auto* item : picture.scene().items()) {
        const auto* text = qgraphicsitem_cast<QGraphicsSimpleTextItem*>(item);
        if (text == nullptr) continue;
        const QRectF box = text->sceneBoundingRect();
        bool number = false;
        const int value = text->text().toInt(&number);
        if (number && box.right() < left && box.center().y() < picture.stops().front().bottom + box.height() / 2) {
            axis[value] = box.center().y();
        }
    }
    return axis;
}

QImage greyOf(ChartPicture& picture) {
    QImage image(picture.size().toSize() * 2, QImage::Format_RGB32);
    QPainter painter(&image);
    picture.render(painter, QRectF(image.rect()));
    painter.end();
    return image.convertToFormat(QImage::Format_Grayscale8);
}

TEST(ChartChecks, TheAxisIsFixedWhateverTheScores) {
    const auto narrow = pictureOf(CourseStory().given("2025-01-06", 8, 6).given("2025-01-09", 7, 6));
    const auto wide = pictureOf(CourseStory().given("2025-01-06", 10, 0).given("2025-01-09", 0, 10));
    const auto axis = axisOf(*narrow);
    ASSERT_EQ(axis.size(), 6U) << "0, 2, 4, 6, 8, 10";
    EXPECT_EQ(axis.begin()->first, 0);
    EXPECT_EQ(axis.rbegin()->first, 10);
    EXPECT_EQ(axis, axisOf(*wide));
    const qreal step = axis.at(0) - axis.at(2);
    for (const int score : {2, 4, 6, 8})
        EXPECT_NEAR(axis.at(score) - axis.at(score + 2), step, 0.01);
}

TEST(ChartChecks, ReferenceLinesHaveTheirNumbersBesideThem) {
    const auto picture = pictureOf(test::usualCourse());
    EXPECT_TRUE(says(*picture, QStringLiteral("baseline 7.4 (7–8)")));
    EXPECT_TRUE(says(*picture, QStringLiteral("30 % better 5.2"))) << "5.18, told as 5.2";
    EXPECT_TRUE(says(*picture, QStringLiteral("50 % better 3.7")));
    EXPECT_TRUE(says(*picture, QStringLiteral("missed")));
    EXPECT_TRUE(says(*picture, QStringLiteral("Pain, 0–10, higher is worse ▲")));
}

// In grey a score before an infusion is dark in its middle, one after it and a late one are as light as paper there.
TEST(ChartChecks, BeforeAndAfterAreToldApartWithoutColour) {
    CourseStory story;
    story.given("2025-01-06", 8, 3).given("2025-01-16", 7, 2);
    auto review = story.review();
    review.points[1].beforeLate = true;
    const auto picture = drawResponse(responseChartData(review), {760, 420}, printStyle(printColours()));
    const QImage grey = greyOf(*picture);
    const auto axis = axisOf(*picture);
    const auto greyAt = [&](std::size_t point, double score) {
        const qreal y = axis.at(0) - score / 2 * (axis.at(0) - axis.at(2));
        return qGray(grey.pixel(qRound(2 * picture->stops()[point].x), qRound(2 * y)));
    };
    EXPECT_LT(greyAt(0, 8), 140) << "before: filled";
    EXPECT_GT(greyAt(0, 3), 220) << "after: a ring";
    EXPECT_GT(greyAt(1, 7), 220) << "late: hollow";
    EXPECT_TRUE(says(*picture, QStringLiteral("late")));
    review.points[1].beforeLate = false;
    review.points[1].afterLate = true;
    const auto afterwards = drawResponse(responseChartData(review), {760, 420}, printStyle(printColours()));
    EXPECT_TRUE(says(*afterwards, QStringLiteral("after late"))) << "a ring is hollow anyway, so only words tell it";
}

TEST(ChartChecks, TheDateAtTheFocusLineCoversNoWordsOfTheAxis) {
    const auto story = test::usualCourse().completed().followUp("2025-01-30", 5).followUp("2025-02-20", 6);
    const auto data = responseChartData(story.review());
    for (const QSizeF size : {QSizeF(776, 376), QSizeF(520, 320), QSizeF(1200, 700)}) {
        const auto picture = drawResponse(data, size, screenStyle());
        for (const auto& stop : picture->stops()) {
            if (stop.x < 0) continue;
            QRectF tag(0, 0, textWidth(screenStyle().label, stop.label) + 10, textHeight(screenStyle().label) + 4);
            tag.moveCenter({stop.x, stop.labelY});
            for (const auto* item : picture->scene().items()) {
                const auto* text = qgraphicsitem_cast<const QGraphicsSimpleTextItem*>(item);
                if (text == nullptr) continue;
                EXPECT_FALSE(text->sceneBoundingRect().adjusted(0, 3, 0, -3).intersects(tag))
                    << qPrintable(stop.label) << " over " << qPrintable(text->text());
            }
        }
    }
}

struct DrawnSites : TenderMatrixView {
    using TenderMatrixView::draw;
};
struct DrawnDomains : DomainChartView {
    using DomainChartView::draw;
};

TEST(ChartChecks, TheExaminationsAndTheDomainsHaveAllTheirWordsInsideThePicture) {
    const auto review = test::usualCourse().completed().review();
    DrawnSites sites;
    sites.setData(tenderMatrixData(review, {}));
    DrawnDomains domains;
    domains.setData(domainChartData(review, {}));
    const QSizeF size(770, 380);
    const auto ofSites = sites.draw(size, screenStyle());
    const auto ofDomains = domains.draw(size, screenStyle());
    for (auto* picture : {ofSites.get(), ofDomains.get()}) {
        for (const auto* item : picture->scene().items()) {
            const auto* text = qgraphicsitem_cast<const QGraphicsSimpleTextItem*>(item);
            if (text == nullptr) continue;
            EXPECT_GE(text->sceneBoundingRect().left(), -0.5) << qPrintable(text->text());
            EXPECT_LE(text->sceneBoundingRect().right(), size.width() + 0.5) << qPrintable(text->text());
        }
    }
}

// The chair-side chart is low; its words must still be told apart.
TEST(ChartChecks, NoWordsOfTheVitalSignsTouchEachOther) {
    auto calm = test::usualInfusion();
    auto high = test::usualInfusion();
    high.correctLast(188, 112, 118, 93);
    for (auto* story : {&calm, &high}) {
        const auto data =
            vitalsChartData(story->record(), test::InfusionStory::rules(), 90, test::InfusionStory::at(80));
        for (const QSizeF size : {QSizeF(810, 170), QSizeF(810, 320)}) {
            const auto picture = drawVitals(data, size, screenStyle());
            std::vector<const QGraphicsSimpleTextItem*> texts;
            for (const auto* item : picture->scene().items()) {
                if (const auto* text = qgraphicsitem_cast<const QGraphicsSimpleTextItem*>(item)) texts.push_back(text);
            }
            for (std::size_t one = 0; one < texts.size(); ++one) {
                for (std::size_t other = one + 1; other < texts.size(); ++other) {
                    // A line of text has room above and below its letters.
                    const QRectF first = texts[one]->sceneBoundingRect().adjusted(0, 3, 0, -3);
                    const QRectF second = texts[other]->sceneBoundingRect().adjusted(0, 3, 0, -3);
                    EXPECT_FALSE(first.intersects(second))
                        << qPrintable(texts[one]->text()) << " and " << qPrintable(texts[other]->text()) << " at "
                        << size.height();
                }
            }
        }
    }
}

TEST(ChartChecks, TheNewestExaminationIsTheRightmost) {
    CourseStory story;
    story.given("2025-01-06", 8, 4).exam(15).given("2025-01-09", 7, 4).exam(12).given("2025-01-13", 7, 4).exam(9);
    TenderMatrixView view;
    view.resize(900, 480);
    view.setData(tenderMatrixData(story.review(), {}));
    ASSERT_EQ(view.data().columns.size(), 3U);
    for (std::size_t at = 1; at < view.data().columns.size(); ++at)
        EXPECT_GT(view.data().columns[at].date, view.data().columns[at - 1].date);
}

TEST(ChartChecks, EveryPercentHasItsCountBesideIt) {
    const auto line = responseLine(responseChartData(test::usualCourse().review()));
    EXPECT_TRUE(line.contains(QStringLiteral("46 % better")) && line.contains(QStringLiteral("5 of 6 scores")))
        << qPrintable(line);
}

} // namespace

} // namespace chairside::ui
