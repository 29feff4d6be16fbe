#include <QApplication>
#include <QtCharts/QChartView>
#include <QtCharts/QLineSeries>
#include <QtCharts/QScatterSeries>

#include "tests/bench/bench_clinic.h"
#include "tests/bench/benches.h"
#include "ui/charts/response_chart_view.h"

namespace chairside::bench {

namespace {

constexpr int kRounds = 30;
constexpr int kWidth = 830;
constexpr int kHeight = 420;

// The same points in a plain chart: one line of scores before, one series of scores after.
void showBareChart(const services::CourseReview& review) {
    auto* before = new QLineSeries;
    auto* after = new QScatterSeries;
    for (const auto& point : review.points) {
        const auto day = static_cast<qreal>(point.planned.date.days().time_since_epoch().count());
        if (point.before) before->append(day, static_cast<qreal>(point.before->raw()) / 1000);
        if (point.after) after->append(day, static_cast<qreal>(point.after->raw()) / 1000);
    }
    QChartView view;
    view.chart()->addSeries(before);
    view.chart()->addSeries(after);
    view.chart()->createDefaultAxes();
    view.resize(kWidth, kHeight);
    view.show();
    static_cast<void>(view.grab());
}

} // namespace

// From a review that was read to painted pixels; and the whole way, with reading it from the store.
std::vector<Figure> measureChart() {
    BenchClinic bench;
    const auto course = bench.finishedCourse();
    const auto read = [&] {
        return need(bench.services().reviews.review(bench.physician(), course, services::Reading::Refresh), "review");
    };
    const auto review = read();
    const auto show = [](const services::CourseReview& shown) {
        ui::ResponseChartView view;
        view.resize(kWidth, kHeight);
        view.setData(ui::responseChartData(shown));
        view.show();
        static_cast<void>(view.grab());
    };
    return {compare(
                "response chart, data to pixels", "bare QChartView, same points", "", kRounds, [&] { show(review); },
                [&] { showBareChart(review); }),
            compare(
                "response chart, store to pixels", "bare QChartView, same points", "100 ms at most", kRounds,
                [&] { show(read()); }, [&] { showBareChart(review); })};
}

} // namespace chairside::bench
