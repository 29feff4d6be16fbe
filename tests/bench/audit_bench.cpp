// A trail of a million entries: how long asking it takes, and how fast all of it is verified.
#include "tests/bench/bench_clinic.h"
#include "tests/bench/benches.h"

namespace chairside::bench {

namespace {

constexpr int kEventsPerCommit = 10'000;
constexpr int kRare = 5'000;
constexpr std::chrono::minutes kBetweenCommits{600};
constexpr int kAsked = 15;
constexpr double kAuditMsPerSecond = 1000;
constexpr double kAimedEvents = 100'000;

services::AuditEvent eventOf(BenchClinic& bench, const std::vector<domain::PatientId>& patients, int number) {
    using enum services::AuditAction;
    services::AuditEvent event{.action = number % kRare == 0 ? Denied
                                         : number % 3 == 0   ? View
                                                             : Record,
                               .who = number % 2 == 0 ? bench.nurse().account : bench.physician().account,
                               .role = "nurse",
                               .workstation = "chair-1",
                               .patient = patients[static_cast<std::size_t>(number) % patients.size()],
                               .subjectKind = "infusion",
                               .subjectId = {},
                               .detail = {}};
    return event;
}

std::vector<domain::PatientId> somePatients(BenchClinic& bench) {
    std::vector<domain::PatientId> patients;
    for (const auto& row : need(bench.services().infusions.today(bench.nurse()), "today").rows)
        patients.push_back(row.patient.id);
    if (patients.empty()) giveUp("patients", {.code = base::Code::NotFound});
    return patients;
}

void fillTrail(BenchClinic& bench, const std::vector<domain::PatientId>& patients, int events) {
    for (int from = 0; from < events; from += kEventsPerCommit) {
        bench.clock().run(bench.clock().now().plus(kBetweenCommits));
        need(bench.clinic().context().store.write([&](services::Transaction& transaction) -> base::Done {
            for (int at = from; at < from + kEventsPerCommit; ++at)
                transaction.audit(eventOf(bench, patients, at));
            return {};
        }),
             "filling the trail");
    }
}

} // namespace

std::vector<Figure> measureAudit(int events) {
    BenchClinic bench;
    const auto patients = somePatients(bench);
    fillTrail(bench, patients, events);
    const auto& administrator = bench.administrator();
    const auto now = bench.clock().now();
    const auto number =
        need(bench.services().patients.overview(bench.nurse(), patients.front(), services::Reading::Refresh), "patient")
            .patient.details.clinicNumber;
    const auto week = now.localDate().plusDays(-7);
    std::vector<Figure> figures;
    // As a backup leaves it; the first who asks waits for no more than was written since the last one.
    const double caughtUp = timeOf([&] {
        need(bench.clinic().context().store.write([&](services::Transaction& transaction) {
            transaction.audit(eventOf(bench, patients, 1));
            return transaction.trail().catchUp();
        }),
             "catching up");
    });
    figures.push_back({"a backup makes 1,000,000 new entries ready to be asked", caughtUp, {}, 0, ""});
    const auto measure = [&](const char* what, const services::AuditQuery& query) {
        Samples taken;
        for (int round = 0; round < kAsked; ++round) {
            taken.add(timeOf([&] {
                need(bench.services().audit.read(administrator, query, services::Reading::Refresh), "the trail");
            }));
        }
        figures.push_back({std::string("1,000,000 entries asked by ") + what + ", slowest",
                           taken.percentile(100),
                           {},
                           0,
                           "1000 ms at most"});
    };
    measure("nothing", {});
    measure("person", {.who = bench.nurse().account});
    measure("patient", {.patientNumber = number});
    measure("a rare action", {.action = services::AuditAction::Denied});
    measure("an action that never happened", {.action = services::AuditAction::Setup, .to = week});
    measure("person and a rare action", {.who = bench.nurse().account, .action = services::AuditAction::Denied});
    measure("a period", {.from = week, .to = now.localDate()});
    measure("all of them", {.who = bench.nurse().account,
                            .patientNumber = number,
                            .action = services::AuditAction::Denied,
                            .from = week,
                            .to = now.localDate()});
    double verified = 0;
    const double taken = timeOf([&] {
        verified = static_cast<double>(need(bench.services().audit.verify(administrator), "verify").auditEvents);
    });
    figures.push_back({"verifying everything, for each 100,000 entries",
                       taken * kAimedEvents / verified,
                       {},
                       0,
                       std::to_string(static_cast<int>(kAuditMsPerSecond)) + " ms at most"});
    return figures;
}

} // namespace chairside::bench
