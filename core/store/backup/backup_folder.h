// The folder backups go to: one folder a backup, each a data folder of its own with a header.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/services/ports/backup_keeper.h"
#include "core/store/backup/backup_header.h"

namespace chairside::store {

class BackupFolder {
public:
    // clinic: whose backups are seen here; others, and what is no backup, are left alone.
    BackupFolder(std::filesystem::path folder, std::string clinic)
        : m_folder(std::move(folder)), m_clinic(std::move(clinic)) {}

    // NotFound on "backup_folder" if it is not there.
    [[nodiscard]] base::Done checkThere() const;
    // A new private folder for a backup made now, whose name says that it is not whole yet. What an interrupted one has
    // left is removed first.
    [[nodiscard]] base::Result<std::filesystem::path> makeUnfinished(base::Instant now) const;
    // Gives it its name; from then on it is a backup, even after a power cut. Returns the name.
    [[nodiscard]] base::Result<std::string> finish(const std::filesystem::path& unfinished) const;
    // Newest first.
    [[nodiscard]] base::Result<std::vector<services::BackupInfo>> backups(const services::Digest& digest) const;
    // NotFound: this clinic has no such backup here.
    [[nodiscard]] base::Result<std::filesystem::path> find(const std::string& name,
                                                           const services::Digest& digest) const;
    [[nodiscard]] base::Done remove(const std::string& name, const services::Digest& digest) const;

private:
    [[nodiscard]] bool isUnfinished(const std::string& name) const;
    void removeUnfinished() const;

    std::filesystem::path m_folder;
    std::string m_clinic;
};

[[nodiscard]] services::BackupInfo infoOf(const std::string& name, const BackupHeader& header);

} // namespace chairside::store
