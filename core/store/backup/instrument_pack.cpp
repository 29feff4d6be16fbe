#include "core/store/backup/instrument_pack.h"

#include <algorithm>
#include <charconv>
#include <fstream>
#include <iterator>
#include <optional>
#include <system_error>

#include "core/base/copy_file.h"
#include "core/base/private_file.h"
#include "core/services/try.h"

namespace chairside::store {
namespace {

constexpr std::string_view kPackFirstLine = "chairside-instruments 1\n";
constexpr std::string_view kEnding = ".json";
constexpr std::uintmax_t kLargestInstrument = 1024 * 1024;
constexpr std::size_t kLongestName = 255;

std::string textOf(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

std::string contentOf(const std::filesystem::path& file) {
    std::error_code error;
    const auto size = std::filesystem::file_size(file, error);
    return error || size > kLargestInstrument ? std::string() : textOf(file);
}

// No way out of the folder, nothing hidden.
bool isInstrumentName(std::string_view name) {
    const bool plain = std::ranges::none_of(
        name, [](char letter) { return letter == '/' || static_cast<unsigned char>(letter) < 0x20; });
    return plain && name.size() > kEnding.size() && name.size() <= kLongestName && name.front() != '.' &&
           name.ends_with(kEnding);
}

std::unexpected<base::Error> packDamaged() {
    return base::fail(base::Code::StorageDamaged, {}, "backup: the clinic's instruments");
}

// Takes a number and the letter behind it off the text.
std::optional<std::size_t> takeNumber(std::string_view& text, char behind) {
    std::size_t number = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    if (read.ec != std::errc{} || read.ptr == text.data() + text.size() || *read.ptr != behind) return std::nullopt;
    text.remove_prefix(static_cast<std::size_t>(read.ptr - text.data()) + 1);
    return number;
}

// Takes so many bytes and the line's end behind them off the text.
std::optional<std::string_view> takeBytes(std::string_view& text, std::size_t count) {
    if (text.size() <= count || text[count] != '\n') return std::nullopt;
    const auto bytes = text.substr(0, count);
    text.remove_prefix(count + 1);
    return bytes;
}

} // namespace

std::vector<OwnInstrumentFile> ownInstruments(const std::filesystem::path& data) {
    std::vector<std::filesystem::path> files;
    std::error_code error;
    for (std::filesystem::directory_iterator at(data / kInstrumentFolder, error), end; !error && at != end;
         at.increment(error)) {
        if (at->path().extension() == kEnding) files.push_back(at->path());
    }
    // A backup that somebody works with as it stands.
    if (!std::filesystem::exists(data / kInstrumentFolder, error)) {
        return unpacked(textOf(data / kInstrumentPack)).value_or(std::vector<OwnInstrumentFile>{});
    }
    std::ranges::sort(files);
    std::vector<OwnInstrumentFile> found;
    for (const auto& file : files)
        found.push_back({file.filename().string(), contentOf(file)});
    return found;
}

std::string packed(const std::vector<OwnInstrumentFile>& files) {
    std::string text(kPackFirstLine);
    for (const auto& file : files) {
        if (file.content.empty() || !isInstrumentName(file.name)) continue;
        text += std::to_string(file.name.size()) + ' ' + std::to_string(file.content.size()) + '\n';
        text += file.name + '\n' + file.content + '\n';
    }
    return text;
}

base::Result<std::vector<OwnInstrumentFile>> unpacked(std::string_view text) {
    if (!text.starts_with(kPackFirstLine)) return packDamaged();
    text.remove_prefix(kPackFirstLine.size());
    std::vector<OwnInstrumentFile> files;
    while (!text.empty()) {
        const auto nameBytes = takeNumber(text, ' ');
        const auto contentBytes = nameBytes ? takeNumber(text, '\n') : std::nullopt;
        if (!contentBytes || *nameBytes > kLongestName || *contentBytes > kLargestInstrument) return packDamaged();
        const auto name = takeBytes(text, *nameBytes);
        const auto content = name ? takeBytes(text, *contentBytes) : std::nullopt;
        if (!content || !isInstrumentName(*name)) return packDamaged();
        files.push_back({std::string(*name), std::string(*content)});
    }
    return files;
}

base::Done unpackInstruments(const std::filesystem::path& copy) {
    const auto pack = copy / kInstrumentPack;
    std::error_code error;
    if (!std::filesystem::exists(pack, error)) return {};
    const auto files = CHAIRSIDE_TRY(unpacked(textOf(pack)));
    const auto folder = copy / kInstrumentFolder;
    CHAIRSIDE_TRY(base::createPrivateFolder(folder));
    for (const auto& file : files)
        CHAIRSIDE_TRY(base::writePrivately(folder / file.name, file.content));
    CHAIRSIDE_TRY(base::flushFolder(folder));
    std::filesystem::remove(pack, error);
    if (error) return base::fail(base::codeOfErrno(error.value()), {}, "restore: remove");
    return {};
}

} // namespace chairside::store
