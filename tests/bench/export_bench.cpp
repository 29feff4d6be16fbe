#include <algorithm>
#include <cstdio>
#include <fstream>
#include <iterator>

#include "core/base/durable_file.h"
#include "core/exchange/csv_export.h"
#include "core/exchange/fhir_bundle.h"
#include "tests/bench/bench_clinic.h"
#include "tests/bench/benches.h"
#include "tests/bench/course_copier.h"
#include "ui/files/report_file.h"
#include "ui/print/visit_summary_pdf.h"

namespace chairside::bench {

namespace {

constexpr int kCourses = 1'667; // of six infusions
constexpr int kRounds = 3;
constexpr int kBatch = 50;
constexpr double kWholeBatch = 500;

// A whole export as `chairsidectl export` makes it: read from the store, written to a file; the bytes it came to.
template <class Sink, class... Rest>
std::size_t exportAll(BenchClinic& bench, const std::filesystem::path& path, const char* format, Rest... rest) {
    auto file = need(base::DurableFile::create(path), "file");
    std::size_t bytes = 0;
    Sink sink(
        [&](std::string_view piece) {
            bytes += piece.size();
            return file.write(piece);
        },
        rest...);
    need(bench.services().exports.exportClinic(bench.physician(), {format, services::DisclosurePurpose::Operations},
                                               false, sink),
         format);
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

Figure measureFhir(BenchClinic& bench) {
    std::size_t bytes = 0;
    const double taken =
        timeOf([&] { bytes = exportAll<exchange::FhirBundleSink>(bench, bench.folder() / "many.json", "fhir"); });
    const double bare = timeOf([&] { writeBytes(bench.folder() / "bare.json", bytes); });
    const double megabytes = static_cast<double>(bytes) / 1e6;
    std::fprintf(stderr, "bench: FHIR %.0f MB, %.1f MB a second\n", megabytes, megabytes / taken * 1000);
    return {"FHIR export of 10,000 infusions", taken, "writing as many bytes", bare, "20 MB a second at least"};
}

std::size_t rowsOf(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    const std::istreambuf_iterator<char> begin(file);
    return static_cast<std::size_t>(std::count(begin, std::istreambuf_iterator<char>(), '\n'));
}

Figure measureCsv(BenchClinic& bench, services::CsvKind kind) {
    const std::string key(services::csvKindKey(kind));
    const auto path = bench.folder() / "many.csv";
    std::size_t bytes = 0;
    const auto write = [&] {
        bytes = exportAll<exchange::CsvSink>(bench, path, key.c_str(), kind, exchange::Identities::Kept);
    };
    auto figure =
        compare("CSV export of 10,000 infusions: " + key, "writing as many bytes", "200,000 rows a second at least",
                kRounds, write, [&] { writeBytes(bench.folder() / "bare.csv", bytes); });
    const auto rows = static_cast<double>(rowsOf(path));
    std::fprintf(stderr, "bench: CSV %s %.0f rows, %.0f rows a second\n", key.c_str(), rows,
                 rows / figure.milliseconds * 1000);
    return figure;
}

// As the batch of the documents page makes them: issued, drawn, written.
Figure measureVisits(BenchClinic& bench) {
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

std::vector<Figure> measureBatch() {
    BenchClinic bench;
    return {measureVisits(bench)};
}

std::vector<Figure> measureTables() {
    BenchClinic bench;
    fillWithCourses(bench, kCourses, 1, CourseCopier::Depth::Everything);
    std::vector<Figure> figures;
    for (const auto kind : services::kCsvKinds)
        figures.push_back(measureCsv(bench, kind));
    return figures;
}

std::vector<Figure> measureBundle() {
    BenchClinic bench;
    fillWithCourses(bench, kCourses, 1, CourseCopier::Depth::Everything);
    return {measureFhir(bench)};
}

} // namespace chairside::bench
