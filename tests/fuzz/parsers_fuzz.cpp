// One parser under libFuzzer; which one is named by CHAIRSIDE_FUZZED. Text that is taken must mean the same when it is
// written and read again; text that is not must only be refused.
#include <cstdint>
#include <cstdlib>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/access/key_file.h"
#include "core/access/one_time_codes.h"
#include "core/access/recovery_code.h"
#include "core/base/calendar_date.h"
#include "core/base/csv_text.h"
#include "core/base/decimal_text.h"
#include "core/base/instant.h"
#include "core/exchange/csv/csv_reader.h"
#include "core/exchange/import/fhir_reader.h"
#include "core/exchange/import/patient_list.h"
#include "core/exchange/json/json_reader.h"
#include "core/store/backup/backup_header.h"

namespace chairside::fuzz {
namespace {

[[maybe_unused]] void must(bool holds) {
    if (!holds) std::abort();
}

// Any text fits its digest, so that what stands behind that check is reached.
class AnyDigest final : public services::Digest {
public:
    [[nodiscard]] std::string sha256(std::string_view) const override { return std::string(64, 'a'); }
};

[[maybe_unused]] void decimal(std::string_view text) {
    for (int decimals = 0; decimals <= 3; ++decimals) {
        const auto read = base::thousandthsFromText(text, decimals);
        if (!read) continue;
        must(*read >= 0);
        must(base::thousandthsFromText(base::textFromThousandths(*read), 3) == read);
    }
}

[[maybe_unused]] void dates(std::string_view text) {
    if (const auto date = base::CalendarDate::fromIso(text)) must(date->iso() == text);
    if (const auto instant = base::Instant::fromIso(text)) {
        const auto again = base::Instant::fromIso(instant->iso());
        must(again && *again == *instant && again->offsetMinutes() == instant->offsetMinutes());
    }
}

[[maybe_unused]] void backup_header(std::string_view text) {
    const AnyDigest digest;
    const auto header = store::parseHeader(text, digest);
    if (!header) return;
    const auto again = store::parseHeader(store::headerText(*header, digest), digest);
    must(again && again->files == header->files && again->clinic == header->clinic && again->made == header->made);
    for (const auto& file : header->files)
        must(file.name.find('/') == std::string::npos && file.name != ".." && file.bytes >= 0);
}

[[maybe_unused]] void key_file(std::string_view text) {
    if (const auto file = access::KeyFile::parse(text)) static_cast<void>(file->people());
}

[[maybe_unused]] void one_time_code(std::string_view text) {
    // The first line is the secret, the rest what was typed.
    const auto end = text.find('\n');
    const auto secret = text.substr(0, end);
    const auto typed = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
    const access::TimedCodes codes;
    const auto now = base::Instant::of(1'736'851'320'000, 60);
    static_cast<void>(codes.stepOf(secret, typed, now));
    static_cast<void>(codes.recoveryText(typed));
    const auto key = access::fromBase32(secret);
    if (!key) return;
    const auto again = access::fromBase32(access::toBase32(*key));
    must(again && *again == *key);
    const auto step = now.utcMs() / 30'000;
    must(codes.stepOf(secret, access::hotp(*key, static_cast<std::uint64_t>(step), 6), now).has_value());
}

[[maybe_unused]] std::string lineOfCells(const std::vector<std::string>& cells) {
    std::vector<std::string> quoted;
    for (const auto& cell : cells)
        quoted.push_back(base::csvText(cell));
    return base::csvLine(quoted);
}

[[maybe_unused]] void csv(std::string_view text) {
    const auto table = exchange::readCsv(text, {.bytes = 1U << 20U, .columns = 50, .records = 1000});
    if (!table) return;
    for (const auto& row : table->rows)
        must(row.cells.size() == table->head.size());
    // Written and read again it is the same, but for what keeps a spreadsheet from running a cell.
    // The mark in front tells that one from a first cell that begins with it.
    std::string written = "\xEF\xBB\xBF" + lineOfCells(table->head);
    for (const auto& row : table->rows)
        written += lineOfCells(row.cells);
    // Two heads that the mark makes the same are refused, as any two are.
    std::set<std::string> heads;
    for (const auto& head : table->head)
        heads.insert(base::csvText(head));
    const auto again = exchange::readCsv(written);
    if (table->head.size() > 1 && heads.size() == table->head.size())
        must(again && again->rows.size() <= table->rows.size());
}

[[maybe_unused]] void json(std::string_view text) {
    const exchange::JsonLimits limits{.bytes = 1U << 20U, .depth = 40, .values = 20'000};
    static_cast<void>(exchange::readJson(text, limits));
    static_cast<void>(exchange::readJson(text, {.bytes = 64, .depth = 2, .values = 8}));
}

// Every record has its patient, and every part the place it came from, whatever the file claims.
[[maybe_unused]] void fhir(std::string_view text) {
    const std::vector<domain::OutsideMeasure> measures{
        {"72514-3", "Pain", {"{score}", "1"}, domain::OutsideValue::ofRaw(0), domain::OutsideValue::ofRaw(10'000)}};
    const exchange::JsonLimits limits{.bytes = 1U << 20U, .depth = 40, .values = 20'000};
    const auto file = exchange::readBundle(text, measures, limits);
    if (!file) {
        must(!file.error().problems.empty());
        return;
    }
    must(!file->records.empty());
    for (const auto& record : file->records) {
        must(!record.patient.place.empty());
        for (const auto& entry : record.history)
            must(!entry.place.empty());
        for (const auto& observation : record.observations) {
            must(observation.loinc == measures.front().loinc);
            const bool inRange =
                observation.value >= measures.front().low && observation.value <= measures.front().high;
            must(inRange || !observation.problems.empty());
        }
    }
    for (const auto& left : file->leftOut)
        must(left.count > 0);
    for (const char c : file->madeBy)
        must(c > ' ' && c <= '~');
}

// A list of patients, each row one candidate or a problem of it.
[[maybe_unused]] void patients(std::string_view text) {
    const auto table = exchange::readCsv(text, {.bytes = 1U << 20U, .columns = 50, .records = 1000});
    if (!table) return;
    auto mapping = exchange::guessMapping(*table);
    must(mapping.columns.size() == table->head.size());
    for (const auto order : {services::DateOrder::DayMonth, services::DateOrder::MonthDay}) {
        mapping.dates = order;
        const auto candidates = exchange::patientsOf(*table, mapping);
        must(!candidates || candidates->size() == table->rows.size());
    }
}

[[maybe_unused]] void recovery_code(std::string_view text) {
    const auto code = access::RecoveryCode::read(text);
    if (!code) return;
    const auto again = access::RecoveryCode::read(code->text());
    must(again && again->characters() == code->characters());
}

} // namespace
} // namespace chairside::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    chairside::fuzz::CHAIRSIDE_FUZZED({reinterpret_cast<const char*>(data), size});
    return 0;
}
