// The folder with the clinic's data, held by one process at a time.
#pragma once

#include <filesystem>
#include <memory>

#include "core/base/result.h"

namespace chairside::store {

class DataFolder {
public:
    // Makes the folder if there is none, takes its lock and carries out a restore that was interrupted. StorageHeld:
    // another process has it, detail says which one
    // ("host pid 4711"). StorageReadOnly: nothing can be written there. StorageFailed on "network_folder": it lies on
    // another computer, detail says how; nothing is made there. The lock ends with the process,
    // however it ends.
    [[nodiscard]] static base::Result<std::unique_ptr<DataFolder>> hold(const std::filesystem::path& folder);
    ~DataFolder();
    DataFolder(const DataFolder&) = delete;
    DataFolder& operator=(const DataFolder&) = delete;

    [[nodiscard]] const std::filesystem::path& path() const { return m_folder; }
    [[nodiscard]] std::filesystem::path database() const { return m_folder / "clinic.db"; }
    [[nodiscard]] std::filesystem::path anchor() const { return m_folder / "clinic.anchor"; }
    [[nodiscard]] std::filesystem::path keys() const { return m_folder / "clinic.keys"; }
    // Where backups go as long as nobody chose another place.
    [[nodiscard]] std::filesystem::path backups() const { return m_folder / "backups"; }
    // For a backup that is tried out.
    [[nodiscard]] std::filesystem::path scratch() const { return m_folder / "rehearsal.part"; }
    // Whether a crash has left commits that are not folded into the database yet.
    [[nodiscard]] bool hasLog() const;
    // Where the copy goes that is made before the migration with this number.
    [[nodiscard]] std::filesystem::path copyBefore(int migration) const;

private:
    DataFolder(std::filesystem::path folder, int lock) : m_folder(std::move(folder)), m_lock(lock) {}

    std::filesystem::path m_folder;
    int m_lock;
};

} // namespace chairside::store
