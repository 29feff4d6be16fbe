// The review of a patient who has come for five years: what the worker reads, and what the window draws.
#include <QApplication>

#include "app/demo/demo_crowd.h"
#include "tests/bench/bench_clinic.h"
#include "tests/bench/benches.h"
#include "tests/bench/course_copier.h"
#include "tests/bench/frame.h"
#include "ui/charts/chart_state.h"
#include "ui/charts/response_chart_view.h"

namespace chairside::bench {

namespace {

constexpr int kCoursesOfFiveYears = 17; // of six infusions: 102 visits
constexpr int kDaysApart = 107;
constexpr int kReviewRounds = 15;
constexpr int kReviewWidth = 830;
constexpr int kReviewHeight = 420;
constexpr int kPatientNumber = 1;
constexpr int kOtherCrowd = 12;
constexpr int kPatientsOfList = 20'000;
constexpr int kListRounds = 9;
constexpr int kRowsOfPart = 60;        // what the page reads at once
constexpr int kPatientsInOneStep = 25; // of the window's keeper

domain::PatientId patientOfFiveYears(BenchClinic& bench) {
    const auto pattern = patternOf(bench);
    auto& context = bench.clinic().context();
    const domain::Patient patient{.id = context.ids.make<domain::PatientTag>(),
                                  .details = app::crowdMember(kOtherCrowd, kPatientNumber)};
    need(context.store.write([&](services::Transaction& tx) -> base::Done {
        need(tx.patients().add(patient), "patient");
        CourseCopier copier(tx, context.ids, pattern, CourseCopier::Depth::Everything);
        for (int number = 1; number <= kCoursesOfFiveYears; ++number)
            copier.copyFor(patient.id, number, (kCoursesOfFiveYears - number) * kDaysApart, number % 9);
        auditBench(tx, bench);
        return {};
    }),
         "writing five years");
    return patient.id;
}

} // namespace

std::vector<Figure> measureReview() {
    BenchClinic bench;
    const auto patient = patientOfFiveYears(bench);
    auto& services = bench.services();
    const auto overview = [&] {
        return need(services.patients.overview(bench.physician(), patient, services::Reading::Refresh), "overview");
    };
    const auto newest = overview().courses.front().course.id;
    const auto review = [&] {
        return need(services.reviews.review(bench.physician(), newest, services::Reading::Refresh), "review");
    };
    Samples reading;
    Samples painting;
    ui::ResponseChartView view;
    view.resize(kReviewWidth, kReviewHeight);
    view.show();
    view.activateWindow();
    for (int turn = 0; turn < 100 && !view.isActiveWindow(); ++turn)
        QApplication::processEvents(QEventLoop::WaitForMoreEvents, 50);
    for (int round = 0; round < kReviewRounds; ++round) {
        reading.add(timeOf([&] {
            static_cast<void>(overview());
            static_cast<void>(review());
        }));
        const auto read = review();
        painting.add(timeOf([&] {
            Frame frame(view);
            view.setData(ui::responseChartData(read));
            frame.wait();
        }));
    }
    return {{"review of 100 visits, read from the store (worker)", reading.median(), {}, 0, "100 ms at most"},
            {"review of 100 visits, to its painted frame (window)", painting.median(), {}, 0, "16 ms at most"}};
}

std::vector<Figure> measureWorklist() {
    BenchClinic bench;
    auto& reviews = bench.services().reviews;
    fillWithCourses(bench, kPatientsOfList);
    // As after a migration: nothing is kept yet, and the window makes it step by step while people work.
    Samples steps;
    for (int made = 1; made > 0;)
        steps.add(
            timeOf([&] { made = need(reviews.keepRetreatment(bench.physician(), kPatientsInOneStep), "a step"); }));
    const auto read = [&](int from) {
        Samples reads;
        for (int at = 0; at < kListRounds; ++at) {
            reads.add(timeOf([&] {
                const auto part =
                    need(reviews.retreatmentPart(bench.physician(), {.group = {}, .from = from, .most = kRowsOfPart}),
                         "a part");
                if (part.total < kPatientsOfList) giveUp("everybody", {.code = base::Code::NotFound});
            }));
        }
        return reads;
    };
    const auto first = read(0);
    const auto far = read(kPatientsOfList * 3 / 4);
    return {
        {"re-treatment list of 20,000 patients, to its first rows (worker)", first.median(), {}, 0, "100 ms at most"},
        {"the slowest of them", first.percentile(100), {}, 0, "100 ms at most"},
        {"further rows after 15,000 (worker)", far.median(), {}, 0, "100 ms at most"},
        {"25 patients made anew in the background (worker)", steps.median(), {}, 0, "30 ms at most"}};
}

} // namespace chairside::bench
