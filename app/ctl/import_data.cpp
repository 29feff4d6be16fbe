#include <algorithm>
#include <fstream>
#include <iostream>

#include "app/ctl/commands.h"
#include "app/ctl/signed_in.h"
#include "core/exchange/import/patient_list.h"
#include "core/services/ports/import_reader.h"

namespace chairside::app {

namespace {

using services::ImportVerdict;

constexpr std::uintmax_t kMostBytes = 64U * 1024 * 1024;

base::Result<std::string> contentOf(const std::filesystem::path& path) {
    std::error_code failed;
    const auto size = std::filesystem::file_size(path, failed);
    if (failed) return base::fail(base::Code::NotFound, "in", path.string());
    if (size > kMostBytes) return base::invalid("in", base::Rule::TooLong, {}, std::to_string(kMostBytes), {});
    std::ifstream file(path, std::ios::binary);
    std::string content(size, '\0');
    file.read(content.data(), static_cast<std::streamsize>(size));
    if (file.bad() || !file.is_open()) return base::fail(base::Code::StorageFailed, "in", path.string());
    content.resize(static_cast<std::size_t>(file.gcount()));
    return content;
}

const char* verdictKey(ImportVerdict verdict) {
    switch (verdict) {
    case ImportVerdict::New:
        return "new";
    case ImportVerdict::Matched:
        return "matched";
    case ImportVerdict::Conflicting:
        return "conflicting";
    case ImportVerdict::Refused:
        return "refused";
    }
    return "";
}

// "family,given,born,ignored" in the order of the columns; without it, by their names.
base::Result<services::CsvMapping> mappingOf(const CtlOptions& options, const services::CsvTable& table) {
    auto mapping = exchange::guessMapping(table);
    mapping.dates = options.monthFirst ? services::DateOrder::MonthDay : services::DateOrder::DayMonth;
    if (options.columns.empty()) return mapping;
    if (options.columns.size() != table.head.size()) {
        return base::invalid("columns", base::Rule::Mismatch, std::to_string(options.columns.size()),
                             std::to_string(table.head.size()), {});
    }
    for (std::size_t i = 0; i < options.columns.size(); ++i) {
        const auto column = exchange::columnFromKey(options.columns[i]);
        if (!column) return base::invalid("columns", base::Rule::NotAllowed, {}, {}, options.columns[i]);
        mapping.columns[i] = *column;
    }
    return mapping;
}

std::string joined(const std::vector<std::string>& parts) {
    std::string text;
    for (const auto& part : parts)
        text += (text.empty() ? "" : ", ") + part;
    return text;
}

std::string detailOf(const services::ImportRow& row) {
    if (row.verdict == ImportVerdict::Refused) {
        std::vector<std::string> fields;
        for (const auto& problem : row.problems)
            fields.push_back(problem.low.empty() ? problem.field : problem.field + " as in " + problem.low);
        return joined(fields);
    }
    if (row.verdict == ImportVerdict::Conflicting) return joined(row.differences);
    return row.known.empty() ? std::string() : row.known.front().details.clinicNumber;
}

template <class Preview>
void printCounts(const Preview& preview) {
    for (const auto verdict :
         {ImportVerdict::New, ImportVerdict::Matched, ImportVerdict::Conflicting, ImportVerdict::Refused}) {
        std::cerr << preview.count(verdict) << ' ' << verdictKey(verdict)
                  << (verdict == ImportVerdict::Refused ? "\n" : ", ");
    }
}

void printRow(const std::string& place, ImportVerdict verdict, const std::string& detail) {
    std::cout << place << '\t' << verdictKey(verdict) << '\t' << detail << '\n';
}

void print(const services::ImportPreview& preview) {
    std::cout << "place\tverdict\tdetail\n";
    for (const auto& row : preview.rows)
        printRow(row.candidate.place, row.verdict, detailOf(row));
    printCounts(preview);
}

std::string fieldsOf(const base::Problems& problems) {
    std::vector<std::string> fields;
    for (const auto& problem : problems)
        fields.push_back(problem.field);
    return joined(fields);
}

// Names nobody and nothing of a patient: the place in the file is enough to look it up.
void print(const services::RecordPreview& preview) {
    std::cout << "place\tverdict\tdetail\n";
    for (const auto& record : preview.records) {
        printRow(record.patient.candidate.place, record.patient.verdict, detailOf(record.patient));
        for (const auto& row : record.history) {
            printRow(row.candidate.place, row.verdict,
                     row.problems.empty() ? joined(row.differences) : fieldsOf(row.problems));
        }
        for (const auto& row : record.observations)
            printRow(row.candidate.place, row.verdict, fieldsOf(row.problems));
    }
    for (const auto& left : preview.leftOut)
        std::cout << left.count << "\tleft_out\t" << left.what << '\n';
    printCounts(preview);
}

} // namespace

base::Done importCsv(const CtlOptions& options) {
    auto content = contentOf(options.input);
    if (!content) return std::unexpected(content.error());
    auto session = SignedIn::open(options);
    if (!session) return std::unexpected(session.error());
    auto& imports = (*session)->services().imports;
    const auto table = imports.reader().csv(*content);
    if (!table) return std::unexpected(table.error());
    const auto mapping = mappingOf(options, *table);
    if (!mapping) return std::unexpected(mapping.error());
    const auto candidates = imports.reader().patients(*table, *mapping);
    if (!candidates) return std::unexpected(candidates.error());
    const auto preview = options.previewOnly ? imports.preview((*session)->actor(), *candidates)
                                             : imports.apply((*session)->actor(), *candidates);
    if (!preview) return std::unexpected(preview.error());
    print(*preview);
    return {};
}

base::Done importFhir(const CtlOptions& options) {
    auto content = contentOf(options.input);
    if (!content) return std::unexpected(content.error());
    auto session = SignedIn::open(options);
    if (!session) return std::unexpected(session.error());
    auto& services = (*session)->services();
    const auto file = services.imports.reader().bundle(*content);
    if (!file) return std::unexpected(file.error());
    const auto refused = options.leaveOut ? services::Refused::IsLeftOut : services::Refused::StopsAll;
    const auto preview = options.previewOnly ? services.recordImports.preview((*session)->actor(), *file)
                                             : services.recordImports.apply((*session)->actor(), *file, refused);
    if (!preview) return std::unexpected(preview.error());
    print(*preview);
    return {};
}

} // namespace chairside::app
