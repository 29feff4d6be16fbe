#include "core/store/backup/backup_header.h"

#include <algorithm>
#include <charconv>
#include <fstream>
#include <iterator>
#include <optional>
#include <system_error>

#include "core/base/id.h"
#include "core/services/try.h"

namespace chairside::store {
namespace {

constexpr std::string_view kFirstWord = "chairside-backup";
constexpr std::size_t kLongestHeader = 4096;
constexpr std::size_t kMostFiles = 8;
constexpr std::size_t kPieceBytes = std::size_t{1} << 20U;

std::unexpected<base::Error> damaged(std::string_view what) {
    return base::fail(base::Code::StorageDamaged, {}, "backup header: " + std::string(what));
}

template <class Number>
std::optional<Number> numberFrom(std::string_view text) {
    Number number{};
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    if (read.ec != std::errc{} || read.ptr != text.data() + text.size()) return std::nullopt;
    return number;
}

bool isDigest(std::string_view text) {
    return text.size() == 64 && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

// A plain name: no way out of the folder, nothing hidden.
bool isFileName(std::string_view text) {
    return !text.empty() && text.size() <= 40 && text.front() != '.' &&
           text.find_first_not_of("abcdefghijklmnopqrstuvwxyz.") == std::string_view::npos;
}

std::vector<std::string_view> wordsOf(std::string_view line) {
    std::vector<std::string_view> words;
    while (true) {
        const auto end = line.find(' ');
        words.push_back(line.substr(0, end));
        if (end == std::string_view::npos) return words;
        line.remove_prefix(end + 1);
    }
}

// Takes the next line off the text.
std::vector<std::string_view> nextLine(std::string_view& text) {
    const auto end = text.find('\n');
    auto words = wordsOf(text.substr(0, end));
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    return words;
}

bool readMade(const std::vector<std::string_view>& words, BackupHeader& header) {
    if (words.size() != 3 || words[0] != "made") return false;
    const auto ms = numberFrom<std::int64_t>(words[1]);
    const auto offset = numberFrom<int>(words[2]);
    // Up to the year 9999; a clock is at most 14 hours off.
    if (!ms || !offset || *ms < 0 || *ms > 253'402'300'799'999 || std::abs(*offset) > 840) return false;
    header.made = base::Instant::of(*ms, *offset);
    return true;
}

bool readWhose(const std::vector<std::string_view>& words, BackupHeader& header) {
    if (words.size() != 2 || words[0] != "clinic" || !base::Uuid::fromText(words[1])) return false;
    header.clinic = words[1];
    return true;
}

bool readState(const std::vector<std::string_view>& words, BackupHeader& header) {
    if (words.size() != 6 || words[0] != "schema" || words[2] != "encrypted" || words[4] != "audit") return false;
    const auto version = numberFrom<int>(words[1]);
    const auto events = numberFrom<std::int64_t>(words[5]);
    if (!version || *version < 1 || !events || *events < 0 || (words[3] != "yes" && words[3] != "no")) return false;
    header.schemaVersion = *version;
    header.encrypted = words[3] == "yes";
    header.auditEvents = *events;
    return true;
}

bool readFile(const std::vector<std::string_view>& words, BackupHeader& header) {
    if (words.size() != 4 || words[0] != "file" || !isFileName(words[1]) || !isDigest(words[3])) return false;
    const auto bytes = numberFrom<std::int64_t>(words[2]);
    if (!bytes || *bytes < 0) return false;
    const bool known = std::ranges::any_of(header.files, [&](const auto& file) { return file.name == words[1]; });
    header.files.push_back({std::string(words[1]), *bytes, std::string(words[3])});
    return !known && header.files.size() <= kMostFiles;
}

base::Done readBody(std::string_view body, BackupHeader& header) {
    nextLine(body); // the format
    if (!readWhose(nextLine(body), header)) return damaged("clinic");
    if (!readMade(nextLine(body), header)) return damaged("time");
    if (!readState(nextLine(body), header)) return damaged("state");
    const auto head = nextLine(body);
    if (head.size() != 2 || head[0] != "head" || !isDigest(head[1])) return damaged("audit head");
    header.auditHead = head[1];
    while (!body.empty()) {
        if (!readFile(nextLine(body), header)) return damaged("file");
    }
    const bool hasData = std::ranges::any_of(header.files, [](const auto& file) { return file.name == "clinic.db"; });
    const bool hasKeys = std::ranges::any_of(header.files, [](const auto& file) { return file.name == "clinic.keys"; });
    if (!hasData || hasKeys != header.encrypted) return damaged("files");
    return {};
}

} // namespace

std::string headerText(const BackupHeader& header, const services::Digest& digest) {
    std::string text = std::string(kFirstWord) + ' ' + std::to_string(BackupHeader::kFormat) + '\n';
    text += "clinic " + header.clinic + '\n';
    text += "made " + std::to_string(header.made.utcMs()) + ' ' + std::to_string(header.made.offsetMinutes()) + '\n';
    text += "schema " + std::to_string(header.schemaVersion) + " encrypted " + (header.encrypted ? "yes" : "no");
    text += " audit " + std::to_string(header.auditEvents) + '\n';
    text += "head " + header.auditHead + '\n';
    for (const auto& file : header.files)
        text += "file " + file.name + ' ' + std::to_string(file.bytes) + ' ' + file.digest + '\n';
    return text + "end " + digest.sha256(text) + '\n';
}

base::Result<BackupHeader> parseHeader(std::string_view text, const services::Digest& digest) {
    if (text.size() > kLongestHeader) return damaged("length");
    auto rest = text;
    const auto first = nextLine(rest);
    const auto format = first.size() == 2 && first[0] == kFirstWord ? numberFrom<int>(first[1]) : std::nullopt;
    if (!format || *format < 1) return damaged("not a backup");
    if (*format > BackupHeader::kFormat) {
        return base::fail(base::Code::StorageNewer, {}, "backup format " + std::to_string(*format));
    }
    // "end ", 64 digits, a line's end.
    constexpr std::size_t kEnd = 4 + 64 + 1;
    if (text.size() < kEnd || text.back() != '\n') return damaged("end");
    const auto body = text.substr(0, text.size() - kEnd);
    if (text.substr(body.size()) != "end " + digest.sha256(body) + '\n') return damaged("digest");
    if (!body.ends_with('\n')) return damaged("end");
    BackupHeader header;
    CHAIRSIDE_TRY(readBody(body, header));
    return header;
}

base::Result<BackupHeader> readHeader(const std::filesystem::path& backup, const services::Digest& digest) {
    std::error_code error;
    const auto file = backup / BackupHeader::kFileName;
    if (!std::filesystem::is_regular_file(file, error)) {
        return base::fail(base::Code::NotFound, "backup", "no backup.txt in the folder");
    }
    std::ifstream in(file, std::ios::binary);
    std::string text(kLongestHeader + 1, '\0');
    in.read(text.data(), static_cast<std::streamsize>(text.size()));
    text.resize(static_cast<std::size_t>(in.gcount()));
    return parseHeader(text, digest);
}

base::Result<std::string> fileDigest(const std::filesystem::path& file, const services::Digest& digest) {
    std::ifstream in(file, std::ios::binary);
    std::string piece(kPieceBytes, '\0');
    std::string pieces;
    while (in) {
        in.read(piece.data(), static_cast<std::streamsize>(piece.size()));
        if (in.gcount() > 0) pieces += digest.sha256({piece.data(), static_cast<std::size_t>(in.gcount())});
    }
    if (!in.eof()) return base::fail(base::Code::StorageFailed, {}, "cannot read " + file.filename().string());
    return digest.sha256(pieces);
}

base::Done checkFiles(const std::filesystem::path& backup, const BackupHeader& header, const services::Digest& digest) {
    for (const auto& file : header.files) {
        std::error_code error;
        const auto size = std::filesystem::file_size(backup / file.name, error);
        if (error || size != static_cast<std::uintmax_t>(file.bytes)) {
            return base::fail(base::Code::StorageDamaged, {},
                              "backup: " + file.name + " is missing or has another size");
        }
        if (CHAIRSIDE_TRY(fileDigest(backup / file.name, digest)) != file.digest) {
            return base::fail(base::Code::StorageDamaged, {}, "backup: " + file.name + " was changed");
        }
    }
    return {};
}

} // namespace chairside::store
