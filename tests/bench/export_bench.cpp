#include <cstdio>

#include "core/base/durable_file.h"
#include "core/exchange/csv_export.h"
#include "core/exchange/fhir_bundle.h"
#include "tests/bench/bench_clinic.h"
#include "tests/bench/benches.h"
#include "ui/files/report_file.h"
#include "ui/print/visit_summary_pdf.h"

namespace chairside::bench {

namespace {

constexpr int kInfusions = 10'000;
constexpr int kRounds = 3;
constexpr int kBatch = 50;
constexpr double kWholeBatch = 500;

// Keeps one course and one of its infusions, as a sink is handed them.
class Keeper final : public services::ExportSink {
public:
    std::optional<services::ExportHead> head;
    std::optional<services::ExportedCourse> handedCourse;
    std::optional<services::ExportedInfusion> handedInfusion;

    base::Done begin(const services::ExportHead& given) override {
        head = given;
        return {};
    }
    base::Done patient(const domain::Patient&) override { return {}; }
    base::Done course(const services::ExportedCourse& given) override {
        handedCourse = given;
        return {};
    }
    base::Done infusion(const services::ExportedCourse&, const services::ExportedInfusion& given) override {
        handedInfusion = given;
        return {};
    }
    base::Done end() override { return {}; }
};

// The same infusion so many times; the bytes it came to.
template <class Sink, class... Rest>
std::size_t writeMany(const Keeper& kept, const std::filesystem::path& path, Rest... rest) {
    auto file = need(base::DurableFile::create(path), "file");
    std::size_t bytes = 0;
    Sink sink(
        [&](std::string_view piece) {
            bytes += piece.size();
            return file.write(piece);
        },
        rest...);
    need(sink.begin(*kept.head), "head");
    need(sink.course(*kept.handedCourse), "course");
    for (int i = 0; i < kInfusions; ++i)
        need(sink.infusion(*kept.handedCourse, *kept.handedInfusion), "infusion");
    need(sink.end(), "end");
    need(file.commit(), "commit");
    return bytes;
}

void writeBytes(const std::filesystem::path& path, std::size_t bytes) {
    const std::string piece(std::size_t{64} * 1024, 'x');
    auto file = need(base::DurableFile::create(path), "file");
    for (std::size_t done = 0; done < bytes; done += piece.size())
        need(file.write(piece), "bytes");
    need(file.commit(), "commit");
}

Figure measureFhir(const Keeper& kept, const std::filesystem::path& folder) {
    std::size_t bytes = writeMany<exchange::FhirBundleSink>(kept, folder / "many.json");
    const double megabytes = static_cast<double>(bytes) / 1e6;
    auto figure = compare(
        "FHIR export of 10,000 infusions", "writing as many bytes", "20 MB a second at least", kRounds,
        [&] { bytes = writeMany<exchange::FhirBundleSink>(kept, folder / "many.json"); },
        [&] { writeBytes(folder / "bare.json", bytes); });
    std::fprintf(stderr, "bench: FHIR %.0f MB, %.1f MB a second\n", megabytes, megabytes / figure.milliseconds * 1000);
    return figure;
}

Figure measureCsv(const Keeper& kept, const std::filesystem::path& folder) {
    const auto write = [&] {
        return writeMany<exchange::CsvSink>(kept, folder / "many.csv", exchange::CsvKind::Vitals,
                                            exchange::Identities::Kept);
    };
    const std::size_t bytes = write();
    const auto rows = static_cast<double>(kInfusions) *
                      static_cast<double>(domain::standing(kept.handedInfusion->record.vitals).size());
    auto figure = compare(
        "CSV export of the vital signs of 10,000 infusions", "writing as many bytes", "200,000 rows a second at least",
        kRounds, [&] { static_cast<void>(write()); }, [&] { writeBytes(folder / "bare.csv", bytes); });
    std::fprintf(stderr, "bench: CSV %.0f rows, %.0f rows a second\n", rows, rows / figure.milliseconds * 1000);
    return figure;
}

// As the batch of the documents page makes them: issued, drawn, written.
Figure measureBatch(BenchClinic& bench) {
    const auto one = [&](int number) {
        const auto visit = need(bench.services().documents.issueVisit(bench.physician(), services::VisitPaper::Summary,
                                                                      bench.signedInfusion()),
                                "summary");
        const auto path = bench.folder() / ("visit" + std::to_string(number) + ".pdf");
        need(ui::writeFile(QString::fromStdString(path.string()), ui::renderVisitSummary(visit)), "file");
    };
    one(0);
    const double taken = timeOf([&] {
        for (int i = 0; i < kBatch; ++i)
            one(i);
    });
    return {"batch of 500 visit summaries, from 50", taken * kWholeBatch / kBatch, {}, 0, "30,000 ms at most"};
}

} // namespace

std::vector<Figure> measureExports() {
    BenchClinic bench;
    Keeper kept;
    need(bench.services().exports.exportCourse(bench.physician(), bench.finishedCourse(), {"fhir"}, kept), "course");
    return {measureFhir(kept, bench.folder()), measureCsv(kept, bench.folder()), measureBatch(bench)};
}

} // namespace chairside::bench
