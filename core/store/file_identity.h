// Which file a path names, so that one put in its place is noticed.
#pragma once

#include <cstdint>
#include <filesystem>

#include "core/base/result.h"

namespace chairside::store {

// Belongs to the Store whose database it was taken of.
class FileIdentity {
public:
    // Takes the file that `path` names now. StorageFailed if there is none.
    [[nodiscard]] static base::Result<FileIdentity> of(const std::filesystem::path& path);
    // StorageFailed if the path names another file by now, or none.
    [[nodiscard]] base::Done checkStillThere() const;

private:
    FileIdentity(std::filesystem::path path, std::uint64_t device, std::uint64_t node);

    std::filesystem::path m_path;
    std::uint64_t m_device;
    std::uint64_t m_node;
};

} // namespace chairside::store
