#include <string>

#include "tests/bench/bench_clinic.h"
#include "tests/bench/benches.h"
#include "tests/bench/course_copier.h"

namespace chairside::bench {

namespace {

constexpr int kCourses = 5'000;
constexpr int kReads = 7;

} // namespace

std::vector<Figure> measureOutcomes() {
    BenchClinic bench;
    fillWithCourses(bench, kCourses);
    const auto today = bench.clock().now().localDate();
    const services::OutcomeQuery query{.from = today.plusDays(-3'650), .to = today, .version = {}};
    Samples reads;
    for (int at = 0; at < kReads; ++at) {
        reads.add(timeOf([&] {
            need(bench.services().outcomes.outcomes(bench.physician(), query, services::Reading::Open), "outcomes");
        }));
    }
    return {{"outcomes over 5,000 courses, read and computed", reads.median(), {}, 0, "1,000 ms at most"}};
}

} // namespace chairside::bench
