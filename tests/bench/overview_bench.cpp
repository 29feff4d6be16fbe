#include <algorithm>

#include "tests/bench/benches.h"
#include "tests/bench/course_copier.h"
#include "ui/overview/overview_screen.h"

namespace chairside::bench {

namespace {

constexpr int kPatients = 20'000;
constexpr int kCoursesEach = 2; // of six infusions
constexpr int kOpened = 200;

} // namespace

// From the choice of a patient to what the page shows: reading, computing and wording, on different patients so that
// nothing is read twice.
std::vector<Figure> measureOverview() {
    BenchClinic bench;
    const auto patients = fillWithCourses(bench, kPatients, kCoursesEach);
    const auto& actor = bench.physician();
    const auto today = bench.clock().now().localDate();
    Samples opened;
    for (std::size_t at = 0; at < kOpened; ++at) {
        const auto& patient = patients[at * (patients.size() / kOpened)];
        opened.add(timeOf([&] {
            const auto overview =
                need(bench.services().patients.overview(actor, patient, services::Reading::Open), "an overview");
            const auto versions = need(bench.services().protocols.versions(actor), "the protocols");
            const auto wanted = overview.courses.front().course.protocolVersion;
            const auto protocol = std::ranges::find(versions, wanted, &domain::ProtocolVersion::id);
            if (protocol == versions.end()) giveUp("a protocol", {.code = base::Code::NotFound});
            static_cast<void>(ui::overviewScreen(overview, *protocol, today, actor.roles));
            static_cast<void>(need(bench.services().assessments.ofPatient(actor, patient, services::Reading::Refresh),
                                   "questionnaires"));
        }));
    }
    return {{"overview of a patient among 20,000 with 240,000 infusions, median", opened.median(), {}, 0, ""},
            {"overview of a patient among 20,000 with 240,000 infusions, 99th percentile",
             opened.percentile(99),
             {},
             0,
             "100 ms at most"}};
}

} // namespace chairside::bench
