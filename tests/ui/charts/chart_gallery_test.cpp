// Pictures of all charts for people to look at; written only where CHAIRSIDE_SHOTS names a folder.
#include <QApplication>
#include <QDir>
#include <QPainter>
#include <QPdfWriter>
#include <gtest/gtest.h>

#include "tests/ui/charts/course_story.h"
#include "tests/ui/charts/infusion_story.h"
#include "ui/charts/response_chart_view.h"
#include "ui/charts/vitals_chart_view.h"
#include "ui/theme/apply_theme.h"

namespace chairside::ui {

namespace {

using test::CourseStory;

class ChartGallery : public ::testing::Test {
protected:
    void SetUp() override {
        m_folder = qEnvironmentVariable("CHAIRSIDE_SHOTS");
        if (m_folder.isEmpty()) GTEST_SKIP() << "CHAIRSIDE_SHOTS names no folder";
        ASSERT_TRUE(QDir().mkpath(m_folder));
    }
    void TearDown() override { applyTheme(*qApp, Theme::Light); }

    void shoot(QWidget& widget, const QString& name, QSize size) {
        for (const auto& [theme, suffix] : {std::pair{Theme::Light, "light"}, std::pair{Theme::Dark, "dark"}}) {
            applyTheme(*qApp, theme);
            widget.resize(size);
            widget.show();
            const QString file = QStringLiteral("%1/chart_%2_%3.png").arg(m_folder, name, QLatin1String(suffix));
            EXPECT_TRUE(widget.grab().save(file));
        }
    }

    QString m_folder;
};

CourseStory longCourse() {
    return test::usualCourse().completed().followUp("2025-02-20", 5).followUp("2025-03-06", 6);
}

TEST_F(ChartGallery, Response) {
    ResponseChartView view;
    view.setData(responseChartData(test::usualCourse().review()));
    shoot(view, QStringLiteral("response"), {800, 400});
    view.setData(responseChartData(longCourse().review()));
    shoot(view, QStringLiteral("response_followup"), {800, 400});
    view.setData(responseChartData(CourseStory()
                                       .baseline("2025-01-03", 8)
                                       .given("2025-01-06", 8, 6)
                                       .given("2025-01-09", 8, 7)
                                       .event("hypertension", 3)
                                       .late()
                                       .notGiven("2025-01-13", domain::PlanState::Cancelled)
                                       .stopped("2025-01-10")
                                       .review()));
    shoot(view, QStringLiteral("response_stopped"), {800, 400});
    view.setData(responseChartData(CourseStory().baseline("2025-01-06", 8).given("2025-01-06", 8, 3, 300).review()));
    shoot(view, QStringLiteral("response_single"), {520, 320});
}

TEST_F(ChartGallery, Others) {
    VitalsChartView vitals;
    vitals.setData(
        vitalsChartData(test::usualInfusion().record(), test::InfusionStory::rules(), 90, test::InfusionStory::at(80)));
    shoot(vitals, QStringLiteral("vitals"), {800, 340});
}

TEST_F(ChartGallery, Paper) {
    QPdfWriter writer(m_folder + QStringLiteral("/charts.pdf"));
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setResolution(300);
    QPainter painter(&writer);
    const qreal width = writer.width();
    paintResponseChart(painter, {0, 0, width, width * 0.55}, responseChartData(longCourse().review()), printColours());
    paintVitalsChart(
        painter, {0, width * 0.6, width, width * 0.5},
        vitalsChartData(test::usualInfusion().record(), test::InfusionStory::rules(), 90, test::InfusionStory::at(80)),
        printColours());
}

} // namespace

} // namespace chairside::ui
