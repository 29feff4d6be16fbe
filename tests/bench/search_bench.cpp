#include <QString>
#include <QStringList>

#include "app/demo/demo_crowd.h"
#include "core/base/id.h"
#include "tests/bench/bench_clinic.h"
#include "tests/bench/benches.h"

namespace chairside::bench {

namespace {

constexpr int kPatientsPerCommit = 10'000;
constexpr int kSearchedPatients = 60;
constexpr int kLongestPrefix = 5;

void fill(BenchClinic& bench, int patients) {
    auto& context = bench.clinic().context();
    for (int from = 0; from < patients; from += kPatientsPerCommit) {
        need(context.store.write([&](services::Transaction& transaction) -> base::Done {
            for (int at = from; at < from + kPatientsPerCommit && at < patients; ++at) {
                const domain::Patient patient{.id = context.ids.make<domain::PatientTag>(),
                                              .details = app::crowdMember(7, at)};
                if (auto added = transaction.patients().add(patient); !added) return added;
            }
            transaction.audit({.action = services::AuditAction::Create,
                               .who = bench.nurse().account,
                               .role = "nurse",
                               .workstation = "bench",
                               .patient = {},
                               .subjectKind = "patient",
                               .subjectId = {},
                               .detail = {}});
            return {};
        }),
             "filling the clinic");
    }
}

} // namespace

// Every key of typing a name: "f", "fa", "fam" ... and then a given-name prefix.
std::vector<Figure> measureSearch(int patients) {
    BenchClinic bench;
    fill(bench, patients);
    Samples keys;
    for (int person = 0; person < kSearchedPatients; ++person) {
        const auto name = app::crowdMember(7, person * (patients / kSearchedPatients)).name;
        const QString family = QString::fromStdString(name.family);
        QStringList typed;
        for (int length = 1; length <= kLongestPrefix; ++length)
            typed << family.left(length);
        typed << family.left(3) + u' ' + QString::fromStdString(name.given).left(2);
        for (const auto& text : typed) {
            keys.add(timeOf(
                [&] { need(bench.services().patients.search(bench.nurse(), text.toStdString(), 50), "search"); }));
        }
    }
    const std::string count = patients >= 1'000'000 ? "1,000,000" : "20,000";
    return {{"patient search, one key, median, " + count + " patients", keys.median(), {}, 0, ""},
            {"patient search, one key, 99th percentile, " + count + " patients",
             keys.percentile(99),
             {},
             0,
             "16 ms at most"}};
}

} // namespace chairside::bench
