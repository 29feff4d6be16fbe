#include "core/store/file_identity.h"

#include <utility>

#include <sys/stat.h>

#include "core/services/try.h"

namespace chairside::store {

FileIdentity::FileIdentity(std::filesystem::path path, std::uint64_t device, std::uint64_t node)
    : m_path(std::move(path)), m_device(device), m_node(node) {}

base::Result<FileIdentity> FileIdentity::of(const std::filesystem::path& path) {
    struct stat found = {};
    if (::stat(path.c_str(), &found) != 0) {
        return base::fail(base::Code::StorageFailed, {}, "the database file is not at its place");
    }
    return FileIdentity(path, found.st_dev, found.st_ino);
}

base::Done FileIdentity::checkStillThere() const {
    const auto now = CHAIRSIDE_TRY(of(m_path));
    if (now.m_device == m_device && now.m_node == m_node) return {};
    return base::fail(base::Code::StorageFailed, {}, "another file lies in the place of the database");
}

} // namespace chairside::store
