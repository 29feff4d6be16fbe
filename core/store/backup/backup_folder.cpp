#include "core/store/backup/backup_folder.h"

#include <algorithm>
#include <system_error>

#include <sys/stat.h>

#include "core/base/copy_file.h"
#include "core/services/try.h"
#include "core/store/values.h"

namespace chairside::store {
namespace {

constexpr std::string_view kStart = "chairside-";
constexpr std::string_view kUnfinished = ".part";
constexpr int kMostInASecond = 100;

// "2025-01-14T10:42:00.123Z" -> "20250114-104200".
std::string stampOf(base::Instant now) {
    std::string stamp;
    for (const char letter : utcText(now).substr(0, 19)) {
        if (letter == 'T') stamp += '-';
        if (letter >= '0' && letter <= '9') stamp += letter;
    }
    return stamp;
}

} // namespace

services::BackupInfo infoOf(const std::string& name, const BackupHeader& header) {
    services::BackupInfo info{.name = name,
                              .made = header.made,
                              .bytes = 0,
                              .schemaVersion = header.schemaVersion,
                              .auditEvents = header.auditEvents,
                              .auditHead = header.auditHead,
                              .encrypted = header.encrypted};
    for (const auto& file : header.files)
        info.bytes += file.bytes;
    return info;
}

base::Done BackupFolder::checkThere() const {
    std::error_code error;
    if (std::filesystem::is_directory(m_folder, error)) return {};
    return base::fail(base::Code::NotFound, "backup_folder", "the folder for backups is not there");
}

bool BackupFolder::isUnfinished(const std::string& name) const {
    return name.starts_with(kStart) &&
           name.ends_with('-' + m_clinic.substr(m_clinic.size() - 8) + std::string(kUnfinished));
}

void BackupFolder::removeUnfinished() const {
    std::error_code ignored;
    std::vector<std::filesystem::path> left;
    for (const auto& entry : std::filesystem::directory_iterator(m_folder, ignored)) {
        if (isUnfinished(entry.path().filename().string())) left.push_back(entry.path());
    }
    for (const auto& path : left)
        std::filesystem::remove_all(path, ignored);
}

base::Result<std::filesystem::path> BackupFolder::makeUnfinished(base::Instant now) const {
    CHAIRSIDE_TRY(checkThere());
    removeUnfinished();
    const std::string start = std::string(kStart) + stampOf(now);
    const std::string end = '-' + m_clinic.substr(m_clinic.size() - 8);
    for (int number = 1; number <= kMostInASecond; ++number) {
        const auto name = start + (number > 1 ? '-' + std::to_string(number) : std::string()) + end;
        std::error_code error;
        if (std::filesystem::exists(m_folder / name, error)) continue;
        const auto made = m_folder / (name + std::string(kUnfinished));
        if (::mkdir(made.c_str(), S_IRWXU) == 0) return made;
        return base::fail(base::codeOfErrno(errno), {}, "backup folder: errno " + std::to_string(errno));
    }
    return base::fail(base::Code::AlreadyExists, "backup_folder");
}

base::Result<std::string> BackupFolder::finish(const std::filesystem::path& unfinished) const {
    auto name = unfinished.filename().string();
    name.resize(name.size() - kUnfinished.size());
    CHAIRSIDE_TRY(base::flushFolder(unfinished));
    CHAIRSIDE_TRY(base::renameDurably(unfinished, m_folder / name));
    return name;
}

base::Result<std::vector<services::BackupInfo>> BackupFolder::backups(const services::Digest& digest) const {
    CHAIRSIDE_TRY(checkThere());
    std::vector<services::BackupInfo> found;
    std::error_code error;
    for (const auto& entry : std::filesystem::directory_iterator(m_folder, error)) {
        const auto name = entry.path().filename().string();
        if (!name.starts_with(kStart) || name.ends_with(kUnfinished)) continue;
        const auto header = readHeader(entry.path(), digest);
        if (header && header->clinic == m_clinic) found.push_back(infoOf(name, *header));
    }
    if (error) return base::fail(base::codeOfErrno(error.value()), {}, "list backups");
    std::ranges::sort(
        found, [](const auto& a, const auto& b) { return a.made == b.made ? a.name > b.name : a.made > b.made; });
    return found;
}

base::Result<std::filesystem::path> BackupFolder::find(const std::string& name, const services::Digest& digest) const {
    const auto all = CHAIRSIDE_TRY(backups(digest));
    if (std::ranges::any_of(all, [&](const auto& one) { return one.name == name; })) return m_folder / name;
    return base::fail(base::Code::NotFound, "backup", name);
}

base::Done BackupFolder::remove(const std::string& name, const services::Digest& digest) const {
    const auto path = CHAIRSIDE_TRY(find(name, digest));
    auto going = path;
    going += kUnfinished;
    CHAIRSIDE_TRY(base::renameDurably(path, going));
    std::error_code error;
    std::filesystem::remove_all(going, error);
    if (error) return base::fail(base::codeOfErrno(error.value()), {}, "remove backup");
    return {};
}

} // namespace chairside::store
