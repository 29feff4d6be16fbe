// One parser under libFuzzer; which one is named by CHAIRSIDE_FUZZED. Text that is taken must mean the same when it is
// written and read again; text that is not must only be refused.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "core/access/key_file.h"
#include "core/access/recovery_code.h"
#include "core/base/calendar_date.h"
#include "core/base/decimal_text.h"
#include "core/base/instant.h"
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
